import type { Project } from '../../../core/projects/read.ts'
import type { Sum } from '../../../core/reports/sums.ts'
import { colorNumber, hexOf } from '../colors.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import type { Names } from './names.ts'
import type { GroupingWord } from './groupings.ts'
import { type Table, worthOf } from './table.ts'

/** Durations of Reports v2 are milliseconds. */
export function milliseconds(seconds: number): number {
  return seconds * 1000
}

export function orNull(value: number): number | null {
  return value === 0 ? null : value
}

/** What every answer begins with. */
export function toTotals(sum: Sum, table: Table) {
  return {
    total_grand: orNull(milliseconds(sum.seconds)),
    total_billable: orNull(milliseconds(sum.billable_seconds)),
    total_currencies: toCurrencies(sum, table),
  }
}

/** Amounts by currency; a single empty one where there are none. */
export function toCurrencies(sum: Sum, { sight }: Pick<Table, 'sight'>) {
  const earned = earnedIn(sum)
  if (!sight.billable || earned.length === 0) return [{ currency: null, amount: null }]
  return earned
    .map(({ currency, billable }) => ({ currency, amount: majorUnits(billable, currency) }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** What was billed, currency by currency; what time only costs is none of it. */
export function earnedIn({ money }: Sum): Sum['money'] {
  return money.filter(({ billable }) => billable !== 0)
}

/** The one amount of a line. */
export function toAmount(sum: Sum, table: Table): { cur: string | null; sum: number | null } {
  if (!table.sight.billable || earnedIn(sum).length === 0) return { cur: null, sum: null }
  const { currency, billable } = worthOf(sum, table)
  return { cur: currency, sum: majorUnits(billable ?? 0, currency) }
}

function toProjectTitle(project: Project | undefined, { clients }: Names) {
  return {
    project: project?.title ?? null,
    client: clients.get(project?.client_id ?? 0)?.label ?? null,
    color: project ? colorNumber(project.color) : '0',
    hex_color: project ? hexOf(project.color) : null,
  }
}

/** What a group is called, under the name of its kind. */
export function toTitle(
  word: GroupingWord,
  { id, text }: { id: number | null; text: string },
  names: Names,
): Readonly<Record<string, string | null>> {
  switch (word) {
    case 'projects':
      return toProjectTitle(names.projects.get(id ?? 0), names)
    case 'clients':
      return { client: names.clients.get(id ?? 0)?.label ?? null }
    case 'users':
      return { user: names.users.get(id ?? 0)?.label ?? null }
    case 'tasks':
      return { task: names.tasks.get(id ?? 0)?.label ?? null }
    default:
      return { time_entry: text }
  }
}
