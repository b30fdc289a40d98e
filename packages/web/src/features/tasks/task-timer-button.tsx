import type { Task } from '@sundial/sdk'
import { IconPlayerPlay, IconPlayerStopFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { useStartTimer, useStopTimer } from '../timer/timer-changes.ts'
import { useRunningTimer } from '../timer/timer.ts'
import classes from './task-row.module.css'

/** Starts the timer on a task, or stops it where it runs on this one. */
export function TaskTimerButton({ task }: { task: Task }) {
  const { t } = useTranslation()
  const start = useStartTask()
  const stop = useStopTimer()
  const isRunning = useRunningTimer()?.entry.task_id === task.id
  return (
    <IconButton
      icon={isRunning ? IconPlayerStopFilled : IconPlayerPlay}
      label={t(isRunning ? 'tasks.stopFor' : 'tasks.startFor', task)}
      className={classes.timer}
      data-running={isRunning || undefined}
      onClick={() => {
        if (isRunning) stop.mutate()
        else start(task)
      }}
    />
  )
}

/** Starts the timer on a task, under its name. */
export function useStartTask(): (task: Task) => void {
  const { mutate } = useStartTimer()
  return ({ id, workspace_id, project_id, name }) => {
    mutate({ workspace_id, project_id, task_id: id, title: name })
  }
}
