import { membershipsOf } from '../../../core/access.ts'
import { listClients } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { listTags } from '../../../core/tags.ts'
import { listTasks } from '../../../core/task-lists.ts'
import { toClient } from './clients.ts'
import { listedEntries } from './entry-list.ts'
import { toTimeEntry } from './entry-map.ts'
import { WHOLE } from './lists.ts'
import { showProjects } from './projects.ts'
import { toTag } from './tags.ts'
import { showTasks } from './tasks.ts'
import { showWorkspaces } from './workspaces.ts'

/** Everything of mine that a client starts with, in the order the service has it; what is empty is left out. */
export async function relatedTo(ctx: Ctx) {
  const projects = await listProjectsByNumber(ctx, {}, { ...WHOLE, offset: 0, by: 'id', order: 'asc' })
  const related = {
    tags: (await listTags(ctx, {}, WHOLE)).rows.map(toTag),
    clients: (await listClients(ctx, {}, WHOLE)).rows.map(toClient),
    time_entries: (await listedEntries(ctx, {})).map((entry) => toTimeEntry(entry, ctx.now)),
    projects: await showProjects(ctx, projects),
    tasks: await showTasks(ctx, (await listTasks(ctx, {}, WHOLE)).rows),
    workspaces: await showWorkspaces(ctx, await membershipsOf(ctx)),
  }
  return Object.fromEntries(Object.entries(related).filter(([, things]) => things.length > 0))
}
