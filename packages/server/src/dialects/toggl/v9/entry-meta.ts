import { type Membership, membershipsOf } from '../../../core/access.ts'
import { clientsById } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { type Project, projectsById } from '../../../core/projects/read.ts'
import { tasksById } from '../../../core/tasks.ts'
import type { EntryMeta } from './entry-map.ts'
import { isBillable } from './projects.ts'

/** The names and colours that go with entries, in a few questions however many entries there are. */
export async function metaOf(ctx: Ctx, entries: readonly Entry[]): Promise<(entry: Entry) => EntryMeta> {
  const projects = await projectsById(ctx, present(entries.map((entry) => entry.project_id)))
  const clients = await clientsById(ctx, present([...projects.values()].map((project) => project.client_id)))
  const tasks = await tasksById(ctx, present(entries.map((entry) => entry.task_id)))
  const within = await membershipsOf(ctx)
  return (entry) => {
    const project = entry.project_id === null ? undefined : projects.get(entry.project_id)
    const client = project?.client_id ? clients.get(project.client_id) : undefined
    const task = entry.task_id === null ? undefined : tasks.get(entry.task_id)
    return {
      ...(client ? { client_name: client.name } : {}),
      ...(project ? projectMeta(project, within) : {}),
      ...(task ? { task_name: task.name } : {}),
      user_name: entry.user_name ?? entry.user_email,
      user_avatar_url: '',
    }
  }
}

function projectMeta(project: Project, within: readonly Membership[]) {
  const place = within.find((each) => each.workspace_id === project.workspace_id)
  return {
    project_name: project.title,
    project_color: project.color.toLowerCase(),
    project_active: project.is_archived === 0,
    project_billable: place !== undefined && isBillable(project, place.workspace),
  }
}

function present(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
