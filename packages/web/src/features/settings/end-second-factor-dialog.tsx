import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { CodeInput } from '../session/code-input.tsx'
import { PresentPasswordInput } from './present-password-input.tsx'
import { useEndSecondFactor } from './second-factor.ts'

export function EndSecondFactorDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const end = useEndSecondFactor()
  const form = useForm({ initialValues: { password: '', code: '' } })
  return (
    <Dialog title={t('secondFactor.turnOffTitle')} isSmall onClose={onClose}>
      <p className={dialog.text}>{t('secondFactor.turnOffText')}</p>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit((values) => {
          end.mutate(values, {
            onSuccess: () => {
              showNotice({ message: t('secondFactor.turnedOff') })
              onClose()
            },
          })
        })}
      >
        <PresentPasswordInput data-autofocus {...form.getInputProps('password')} />
        <CodeInput {...form.getInputProps('code')} />
        <FormError error={end.error} />
        <FormActions
          submit={t('secondFactor.turnOff')}
          color="danger"
          isBusy={end.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
