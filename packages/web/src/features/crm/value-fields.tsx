import { TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { CurrencySelect } from '../rates/currency-select.tsx'
import classes from './value-fields.module.css'

type Props = { value: GetInputPropsReturnType; currency: GetInputPropsReturnType }

export function ValueFields({ value, currency }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.value}>
      <TextInput label={t('crm.value')} inputMode="decimal" autoComplete="off" {...value} />
      <CurrencySelect label={t('rates.currency')} allowDeselect={false} {...currency} />
    </div>
  )
}
