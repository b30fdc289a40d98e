import type { RateKind, Row } from '../../db/schema.ts'

/** What a rate is for: all that it names must be the entry's. */
export type RateRow = Pick<
  Row<'rate'>,
  'kind' | 'user_id' | 'client_id' | 'project_id' | 'task_id' | 'amount' | 'currency' | 'effective_from'
>

export type RateLevel = 'workspace' | 'member' | 'client' | 'project' | 'task' | 'project_member'

/** From the least to the most specific. */
export const RATE_LEVELS: readonly RateLevel[] = [
  'workspace',
  'member',
  'client',
  'project',
  'task',
  'project_member',
]

type Named = Pick<RateRow, 'user_id' | 'client_id' | 'project_id' | 'task_id'>

/** The level of a rate, by what it names. */
export function levelOf({ user_id, client_id, project_id, task_id }: Named): RateLevel {
  if (task_id !== null) return 'task'
  if (project_id !== null) return user_id === null ? 'project' : 'project_member'
  if (client_id !== null) return 'client'
  return user_id === null ? 'workspace' : 'member'
}

/** Minor units an hour, and of which currency. */
export type RateInForce = { amount: number; currency: string }

/**
 * The rate that holds among those whose names fit and that have begun by the day: the latest of the most specific
 * level. A rate without an amount ends its level, so that the next one holds.
 */
export function rateInForce(fitting: readonly RateRow[], kind: RateKind): RateInForce | null {
  const latest = new Map<RateLevel, RateRow>()
  for (const rate of fitting) {
    if (rate.kind !== kind) continue
    const level = levelOf(rate)
    const known = latest.get(level)
    if (!known || known.effective_from < rate.effective_from) latest.set(level, rate)
  }
  for (const level of RATE_LEVELS.toReversed()) {
    const rate = latest.get(level)
    if (rate && rate.amount !== null) return { amount: rate.amount, currency: rate.currency }
  }
  return null
}

/** What of an entry rates go by. `client_id` is that of its project, or its own where it has no project. */
export type Rated = {
  user_id: number
  client_id: number | null
  project_id: number | null
  task_id: number | null
  started_on: string
}

/** The rates of a workspace, ordered by what they name, for many entries at once. */
export type RateBook = ReadonlyMap<string, readonly RateRow[]>

export function rateBook(rates: readonly RateRow[]): RateBook {
  const book = new Map<string, RateRow[]>()
  for (const rate of rates) {
    const key = keyOf(rate)
    const known = book.get(key)
    if (known) known.push(rate)
    else book.set(key, [rate])
  }
  return book
}

/** The rates of a book that fit an entry, for `rateInForce`. */
export function ratesFitting(book: RateBook, entry: Rated): RateRow[] {
  const { user_id, client_id, project_id, task_id, started_on } = entry
  const none = { user_id: null, client_id: null, project_id: null, task_id: null }
  const names: Named[] = [
    none,
    { ...none, user_id },
    ...(client_id === null ? [] : [{ ...none, client_id }]),
    ...(project_id === null
      ? []
      : [
          { ...none, project_id },
          { ...none, project_id, user_id },
        ]),
    ...(task_id === null ? [] : [{ ...none, task_id }]),
  ]
  return names.flatMap((named) =>
    (book.get(keyOf(named)) ?? []).filter((rate) => rate.effective_from <= started_on),
  )
}

function keyOf({ user_id, client_id, project_id, task_id }: Named): string {
  return `${project_id ?? 0} ${task_id ?? 0} ${client_id ?? 0} ${user_id ?? 0}`
}
