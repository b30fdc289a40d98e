import { Checkbox, UnstyledButton } from '@mantine/core'
import type { Task } from '@sundial/sdk'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ProjectLabel } from '../projects/project-label.tsx'
import { useProjectsById } from '../projects/projects.ts'
import { DueDay } from './due-day.tsx'
import { TaskMenu } from './task-menu.tsx'
import { TaskTime } from './task-time.tsx'
import { TaskTimerButton } from './task-timer-button.tsx'
import classes from './task-row.module.css'
import { useSetTaskStatus } from './tasks.ts'

export type RowRights = { mayChange: boolean; mayDelete: boolean }

type Props = RowRights & {
  task: Task
  people: string
  seconds: number
  showsProject: boolean
  showsPeople: boolean
  onOpen: (task: Task) => void
}

/** The cells of a task in a table. */
export const TaskCells = memo(function TaskCells({ task, people, seconds, ...props }: Props) {
  const { t } = useTranslation()
  const { showsProject, showsPeople, mayChange, onOpen } = props
  const setStatus = useSetTaskStatus()
  const open = () => {
    onOpen(task)
  }
  const move = (status: Task['status']) => {
    setStatus.mutate({ task, status })
  }
  return (
    <>
      <div role="cell" className={classes.check}>
        <Checkbox
          aria-label={t('tasks.doneNamed', task)}
          checked={task.status === 'done'}
          disabled={!mayChange}
          onChange={(event) => {
            move(event.currentTarget.checked ? 'done' : 'todo')
          }}
        />
      </div>
      <div role="cell" className={classes.what} data-ended={task.completed_at !== null || undefined}>
        <UnstyledButton className={classes.name} title={task.name} onClick={open}>
          {task.name}
        </UnstyledButton>
        {task.tags.length > 0 && (
          <span className={classes.quiet}>{task.tags.map(({ name }) => name).join(' · ')}</span>
        )}
      </div>
      {showsProject && (
        <div role="cell" className={classes.project}>
          <ProjectOf id={task.project_id} />
        </div>
      )}
      {showsPeople && (
        <div role="cell" className={classes.people} title={people || undefined}>
          {people}
        </div>
      )}
      <div role="cell" className={classes.status}>
        {t(`tasks.is.${task.status}`)}
      </div>
      <div role="cell" className={classes.priority} data-usual={task.priority === 'medium' || undefined}>
        {t(`tasks.priorityIs.${task.priority}`)}
      </div>
      <div role="cell" className={classes.due}>
        <DueDay task={task} isShort />
      </div>
      <div role="cell" className={classes.time}>
        <TaskTime task={task} seconds={seconds} />
      </div>
      {mayChange && (
        <div role="cell" className={classes.actions}>
          <TaskTimerButton task={task} />
          <TaskMenu
            task={task}
            className={classes.menu}
            mayDelete={props.mayDelete}
            onEdit={open}
            onMove={move}
          />
        </div>
      )}
    </>
  )
})

function ProjectOf({ id }: { id: number }) {
  const project = useProjectsById().get(id)
  return project ? <ProjectLabel project={project} /> : null
}
