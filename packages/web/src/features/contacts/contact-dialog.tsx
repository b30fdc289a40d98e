import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Contact } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useEmailError } from '../crm/use-email-error.ts'
import { useCreateContact, useUpdateContact } from './contacts.ts'

type Props = {
  contact: Contact | undefined
  clientId: number
  /** The first one a client has is its primary one, unless it is said otherwise. */
  isFirst: boolean
  onClose: () => void
}

export function ContactDialog({ contact, clientId, isFirst, onClose }: Props) {
  const { t } = useTranslation()
  const create = useCreateContact()
  const update = useUpdateContact()
  const emailError = useEmailError()
  const form = useForm({
    initialValues: {
      firstName: contact?.first_name ?? '',
      lastName: contact?.last_name ?? '',
      title: contact?.title ?? '',
      department: contact?.department ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
      mobile: contact?.mobile ?? '',
      address: contact?.address ?? '',
      notes: contact?.notes ?? '',
      isPrimary: contact?.is_primary ?? isFirst,
      isActive: contact?.is_active ?? true,
    },
    validate: {
      firstName: (name) => (name.trim() ? null : t('crm.firstNameNeeded')),
      lastName: (name) => (name.trim() ? null : t('crm.lastNameNeeded')),
      email: emailError,
    },
  })

  function submit(values: typeof form.values) {
    const fields = {
      first_name: values.firstName.trim(),
      last_name: values.lastName.trim(),
      title: values.title.trim() || null,
      department: values.department.trim() || null,
      email: values.email.trim() || null,
      phone: values.phone.trim() || null,
      mobile: values.mobile.trim() || null,
      address: values.address.trim() || null,
      notes: values.notes.trim() || null,
      is_primary: values.isPrimary,
      is_active: values.isActive,
    }
    if (contact) update.mutate({ id: contact.id, changes: fields }, { onSuccess: onClose })
    else create.mutate({ client_id: clientId, ...fields }, { onSuccess: onClose })
  }

  return (
    <Dialog title={contact ? t('crm.contacts.edit') : t('crm.contacts.new')} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <div className={dialog.pair}>
          <TextInput
            label={t('crm.firstName')}
            data-autofocus
            maxLength={255}
            {...form.getInputProps('firstName')}
          />
          <TextInput label={t('crm.lastName')} maxLength={255} {...form.getInputProps('lastName')} />
        </div>
        <div className={dialog.pair}>
          <TextInput label={t('crm.jobTitle')} maxLength={255} {...form.getInputProps('title')} />
          <TextInput
            label={t('crm.contacts.department')}
            maxLength={255}
            {...form.getInputProps('department')}
          />
        </div>
        <TextInput label={t('session.email')} type="email" maxLength={254} {...form.getInputProps('email')} />
        <div className={dialog.pair}>
          <TextInput label={t('clients.phone')} type="tel" maxLength={64} {...form.getInputProps('phone')} />
          <TextInput
            label={t('crm.contacts.mobile')}
            type="tel"
            maxLength={64}
            {...form.getInputProps('mobile')}
          />
        </div>
        <Textarea
          label={t('clients.address')}
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('address')}
        />
        <Textarea
          label={t('clients.notes')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...form.getInputProps('notes')}
        />
        <Checkbox
          label={t('crm.contacts.primary')}
          description={t('crm.contacts.primaryHint')}
          {...form.getInputProps('isPrimary', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('crm.contacts.active')}
          description={t('crm.contacts.activeHint')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
        <FormError error={create.error ?? update.error} />
        <FormActions
          submit={contact ? t('crm.contacts.save') : t('crm.contacts.create')}
          isBusy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
