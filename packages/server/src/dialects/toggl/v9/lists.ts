import type { FastifyRequest } from 'fastify'
import type { Page } from '../../../core/page.ts'
import { inWords } from '../errors.ts'
import { type Input, notJson, queryInteger } from '../wire.ts'

/** Lists that the service gives whole. The number is beyond what a workspace has and within what a process holds. */
export const WHOLE: Page = { limit: 10_000, cursor: null }

/** `since`, in unix seconds, as an instant. */
export function sinceOf(query: Input): number | undefined {
  const message = 'Since is expected to be an unix timestamp, integer value'
  const seconds = queryInteger(query, 'since', message)
  return seconds === undefined ? undefined : seconds * 1000
}

export type NumberedPage = { page: number; limit: number; offset: number }

/** `page`, from 1, and `per_page`. */
export function numberedPage(query: Input, usual: number, most: number): NumberedPage {
  const page = Math.max(1, queryInteger(query, 'page') ?? 1)
  const limit = Math.min(most, Math.max(1, queryInteger(query, 'per_page') ?? usual))
  // Beyond every list, and within what engines count to.
  return { page, limit, offset: Math.min((page - 1) * limit, Number.MAX_SAFE_INTEGER) }
}

/** A body that is a list of ids and nothing else. */
export function idsBody({ body }: Pick<FastifyRequest, 'body'>): number[] {
  if (!Array.isArray(body) || !body.every((id) => Number.isSafeInteger(id))) throw notJson()
  // Checked just above.
  const ids = [...new Set(body as number[])]
  if (ids.length > WHOLE.limit) throw inWords('invalid', 'too_many_rows', 'Bad Request')
  return ids
}
