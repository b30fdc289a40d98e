import { useTranslation } from 'react-i18next'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import type { Cell, CellLock } from './week-rows.ts'

/** What there is to know of a cell beside its figure, in words. */
export function useCellNotes() {
  const { t } = useTranslation()
  const { locale } = useFormats()
  return {
    labelOf: (name: string, day: string) => t('timesheet.cell', { name, day: formatDay(day, locale) }),
    noteOf: (cell: Cell, lock: CellLock | undefined): string | undefined => {
      const isRejected = cell.entries.some(({ approval_status }) => approval_status === 'rejected')
      const notes = [
        lock && t(`timesheet.lock.${lock}`),
        isRejected && t('timesheet.rejectedCell'),
        cell.entries.length > 1 && t('timesheet.entries', { count: cell.entries.length }),
      ].filter((note) => typeof note === 'string')
      return notes.length > 0 ? notes.join(' ') : undefined
    },
  }
}
