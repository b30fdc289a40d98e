import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatTick } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { CellNote, type CurrentCell } from './cell-note.tsx'
import { useCellNotes } from './cell-notes.ts'
import { moveInGrid } from './grid-keys.ts'
import { RowLabel } from './row-label.tsx'
import { TimeCell } from './time-cell.tsx'
import type { Week } from './use-week.ts'
import { cellOf, type WeekRow } from './week-rows.ts'
import classes from './week-grid.module.css'

/** The week at a glance, typed into like a spreadsheet. */
export function WeekGrid({ week }: { week: Week }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const today = formats.today()
  const [current, setCurrent] = useState<CurrentCell>()
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      <div className={classes.scroller}>
        <table className={classes.table} aria-label={t('timesheet.grid')} onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <th scope="col" className={classes.name}>
                {t('timesheet.rowHead')}
              </th>
              {week.days.map((day) => (
                <th key={day} scope="col" aria-current={day === today ? 'date' : undefined}>
                  {formatTick('day', day, { locale: formats.locale, isShort: true })}
                </th>
              ))}
              <th scope="col" aria-label={t('reports.total')} className={classes.sum}>
                Σ
              </th>
            </tr>
          </thead>
          <tbody>
            {week.rows.map((row, index) => (
              <GridRow
                key={row.key}
                row={row}
                week={week}
                today={today}
                isBelow={row.taskId !== null && week.rows[index - 1]?.projectId === row.projectId}
                onCurrent={setCurrent}
                onInvalid={(cell, isInvalid) => {
                  setInvalid((before) => {
                    const after = new Set(before)
                    if (isInvalid) after.add(cell)
                    else after.delete(cell)
                    return after
                  })
                }}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className={classes.name}>
                {t('reports.total')}
              </th>
              {week.days.map((day) => (
                <Sum key={day} seconds={week.dayTotal(day)} isToday={day === today} />
              ))}
              <Sum seconds={week.total} />
            </tr>
          </tfoot>
        </table>
      </div>
      <CellNote current={current} hasInvalid={invalid.size > 0} week={week} />
    </>
  )
}

type RowProps = {
  row: WeekRow
  week: Week
  today: string
  isBelow: boolean
  onCurrent: (cell: CurrentCell) => void
  onInvalid: (cell: string, isInvalid: boolean) => void
}

function GridRow({ row, week, today, isBelow, onCurrent, onInvalid }: RowProps) {
  const { t } = useTranslation()
  const { labelOf, noteOf } = useCellNotes()
  const name = week.names.nameOf(row)
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <span className={classes.label}>
          <RowLabel thing={row} names={week.names} isBelow={isBelow} />
          {row.cells.size === 0 && (
            <IconButton
              icon={IconX}
              size={28}
              className={classes.remove}
              label={t('timesheet.removeRow', { name })}
              onClick={() => {
                week.removeRow(row)
              }}
            />
          )}
        </span>
      </th>
      {week.days.map((day) => {
        const cell = cellOf(row, day)
        const lock = week.lockOf(row, day)
        return (
          <td key={day} data-today={day === today || undefined}>
            <TimeCell
              label={labelOf(name, day)}
              cell={cell}
              seconds={week.secondsOf(row, day)}
              lock={lock}
              note={noteOf(cell, lock)}
              onFocus={() => {
                onCurrent({ key: row.key, day })
              }}
              onInvalid={(isInvalid) => {
                onInvalid(`${row.key} ${day}`, isInvalid)
              }}
              onCommit={(seconds) => {
                week.set(row, day, seconds)
              }}
              onOpen={() => {
                week.look({ thing: row, day, isForced: false })
              }}
            />
          </td>
        )
      })}
      <Sum seconds={week.rowTotal(row)} />
    </tr>
  )
}

function Sum({ seconds, isToday = false }: { seconds: number; isToday?: boolean }) {
  const formats = useFormats()
  return (
    <td className={classes.sum} data-today={isToday || undefined}>
      {seconds > 0 ? formats.exactDuration(seconds) : <span className={classes.nothing}>–</span>}
    </td>
  )
}
