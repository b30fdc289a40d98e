import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Lead, Workspace } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useWholeNumberError } from '../../ui/use-whole-number-error.ts'
import { WholeNumberInput } from '../../ui/whole-number-input.tsx'
import { OwnerSelect } from '../crm/owner-select.tsx'
import { seesOwners } from '../crm/owners.ts'
import { useEmailError } from '../crm/use-email-error.ts'
import { useValue } from '../crm/use-value.ts'
import { ValueFields } from '../crm/value-fields.tsx'
import { useMe } from '../session/session.ts'
import { settableStatuses, useCreateLead, useUpdateLead, type SettableStatus } from './leads.ts'

type Props = { lead: Lead | undefined; workspace: Workspace; onClose: () => void }

const scores = { least: 0, most: 1000, isOptional: true }

export function LeadDialog({ lead, workspace, onClose }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const value = useValue()
  const create = useCreateLead()
  const update = useUpdateLead()
  const currency = lead?.currency ?? workspace.currency
  const emailError = useEmailError()
  const wholeNumberError = useWholeNumberError()
  const form = useForm<{
    firstName: string
    lastName: string
    company: string
    title: string
    email: string
    phone: string
    source: string
    status: SettableStatus
    score: string
    value: string
    currency: string
    owner: string
    notes: string
  }>({
    initialValues: {
      firstName: lead?.first_name ?? '',
      lastName: lead?.last_name ?? '',
      company: lead?.company_name ?? '',
      title: lead?.title ?? '',
      email: lead?.email ?? '',
      phone: lead?.phone ?? '',
      source: lead?.source ?? '',
      status: lead && lead.status !== 'converted' ? lead.status : 'new',
      score: String(lead?.score ?? 0),
      value: value.write(lead?.value ?? null, currency),
      currency,
      owner: String(lead?.owner_id ?? me.id),
      notes: lead?.notes ?? '',
    },
    validate: {
      firstName: (name) => (name.trim() ? null : t('crm.firstNameNeeded')),
      lastName: (name) => (name.trim() ? null : t('crm.lastNameNeeded')),
      email: emailError,
      score: (text) => wholeNumberError(text, scores),
      value: (text, values) => value.error(text, values.currency),
    },
  })

  function submit(values: typeof form.values) {
    const fields = {
      first_name: values.firstName.trim(),
      last_name: values.lastName.trim(),
      company_name: values.company.trim() || null,
      title: values.title.trim() || null,
      email: values.email.trim() || null,
      phone: values.phone.trim() || null,
      source: values.source.trim() || null,
      score: Number(values.score),
      value: value.read(values.value, values.currency),
      currency: values.currency,
      notes: values.notes.trim() || null,
      ...(lead?.status !== 'converted' && { status: values.status }),
      ...(seesOwners(workspace) && { owner_id: Number(values.owner) }),
    }
    if (lead) update.mutate({ id: lead.id, changes: fields }, { onSuccess: onClose })
    else create.mutate({ workspace_id: workspace.id, ...fields }, { onSuccess: onClose })
  }

  return (
    <Dialog title={lead ? t('crm.leads.edit') : t('crm.leads.new')} size={560} onClose={onClose}>
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
          <TextInput label={t('crm.leads.company')} maxLength={255} {...form.getInputProps('company')} />
          <TextInput label={t('crm.jobTitle')} maxLength={255} {...form.getInputProps('title')} />
        </div>
        <div className={dialog.pair}>
          <TextInput
            label={t('session.email')}
            type="email"
            maxLength={254}
            {...form.getInputProps('email')}
          />
          <TextInput label={t('clients.phone')} type="tel" maxLength={64} {...form.getInputProps('phone')} />
        </div>
        <div className={dialog.pair}>
          <TextInput
            label={t('crm.leads.source')}
            placeholder={t('crm.leads.sourceExample')}
            maxLength={255}
            {...form.getInputProps('source')}
          />
          <WholeNumberInput label={t('crm.leads.score')} {...form.getInputProps('score')} />
        </div>
        {lead?.status !== 'converted' && (
          <Select
            label={t('crm.leads.status')}
            allowDeselect={false}
            data={settableStatuses.map((status) => ({ value: status, label: t(`crm.leads.is.${status}`) }))}
            {...form.getInputProps('status')}
          />
        )}
        <ValueFields value={form.getInputProps('value')} currency={form.getInputProps('currency')} />
        {seesOwners(workspace) && (
          <OwnerSelect
            label={t('crm.owner')}
            workspaceId={workspace.id}
            allowDeselect={false}
            {...form.getInputProps('owner')}
          />
        )}
        <Textarea
          label={t('clients.notes')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...form.getInputProps('notes')}
        />
        <FormError error={create.error ?? update.error} />
        <FormActions
          submit={lead ? t('crm.leads.save') : t('crm.leads.create')}
          isBusy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
