import type { FastifyRequest } from 'fastify'
import { invalid } from '../../../core/errors.ts'
import type { ByChange, Slice, Sorted } from '../../../core/page.ts'
import { type Input, momentOf, numberOf, queryOf, textOf } from '../input.ts'

const DEFAULT_PER_PAGE = 50
const MOST_PER_PAGE = 100
const LAST_PAGE = 1_000_000

/** Which page of a list, with the whole query for the filters of each. */
export type NumberedPage = { input: Input; page: number; perPage: number; slice: Slice }

/** `page` and `per_page`, of which nonsense is refused. */
export function pageOf(request: FastifyRequest): NumberedPage {
  const input = queryOf(request)
  const page = wholeNumber(input, 'page', { usual: 1, most: LAST_PAGE })
  const perPage = wholeNumber(input, 'per_page', { usual: DEFAULT_PER_PAGE, most: MOST_PER_PAGE })
  return { input, page, perPage, slice: { offset: (page - 1) * perPage, limit: perPage } }
}

function wholeNumber(input: Input, name: string, { usual, most }: { usual: number; most: number }): number {
  const number = numberOf(input, name) ?? usual
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw invalid(name, `Must be a whole number from 1 to ${most}`)
}

/** A list as the core API answers it. */
export function listOf<T>({ page, perPage }: NumberedPage, total: number, data: readonly T[]) {
  return { data, pagination: { page, per_page: perPage, total, total_pages: Math.ceil(total / perPage) } }
}

type OwnSort<Column extends string> = { word: string; column: Column; usual?: string }

/**
 * `sort`: the list's own word or a time, with a minus sign before it to turn the order round; the newest first where it is
 * not sent.
 */
export function sortOf<const Column extends string>(
  { input }: NumberedPage,
  { word, column, usual = '-created_at' }: OwnSort<Column>,
): Pick<Sorted<Column | ByChange>, 'by' | 'order'> {
  const text = textOf(input, 'sort') ?? usual
  const order = text.startsWith('-') ? 'desc' : 'asc'
  const asked = text.replace(/^-/, '')
  if (asked === word) return { by: column, order }
  if (asked === 'created_at' || asked === 'updated_at') return { by: asked, order }
  throw invalid(
    'sort',
    `Must be ${word}, created_at or updated_at, with a minus sign before it for the other way round`,
  )
}

/** `updated_since`: what was made or changed at or after a moment. */
export function updatedFrom({ input }: NumberedPage): number | undefined {
  return momentOf(input, 'updated_since')
}
