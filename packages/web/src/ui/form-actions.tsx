import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import dialog from './dialog.module.css'

type Props = {
  /** What the form does, as its button says it. */
  submit: string
  isBusy?: boolean
  /** Of a form that takes something away. */
  color?: 'danger'
  onCancel: () => void
}

/** The end of the form in a dialog. */
export function FormActions({ submit, isBusy = false, color, onCancel }: Props) {
  const { t } = useTranslation()
  return (
    <div className={dialog.actions}>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
      <Button variant="filled" color={color} type="submit" loading={isBusy}>
        {submit}
      </Button>
    </div>
  )
}
