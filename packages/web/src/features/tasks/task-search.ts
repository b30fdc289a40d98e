import { useNavigate, useSearch } from '@tanstack/react-router'
import { statusFilters, type StatusFilter } from './task-filter.ts'
import { sortKeys, type Sort } from './task-order.ts'

/** What the address of the tasks page says; everything else has its usual value. */
export type TaskSearch = {
  view?: string | undefined
  status?: string | undefined
  project?: string | undefined
  assignee?: string | undefined
  sort?: string | undefined
  task?: string | undefined
}

/** How the tasks are looked at, and the way to another look, which replaces the address. */
export function useTaskSearch() {
  const search = useSearch({ from: '/shell/tasks' })
  const navigate = useNavigate()
  const status: StatusFilter = statusFilters.find((known) => known === search.status) ?? 'open'
  return {
    view: search.view === 'board' ? ('board' as const) : ('list' as const),
    status,
    projectId: search.project ? Number(search.project) : undefined,
    /** `me`, or the id of somebody. */
    assignee: search.assignee,
    sort: readSort(search.sort),
    openedId: search.task === undefined ? undefined : Number(search.task),
    change: (changes: TaskSearch) =>
      navigate({ to: '/tasks', search: { ...search, ...changes }, replace: true, resetScroll: false }),
  }
}

/** `-due` is the other way round. */
export function writeSort({ by, isDescending }: Sort): string | undefined {
  const written = `${isDescending ? '-' : ''}${by}`
  return written === 'due' ? undefined : written
}

export function readSort(written: string | undefined): Sort {
  const isDescending = written?.startsWith('-') ?? false
  const name = written?.slice(isDescending ? 1 : 0)
  const by = sortKeys.find((key) => key === name)
  return by ? { by, isDescending } : { by: 'due', isDescending: false }
}
