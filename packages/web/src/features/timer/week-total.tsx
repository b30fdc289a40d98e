import type { Entry } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { startOfWeek, toLocal } from '../../lib/local-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { startedOn } from './day-groups.ts'
import { runningSeconds, useRunningTimer } from './timer.ts'
import classes from './week-total.module.css'

/** The week so far; not shown while entries of this week may still be unloaded. */
export function WeekTotal({ entries, hasMore }: { entries: readonly Entry[]; hasMore: boolean }) {
  const { t } = useTranslation()
  const me = useMe()
  const formats = useFormats()
  const from = startOfWeek(formats.today(), me.week_start)
  const dayOf = (entry: Entry) => startedOn(entry, formats.zone)
  const oldest = entries.at(-1)
  if (!oldest || (hasMore && dayOf(oldest) >= from)) return null
  const seconds = entries
    .filter((entry) => entry.ended_at !== null && dayOf(entry) >= from)
    .reduce((sum, entry) => sum + entry.duration_seconds, 0)
  return (
    <span className={classes.total}>
      {t('timer.thisWeek')} <RunningSum seconds={seconds} from={from} />
    </span>
  )
}

/** A sum that grows with the timer when the timer began on or after `from` (and before `until`, when given). */
export function RunningSum({ seconds, from, until }: { seconds: number; from: string; until?: string }) {
  const formats = useFormats()
  const timer = useRunningTimer()
  const startedOn = timer ? toLocal(Date.parse(timer.entry.started_at), formats.zone).day : undefined
  const counts = startedOn !== undefined && startedOn >= from && (until === undefined || startedOn < until)
  if (!timer || !counts) return <strong>{formats.duration(seconds)}</strong>
  return <Growing seconds={seconds} secondsOf={(now) => runningSeconds(timer, now)} />
}

function Growing({ seconds, secondsOf }: { seconds: number; secondsOf: (now: number) => number }) {
  const formats = useFormats()
  return <strong>{formats.duration(seconds + secondsOf(useNow()))}</strong>
}
