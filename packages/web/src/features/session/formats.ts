import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../lib/duration.ts'
import { addDays, toLocal } from '../../lib/local-time.ts'
import { formatTimeOfDay } from '../../lib/time-of-day.ts'
import { useMe } from './session.ts'

/** Writes times the way the signed-in person reads them: their zone, clock, duration format and locale. */
export function useFormats() {
  const me = useMe()
  const { t } = useTranslation()
  return useMemo(() => {
    const zone = me.time_zone
    const locale = knownLocale(me.locale)
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
      duration: (seconds: number) => formatDuration(seconds, me.duration_format),
      time: (instant: number) => formatTimeOfDay(toLocal(instant, zone).secondOfDay, me.time_format),
      day: (day: string) => {
        if (day === today()) return t('dates.today')
        if (day === addDays(today(), -1)) return t('dates.yesterday')
        const date = dayFormat.format(Date.parse(`${day}T00:00:00Z`))
        return day.slice(0, 4) === today().slice(0, 4) ? date : `${date} ${day.slice(0, 4)}`
      },
      date: (instant: string) => dateFormat.format(Date.parse(instant)),
    }
  }, [me, t])
}

/** An account may carry a locale this browser cannot read; its own language then serves. */
function knownLocale(locale: string | null): string {
  try {
    return Intl.getCanonicalLocales(locale ?? [])[0] ?? navigator.language
  } catch {
    return navigator.language
  }
}
