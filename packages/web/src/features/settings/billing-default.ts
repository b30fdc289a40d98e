import type { TFunction } from 'i18next'

type Default = 'billable' | 'not_billable' | null

const unset = 'unset'

export function billingChoices(t: TFunction) {
  return [
    { value: unset, label: t('billing.noDefault') },
    { value: 'billable', label: t('billing.billable') },
    { value: 'not_billable', label: t('billing.not_billable') },
  ]
}

export function fromBillingDefault(status: Default): string {
  return status ?? unset
}

export function toBillingDefault(choice: string): Default {
  return choice === 'billable' || choice === 'not_billable' ? choice : null
}
