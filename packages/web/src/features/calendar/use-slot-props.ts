import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { readWall } from './blocks.ts'

/** The slot that the tab key comes to; from there, arrows lead on. */
const firstSlot = '09:00:00'

/** What each quarter of an hour is called, made once for the days that are shown. */
export function useSlotProps(days: string) {
  const { t } = useTranslation()
  const formats = useFormats()
  return useMemo(() => {
    const [first = ''] = days.split(' ')
    const names = new Map<string, string>()
    const nameOf = (day: string) => {
      const name = names.get(day) ?? formatDay(day, formats.locale)
      names.set(day, name)
      return name
    }
    return ({ start, end }: { start: string; end: string }) => {
      const { day, secondOfDay } = readWall(start)
      return {
        'aria-label': t('calendar.slot', {
          day: nameOf(day),
          from: formats.timeOfDay(secondOfDay),
          to: formats.timeOfDay(readWall(end).secondOfDay),
        }),
        tabIndex: start === `${first} ${firstSlot}` ? 0 : -1,
      }
    }
  }, [days, formats, t])
}
