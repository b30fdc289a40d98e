import { isWorkspaceAdmin, membershipIn, requireAllowed, requireScope } from './access.ts'
import { actingUser, type Ctx, lockUser, lockWorkspace, transact } from './context.ts'
import { AppError, notFound } from './errors.ts'
import { restoreEntry } from './entries/restore.ts'
import { eventsOfOperation } from './events.ts'
import { groupBy } from './rules/group-by.ts'
import { type Change, requireBelongings, restoreRow } from './restore.ts'

/** The kinds of things whose operations can be undone. */
const UNDOABLE = new Set([
  'entry',
  'project',
  'client',
  'task',
  'tag',
  'rate',
  'saved_report',
  'contact',
  'lead',
  'deal',
  'approval_policy',
])
/** What follows from a change by itself, and does not come back with it: changed time is to be submitted anew. */
const IN_PASSING = new Set(['approval.cancelled'])
const MOST_CHANGES = 20_000

/**
 * Takes back everything one request of mine wrote, in one transaction: what it made goes, what it changed or deleted
 * is as before. Refused as a whole where anything of it has changed since, or is locked by now.
 */
export async function undoOperation(ctx: Ctx, operationId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const changes = await changesOf(ctx, operationId)
    const { userId } = actingUser(ctx)
    for (const owner of ownersOf(changes, userId)) await lockUser(ctx, owner)
    for (const workspaceId of new Set(changes.map((change) => change.workspaceId)))
      await lockWorkspace(ctx, workspaceId)
    // Backwards, so that a timer that was started goes before the one it stopped runs again.
    for (const change of changes.reverse()) {
      await requireMayUndo(ctx, change)
      await (change.kind === 'entry' ? restoreEntry(ctx, change) : restoreRow(ctx, change))
    }
    await requireBelongings(ctx, changes)
  })
}

function ownersOf(changes: Change[], userId: number): number[] {
  const owners = changes.flatMap((change) => change.ownerId ?? [])
  return [...new Set([userId, ...owners])].sort((a, b) => a - b)
}

/** The net change of each thing an operation touched, in the order of its last event. */
async function changesOf(ctx: Ctx, operationId: string): Promise<Change[]> {
  const { userId, workspaceId } = actingUser(ctx)
  const events = (await eventsOfOperation(ctx, operationId, MOST_CHANGES)).filter(
    (event) =>
      event.user_id === userId &&
      (workspaceId === null || event.workspace_id === workspaceId) &&
      !IN_PASSING.has(event.kind),
  )
  const undoable = events.filter((event) => UNDOABLE.has(event.subject_kind))
  if (undoable.length === 0) throw notFound('operation')
  if (undoable.length < events.length || events.length === MOST_CHANGES) {
    throw new AppError('conflict', 'changed_since', 'This operation cannot be undone.')
  }
  const bySubject = groupBy(undoable, (event) => `${event.subject_kind} ${event.subject_id}`)
  return [...bySubject.values()]
    .flatMap((each) => {
      const [first] = each
      const last = each.at(-1)
      if (!first || !last) return []
      return [
        {
          // `UNDOABLE` holds exactly these kinds.
          kind: last.subject_kind as Change['kind'],
          id: last.subject_id,
          workspaceId: last.workspace_id,
          ownerId: last.subject_user_id,
          before: parse(first.before),
          after: parse(last.after),
          lastEventId: last.id,
        },
      ]
    })
    .sort((a, b) => a.lastEventId - b.lastEventId)
}

function parse(json: string | null): Record<string, unknown> | null {
  // Events hold the JSON of rows, written by `emit`.
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>)
}

const SCOPES = {
  entry: 'write:time_entries',
  project: 'write:projects',
  client: 'write:clients',
  task: 'write:tasks',
  tag: 'write:tags',
  rate: 'write:workspaces',
  saved_report: 'write:reports',
  contact: 'write:contacts',
  lead: 'write:leads',
  deal: 'write:deals',
  approval_policy: 'write:time_approvals',
} as const

async function requireMayUndo(ctx: Ctx, change: Change): Promise<void> {
  requireScope(ctx, SCOPES[change.kind])
  const { role } = await membershipIn(ctx, change.workspaceId)
  requireAllowed(role !== 'viewer', 'A viewer may not undo.')
  const isOthers = change.ownerId !== null && change.ownerId !== actingUser(ctx).userId
  requireAllowed(
    !isOthers || isWorkspaceAdmin(role) || role === 'manager',
    'Your role may not change the entries of others.',
  )
}
