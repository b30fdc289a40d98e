import type { Task } from '@sundial/sdk'

/** What is cancelled has left the board; the list still has it. */
export const boardStatuses = ['todo', 'in_progress', 'review', 'done'] as const
export type BoardStatus = (typeof boardStatuses)[number]

/**
 * The cards of each column, in the order they are given in; of those that are done the latest stand first, and one that
 * is only just being moved before all.
 */
export function columnsOf(tasks: readonly Task[]): Record<BoardStatus, Task[]> {
  const columns: Record<BoardStatus, Task[]> = { todo: [], in_progress: [], review: [], done: [] }
  for (const task of tasks) if (task.status !== 'cancelled') columns[task.status].push(task)
  columns.done.sort((a, b) => (b.completed_at ?? '').localeCompare(a.completed_at ?? '') || b.id - a.id)
  return columns
}
