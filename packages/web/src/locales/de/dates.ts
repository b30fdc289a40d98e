import type { dates as english } from '../en/dates.ts'
import type { Words } from '../words.ts'

export const dates: Words<typeof english> = {
  today: 'Heute',
  yesterday: 'Gestern',
  justNow: 'gerade eben',
  nextMonth: 'Nächster Monat',
  previousMonth: 'Voriger Monat',
}
