import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useMe } from '../session/session.ts'
import { clientWords } from './client-words.ts'
import { useAddPasskey } from './passkeys.ts'
import { PresentPasswordInput } from './present-password-input.tsx'

/** A passkey is named after the browser that made it, unless somebody knows a better name. */
export function NewPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const add = useAddPasskey()
  const form = useForm({
    initialValues: { name: clientWords({ user_agent: navigator.userAgent }, t), password: '' },
    validate: { name: (name) => (name.trim() ? null : t('passkeys.nameNeeded')) },
  })
  return (
    <Dialog title={t('passkeys.add')} isSmall onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={form.onSubmit((values) => {
          add.mutate(values, { onSuccess: onClose })
        }, focusFirstWrong)}
        noValidate
      >
        <TextInput label={t('passkeys.name')} maxLength={100} {...form.getInputProps('name')} />
        {me.has_password && <PresentPasswordInput data-autofocus {...form.getInputProps('password')} />}
        <FormError error={add.error} />
        <FormActions submit={t('passkeys.add')} isBusy={add.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
