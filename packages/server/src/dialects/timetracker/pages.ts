import type { FastifyRequest } from 'fastify'
import type { Slice } from '../../core/page.ts'
import { numberIn, queryOf } from './input.ts'

/** Which numbered page of a list. */
export type NumberedPage = { page: number; perPage: number; slice: Slice }

const DEFAULT_PER_PAGE = 50
const MOST_PER_PAGE = 100
/** What the system makes of a size below one. */
const PER_PAGE_OF_NONSENSE = 20
const LAST_PAGE = 1_000_000

/** `page` and `per_page` as the system reads them: nonsense is the usual, never an error. */
export function pageOf(request: FastifyRequest): NumberedPage {
  const query = queryOf(request)
  const page = Math.min(Math.max(numberIn(query, 'page') ?? 1, 1), LAST_PAGE)
  const asked = numberIn(query, 'per_page') ?? DEFAULT_PER_PAGE
  const perPage = asked < 1 ? PER_PAGE_OF_NONSENSE : Math.min(asked, MOST_PER_PAGE)
  return { page, perPage, slice: { offset: (page - 1) * perPage, limit: perPage } }
}

/** The pagination that stands beside every list. */
export function paginationOf({ page, perPage }: NumberedPage, total: number) {
  const pages = Math.ceil(total / perPage)
  const hasNext = page < pages
  const hasPrevious = page > 1
  return {
    page,
    per_page: perPage,
    total,
    pages,
    has_next: hasNext,
    has_prev: hasPrevious,
    next_page: hasNext ? page + 1 : null,
    prev_page: hasPrevious ? page - 1 : null,
  }
}

/** A page of a list that is known whole. */
export function cut<T>(all: readonly T[], { slice: { offset, limit } }: NumberedPage): T[] {
  return all.slice(offset, offset + limit)
}
