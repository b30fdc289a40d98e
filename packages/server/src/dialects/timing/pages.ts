import type { FastifyRequest } from 'fastify'
import type { House } from '../../http/house.ts'
import qs from 'qs'

/** The API root in the path a client used, which through the front door has no `/timing` before it. */
function rootPath(request: FastifyRequest): string {
  const end = request.originalUrl.indexOf('/api/v1') + '/api/v1'.length
  return request.originalUrl.slice(0, end)
}

/** The API root as an address for links. */
export function linkRoot(house: House, request: FastifyRequest): string {
  return house.baseUrl + rootPath(request)
}

/**
 * The API root at the very origin of the request, for redirects: a client that follows one to another origin drops its
 * `Authorization` header, as fetch, Go and axios do.
 */
export function originRoot(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}${rootPath(request)}`
}

export const PER_PAGE = 1000
const EACH_SIDE = 3

type Numbered = { page: number; count: number; total: number }

/** `links` and `meta` of a numbered page; every parameter is kept as it came, and `page` is last. */
export function pageLinks(house: House, request: FastifyRequest, { page, count, total }: Numbered) {
  const lastPage = Math.max(1, Math.ceil(total / PER_PAGE))
  const path = `${linkRoot(house, request)}/time-entries`
  const { page: _, ...kept } = request.query as Record<string, unknown>
  const urlOf = (number: number) =>
    `${path}?${qs.stringify({ ...kept, page: number }, { arrayFormat: 'indices' })}`
  const linkOf = (label: string, number: number | null) => ({
    url: number === null ? null : urlOf(number),
    label,
    page: number,
    active: false,
  })
  const previous = page > 1 ? page - 1 : null
  const next = page < lastPage ? page + 1 : null
  const first = count > 0 ? (page - 1) * PER_PAGE + 1 : null
  return {
    links: {
      first: urlOf(1),
      last: urlOf(lastPage),
      prev: previous === null ? null : urlOf(previous),
      next: next === null ? null : urlOf(next),
    },
    meta: {
      current_page: page,
      from: first,
      last_page: lastPage,
      links: [
        linkOf('&laquo; Previous', previous),
        ...shownPages(page, lastPage).map((number) =>
          number === null
            ? linkOf('...', null)
            : { ...linkOf(String(number), number), active: number === page },
        ),
        linkOf('Next &raquo;', next),
      ],
      path,
      per_page: PER_PAGE,
      to: first === null ? null : first + count - 1,
      total,
    },
  }
}

/** The page numbers to offer: all of a few; of many the ends and those around the current one, with gaps as null. */
function shownPages(page: number, lastPage: number): (number | null)[] {
  const all = Array.from({ length: lastPage }, (_, index) => index + 1)
  if (lastPage <= 2 * EACH_SIDE + 6) return all
  const shown = all.filter(
    (number) => number <= 2 || number > lastPage - 2 || Math.abs(number - page) <= EACH_SIDE,
  )
  return shown.flatMap((number, index) => {
    const before = shown[index - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}
