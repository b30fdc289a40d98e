import { SegmentedControl } from '@mantine/core'
import type { Task } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { idsBelow } from '../projects/project-tree.ts'
import { projectsQuery } from '../projects/projects.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canEditProjects, canTrackTime } from '../workspaces/permissions.ts'
import { NewTaskLine } from './new-task-line.tsx'
import { OpenedTask } from './opened-task.tsx'
import { useHasOthers } from './people.ts'
import { TaskBoard } from './task-board.tsx'
import { filterTasks } from './task-filter.ts'
import { TaskFilters } from './task-filters.tsx'
import { useTaskNames } from './task-names.ts'
import { sortTasks, type TaskNames } from './task-order.ts'
import { useTaskSearch, writeSort } from './task-search.ts'
import { TaskTable } from './task-table.tsx'
import classes from './tasks-page.module.css'
import { tasksQuery } from './tasks.ts'

export function TasksPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const { view, openedId, change } = useTaskSearch()
  return (
    <Page
      title={t('nav.tasks')}
      isWide
      actions={
        <SegmentedControl
          className={classes.views}
          aria-label={t('tasks.views')}
          data={(['list', 'board'] as const).map((each) => ({ value: each, label: t(`tasks.view.${each}`) }))}
          value={view}
          onChange={(chosen) => change({ view: chosen === 'board' ? chosen : undefined })}
        />
      }
    >
      {/* What is typed belongs to the workspace it was meant for. */}
      <Tasks key={workspace.id} workspaceId={workspace.id} />
      {openedId !== undefined && (
        <OpenedTask
          key={openedId}
          id={openedId}
          workspaceId={workspace.id}
          isFixed={!canTrackTime(role)}
          onClose={() => change({ task: undefined })}
        />
      )}
    </Page>
  )
}

function Tasks({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  const { id: myId } = useMe()
  const { view, projectId, assignee, sort, change } = useTaskSearch()
  const [text, setText] = useState('')
  const query = useQuery(tasksQuery(workspaceId))
  const names = useTaskNames(workspaceId, canEditProjects(role))
  const shown = useShown(query.data, text, names)
  const mayChange = canTrackTime(role)
  const shared = {
    names,
    mayChange,
    mayDelete: canEditProjects(role),
    onOpen: ({ id }: Task) => void change({ task: String(id) }),
  }
  const showsPeople = useHasOthers(workspaceId)
  return (
    <>
      {mayChange && (
        <NewTaskLine
          key={projectId}
          workspaceId={workspaceId}
          projectId={projectId}
          assigneeId={assignee === 'me' ? myId : undefined}
        />
      )}
      <TaskFilters workspaceId={workspaceId} text={text} onText={setText} count={shown?.length} />
      <Loaded query={{ ...query, data: shown }}>
        {(tasks) =>
          tasks.length === 0 ? (
            <NoTasks all={query.data ?? []} mayChange={mayChange} isSearch={text.trim() !== ''} />
          ) : view === 'board' ? (
            <TaskBoard tasks={tasks} {...shared} />
          ) : (
            <TaskTable
              tasks={tasks}
              label={t('nav.tasks')}
              showsProject
              showsPeople={showsPeople}
              sort={sort}
              onSort={(next) => change({ sort: writeSort(next) })}
              {...shared}
            />
          )
        }
      </Loaded>
    </>
  )
}

/** The tasks that the address and what is typed ask for, in their order. */
function useShown(tasks: Task[] | undefined, typed: string, names: TaskNames): Task[] | undefined {
  const { view, projectId, assignee, status, sort } = useTaskSearch()
  const { id: myId } = useMe()
  const { data: projects } = useQuery(projectsQuery)
  // A long list follows what is typed when there is time for it.
  const text = useDeferredValue(typed)
  const projectIds = useMemo(
    () => (projectId === undefined ? undefined : idsBelow(projects ?? [], projectId)),
    [projects, projectId],
  )
  const { by, isDescending } = sort
  return useMemo(() => {
    if (!tasks) return undefined
    const assigneeId = assignee === 'me' ? myId : assignee ? Number(assignee) : undefined
    const isBoard = view === 'board'
    const found = filterTasks(tasks, { text, projectIds, assigneeId, status: isBoard ? 'all' : status })
    return isBoard
      ? sortTasks(
          found.filter((task) => task.status !== 'cancelled'),
          { by: 'due', isDescending: false },
          names,
        )
      : sortTasks(found, { by, isDescending }, names)
  }, [tasks, text, projectIds, assignee, myId, status, view, by, isDescending, names])
}

type NoTasksProps = { all: readonly Task[]; mayChange: boolean; isSearch: boolean }

function NoTasks({ all, mayChange, isSearch }: NoTasksProps) {
  const { t } = useTranslation()
  const { status, projectId, assignee } = useTaskSearch()
  if (all.length === 0) {
    return (
      <EmptyState
        title={t('tasks.empty')}
        text={t(mayChange ? 'tasks.emptyHint' : 'tasks.emptyForViewers')}
      />
    )
  }
  const isFiltered = isSearch || projectId !== undefined || assignee !== undefined || status !== 'open'
  if (isFiltered) return <EmptyState title={t('tasks.noMatch')} />
  return <EmptyState title={t('tasks.allDone')} text={t('tasks.allDoneHint')} />
}
