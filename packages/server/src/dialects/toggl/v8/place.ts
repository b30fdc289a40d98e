import type { Ctx } from '../../../core/context.ts'
import { actingUser } from '../../../core/context.ts'
import { getMe } from '../../../core/me.ts'
import { findProject } from '../../../core/projects/read.ts'
import { findTask } from '../../../core/tasks.ts'
import { workspaceById } from '../access.ts'
import { refused } from '../errors.ts'
import { type Input, integerOf, spellingOf } from '../wire.ts'
import { blank } from './envelope.ts'

/** The workspace a new thing is to be made in; it has to be named. */
export async function namedWorkspace(ctx: Ctx, input: Input): Promise<number> {
  const id = await widOf(ctx, input)
  if (id === undefined) throw blank('wid')
  return id
}

/** The workspace a new entry belongs to: the one that is named, or that of its project or its task. */
export async function entryWorkspace(ctx: Ctx, input: Input): Promise<number | undefined> {
  const named = await widOf(ctx, input)
  if (named !== undefined) return named
  const projectId = integerOf(input, spellingOf(input, 'pid', 'project_id'))
  if (projectId) {
    const project = await findProject(ctx, projectId)
    if (!project) throw refused('User cannot access the selected project')
    return project.workspace_id
  }
  const taskId = integerOf(input, spellingOf(input, 'tid', 'task_id'))
  if (!taskId) return undefined
  const task = await findTask(ctx, taskId)
  if (!task) throw refused('User cannot access selected task')
  return task.workspace_id
}

async function widOf(ctx: Ctx, input: Input): Promise<number | undefined> {
  const id = integerOf(input, spellingOf(input, 'wid', 'workspace_id'))
  return id ? (await workspaceById(ctx, id)).workspace_id : undefined
}

/** Where a timer goes that names no place: the workspace a key is bound to, or one's own choice. */
export async function defaultWorkspace(ctx: Ctx): Promise<number> {
  const id = actingUser(ctx).workspaceId ?? (await getMe(ctx)).default_workspace_id
  return (await workspaceById(ctx, id ?? 0)).workspace_id
}
