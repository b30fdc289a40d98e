import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { projectName, useProjectsById } from '../projects/projects.ts'
import { tasksQuery } from '../tasks/tasks.ts'
import type { RowThing } from './week-rows.ts'

export type RowNames = {
  /** Such as `Website ▸ Shop, Fix basket`. */
  nameOf: (thing: RowThing) => string
  taskOf: (taskId: number | null) => string | undefined
}

export function useRowNames(workspaceId: number): RowNames {
  const { t } = useTranslation()
  const projects = useProjectsById()
  const { data: tasks } = useQuery(tasksQuery(workspaceId))
  return useMemo(() => {
    const names = new Map(tasks?.map(({ id, name }) => [id, name]))
    const taskOf = (taskId: number | null) =>
      taskId === null ? undefined : (names.get(taskId) ?? t('timesheet.someTask'))
    return {
      taskOf,
      nameOf: ({ projectId, taskId }) => {
        const project = projectId === null ? undefined : projects.get(projectId)
        const name = project
          ? projectName(project)
          : t(projectId === null ? 'projects.none' : 'reports.hidden')
        return [name, taskOf(taskId)].filter(Boolean).join(', ')
      },
    }
  }, [projects, tasks, t])
}
