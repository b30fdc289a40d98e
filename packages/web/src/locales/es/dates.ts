import type { dates as english } from '../en/dates.ts'
import type { Words } from '../words.ts'

export const dates: Words<typeof english> = {
  today: 'Hoy',
  yesterday: 'Ayer',
  justNow: 'ahora mismo',
  nextMonth: 'Mes siguiente',
  previousMonth: 'Mes anterior',
}
