import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { NewSecondFactor } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PresentPasswordInput } from './present-password-input.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'
import { useBeginSecondFactor, useConfirmSecondFactor } from './second-factor.ts'

type Props = { onClose: () => void }

/** The password, what the app is given, its first code, and then the recovery codes. */
export function SetUpSecondFactorDialog({ onClose }: Props) {
  const { t } = useTranslation()
  const begin = useBeginSecondFactor()
  const confirm = useConfirmSecondFactor()
  if (confirm.data) return <RecoveryCodesDialog codes={confirm.data.recovery_codes} onClose={onClose} />
  return (
    <Dialog title={t('secondFactor.setUpTitle')} isSmall isHeld={begin.isSuccess} onClose={onClose}>
      {begin.data ? (
        <FirstCodeForm begun={begin.data} confirm={confirm} onClose={onClose} />
      ) : (
        <PasswordForm begin={begin} onClose={onClose} />
      )}
    </Dialog>
  )
}

function PasswordForm({ begin, onClose }: Props & { begin: ReturnType<typeof useBeginSecondFactor> }) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { password: '' } })
  return (
    <form
      className={dialog.form}
      onSubmit={form.onSubmit((values) => {
        begin.mutate(values)
      })}
    >
      <PresentPasswordInput
        description={t('secondFactor.passwordText')}
        data-autofocus
        {...form.getInputProps('password')}
      />
      <FormError error={begin.error} />
      <FormActions submit={t('secondFactor.next')} isBusy={begin.isPending} onCancel={onClose} />
    </form>
  )
}

type FirstCodeProps = Props & {
  begun: NewSecondFactor
  confirm: ReturnType<typeof useConfirmSecondFactor>
}

function FirstCodeForm({ begun, confirm, onClose }: FirstCodeProps) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { code: '' } })
  return (
    <form
      className={dialog.form}
      onSubmit={form.onSubmit((values) => {
        confirm.mutate(values)
      })}
    >
      <p className={dialog.text}>{t('secondFactor.scanText')}</p>
      <QrCode text={begun.uri} label={t('secondFactor.picture')} />
      <CopyField
        label={t('secondFactor.secret')}
        value={begun.secret}
        shown={begun.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      />
      <TextInput
        label={t('session.code')}
        description={t('session.codeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        withAsterisk={false}
        autoFocus
        {...form.getInputProps('code')}
      />
      <FormError error={confirm.error} />
      <FormActions submit={t('secondFactor.switchOn')} isBusy={confirm.isPending} onCancel={onClose} />
    </form>
  )
}
