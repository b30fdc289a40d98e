import type { FastifyInstance } from 'fastify'
import type { Key } from '../../../core/reports/columns.ts'
import type { Label } from '../../../core/reports/labels.ts'
import type { Line } from '../../../core/reports/lines.ts'
import type { Grouping } from '../../../core/reports/question.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import type { House } from '../../../http/house.ts'
import { refused } from '../errors.ts'
import { flagOf, type Input } from '../wire.ts'
import { isWanted, withEmptyGroups } from './audit.ts'
import { type Asked, askedOf, type ReportPath, wordOf } from './question.ts'
import { idOfKey, labelsAt, sumOf, type Table, tableOf } from './table.ts'
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

const GROUPINGS = ['projects', 'clients', 'users', 'tags', 'tasks', 'entries', 'time_entries'] as const
const SUB_GROUPINGS = ['time_entries', 'projects', 'clients', 'users', 'tags', 'tasks', 'entries'] as const
export type GroupingWord = (typeof GROUPINGS)[number]

const CORE_GROUPING: Record<GroupingWord, Grouping> = {
  projects: 'project',
  clients: 'client',
  users: 'user',
  tags: 'tag',
  tasks: 'task',
  entries: 'title',
  time_entries: 'title',
}

export function coreGrouping(word: GroupingWord): Grouping {
  return CORE_GROUPING[word]
}

type Groupings = { by: GroupingWord; below: GroupingWord }

/** By project and description, unless it is asked otherwise. */
export function groupingsOf(input: Input): Groupings {
  const by = wordOf(input, 'grouping', GROUPINGS)
  const below = input['sub_grouping']
    ? wordOf(input, 'sub_grouping', SUB_GROUPINGS)
    : coreGrouping(by) === 'title'
      ? 'projects'
      : 'time_entries'
  if (coreGrouping(by) !== coreGrouping(below)) return { by, below }
  const others = SUB_GROUPINGS.filter((word) => coreGrouping(word) !== coreGrouping(by))
  throw refused(`Invalid 'sub_grouping' value, allowed values are: '${others.join(', ')}'`)
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

/** The lines that share a key, the longest first. */
export type Bundle = { key: Key; lines: Line[]; seconds: number }

export function bundlesAt(lines: readonly Line[], at: number): Bundle[] {
  const bundles = [...groupBy(lines, ({ keys }) => keys[at] ?? null)].map(([key, alike]) => ({
    key,
    lines: alike,
    seconds: sumOf(alike).seconds,
  }))
  return bundles.sort((a, b) => b.seconds - a.seconds || compareKeys(a.key, b.key))
}

function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
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
