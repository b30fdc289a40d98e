import type { Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import { isBillable } from '../rules/billing-status.ts'
import { groupBy } from '../rules/group-by.ts'
import { type CountedEntry, countedEntries, everyEntry, sourceOf } from './entries.ts'
import type { Question, RowSort } from './question.ts'

type Asked = { question: Question; sort: RowSort; isDescending: boolean }

/** Every entry of a report in rows of those that say the same: one person, project, task, title, tags and price. */
export async function alikeRows(
  ctx: Ctx,
  { question, sort, isDescending }: Asked,
): Promise<CountedEntry[][]> {
  const direction = isDescending ? -1 : 1
  const entries = (await everyCounted(ctx, question)).toSorted(
    (a, b) => direction * (compare(valueOf([a], sort), valueOf([b], sort)) || a.id - b.id),
  )
  const rows = [...groupBy(entries, sayingOf).values()]
  // A row of several entries is as long as they are together; in any other order its first one says where it stands.
  if (sort !== 'seconds') return rows
  return rows.toSorted(
    (a, b) => direction * (compare(valueOf(a, sort), valueOf(b, sort)) || firstId(a) - firstId(b)),
  )
}

const MOST_ENTRIES = 100_000

async function everyCounted(ctx: Ctx, question: Question): Promise<CountedEntry[]> {
  const source = await sourceOf(ctx, question)
  const entries: CountedEntry[] = []
  for await (const some of everyEntry(ctx, source)) {
    entries.push(...countedEntries(ctx, some, source))
    if (entries.length > MOST_ENTRIES)
      throw new AppError(
        'too_large',
        'too_many_rows',
        'To put entries together, a report reads every one. Ask for a shorter range.',
      )
  }
  return entries
}

function sayingOf(entry: CountedEntry): string {
  const { user_id, project_id, task_id, title, billing_status, billable_rate, billable_currency } = entry
  const tags = entry.tags.map(({ id }) => id)
  const price = [isBillable(billing_status), billable_rate, billable_currency]
  return JSON.stringify([user_id, project_id, task_id, title, tags, ...price])
}

function valueOf(row: readonly CountedEntry[], sort: RowSort): string | number {
  const [first] = row
  if (!first) return 0
  switch (sort) {
    case 'start':
      return first.started_at
    case 'change':
      return first.updated_at
    case 'title':
      return first.search_text
    case 'person':
      return (first.user_name ?? first.user_email).toLowerCase()
    case 'seconds':
      return row.reduce((sum, { seconds }) => sum + seconds, 0)
  }
}

function compare(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function firstId([first]: readonly CountedEntry[]): number {
  return first?.id ?? 0
}
