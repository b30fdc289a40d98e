import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { inFewTexts, prepared } from '../prepared.ts'

/** An event that has just been written. */
type Written = { id: number; workspace_id: number }

/**
 * Leaves a delivery of these events for every webhook that asks for them, in the transaction that wrote them: it is
 * there if and only if what it tells of is kept. A webhook of a workspace hears what happens in it; a person's own hears
 * what that person may see, in each workspace they are in.
 */
export async function dispatch(ctx: Ctx, events: readonly Written[]): Promise<void> {
  const workspaces = [...new Set(events.map((event) => event.workspace_id))]
  const ids = events.map((event) => event.id)
  await leaveDeliveries(ctx, inFewTexts(workspaces), inFewTexts(ids))
}

const leaveDeliveries = prepared((_, workspaces: number[], ids: number[]) => {
  const written = sql`e.workspace_id in (${sql.join(workspaces)}) and e.id in (${sql.join(ids)})`
  const listens = sql`w.is_enabled = 1 and w.validated_at is not null and w.deleted_at is null`
  // Several patterns of one webhook may fit one event, which it is told of once. SQLite keeps the order of a cross join: of
  // webhooks that hear everywhere there are few, and left to itself it looks for them by every member of the workspace.
  return sql`
    insert into delivery
      (workspace_id, webhook_id, event_id, event_workspace_id, kind, subject_kind, subject_id, status, run_at, created_at)
    select w.workspace_id, w.id, e.id, e.workspace_id, e.kind, e.subject_kind, e.subject_id, 'waiting', e.at, e.at
    from event e
    join webhook_event we on we.workspace_id = e.workspace_id and ${fits}
    join webhook w on w.workspace_id = we.workspace_id and w.id = we.webhook_id
    where ${written} and ${listens} and w.hears_everywhere = 0
      and (e.subject_user_id is null or e.subject_user_id = w.user_id or e.subject_kind = 'entry')
    union
    select w.workspace_id, w.id, e.id, e.workspace_id, e.kind, e.subject_kind, e.subject_id, 'waiting', e.at, e.at
    from event e
    cross join webhook w
    cross join member m
    join webhook_event we on we.workspace_id = w.workspace_id and we.webhook_id = w.id and ${fits}
    where ${written} and ${listens} and w.hears_everywhere = 1
      and m.workspace_id = e.workspace_id and m.user_id = w.user_id and m.is_active = 1
      and (e.subject_user_id is null or e.subject_user_id = w.user_id
        or (e.subject_kind = 'entry' and ${mayReadOthers}))
    order by 3, 2`
})

const fits = sql`we.pattern in (e.kind, e.subject_kind || '.*', '*')`

/** As `canManage` of a role has it. */
const mayReadOthers = sql`m.role in ('owner', 'admin', 'manager')`
