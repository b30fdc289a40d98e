import type { Membership } from '../../core/access.ts'
import type { UsageRow, UsageRowsQuestion } from '../../core/app-usage/report.ts'
import type { Ctx } from '../../core/context.ts'
import type { Key, ProjectPlace } from '../../core/reports/columns.ts'
import { EVER } from '../../core/reports/definition.ts'
import { projectPlaces } from '../../core/reports/labels.ts'
import { type Line, mergeLines } from '../../core/reports/lines.ts'
import type { Grouping, Question } from '../../core/reports/question.ts'
import { emptySum } from '../../core/reports/sums.ts'
import { dayFinder } from '../../core/rules/day-finder.ts'
import { firstDayOf } from '../../core/rules/local-periods.ts'

/** The app usage that belongs to a question. What lies inside the person's own entries is not counted a second time. */
export function usageQuestion({ filter, from, to, zone }: Question): UsageRowsQuestion {
  const { whose, projectIds, withChildren } = filter
  const range = { from: from ?? EVER.from, to: to ?? EVER.to }
  return { whose, ...range, projectIds, withChildren, withoutEntries: true, zone }
}

/** App usage in the lines of a report, under keys of the same form as those of entries: the application is the title. */
export async function usageLines(
  ctx: Ctx,
  rows: readonly UsageRow[],
  { question: { groupBy, zone }, within }: { question: Question; within: readonly Membership[] },
): Promise<Line[]> {
  const isRolledUp = groupBy.some((by) => by.startsWith('project:'))
  const keyOf = keyFinder({
    dayOf: dayFinderFor(rows, zone),
    places: isRolledUp ? await projectPlaces(ctx, within) : new Map(),
  })
  return mergeLines(
    rows.map((row) => ({
      keys: groupBy.map((by) => keyOf(by, row)),
      sum: { ...emptySum(), seconds: row.seconds },
    })),
  )
}

function dayFinderFor(rows: readonly UsageRow[], zone: string): (at: number) => string {
  let [first, last] = [Infinity, -Infinity]
  for (const { started_at } of rows) {
    first = Math.min(first, started_at)
    last = Math.max(last, started_at)
  }
  return rows.length === 0 ? () => '' : dayFinder(zone, first, last + 1)
}

type Finding = { dayOf: (at: number) => string; places: ReadonlyMap<number, ProjectPlace> }

function keyFinder({ dayOf, places }: Finding): (by: Grouping, row: UsageRow) => Key {
  return (by, row) => {
    switch (by) {
      case 'user':
        return row.user_id
      case 'project':
        return row.project_id
      case 'title':
        return row.application
      case 'billing_status':
        return 'undetermined'
      case 'span':
        return `${row.started_at} ${row.ended_at}`
      case 'day':
      case 'week':
      case 'month':
      case 'year':
        return firstDayOf(dayOf(row.started_at), by, 1)
      default:
        return by.startsWith('project:') ? ancestorOf(row.project_id, by, places) : null
    }
  }
}

/** The ancestor that `project:1` and so on name; the project itself where it lies higher. */
function ancestorOf(id: number | null, by: Grouping, places: Finding['places']): Key {
  if (id === null) return null
  return places.get(id)?.path[Number(by.slice('project:'.length)) - 1] ?? id
}
