import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Client } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useEmailError } from '../crm/use-email-error.ts'
import { CurrencySelect } from '../rates/currency-select.tsx'
import { useCreateClient, useUpdateClient } from './clients.ts'

type Props = {
  client: Client | undefined
  workspaceId: number
  seesRates: boolean
  onClose: () => void
}

export function ClientDialog({ client, workspaceId, seesRates, onClose }: Props) {
  const { t } = useTranslation()
  const create = useCreateClient()
  const update = useUpdateClient()
  const emailError = useEmailError()
  const form = useForm({
    initialValues: {
      name: client?.name ?? '',
      contactPerson: client?.contact_person ?? '',
      email: client?.email ?? '',
      phone: client?.phone ?? '',
      address: client?.address ?? '',
      notes: client?.notes ?? '',
      currency: client?.currency ?? null,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('clients.nameNeeded')),
      email: emailError,
    },
  })

  function submit(values: typeof form.values) {
    const fields = {
      name: values.name.trim(),
      contact_person: values.contactPerson.trim() || null,
      email: values.email.trim() || null,
      phone: values.phone.trim() || null,
      address: values.address.trim() || null,
      notes: values.notes.trim() || null,
      ...(seesRates && { currency: values.currency }),
    }
    if (client) update.mutate({ id: client.id, changes: fields }, { onSuccess: onClose })
    else create.mutate({ workspace_id: workspaceId, ...fields }, { onSuccess: onClose })
  }

  return (
    <Dialog title={client ? t('clients.edit') : t('clients.new')} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <TextInput label={t('clients.name')} data-autofocus maxLength={255} {...form.getInputProps('name')} />
        <TextInput
          label={t('clients.contactPerson')}
          maxLength={255}
          {...form.getInputProps('contactPerson')}
        />
        <div className={dialog.pair}>
          <TextInput
            label={t('session.email')}
            type="email"
            maxLength={254}
            {...form.getInputProps('email')}
          />
          <TextInput label={t('clients.phone')} type="tel" maxLength={64} {...form.getInputProps('phone')} />
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
          maxLength={10_000}
          {...form.getInputProps('notes')}
        />
        {seesRates && (
          <CurrencySelect
            label={t('clients.currency')}
            description={t('clients.currencyHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder={t('clients.workspaceCurrency')}
            clearable
            comboboxProps={{ width: 'target' }}
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            {...form.getInputProps('currency')}
          />
        )}
        <FormError error={create.error ?? update.error} />
        <FormActions
          submit={client ? t('clients.save') : t('clients.create')}
          isBusy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
