import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatDay, formatWeekday } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { useCellNotes } from './cell-notes.ts'
import { moveInGrid } from './grid-keys.ts'
import { RowLabel } from './row-label.tsx'
import { TimeCell } from './time-cell.tsx'
import type { Week } from './use-week.ts'
import { cellOf, type WeekRow } from './week-rows.ts'
import classes from './day-sheet.module.css'

type SheetProps = {
  week: Week
  /** The day in the address. */
  asked: string | undefined
}

/** The week under a thumb: its days across the top, and the rows of one of them. */
export function DaySheet({ week, asked }: SheetProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const today = formats.today()
  const [chosen, setChosen] = useState<string>()
  const [first = today] = week.days
  const shown = [chosen, asked, today].find((day) => day !== undefined && week.days.includes(day)) ?? first
  return (
    <>
      <div className={classes.days} role="group" aria-label={t('timesheet.days')}>
        {week.days.map((day) => (
          <UnstyledButton
            key={day}
            className={classes.day}
            aria-pressed={day === shown}
            aria-current={day === today ? 'date' : undefined}
            onClick={() => {
              setChosen(day)
            }}
          >
            <span>{formatWeekday(day, formats.locale)}</span>
            <span>{Number(day.slice(8))}</span>
            <span className={classes.daySum}>
              {week.dayTotal(day) > 0 ? formats.duration(week.dayTotal(day)) : '–'}
            </span>
          </UnstyledButton>
        ))}
      </div>
      <ul className={classes.rows} aria-label={formatDay(shown, formats.locale)} onKeyDown={moveInGrid}>
        {week.rows.map((row, index) => (
          <DayRow
            key={`${row.key} ${shown}`}
            row={row}
            day={shown}
            week={week}
            isBelow={row.taskId !== null && week.rows[index - 1]?.projectId === row.projectId}
          />
        ))}
      </ul>
      <p className={classes.total}>
        <span>{t('timesheet.weekTotal')}</span>
        <strong>{formats.exactDuration(week.total)}</strong>
      </p>
    </>
  )
}

type RowProps = { row: WeekRow; day: string; week: Week; isBelow: boolean }

function DayRow({ row, day, week, isBelow }: RowProps) {
  const { t } = useTranslation()
  const { labelOf, noteOf } = useCellNotes()
  const [isInvalid, setInvalid] = useState(false)
  const cell = cellOf(row, day)
  const lock = week.lockOf(row, day)
  const name = week.names.nameOf(row)
  const note = isInvalid ? t('timesheet.badTime') : noteOf(cell, lock)
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <RowLabel thing={row} names={week.names} isBelow={isBelow} />
        {note && (
          <span className={classes.note} data-invalid={isInvalid || undefined}>
            {note}
          </span>
        )}
      </div>
      {row.cells.size === 0 && (
        <IconButton
          icon={IconX}
          size={44}
          className={classes.remove}
          label={t('timesheet.removeRow', { name })}
          onClick={() => {
            week.removeRow(row)
          }}
        />
      )}
      <div className={classes.field}>
        <TimeCell
          label={labelOf(name, day)}
          cell={cell}
          seconds={week.secondsOf(row, day)}
          lock={lock}
          note={note}
          onInvalid={setInvalid}
          onCommit={(seconds) => {
            week.set(row, day, seconds)
          }}
          onOpen={() => {
            week.look({ thing: row, day, isForced: false })
          }}
        />
      </div>
    </li>
  )
}
