import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../lib/local-time.ts'
import { formatWeekday } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { RunningSum } from '../timer/week-total.tsx'
import classes from './day-heads.module.css'

type Props = {
  days: readonly string[]
  sums: ReadonlyMap<string, number>
  /** The one that is shown, where it is one. */
  shown: string | undefined
}

/** The days of a week with what each sums up to, each the way to that day. */
export function DayHeads({ days, sums, shown }: Props) {
  const { t } = useTranslation()
  const { locale, today } = useFormats()
  return (
    <nav
      className={classes.heads}
      data-aligned={shown === undefined || undefined}
      aria-label={t('calendar.days')}
    >
      {days.map((day) => (
        <Link
          key={day}
          to="/calendar"
          search={{ view: 'day', day }}
          className={classes.head}
          data-today={day === today() || undefined}
          aria-current={day === shown ? 'page' : undefined}
          activeProps={{ 'aria-current': undefined }}
        >
          <span className={classes.day}>
            {formatWeekday(day, locale)} <span className={classes.date}>{Number(day.slice(8))}</span>
          </span>
          <span className={classes.sum}>
            {sums.has(day) || day === today() ? (
              <RunningSum seconds={sums.get(day) ?? 0} from={day} until={addDays(day, 1)} />
            ) : (
              '–'
            )}
          </span>
        </Link>
      ))}
    </nav>
  )
}
