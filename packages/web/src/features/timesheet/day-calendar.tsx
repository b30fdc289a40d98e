import { DatePicker } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { LocalDates } from '../../ui/local-dates.tsx'
import '@mantine/dates/styles.layer.css'

type Props = { day: string; weekStart: number; onChange: (day: string) => void }

export function DayCalendar({ day, weekStart, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <LocalDates>
      <DatePicker
        firstDayOfWeek={toDayOfWeek(weekStart)}
        defaultDate={day}
        value={day}
        onChange={(chosen) => {
          if (chosen) onChange(chosen)
        }}
        ariaLabels={{ nextMonth: t('dates.nextMonth'), previousMonth: t('dates.previousMonth') }}
      />
    </LocalDates>
  )
}
