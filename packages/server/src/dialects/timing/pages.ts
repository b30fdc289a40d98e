import type { FastifyRequest } from 'fastify'
import qs from 'qs'
import { invalid } from '../../core/errors.ts'
import type { House } from '../../http/house.ts'
import { type Input, numberOf } from './wire.ts'

const ROOT_PATH = /^\/(?:timing\/)?api\/v1(?=\/|$)/

/** The API root in the path a client used, which through the front door has no `/timing` before it. */
function rootPath(request: FastifyRequest): string {
  return ROOT_PATH.exec(request.originalUrl)?.[0] ?? '/timing/api/v1'
}

/** The API root as an address for links. */
export function linkRoot(house: House, request: FastifyRequest): string {
  return house.baseUrl + rootPath(request)
}

/**
 * The API root at the very origin of the request, for redirects: a client that follows one to another origin drops its
 * `Authorization` header, as fetch, Go and axios do. Behind a proxy that ends TLS and is not named as trusted, only the
 * setting knows the scheme.
 */
export function originRoot(house: House, request: FastifyRequest): string {
  const isOurs = request.host === new URL(house.baseUrl).host
  const origin = isOurs ? house.baseUrl : `${request.protocol}://${request.host}`
  return origin + rootPath(request)
}

/** The documents say 100 in words and 1000 in their example, as does what was seen of the service. */
export const PER_PAGE = 1000

/** Which page is asked for; before the first there is only the first. */
export function pageNumber(input: Input): number {
  const page = numberOf(input, 'page') ?? 1
  if (Number.isInteger(page) && Number.isSafeInteger(page * PER_PAGE)) return Math.max(1, page)
  throw invalid('page', 'The page field must be an integer.')
}

type Numbered = { page: number; count: number; total: number }

/** `links` and `meta` of a numbered page; every parameter is kept as it came, and `page` is last. */
export function pageLinks(house: House, request: FastifyRequest, { page, count, total }: Numbered) {
  const lastPage = Math.max(1, Math.ceil(total / PER_PAGE))
  const path = `${linkRoot(house, request)}/time-entries`
  // Fastify has parsed the query into an object.
  const { page: _, ...kept } = request.query as Record<string, unknown>
  const urlOf = (number: number | null) =>
    number === null ? null : `${path}?${qs.stringify({ ...kept, page: number }, { arrayFormat: 'indices' })}`
  const linkOf = (label: string, number: number | null) => ({
    url: urlOf(number),
    label,
    page: number,
    active: false,
  })
  const previous = page > 1 ? page - 1 : null
  const next = page < lastPage ? page + 1 : null
  const from = count > 0 ? (page - 1) * PER_PAGE + 1 : null
  return {
    links: { first: urlOf(1), last: urlOf(lastPage), prev: urlOf(previous), next: urlOf(next) },
    meta: {
      current_page: page,
      from,
      last_page: lastPage,
      links: [
        linkOf('&laquo; Previous', previous),
        ...shownPages(page, lastPage).map((number) => ({
          ...linkOf(number === null ? '...' : String(number), number),
          active: number === page,
        })),
        linkOf('Next &raquo;', next),
      ],
      path,
      per_page: PER_PAGE,
      to: from === null ? null : from + count - 1,
      total,
    },
  }
}

const EACH_SIDE = 3

/** The page numbers to offer: all of a few; of many the ends and those around the current one, with gaps as null. */
function shownPages(page: number, lastPage: number): (number | null)[] {
  const all = Array.from({ length: lastPage }, (_, index) => index + 1)
  if (lastPage <= 2 * EACH_SIDE + 7) return all
  const shown = all.filter(
    (number) => number <= 2 || number > lastPage - 2 || Math.abs(number - page) <= EACH_SIDE,
  )
  return shown.flatMap((number, index) => {
    const before = shown[index - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}
