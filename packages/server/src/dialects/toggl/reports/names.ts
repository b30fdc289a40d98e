import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { type Project, projectsById } from '../../../core/projects/read.ts'
import { type Label, namesOf } from '../../../core/reports/labels.ts'

/** What the things in lines are called. A project that is closed to one has no name. */
export type Names = {
  users: ReadonlyMap<number, Label>
  projects: ReadonlyMap<number, Project>
  clients: ReadonlyMap<number, Label>
  tasks: ReadonlyMap<number, Label>
}

type Ids = { users?: number[]; projects?: number[]; clients?: number[]; tasks?: number[] }

const PROJECTS_AT_ONCE = 5000

/** Names by id; those of the projects' clients come with them. */
export async function namesOfIds(
  ctx: Ctx,
  membership: Membership,
  { users = [], projects = [], clients = [], tasks = [] }: Ids,
): Promise<Names> {
  const known = new Map<number, Project>()
  for (let start = 0; start < projects.length; start += PROJECTS_AT_ONCE) {
    const some = await projectsById(ctx, projects.slice(start, start + PROJECTS_AT_ONCE))
    for (const [id, project] of some) known.set(id, project)
  }
  const clientIds = new Set([...clients, ...[...known.values()].flatMap(({ client_id }) => client_id ?? [])])
  return {
    projects: known,
    users: await namesOf(ctx, { by: 'user', ids: users }, [membership]),
    clients: await namesOf(ctx, { by: 'client', ids: [...clientIds] }, [membership]),
    tasks: await namesOf(ctx, { by: 'task', ids: tasks }, [membership]),
  }
}
