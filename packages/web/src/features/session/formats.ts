import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { exactSeconds, formatDuration, formatExactDuration } from '../../lib/duration.ts'
import { addDays, toLocal } from '../../lib/local-time.ts'
import { formatTimeOfDay } from '../../lib/time-of-day.ts'
import { useMe } from './session.ts'

/** Writes times the way the signed-in person reads them: their zone, clock, duration format and locale. */
export function useFormats() {
  const me = useMe()
  const { t, i18n } = useTranslation()
  const locale = i18n.language
  return useMemo(() => {
    const zone = me.time_zone
    const today = () => toLocal(Date.now(), zone).day
    const dayFormat = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    })
    const dateFormat = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium' })
    return {
      zone,
      locale,
      today,
      dayOf: (instant: number) => toLocal(instant, zone).day,
      duration: (seconds: number) => formatDuration(seconds, me.duration_format, locale),
      exactDuration: (seconds: number) => formatExactDuration(seconds, me.duration_format, locale),
      exactSeconds: (seconds: number) => exactSeconds(seconds, me.duration_format),
      timeOfDay: (secondOfDay: number) => formatTimeOfDay(secondOfDay, me.time_format),
      time: (instant: number) => formatTimeOfDay(toLocal(instant, zone).secondOfDay, me.time_format),
      day: (day: string) => {
        if (day === today()) return t('dates.today')
        if (day === addDays(today(), -1)) return t('dates.yesterday')
        const date = dayFormat.format(Date.parse(`${day}T00:00:00Z`))
        return day.slice(0, 4) === today().slice(0, 4) ? date : `${date} ${day.slice(0, 4)}`
      },
      date: (instant: string) => dateFormat.format(Date.parse(instant)),
    }
  }, [me, t, locale])
}
