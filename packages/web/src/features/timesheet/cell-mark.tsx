import { IconCircleCheck, IconHourglass, IconLock, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { Icon } from '../../ui/icon.tsx'
import type { Cell, CellLock } from './week-rows.ts'
import classes from './time-cell.module.css'

const icons = {
  running: IconPlayerPlay,
  approved: IconCircleCheck,
  pending: IconHourglass,
  locked: IconLock,
  protected: IconLock,
  rejected: IconX,
} as const

/** How a cell stands, at a glance; in words it stands in the note of the cell. */
export function CellMark({ cell, lock }: { cell: Cell; lock: CellLock | undefined }) {
  const isRejected = cell.entries.some(({ approval_status }) => approval_status === 'rejected')
  // A whole column of locks would say no more than the first of them.
  const state = lock === 'locked' && cell.entries.length === 0 ? undefined : lock
  const shown = state ?? (isRejected ? 'rejected' : undefined)
  if (!shown) return null
  return (
    <span className={classes.mark} data-state={shown}>
      <Icon of={icons[shown]} size={14} />
    </span>
  )
}
