import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Deal, Workspace } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useWholeNumberError } from '../../ui/use-whole-number-error.ts'
import { WholeNumberInput } from '../../ui/whole-number-input.tsx'
import { ClientSelect } from '../clients/client-select.tsx'
import { OwnerSelect } from '../crm/owner-select.tsx'
import { seesOwners } from '../crm/owners.ts'
import { useValue } from '../crm/use-value.ts'
import { useMe } from '../session/session.ts'
import { canUseCrm } from '../crm/crm-access.ts'
import { usableModules } from '../workspaces/modules.ts'
import { DealFields } from './deal-fields.tsx'
import { ContactSelect, ProjectSelect } from './deal-references.tsx'
import { useCreateDeal, useUpdateDeal } from './deals.ts'
import { stages, type Stage } from './stages.ts'

type Props = {
  deal: Deal | undefined
  /** The client of a new one. */
  clientId?: number
  workspace: Workspace
  onClose: () => void
}

type Values = {
  name: string
  stage: Stage
  value: string
  currency: string
  expectedClose: string | null
  probability: string
  client: string | null
  contact: string | null
  project: string | null
  owner: string
  description: string
  lossReason: string
}

const evenChance = 50
const chances = { least: 0, most: 100, isOptional: true }

export function DealDialog({ deal, clientId, workspace, onClose }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const value = useValue()
  const create = useCreateDeal()
  const update = useUpdateDeal()
  const currency = deal?.currency ?? workspace.currency
  const wholeNumberError = useWholeNumberError()
  const form = useForm<Values>({
    initialValues: {
      name: deal?.name ?? '',
      stage: deal?.stage ?? 'prospecting',
      value: value.write(deal?.value ?? null, currency),
      currency,
      expectedClose: deal?.expected_close_on ?? null,
      probability: String(deal?.probability ?? evenChance),
      client: toChoice(deal?.client_id ?? clientId),
      contact: toChoice(deal?.contact_id),
      project: toChoice(deal?.project_id),
      owner: String(deal?.owner_id ?? me.id),
      description: deal?.description ?? '',
      lossReason: deal?.loss_reason ?? '',
    },
    validate: {
      name: (name) => (name.trim() ? null : t('crm.deals.nameNeeded')),
      value: (text, values) => value.error(text, values.currency),
      probability: (text) => wholeNumberError(text, chances),
    },
  })
  const { values } = form
  const usesClients = usableModules(workspace).has('clients')
  const usesContacts = canUseCrm(workspace, 'contacts')

  function submit() {
    const says = (field: keyof Values) => !deal || form.isDirty(field)
    const fields = {
      name: values.name.trim(),
      // Naming its stage would open a deal again that was called off.
      ...(says('stage') && { stage: values.stage }),
      value: value.read(values.value, values.currency),
      currency: values.currency,
      expected_close_on: values.expectedClose,
      probability: values.probability.trim() === '' ? evenChance : Number(values.probability),
      // What one may not see stays as it is.
      ...(says('client') && { client_id: toId(values.client) }),
      ...((says('client') || says('contact')) && { contact_id: toId(values.contact) }),
      ...(says('project') && { project_id: toId(values.project) }),
      ...(seesOwners(workspace) && { owner_id: Number(values.owner) }),
      description: values.description.trim() || null,
      ...(values.stage === 'closed_lost' && { loss_reason: values.lossReason.trim() || null }),
    }
    if (deal) update.mutate({ id: deal.id, changes: fields }, { onSuccess: onClose })
    else create.mutate({ workspace_id: workspace.id, ...fields }, { onSuccess: onClose })
  }

  return (
    <Dialog title={deal ? t('crm.deals.edit') : t('crm.deals.new')} size={560} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <DealFields stages={stages} propsOf={(field) => form.getInputProps(field)} />
        {values.stage === 'closed_lost' && (
          <Textarea
            label={t('crm.deals.lossReason')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('lossReason')}
          />
        )}
        <WholeNumberInput
          label={t('crm.deals.probability')}
          rightSection="%"
          {...form.getInputProps('probability')}
        />
        {usesClients && (
          <ClientSelect
            workspaceId={workspace.id}
            {...form.getInputProps('client')}
            onChange={(client) => {
              form.setFieldValue('client', client)
              form.setFieldValue('contact', null)
            }}
          />
        )}
        {usesContacts && values.client && (
          <ContactSelect clientId={Number(values.client)} {...form.getInputProps('contact')} />
        )}
        <ProjectSelect workspaceId={workspace.id} {...form.getInputProps('project')} />
        {seesOwners(workspace) && (
          <OwnerSelect
            label={t('crm.owner')}
            workspaceId={workspace.id}
            allowDeselect={false}
            {...form.getInputProps('owner')}
          />
        )}
        <Textarea
          label={t('crm.deals.description')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...form.getInputProps('description')}
        />
        <FormError error={create.error ?? update.error} />
        <FormActions
          submit={deal ? t('crm.deals.save') : t('crm.deals.create')}
          isBusy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}

function toChoice(id: number | null | undefined): string | null {
  return id ? String(id) : null
}

function toId(choice: string | null): number | null {
  return choice ? Number(choice) : null
}
