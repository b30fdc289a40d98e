import { Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { isEmail } from '../../lib/email.ts'
import { timeZones } from '../../lib/time-zones.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useMe } from '../session/session.ts'
import { useCreateAccountFor } from './accounts.ts'
import { PasswordLinkDialog } from './password-link-dialog.tsx'

/** An account for somebody, who sets the password by a link. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const create = useCreateAccountFor()
  const form = useForm({
    initialValues: { name: '', email: '', timeZone: me.time_zone, isAdmin: false },
    validate: { email: (email) => (isEmail(email) ? null : t('installation.emailNeeded')) },
  })
  const made = create.data
  if (made) {
    const { account, link } = made
    return (
      <PasswordLinkDialog
        title={t('installation.madeTitle', { name: account.name ?? account.email })}
        link={link}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog title={t('installation.createAccount')} onClose={onClose}>
      <form
        className={dialog.form}
        noValidate
        onSubmit={form.onSubmit(({ name, email, timeZone, isAdmin }) => {
          create.mutate({
            email: email.trim(),
            name: name.trim() || null,
            time_zone: timeZone,
            is_admin: isAdmin,
          })
        }, focusFirstWrong)}
      >
        <TextInput
          label={t('session.name')}
          data-autofocus
          autoComplete="off"
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="off"
          maxLength={254}
          {...form.getInputProps('email')}
        />
        <Select
          label={t('settings.timeZone')}
          data={timeZones(form.values.timeZone)}
          searchable
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
        <Switch label={t('installation.asAdmin')} {...form.getInputProps('isAdmin', { type: 'checkbox' })} />
        <FormError error={create.error} />
        <FormActions submit={t('installation.createAccount')} isBusy={create.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
