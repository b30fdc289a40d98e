import type { Ctx } from '../context.ts'
import { invalid } from '../errors.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { subtreeIds } from '../projects/read.ts'
import { dayFinder } from '../rules/day-finder.ts'
import { usageOwner } from './access.ts'
import { type Counted, countUsage, refuseTooManySamples } from './count.ts'
import type { Usage } from './record.ts'

export type UsageFilter = {
  /** Started at or after this instant. */
  from?: number
  /** Started before this instant. */
  to?: number
  device?: string
  /** On this project or one below it. */
  projectId?: number
  isUnassigned?: boolean
}

/** What was recorded of oneself, newest first. Samples that only say that somebody was there are left out. */
export async function listUsage(ctx: Ctx, filter: UsageFilter, page: Page): Promise<PageOf<Usage>> {
  const userId = usageOwner(ctx, 'read:app_usage')
  const { from, to, device, projectId, isUnassigned } = filter
  const projects = projectId === undefined ? [] : [projectId, ...(await subtreeIds(ctx, [projectId]))]
  return pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('app_usage')
        .selectAll()
        .where('user_id', '=', userId)
        .where((eb) =>
          eb.or([
            eb('is_away', '=', 1),
            eb('application', 'is not', null),
            eb('title', 'is not', null),
            eb('path', 'is not', null),
          ]),
        )
        .$if(from !== undefined, (query) => query.where('started_at', '>=', from ?? 0))
        .$if(to !== undefined, (query) => query.where('started_at', '<', to ?? 0))
        .$if(device !== undefined, (query) => query.where('device', '=', device ?? ''))
        .$if(projectId !== undefined, (query) => query.where('project_id', 'in', projects))
        .$if(isUnassigned === true, (query) => query.where('project_id', 'is', null).where('is_away', '=', 0))
        .where(beyond(after, ['started_at', 'id'], 'desc'))
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (usage) => [usage.started_at, usage.id],
  )
}

export type UsageGrouping = 'application' | 'domain' | 'project' | 'day'

export type UsageQuestion = {
  from: number
  to: number
  by: UsageGrouping
  /** In which days are meant. */
  zone: string
  device?: string
  withoutEntries?: boolean
}

/** How long something was used: one of the three is what was asked for; null in it is time without one. */
export type UsageLine = {
  application: string | null
  domain: string | null
  project_id: number | null
  day: string | null
  seconds: number
}

const LONGEST_SUMMARY_MS = 366 * 24 * 3600 * 1000
const MOST_LINES = 500

/** The time one used one's devices, added up; the most first, days in order. The total is of all lines, shown or not. */
export async function usageSummary(
  ctx: Ctx,
  { from, to, by, zone, device, withoutEntries = false }: UsageQuestion,
): Promise<{ lines: UsageLine[]; totalSeconds: number }> {
  const userId = usageOwner(ctx, 'read:app_usage')
  if (to < from) throw invalid('to', 'The end lies before the start.')
  if (to - from > LONGEST_SUMMARY_MS) throw invalid('to', 'Ask for at most a year at once.')
  await refuseTooManySamples(ctx, { userIds: [userId], from, to })
  const dayOf = dayFinder(zone, from, to)
  const lines = new Map<string | number | null, UsageLine>()
  let totalSeconds = 0
  for await (const stretches of countUsage(ctx, { userId, from, to, device, withoutEntries })) {
    for (const stretch of stretches) {
      const key = keyOf(stretch, by, dayOf)
      const line = lines.get(key) ?? lineOf(by, key)
      const seconds = (stretch.ended_at - stretch.started_at) / 1000
      line.seconds += seconds
      totalSeconds += seconds
      lines.set(key, line)
    }
  }
  const order = by === 'day' ? byDay : byTime
  return { lines: [...lines.values()].toSorted(order).slice(0, MOST_LINES), totalSeconds }
}

function keyOf(
  { sample, application, project_id }: Counted,
  by: UsageGrouping,
  dayOf: (at: number) => string,
): string | number | null {
  switch (by) {
    case 'application':
      return application
    case 'domain':
      return sample.domain
    case 'project':
      return project_id
    case 'day':
      // As with entries, all of it belongs to the day in which it began.
      return dayOf(sample.started_at)
  }
}

function lineOf(by: UsageGrouping, key: string | number | null): UsageLine {
  const line: UsageLine = { application: null, domain: null, project_id: null, day: null, seconds: 0 }
  if (typeof key === 'number') return { ...line, project_id: key }
  return by === 'project' ? line : { ...line, [by]: key }
}

function byDay(a: UsageLine, b: UsageLine): number {
  return (a.day ?? '') < (b.day ?? '') ? -1 : 1
}

function byTime(a: UsageLine, b: UsageLine): number {
  return b.seconds - a.seconds
}
