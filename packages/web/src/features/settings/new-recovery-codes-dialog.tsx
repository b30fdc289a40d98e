import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { CodeInput } from '../session/code-input.tsx'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'
import { useRenewRecoveryCodes } from './second-factor.ts'

export function NewRecoveryCodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const renew = useRenewRecoveryCodes()
  const form = useForm({ initialValues: { code: '' } })
  if (renew.data) return <RecoveryCodesDialog codes={renew.data.recovery_codes} onClose={onClose} />
  return (
    <Dialog title={t('secondFactor.newCodes')} isSmall onClose={onClose}>
      <p className={dialog.text}>{t('secondFactor.newCodesText')}</p>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit((values) => {
          renew.mutate(values)
        })}
      >
        <CodeInput data-autofocus {...form.getInputProps('code')} />
        <FormError error={renew.error} />
        <FormActions submit={t('secondFactor.newCodes')} isBusy={renew.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
