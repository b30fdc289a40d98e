import { DatesProvider, type DateFormatter } from '@mantine/dates'
import 'dayjs/locale/de'
import 'dayjs/locale/es'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../lib/locale.ts'
import { findLanguage } from '../locales/languages.ts'

/** Has the date pickers in it name months and weekdays in the language of the reader. */
export function LocalDates({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  return <DatesProvider settings={{ locale: findLanguage(i18n.language) ?? 'en' }}>{children}</DatesProvider>
}

/** For the field of a picker: what was picked, as the reader writes a day. */
export const writeDays = formatterWith({ dateStyle: 'medium' })

/** Like that, with the day of the week. */
export const writeWeekdays = formatterWith({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

function formatterWith(options: Intl.DateTimeFormatOptions): DateFormatter {
  return ({ date }) => {
    const format = new Intl.DateTimeFormat(currentLocale(), { ...options, timeZone: 'UTC' })
    const days = (Array.isArray(date) ? date : [date]).filter((day) => day !== null)
    return days.map((day) => format.format(Date.parse(`${String(day).slice(0, 10)}T00:00:00Z`))).join(' – ')
  }
}
