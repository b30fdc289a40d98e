import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import type { Undecided } from './use-deciding.ts'
import classes from './approval-list.module.css'

/** What could not be decided, and why; it stays until it is read. */
export function UndecidedList({ undecided, onClose }: { undecided: Undecided[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { locale } = useFormats()
  return (
    <div className={classes.undecided} role="alert">
      <div>
        <strong>{t('approvals.undecided', { count: undecided.length })}</strong>
        <ul>
          {undecided.map(({ approval, why }) => (
            <li key={approval.id}>
              {t('timesheet.cell', {
                name: approval.entry.title ?? t('timer.untitled'),
                day: formatDay(approval.entry.started_on, locale),
              })}
              {': '}
              {why}
            </li>
          ))}
        </ul>
      </div>
      <IconButton icon={IconX} label={t('common.close')} onClick={onClose} />
    </div>
  )
}
