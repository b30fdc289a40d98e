import { useMemo } from 'react'
import { projectName, useProjectsById } from '../projects/projects.ts'
import { usePeopleOf } from './people.ts'
import type { TaskNames } from './task-order.ts'
import { useTaskSeconds } from './tasks.ts'

/** What lists and boards say of a task beside what it says itself, each asked once for all tasks. */
export function useTaskNames(workspaceId: number, seesOthers: boolean): TaskNames {
  const projects = useProjectsById()
  const peopleOf = usePeopleOf(workspaceId)
  const seconds = useTaskSeconds(workspaceId, seesOthers)
  return useMemo(
    () => ({
      projectOf: ({ project_id }) => {
        const project = projects.get(project_id)
        return project ? projectName(project) : ''
      },
      peopleOf,
      secondsOf: ({ id }) => seconds.get(id) ?? 0,
    }),
    [projects, peopleOf, seconds],
  )
}
