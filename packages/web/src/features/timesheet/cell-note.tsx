import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCellNotes } from './cell-notes.ts'
import type { Week } from './use-week.ts'
import { cellOf } from './week-rows.ts'
import classes from './cell-note.module.css'

/** The cell that was entered last. */
export type CurrentCell = { key: string; day: string }

type Props = { current: CurrentCell | undefined; hasInvalid: boolean; week: Week }

/** The line below the sheet: what can be typed, or what there is to know of the cell one stands in. */
export function CellNote({ current, hasInvalid, week }: Props) {
  const { t } = useTranslation()
  const { labelOf, noteOf } = useCellNotes()
  const row = week.rows.find(({ key }) => key === current?.key)
  if (hasInvalid)
    return (
      <p className={classes.note} role="alert" data-invalid>
        {t('timesheet.badTime')}
      </p>
    )
  const cell = cellOf(row, current?.day ?? '')
  if (!row || !current || cell.entries.length === 0) {
    const lock = row && current ? week.lockOf(row, current.day) : undefined
    return <p className={classes.note}>{lock ? t(`timesheet.lock.${lock}`) : t('timesheet.hint')}</p>
  }
  const { day } = current
  return (
    <div className={classes.note}>
      <span className={classes.text}>
        <strong>{labelOf(week.names.nameOf(row), day)}</strong> {noteOf(cell, week.lockOf(row, day))}
      </span>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          week.look({ thing: row, day, isForced: false })
        }}
      >
        {t('timesheet.showEntries', { count: cell.entries.length })}
      </Button>
    </div>
  )
}
