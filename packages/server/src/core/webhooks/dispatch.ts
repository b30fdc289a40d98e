import { sql } from 'kysely'
import { type Ctx, transactionOf } from '../context.ts'

/** An event that has just been written. */
type Written = { id: number; workspace_id: number }

/**
 * Leaves a delivery of these events for every webhook that asks for them, in the transaction that wrote them: it is
 * there if and only if what it tells of is kept.
 */
export async function dispatch(ctx: Ctx, events: readonly Written[]): Promise<void> {
  const workspaces = [...new Set(events.map((event) => event.workspace_id))]
  const ids = events.map((event) => event.id)
  // Several patterns of one webhook may fit one event, which it is told of once.
  await sql`
    insert into delivery
      (workspace_id, webhook_id, event_id, kind, subject_kind, subject_id, status, run_at, created_at)
    select distinct e.workspace_id, w.id, e.id, e.kind, e.subject_kind, e.subject_id, 'waiting', e.at, e.at
    from event e
    join webhook_event we on we.workspace_id = e.workspace_id
      and we.pattern in (e.kind, e.subject_kind || '.*', '*')
    join webhook w on w.workspace_id = we.workspace_id and w.id = we.webhook_id
    where e.workspace_id in (${sql.join(workspaces)}) and e.id in (${sql.join(ids)})
      and w.is_enabled = 1 and w.validated_at is not null and w.deleted_at is null
      and (e.subject_user_id is null or e.subject_user_id = w.user_id or e.subject_kind = 'entry')
    order by e.id, w.id`.execute(transactionOf(ctx))
}
