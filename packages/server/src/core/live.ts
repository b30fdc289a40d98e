import type { Row } from '../db/schema.ts'
import { canManage, type Membership, membershipsOf, requireScope, workspaceIds } from './access.ts'
import { actingUser, type Ctx } from './context.ts'

/** That something changed, for a screen to read anew: no values, so that nothing leaks that reading would not show. */
export type LiveEvent = Pick<
  Row<'event'>,
  'id' | 'workspace_id' | 'at' | 'user_id' | 'operation_id' | 'kind' | 'subject_kind' | 'subject_id'
>

/** What an actor may hear of, right now. */
export type Audience = { userId: number; everything: number[]; shared: number[] }

/** The workspaces in which one hears of everything, and those in which one hears of what is not others' private matter. */
export async function audienceOf(ctx: Ctx): Promise<Audience> {
  requireScope(ctx, 'read:time_entries')
  const memberships = await membershipsOf(ctx)
  const isManaged = ({ role }: Membership) => canManage(role)
  return {
    userId: actingUser(ctx).userId,
    everything: workspaceIds(memberships.filter(isManaged)),
    shared: workspaceIds(memberships),
  }
}

/** True where an operation changed who hears what: a membership, or a workspace. */
export async function changesAudiences(db: Ctx['db'], operationId: string): Promise<boolean> {
  const found = await db.kysely
    .selectFrom('event')
    .select('id')
    .where('operation_id', '=', operationId)
    .where('subject_kind', 'in', ['member', 'workspace'])
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The events of an operation that an audience may hear of. */
export async function liveEventsOf(ctx: Ctx, audience: Audience, operationId: string): Promise<LiveEvent[]> {
  return heard(ctx, audience)
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .limit(MOST_MISSED)
    .execute()
}

/** Transactions end in another order than they began, so a reader that was away looks this far back. */
const LOOK_BACK_MS = 30_000
const LOOK_BACK_IDS = 10_000
const MOST_MISSED = 1000

/** What an audience has missed since the last event it saw, at most the newest thousand; some may come a second time. */
export async function liveEventsSince(ctx: Ctx, audience: Audience, lastId: number): Promise<LiveEvent[]> {
  const last = await ctx.db.kysely
    .selectFrom('event')
    .select('at')
    .where('id', '=', lastId)
    .where('workspace_id', 'in', audience.shared)
    .executeTakeFirst()
  if (!last) return []
  const newestFirst = await heard(ctx, audience)
    .where('id', '>', lastId - LOOK_BACK_IDS)
    .where('at', '>=', last.at - LOOK_BACK_MS)
    .where('id', '!=', lastId)
    .orderBy('id', 'desc')
    .limit(MOST_MISSED)
    .execute()
  return newestFirst.toReversed()
}

function heard(ctx: Ctx, { userId, everything, shared }: Audience) {
  return ctx.db.kysely
    .selectFrom('event')
    .select(['id', 'workspace_id', 'at', 'user_id', 'operation_id', 'kind', 'subject_kind', 'subject_id'])
    .where((eb) =>
      eb.and([
        eb('workspace_id', 'in', shared),
        eb.or([
          eb('subject_user_id', 'is', null),
          eb('subject_user_id', '=', userId),
          eb.and([eb('subject_kind', '=', 'entry'), eb('workspace_id', 'in', everything)]),
        ]),
      ]),
    )
}
