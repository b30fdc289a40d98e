import type { Task } from '@sundial/sdk'
import { compareNames } from '../../lib/locale.ts'
import { sorted, type Sort as SortOf, type SortKeys } from '../../ui/sort.ts'

/** What a list of tasks can be sorted by. */
export const sortKeys = ['due', 'priority', 'name', 'project', 'people', 'status', 'time'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = SortOf<SortKey>

/** What cannot be read off a task itself. */
export type TaskNames = {
  projectOf: (task: Task) => string
  peopleOf: (task: Task) => string
  secondsOf: (task: Task) => number
}

export const statuses = ['todo', 'in_progress', 'review', 'done', 'cancelled'] as const
export const priorities = ['low', 'medium', 'high', 'urgent'] as const

/** Tasks in an order; of those that are alike the one due first stands first, then the more urgent one. */
export function sortTasks(tasks: readonly Task[], sort: Sort, names: TaskNames): Task[] {
  const keys: SortKeys<Task, SortKey> = {
    due: (task) => task.due_on,
    priority: (task) => priorities.length - priorities.indexOf(task.priority),
    name: (task) => task.name,
    project: names.projectOf,
    people: names.peopleOf,
    status: (task) => statuses.indexOf(task.status),
    time: names.secondsOf,
  }
  return sorted(tasks.toSorted(byUrgency), { keys, sort })
}

function byUrgency(a: Task, b: Task): number {
  return (
    (a.due_on ?? '9999').localeCompare(b.due_on ?? '9999') ||
    priorities.indexOf(b.priority) - priorities.indexOf(a.priority) ||
    compareNames(a.name, b.name) ||
    a.id - b.id
  )
}
