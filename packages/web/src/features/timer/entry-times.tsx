import type { Entry, EntryChanges } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { addDays, fromLocal, toLocal } from '../../lib/local-time.ts'
import { parseTimeOfDay } from '../../lib/time-of-day.ts'
import { InlineField } from '../../ui/inline-field.tsx'
import { useFormats } from '../session/formats.ts'
import classes from './entry-row.module.css'

type Props = { entry: Entry; isReadOnly: boolean; onChange: (changes: EntryChanges) => void }

/** An end typed before the start is meant for the next morning, unless that would make a day of more than this. */
const longestNight = 12 * 3_600_000

export function EntryTimes({ entry, isReadOnly, onChange }: Props) {
  const { t } = useTranslation()
  const { zone, time } = useFormats()
  const start = Date.parse(entry.started_at)
  const end = Date.parse(entry.ended_at ?? entry.started_at)
  const { day } = toLocal(start, zone)
  const daysOver = toLocal(end, zone).day === day ? '' : '+1'

  function parseStart(typed: string): number | undefined {
    const secondOfDay = parseTimeOfDay(typed)
    if (secondOfDay === undefined) return undefined
    const instant = fromLocal({ day, secondOfDay }, zone)
    return instant <= end ? instant : undefined
  }

  function parseEnd(typed: string): number | undefined {
    const secondOfDay = parseTimeOfDay(typed.replace('+1', ''))
    if (secondOfDay === undefined) return undefined
    const sameDay = fromLocal({ day, secondOfDay }, zone)
    if (sameDay >= start) return sameDay
    const nextDay = fromLocal({ day: addDays(day, 1), secondOfDay }, zone)
    return nextDay - start <= longestNight ? nextDay : undefined
  }

  return (
    <span className={classes.times}>
      <InlineField
        label={t('timer.start_time')}
        text={time(start)}
        parse={parseStart}
        onCommit={(instant) => {
          onChange({ started_at: new Date(instant).toISOString() })
        }}
        align="right"
        isReadOnly={isReadOnly}
      />
      <span aria-hidden>–</span>
      <InlineField
        label={t('timer.end_time')}
        text={`${time(end)}${daysOver}`}
        parse={parseEnd}
        onCommit={(instant) => {
          onChange({ ended_at: new Date(instant).toISOString() })
        }}
        isReadOnly={isReadOnly}
      />
    </span>
  )
}
