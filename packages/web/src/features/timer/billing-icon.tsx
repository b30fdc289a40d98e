import type { BillingStatus } from '@sundial/sdk'
import { IconCurrencyDollar, IconCurrencyDollarOff, IconQuestionMark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import classes from './billing-icon.module.css'

/** Billed and paid are words: a shade of the same sign would say it by colour alone. */
export function BillingIcon({ status }: { status: BillingStatus }) {
  const { t } = useTranslation()
  switch (status) {
    case 'billed':
    case 'paid':
      return <span className={classes.word}>{t(`billing.${status}`)}</span>
    case 'billable':
      return <Icon of={IconCurrencyDollar} />
    case 'not_billable':
      return (
        <span className={classes.quiet}>
          <Icon of={IconCurrencyDollarOff} />
        </span>
      )
    case 'undetermined':
      return (
        <span className={classes.quiet}>
          <Icon of={IconQuestionMark} />
        </span>
      )
  }
}
