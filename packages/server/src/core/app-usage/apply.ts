import { type Ctx, lockUser, transact } from '../context.ts'
import { invalid } from '../errors.ts'
import { groupBy } from '../rules/group-by.ts'
import { usageOwner } from './access.ts'
import { placesByRule } from './matching.ts'
import type { Usage } from './record.ts'

const LONGEST_APPLY_MS = 366 * 24 * 3600 * 1000
const APPLIED_AT_ONCE = 1000

/** Asks the rules again about what started in a range. What was assigned by hand stays as it is. */
export async function applyRules(
  ctx: Ctx,
  { from, to }: { from: number; to: number },
): Promise<{ checked: number; changed: number }> {
  const userId = usageOwner(ctx, 'write:app_usage')
  if (to < from) throw invalid('to', 'The end lies before the start.')
  if (to - from > LONGEST_APPLY_MS) throw invalid('to', 'Apply rules to at most a year at once.')
  const total = { checked: 0, changed: 0 }
  for (let after = { started_at: from, id: 0 }; ;) {
    const batch = await transact(ctx, async (ctx) => {
      await lockUser(ctx, userId)
      const samples = await samplesAfter(ctx, { userId, to, ...after })
      return { last: samples.at(-1), checked: samples.length, changed: await placeAnew(ctx, userId, samples) }
    })
    total.checked += batch.checked
    total.changed += batch.changed
    if (!batch.last || batch.checked < APPLIED_AT_ONCE) return total
    after = batch.last
  }
}

type After = { userId: number; to: number; started_at: number; id: number }

async function samplesAfter(ctx: Ctx, { userId, to, started_at, id }: After): Promise<Usage[]> {
  return ctx.db.kysely
    .selectFrom('app_usage')
    .selectAll()
    .where('user_id', '=', userId)
    .where('started_at', '>=', started_at)
    .where('started_at', '<', to)
    .where((eb) => eb.or([eb('started_at', '>', started_at), eb('id', '>', id)]))
    .where('is_assigned_by_hand', '=', 0)
    .orderBy('started_at')
    .orderBy('id')
    .limit(APPLIED_AT_ONCE)
    .execute()
}

async function placeAnew(ctx: Ctx, userId: number, samples: Usage[]): Promise<number> {
  const placeOf = await placesByRule(ctx, userId)
  const moved = samples
    .map((sample) => ({ sample, place: placeOf(sample) }))
    .filter(({ sample, place }) => sample.project_id !== place.project_id)
  for (const together of groupBy(moved, ({ place }) => place.project_id).values()) {
    const [first] = together
    if (!first) continue
    await ctx.db.kysely
      .updateTable('app_usage')
      .set(first.place)
      .where('user_id', '=', userId)
      .where(
        'id',
        'in',
        together.map(({ sample }) => sample.id),
      )
      .execute()
  }
  return moved.length
}
