import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import type { Key } from '../../../core/reports/columns.ts'
import { type Label, namesOf } from '../../../core/reports/labels.ts'
import { type Line, mergeLines } from '../../../core/reports/lines.ts'
import type { Grouping, Question } from '../../../core/reports/question.ts'
import { sightOf } from '../../../core/reports/report.ts'
import { addSum, emptySum, type Sight, type Sum } from '../../../core/reports/sums.ts'
import type { House } from '../../../http/house.ts'

/** The innermost lines of a report, and which amounts in them may be told. */
export type Table = {
  lines: readonly Line[]
  sight: Sight
  /** The currency of the workspace. */
  currency: string
}

type Source = { ctx: Ctx; question: Question; membership: Membership }

/** Asks for the lines of a question, grouped by these. */
export async function tableOf(
  house: House,
  { ctx, question, membership }: Source,
  groupBy: readonly Grouping[],
): Promise<Table> {
  const { lines, within } = await house.reading.ask(ctx, 'reportLines', { ...question, groupBy })
  return { lines, sight: sightOf(question, within), currency: membership.workspace.currency }
}

/** The lines with only the first so many of their keys. */
export function shortened(lines: readonly Line[], keys: number): Line[] {
  return mergeLines(lines.map((line) => ({ keys: line.keys.slice(0, keys), sum: sumOf([line]) })))
}

export function sumOf(lines: readonly Line[]): Sum {
  const sum = emptySum()
  for (const line of lines) addSum(sum, line.sum)
  return sum
}

/** What a sum is worth in one currency; null where the reader may not know. */
type Worth = { currency: string; billable: number | null; cost: number | null }

/** Currencies are never added together: of several, that of the workspace counts, where the service knows but one. */
export function worthOf(sum: Sum, { sight, currency }: Omit<Table, 'lines'>): Worth {
  const earned = theOne(sum, 'billable', currency)
  return {
    currency: earned?.currency ?? currency,
    billable: sight.billable ? (earned?.billable ?? 0) : null,
    cost: sight.cost ? (theOne(sum, 'cost', currency)?.cost ?? 0) : null,
  }
}

function theOne({ money }: Sum, kind: 'billable' | 'cost', currency: string) {
  const [first, ...others] = money.filter((each) => each[kind] !== 0)
  return others.length === 0 ? first : money.find((each) => each.currency === currency)
}

/** What the ids at one place of the keys are called. */
export function labelsAt(
  ctx: Ctx,
  { lines, at, by }: { lines: readonly Line[]; at: number; by: Grouping },
  membership: Membership,
): Promise<Map<number, Label>> {
  return namesOf(ctx, { by, ids: idsAt(lines, at) }, [membership])
}

export function idsAt(lines: readonly Line[], at: number): number[] {
  return [...new Set(lines.flatMap(({ keys }) => idOfKey(keys[at]) ?? []))]
}

export function idOfKey(key: Key | undefined): number | null {
  return typeof key === 'number' ? key : null
}

/** What an hour is billed at, from the key of a grouping by rate. */
export function rateOfKey(key: Key | undefined): { amount: number; currency: string } | null {
  if (typeof key !== 'string') return null
  const [amount, currency = ''] = key.split(' ')
  return { amount: Number(amount), currency }
}
