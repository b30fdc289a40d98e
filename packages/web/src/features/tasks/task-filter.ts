import type { Task } from '@sundial/sdk'
import { statuses } from './task-order.ts'

/** `open` is what is still to be done, in whichever way. */
export const statusFilters = ['open', 'all', ...statuses] as const
export type StatusFilter = (typeof statusFilters)[number]

export type TaskFilter = {
  text: string
  /** A project and those below it. */
  projectIds: ReadonlySet<number> | undefined
  assigneeId: number | undefined
  status: StatusFilter
}

/** Whether anything is still to be done. */
export function isOpen({ status }: Pick<Task, 'status'>): boolean {
  return status !== 'done' && status !== 'cancelled'
}

/** Days are text that sorts. */
export function isLate(task: Pick<Task, 'status' | 'due_on'>, today: string): boolean {
  return isOpen(task) && task.due_on !== null && task.due_on < today
}

/** The tasks that a filter means. Every word of its text must occur in the name, the description or a tag. */
export function filterTasks(tasks: readonly Task[], filter: TaskFilter): Task[] {
  const { projectIds, assigneeId, status } = filter
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return tasks.filter(
    (task) =>
      (!projectIds || projectIds.has(task.project_id)) &&
      (assigneeId === undefined || task.assignee_ids.includes(assigneeId)) &&
      (status === 'all' || (status === 'open' ? isOpen(task) : task.status === status)) &&
      (words.length === 0 || holdsAll(task, words)),
  )
}

function holdsAll({ name, description, tags }: Task, words: readonly string[]): boolean {
  const text = [name, description, ...tags.map((tag) => tag.name)].join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}
