import { Switch } from '@mantine/core'
import type { Project, Role, Task } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/section.tsx'
import { canEditProjects, canTrackTime } from '../workspaces/permissions.ts'
import { NewTaskLine } from './new-task-line.tsx'
import { useHasOthers } from './people.ts'
import classes from './project-tasks.module.css'
import { isOpen } from './task-filter.ts'
import { useTaskNames } from './task-names.ts'
import { sortTasks, type Sort } from './task-order.ts'
import { TaskTable } from './task-table.tsx'
import { tasksQuery } from './tasks.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }))

type Props = { project: Project; role: Role }

/** The tasks of one project, not of those below it. */
export function ProjectTasks({ project, role }: Props) {
  const { t } = useTranslation()
  const { id, workspace_id: workspaceId } = project
  const query = useQuery(tasksQuery(workspaceId))
  const here = useMemo(() => query.data?.filter((task) => task.project_id === id), [query.data, id])
  const [showsEnded, setShowsEnded] = useState(false)
  const [opened, setOpened] = useState<Task>()
  const mayChange = canTrackTime(role)
  return (
    <Section
      title={t('tasks.ofProject')}
      actions={
        // Together, as the one makes room for the other.
        here && (
          <div className={classes.actions}>
            {here.some((task) => !isOpen(task)) && (
              <Switch
                label={t('tasks.showEnded')}
                checked={showsEnded}
                onChange={(event) => {
                  setShowsEnded(event.currentTarget.checked)
                }}
              />
            )}
            <Link to="/tasks" search={{ project: String(id) }} className={classes.all}>
              {t('tasks.toAll')}
            </Link>
          </div>
        )
      }
    >
      <Loaded query={{ ...query, data: here }}>
        {(tasks) => (
          <>
            {mayChange && !project.is_hidden && (
              <NewTaskLine workspaceId={workspaceId} projectId={id} isHere />
            )}
            <TaskList
              tasks={showsEnded ? tasks : tasks.filter(isOpen)}
              isNone={tasks.length === 0}
              workspaceId={workspaceId}
              role={role}
              onOpen={setOpened}
            />
          </>
        )}
      </Loaded>
      {opened && (
        <Suspense>
          <TaskDialog
            task={opened}
            workspaceId={workspaceId}
            isFixed={!mayChange}
            onClose={() => {
              setOpened(undefined)
            }}
          />
        </Suspense>
      )}
    </Section>
  )
}

type ListProps = {
  tasks: readonly Task[]
  isNone: boolean
  workspaceId: number
  role: Role
  onOpen: (task: Task) => void
}

function TaskList({ tasks, isNone, workspaceId, role, onOpen }: ListProps) {
  const { t } = useTranslation()
  const names = useTaskNames(workspaceId, canEditProjects(role))
  const showsPeople = useHasOthers(workspaceId)
  const [sort, setSort] = useState<Sort>({ by: 'due', isDescending: false })
  const sorted = useMemo(() => sortTasks(tasks, sort, names), [tasks, sort, names])
  if (tasks.length === 0) {
    return <p className={classes.none}>{t(isNone ? 'tasks.noneHere' : 'tasks.noneOpenHere')}</p>
  }
  return (
    <TaskTable
      tasks={sorted}
      names={names}
      label={t('tasks.ofProject')}
      showsProject={false}
      showsPeople={showsPeople}
      mayChange={canTrackTime(role)}
      mayDelete={canEditProjects(role)}
      sort={sort}
      onSort={setSort}
      onOpen={onOpen}
    />
  )
}
