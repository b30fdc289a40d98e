import type { Task } from '@sundial/sdk'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { useFormats } from '../session/formats.ts'
import classes from './task-time.module.css'

/** How long a task has taken, of what it was thought to; a sign says that it is more. */
export function TaskTime({ task, seconds }: { task: Task; seconds: number }) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const { estimate_seconds: estimated } = task
  if (estimated === null) return seconds > 0 && <span>{duration(seconds)}</span>
  const words = { time: duration(seconds), estimate: duration(estimated) }
  if (seconds <= estimated) return <span>{t('tasks.timeOf', words)}</span>
  return (
    <span className={classes.over} title={t('tasks.timeOver', words)}>
      <Icon of={IconAlertTriangle} size={14} />
      <span aria-label={t('tasks.timeOver', words)} role="img">
        {t('tasks.timeOf', words)}
      </span>
    </span>
  )
}
