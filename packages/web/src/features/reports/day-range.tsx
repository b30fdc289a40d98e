import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { LocalDates } from '../../ui/local-dates.tsx'
import { useReader } from './reader.tsx'
import type { Days } from './ranges.ts'
import classes from './day-range.module.css'
import '@mantine/dates/styles.layer.css'

/** A calendar on which two touches, the first and the last day, make a range. */
export function DayRange({ days, onChange }: { days: Days | undefined; onChange: (days: Days) => void }) {
  const { t } = useTranslation()
  const { weekStart } = useReader()
  const [picked, setPicked] = useState<[string | null, string | null]>([days?.from ?? null, days?.to ?? null])
  return (
    <LocalDates>
      <DatePicker
        type="range"
        allowSingleDateInRange
        hideOutsideDates
        classNames={{ day: classes.day }}
        firstDayOfWeek={toDayOfWeek(weekStart)}
        defaultDate={days?.to}
        value={picked}
        onChange={(next) => {
          setPicked(next)
          const [from, to] = next
          if (from && to) onChange({ from, to })
        }}
        ariaLabels={{
          nextMonth: t('reports.range.nextMonth'),
          previousMonth: t('reports.range.previousMonth'),
        }}
      />
    </LocalDates>
  )
}
