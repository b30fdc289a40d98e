import { sql } from 'kysely'
import { hasScope, requireScope } from './access.ts'
import type { Ctx } from './context.ts'
import { visibleEntries } from './entries/entry.ts'
import { rawSeconds } from './entries/seconds.ts'

/** How much time was tracked on something, in how many entries. */
export type TrackedWork = { seconds: number; entries: number }

/**
 * The time of each of these projects or tasks, as far as one may see the entries; running timers count up to now.
 * Nothing for a key that may not read entries.
 */
export async function trackedWork(
  ctx: Ctx,
  column: 'project_id' | 'task_id',
  ids: readonly number[],
): Promise<Map<number, TrackedWork>> {
  if (ids.length === 0 || !hasScope(ctx, 'read:time_entries')) return new Map()
  const rows = await (
    await visibleEntries(ctx, 'everyone')
  )
    .where(`entry.${column}`, 'in', [...ids])
    .select(`entry.${column} as id`)
    .select(({ fn }) => [
      fn.sum<number>(rawSeconds(ctx.now)).as('seconds'),
      fn.countAll<number>().as('entries'),
    ])
    .groupBy(`entry.${column}`)
    .execute()
  return new Map([
    ...ids.map((id): [number, TrackedWork] => [id, { seconds: 0, entries: 0 }]),
    ...rows.map(({ id, seconds, entries }): [number, TrackedWork] => [
      id ?? 0,
      { seconds: Number(seconds), entries },
    ]),
  ])
}

/** The same for wires that show how long it took alone. */
export async function trackedSeconds(
  ctx: Ctx,
  column: 'project_id' | 'task_id',
  ids: readonly number[],
): Promise<Map<number, number>> {
  const work = await trackedWork(ctx, column, ids)
  return new Map([...work].map(([id, { seconds }]) => [id, seconds]))
}

export type TrackedColumn = 'project_id' | 'task_id' | 'user_id'

/** What the finished time of a project, a task or a person comes to. */
export type TrackedTotals = {
  seconds: number
  billableSeconds: number
  /** Minor units by currency, as far as one may know amounts. */
  amounts: { currency: string; amount: number }[]
}

/** The finished time of each of these projects, tasks or people, as far as one may see the entries. */
export async function trackedTotals(
  ctx: Ctx,
  column: TrackedColumn,
  ids: readonly number[],
): Promise<Map<number, TrackedTotals>> {
  const totals = new Map(
    ids.map((id): [number, TrackedTotals] => [id, { seconds: 0, billableSeconds: 0, amounts: [] }]),
  )
  if (ids.length === 0 || !hasScope(ctx, 'read:time_entries')) return totals
  const seconds = rawSeconds(ctx.now)
  const rows = await (
    await visibleEntries(ctx, 'everyone')
  )
    .where(`entry.${column}`, 'in', [...ids])
    .where('entry.ended_at', 'is not', null)
    .select([`entry.${column} as id`, 'entry.billable_currency as currency'])
    .select(({ fn }) => [
      fn.sum<number>(seconds).as('seconds'),
      sql<number>`sum(case when entry.billing_status in ('billable', 'billed', 'paid') then ${seconds} else 0 end)`.as(
        'billable_seconds',
      ),
      sql<number>`coalesce(sum(entry.billable_amount), 0)`.as('amount'),
    ])
    .groupBy([`entry.${column}`, 'entry.billable_currency'])
    .execute()
  for (const row of rows) {
    const total = totals.get(row.id ?? 0)
    if (!total) continue
    total.seconds += Number(row.seconds)
    total.billableSeconds += Number(row.billable_seconds)
    if (row.currency !== null) total.amounts.push({ currency: row.currency, amount: Number(row.amount) })
  }
  return totals
}

/** When the first and the last of the entries of a project began that one may see. */
export async function entrySpan(
  ctx: Ctx,
  projectId: number,
): Promise<{ first: number; last: number } | null> {
  requireScope(ctx, 'read:time_entries')
  const { first, last } = await (
    await visibleEntries(ctx, 'everyone')
  )
    .where('entry.project_id', '=', projectId)
    .select(({ fn }) => [fn.min('entry.started_at').as('first'), fn.max('entry.started_at').as('last')])
    .executeTakeFirstOrThrow()
  return first === null || last === null ? null : { first, last }
}
