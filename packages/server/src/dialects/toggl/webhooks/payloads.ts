import { membershipsOf } from '../../../core/access.ts'
import type { Client } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import type { EntryRow } from '../../../core/entries/entry.ts'
import type { EventRow } from '../../../core/events.ts'
import type { ProjectRow } from '../../../core/projects/read.ts'
import { type Tag, tagsById } from '../../../core/tags.ts'
import type { Task } from '../../../core/tasks.ts'
import { toClient } from '../v9/clients.ts'
import { toTimeEntry } from '../v9/entry-map.ts'
import { membersOf, toWorkspaceUser } from '../v9/members.ts'
import { showProjects } from '../v9/projects.ts'
import { toTag } from '../v9/tags.ts'
import { showTasks } from '../v9/tasks.ts'
import { showWorkspaces } from '../v9/workspaces.ts'

/** The thing an event is about, as v9 shows it, as it was right after the event. */
export async function payloadOf(ctx: Ctx, event: EventRow): Promise<unknown> {
  const text = event.after ?? event.before
  if (text === null) return null
  const row: unknown = JSON.parse(text)
  // An event holds the row of the kind it is about, as the verb that wrote it had it.
  switch (event.subject_kind) {
    case 'entry':
      return entryPayload(ctx, row as EntryRow & { tag_ids: number[] })
    case 'project':
      return (await showProjects(ctx, [row as ProjectRow]))[0]
    case 'task':
      return (await showTasks(ctx, [row as Task]))[0]
    case 'client':
      return toClient(row as Client)
    case 'tag':
      return toTag(row as Tag)
    case 'member':
      return memberPayload(ctx, event)
    default:
      return (await showWorkspaces(ctx, await membershipsOf(ctx)))[0]
  }
}

async function entryPayload(ctx: Ctx, { tag_ids: ids, ...row }: EntryRow & { tag_ids: number[] }) {
  const known = await tagsById(ctx, ids)
  const tags = ids.flatMap((id) => known.get(id) ?? [])
  return toTimeEntry(
    { ...row, tags, user_name: null, user_email: '', locked_before: null, is_locked: false },
    ctx.now,
  )
}

async function memberPayload(ctx: Ctx, event: EventRow) {
  const membership = (await membershipsOf(ctx)).find((each) => each.workspace_id === event.workspace_id)
  const members = membership ? await membersOf(ctx, membership) : []
  const member = members.find((each) => each.id === event.subject_id)
  return member ? toWorkspaceUser(member) : null
}
