import type { FastifyInstance } from 'fastify'
import type { Label } from '../../../core/reports/labels.ts'
import type { Grouping } from '../../../core/reports/question.ts'
import type { House } from '../../../http/house.ts'
import { flagOf } from '../wire.ts'
import { isWanted, withEmptyGroups } from './audit.ts'
import { type Bundle, bundlesAt, coreGrouping, type Groupings, groupingsOf } from './groupings.ts'
import { type Asked, askedOf, type ReportPath } from './question.ts'
import { idOfKey, labelsAt, type Table, tableOf } from './table.ts'
import { rangeHeaders, toRates } from './totals.ts'

export function summaryRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/summary/time_entries',
    { schema: { summary: 'Add up time entries by two groupings' } },
    async (request, reply) => {
      const asked = await askedOf(request)
      const summary = await summaryOf(house, asked)
      reply.headers({
        ...rangeHeaders(asked),
        'x-grouping': summary.groupings.by,
        'x-sub-grouping': summary.groupings.below,
      })
      return { groups: await toGroups(asked, summary) }
    },
  )
}

/** What a summary is made of: a table by the two groupings, and what below them the request wants to know. */
export type Summary = {
  table: Table
  groupings: Groupings
  /** Where among the keys stand the rates, and where the entries; undefined where nobody asks. */
  rateAt: number | undefined
  entryAt: number | undefined
}

export async function summaryOf(house: House, asked: Asked): Promise<Summary> {
  const groupings = groupingsOf(asked.input)
  const keys: Grouping[] = [coreGrouping(groupings.by), coreGrouping(groupings.below)]
  const rateAt = flagOf(asked.input, 'distinguish_rates') ? keys.push('rate') - 1 : undefined
  const entryAt = flagOf(asked.input, 'include_time_entry_ids') ? keys.push('entry') - 1 : undefined
  return { table: await tableOf(house, asked, keys), groupings, rateAt, entryAt }
}

async function toGroups(asked: Asked, summary: Summary) {
  const { ctx, input, membership } = asked
  const { table, groupings } = summary
  const below = await labelsAt(
    ctx,
    { lines: table.lines, at: 1, by: coreGrouping(groupings.below) },
    membership,
  )
  const bundles = bundlesAt(table.lines, 0).filter((bundle) => isWanted(input, bundle, table))
  const isByTitle = coreGrouping(groupings.by) === 'title'
  const groups = bundles.map(({ key, lines }) => ({
    id: idOfKey(key),
    ...(isByTitle ? { names: [String(key ?? '')] } : {}),
    sub_groups: bundlesAt(lines, 1).map((bundle) => toSubGroup(bundle, { labels: below, summary })),
  }))
  return withEmptyGroups(asked, groupings.by, groups)
}

function toSubGroup(
  { key, lines, seconds }: Bundle,
  { labels, summary }: { labels: ReadonlyMap<number, Label>; summary: Summary },
) {
  const { table, groupings, rateAt, entryAt } = summary
  const isByTitle = coreGrouping(groupings.below) === 'title'
  return {
    id: idOfKey(key),
    title: isByTitle ? String(key ?? '') : (labels.get(idOfKey(key) ?? 0)?.label ?? null),
    seconds,
    ...(rateAt === undefined ? {} : { rates: toRates(lines, rateAt, table) }),
    ...(entryAt === undefined
      ? {}
      : { ids: lines.map(({ keys }) => Number(keys[entryAt])).toSorted(byNumber) }),
  }
}

function byNumber(a: number, b: number): number {
  return a - b
}
