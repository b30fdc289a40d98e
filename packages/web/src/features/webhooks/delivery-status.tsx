import type { Delivery } from '@sundial/sdk'
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import classes from './delivery-status.module.css'

const icons = { waiting: IconClock, done: IconCheck, failed: IconAlertTriangle }

export function DeliveryStatus({ status }: Pick<Delivery, 'status'>) {
  const { t } = useTranslation()
  return (
    <span className={classes.status} data-status={status}>
      <Icon of={icons[status]} size={16} />
      {t(`webhooks.status.${status}`)}
    </span>
  )
}
