import type { Ctx } from '../../../core/context.ts'
import type { Task } from '../../../core/tasks.ts'
import { listedTime } from '../values.ts'
import { showTasks } from '../v9/tasks.ts'

/** Tasks as this version shows them, with the names of `fields` that were asked for. */
export async function toTasks(ctx: Ctx, tasks: readonly Task[], fields: readonly string[] = []) {
  const shown = await showTasks(ctx, tasks)
  return tasks.map((task, index) => {
    const beside = shown[index]
    // What the newer version calls seconds are milliseconds.
    const seconds = (beside?.tracked_seconds ?? 0) / 1000
    return {
      name: task.name,
      id: task.id,
      wid: task.workspace_id,
      pid: task.project_id,
      uid: beside?.user_id,
      active: beside?.active,
      at: listedTime(task.updated_at),
      server_deleted_at: beside?.server_deleted_at,
      estimated_seconds: task.estimate_seconds ?? 0,
      tracked_seconds: seconds,
      uname: fields.includes('uname') ? beside?.user_name : null,
      done_seconds: fields.includes('done_seconds') ? seconds : null,
    }
  })
}
