import { hasScope, requireScope } from './access.ts'
import type { Ctx } from './context.ts'
import { visibleEntries } from './entries/entry.ts'
import { rawSeconds } from './entries/seconds.ts'

/**
 * How much time each of these projects or tasks has, as far as one may see the entries; running timers count up to now.
 * Nothing for a key that may not read entries.
 */
export async function trackedSeconds(
  ctx: Ctx,
  column: 'project_id' | 'task_id',
  ids: readonly number[],
): Promise<Map<number, number>> {
  if (ids.length === 0 || !hasScope(ctx, 'read:time_entries')) return new Map()
  const rows = await (
    await visibleEntries(ctx, 'everyone')
  )
    .where(`entry.${column}`, 'in', [...ids])
    .select(`entry.${column} as id`)
    .select(({ fn }) => fn.sum<number>(rawSeconds(ctx.now)).as('seconds'))
    .groupBy(`entry.${column}`)
    .execute()
  return new Map([
    ...ids.map((id) => [id, 0] as const),
    ...rows.map(({ id, seconds }) => [id ?? 0, Number(seconds)] as const),
  ])
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
