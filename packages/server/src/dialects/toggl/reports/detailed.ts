import type { FastifyInstance, FastifyReply } from 'fastify'
import type { RowsPage, RowsQuestion } from '../../../core/reports/rows.ts'
import type { House } from '../../../http/house.ts'
import { refused } from '../errors.ts'
import { unixSeconds } from '../values.ts'
import { flagOf, type Input, integerOf } from '../wire.ts'
import { type Asked, askedOf, type ReportPath, wordOf } from './question.ts'
import { namesIn, toRow } from './rows.ts'
import { rangeHeaders } from './totals.ts'

export function detailedRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/search/time_entries',
    { schema: { summary: 'List time entries, page by page' } },
    async (request, reply) => {
      const asked = await askedOf(request)
      const page = await house.reading.ask(asked.ctx, 'reportRows', pageOf(asked))
      reply.headers(rangeHeaders(asked))
      announceNext(reply, page)
      return toRows(asked, page)
    },
  )
}

const SORTS = {
  date: 'start',
  user: 'person',
  duration: 'seconds',
  description: 'title',
  last_update: 'change',
} as const

const DEFAULT_SIZE = 50
const LARGEST_SIZE = 1000

/** What page of which rows a request asks for. */
function pageOf({ input, question }: Asked): RowsQuestion {
  const row = positiveOf(input, 'first_row_number')
  const second = integerOf(input, 'first_timestamp') ?? undefined
  return {
    question,
    ...orderOf(input),
    from: {
      row,
      entryId: positiveOf(input, 'first_id'),
      startedAt: second === undefined ? undefined : second * 1000,
    },
    limit: Math.min(positiveOf(input, 'page_size') ?? DEFAULT_SIZE, LARGEST_SIZE),
  }
}

/** The order of rows: newest first, unless it is asked otherwise. */
export function orderOf(input: Input): Pick<RowsQuestion, 'sort' | 'isDescending' | 'mergesAlike'> {
  const by = wordOf(input, 'order_by', ['date', 'user', 'duration', 'description', 'last_update'])
  return {
    sort: SORTS[by],
    isDescending: wordOf(input, 'order_dir', ['DESC', 'ASC']) === 'DESC',
    mergesAlike: flagOf(input, 'grouped') === true,
  }
}

function positiveOf(input: Input, name: string): number | undefined {
  const value = integerOf(input, name)
  if (value === undefined || value === null || value === 0) return undefined
  if (value < 0) throw refused(`Invalid '${name}' value, allowed values are: 'positive numbers'`)
  return value
}

/** Where the next page begins, said in each of the ways that clients go by. */
function announceNext(reply: FastifyReply, { next }: RowsPage): void {
  if (!next) return
  reply.headers({
    'x-next-id': String(next.entryId),
    'x-next-row-number': String(next.row),
    'x-next-timestamp': String(unixSeconds(next.startedAt)),
  })
}

async function toRows({ ctx, input, membership, question }: Asked, { rows, firstRow }: RowsPage) {
  const spelling = {
    zone: question.zone,
    currency: membership.workspace.currency,
    isEnriched: flagOf(input, 'enrich_response') === true,
    names: await namesIn(ctx, rows.flat(), membership),
  }
  return rows.map((entries, index) => toRow(entries, firstRow + index, spelling))
}
