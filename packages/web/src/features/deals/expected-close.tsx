import type { Deal } from '@sundial/sdk'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { useMoney } from '../rates/use-money.ts'
import { useFormats } from '../session/formats.ts'
import classes from './expected-close.module.css'
import { isOverdue } from './stages.ts'

/** When a deal is expected to close, or has; one that is overdue says so in words. */
export function ExpectedClose({ deal }: { deal: Deal }) {
  const { t } = useTranslation()
  const { today } = useFormats()
  const money = useMoney()
  if (deal.closed_on !== null)
    return <span>{t('crm.deals.closedOn', { day: money.day(deal.closed_on) })}</span>
  if (deal.expected_close_on === null) return null
  const day = money.day(deal.expected_close_on)
  if (!isOverdue(deal, today())) return <span>{t('crm.deals.expectedOn', { day })}</span>
  return (
    <span className={classes.overdue}>
      <Icon of={IconAlertTriangle} size={14} />
      {t('crm.deals.overdue', { day })}
    </span>
  )
}
