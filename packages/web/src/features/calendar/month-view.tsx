import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { formatDay, formatWeekday } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { RunningSum } from '../timer/week-total.tsx'
import { dayOfArrow, tintOf, weeksOf } from './month-cells.ts'
import classes from './month-view.module.css'
import type { Address } from './use-address.ts'
import { useMonth } from './use-month.ts'

/** A month at a glance: what each day sums up to, darker where it is more. */
export function MonthView({ address }: { address: Address }) {
  const { t } = useTranslation()
  const { locale } = useFormats()
  const { query, sums, gridDays } = useMonth(address)
  const table = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  const weeks = weeksOf(gridDays)

  // The month an arrow has gone over into takes the focus along.
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    focusDay(table.current, address.day)
  }, [address.day])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const here = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined
    const day = here && dayOfArrow(here, event.key)
    if (!day) return
    event.preventDefault()
    if (gridDays.includes(day)) return focusDay(table.current, day)
    isMoving.current = true
    address.go({ day })
  }

  return (
    <Loaded query={query}>
      {() => (
        <table ref={table} className={classes.month} aria-label={t('calendar.month')}>
          <thead>
            <tr>
              {weeks[0]?.map((day) => (
                <th key={day} scope="col">
                  {formatWeekday(day, locale)}
                </th>
              ))}
              <th scope="col" className={classes.weekSum}>
                {t('calendar.weekSum')}
              </th>
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <DayCell key={day} day={day} seconds={sums.get(day) ?? 0} address={address} />
                ))}
                <WeekSum week={week} sums={sums} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Loaded>
  )
}

function DayCell({ day, seconds, address }: { day: string; seconds: number; address: Address }) {
  const { t } = useTranslation()
  const { today, locale } = useFormats()
  const isOutside = day < address.days.from || day > address.days.to
  const name = formatDay(day, locale)
  return (
    <td>
      <Link
        to="/calendar"
        search={{ view: 'day', day }}
        className={classes.day}
        data-day={day}
        data-tint={tintOf(seconds)}
        data-outside={isOutside || undefined}
        data-today={day === today() || undefined}
        // One stop of the tab key; arrows lead on.
        tabIndex={day === address.day ? 0 : -1}
        activeProps={{ 'aria-current': undefined }}
        aria-current={day === today() ? 'date' : undefined}
      >
        <span className={classes.number} aria-hidden>
          {Number(day.slice(8))}
        </span>
        <VisuallyHidden>{t('calendar.day', { day: name })} </VisuallyHidden>
        <span className={classes.sum}>
          {seconds > 0 || day === today() ? (
            <RunningSum seconds={seconds} from={day} until={addDays(day, 1)} />
          ) : (
            '–'
          )}
        </span>
      </Link>
    </td>
  )
}

function WeekSum({ week, sums }: { week: readonly string[]; sums: ReadonlyMap<string, number> }) {
  const { today } = useFormats()
  const [from = ''] = week
  const seconds = week.reduce((sum, day) => sum + (sums.get(day) ?? 0), 0)
  return (
    <td className={classes.weekSum}>
      {seconds > 0 || week.includes(today()) ? (
        <RunningSum seconds={seconds} from={from} until={addDays(from, 7)} />
      ) : (
        '–'
      )}
    </td>
  )
}

function focusDay(table: HTMLElement | null, day: string) {
  table?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
}
