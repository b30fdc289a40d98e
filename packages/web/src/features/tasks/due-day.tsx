import type { Task } from '@sundial/sdk'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { useMoney } from '../rates/use-money.ts'
import { useFormats } from '../session/formats.ts'
import classes from './due-day.module.css'
import { isLate } from './task-filter.ts'

/** When a task is due; one that is late says so in words where there is room, and by a sign where there is not. */
export function DueDay({ task, isShort = false }: { task: Task; isShort?: boolean }) {
  const { t } = useTranslation()
  const { today } = useFormats()
  const money = useMoney()
  if (task.due_on === null) return null
  const day = money.day(task.due_on)
  if (!isLate(task, today())) return <span>{isShort ? day : t('tasks.dueOn', { day })}</span>
  const late = t('tasks.late', { day })
  return (
    <span className={classes.late} title={isShort ? late : undefined}>
      <Icon of={IconAlertTriangle} size={14} />
      <span aria-hidden={isShort || undefined}>{isShort ? day : late}</span>
      {isShort && <span className={classes.heard}>{late}</span>}
    </span>
  )
}
