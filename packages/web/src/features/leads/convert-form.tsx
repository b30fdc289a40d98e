import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { Client, Conversion, Lead, Workspace } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { ClientSelect } from '../clients/client-select.tsx'
import { canUseCrm } from '../crm/crm-access.ts'
import { useValue } from '../crm/use-value.ts'
import { DealFields } from '../deals/deal-fields.tsx'
import { stages, type Stage } from '../deals/stages.ts'
import { canCreateProjects } from '../workspaces/permissions.ts'
import { leadName } from './leads.ts'
import classes from './convert-dialog.module.css'

type Props = {
  lead: Lead
  workspace: Workspace
  clients: readonly Client[]
  isBusy: boolean
  error: unknown
  onSubmit: (conversion: Conversion) => void
  onClose: () => void
}

/** Who has just become a client has not been lost. */
const stagesToStartIn = stages.filter((stage) => stage !== 'closed_lost')

type Values = {
  client: string
  clientName: string
  clientId: string | null
  makesContact: boolean
  makesDeal: boolean
  deal: { name: string; stage: Stage; value: string; currency: string; expectedClose: string | null }
}

/** What a lead becomes, with everything in it that is known already. */
export function ConvertForm({ lead, workspace, clients, isBusy, error, onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const value = useValue()
  const name = lead.company_name ?? leadName(lead)
  const known = clients.find((client) => client.name.toLowerCase() === name.toLowerCase())
  const mayCreate = canCreateProjects(workspace.role, workspace.only_admins_create_projects)
  const usesContacts = canUseCrm(workspace, 'contacts')
  const usesDeals = canUseCrm(workspace, 'deals')
  const form = useForm<Values>({
    initialValues: {
      client: mayCreate && !known ? 'new' : 'existing',
      clientName: name,
      clientId: known ? String(known.id) : null,
      makesContact: usesContacts,
      makesDeal: usesDeals,
      deal: {
        name,
        stage: 'prospecting',
        value: value.write(lead.value, lead.currency),
        currency: lead.currency,
        expectedClose: null,
      },
    },
    validate: {
      clientName: (text, { client }) => (client === 'new' && !text.trim() ? t('clients.nameNeeded') : null),
      clientId: (id, { client }) => (client === 'existing' && !id ? t('crm.convert.clientNeeded') : null),
      deal: {
        name: (text, { makesDeal }) => (makesDeal && !text.trim() ? t('crm.deals.nameNeeded') : null),
        value: (text, { makesDeal, deal }) => (makesDeal ? value.error(text, deal.currency) : null),
      },
    },
  })

  function submit({ client, clientName, clientId, makesContact, makesDeal, deal }: Values) {
    onSubmit({
      ...(client === 'new' ? { client_name: clientName.trim() } : { client_id: Number(clientId) }),
      makes_contact: makesContact,
      deal: makesDeal
        ? {
            name: deal.name.trim(),
            stage: deal.stage,
            value: value.read(deal.value, deal.currency),
            currency: deal.currency,
            expected_close_on: deal.expectedClose,
          }
        : null,
    })
  }

  return (
    <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
      <ClientChoice form={form} workspaceId={workspace.id} mayCreate={mayCreate} />
      {usesContacts && (
        <Checkbox
          label={t('crm.convert.makesContact', { name: leadName(lead) })}
          {...form.getInputProps('makesContact', { type: 'checkbox' })}
        />
      )}
      {usesDeals && (
        <Checkbox
          label={t('crm.convert.makesDeal')}
          {...form.getInputProps('makesDeal', { type: 'checkbox' })}
        />
      )}
      {form.values.makesDeal && (
        <fieldset className={classes.deal} aria-label={t('crm.convert.deal')}>
          <DealFields stages={stagesToStartIn} propsOf={(field) => form.getInputProps(`deal.${field}`)} />
        </fieldset>
      )}
      <FormError error={error} />
      <FormActions submit={t('crm.convert.title')} isBusy={isBusy} onCancel={onClose} />
    </form>
  )
}

type ChoiceProps = { form: UseFormReturnType<Values>; workspaceId: number; mayCreate: boolean }

/** Which client it becomes; who may make none chooses among those there are. */
function ClientChoice({ form, workspaceId, mayCreate }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <>
      {mayCreate && (
        <SegmentedControl
          fullWidth
          aria-label={t('projects.client')}
          data={[
            { value: 'new', label: t('clients.new') },
            { value: 'existing', label: t('crm.convert.existing') },
          ]}
          {...form.getInputProps('client')}
        />
      )}
      {form.values.client === 'new' ? (
        <TextInput
          label={t('crm.convert.clientName')}
          data-autofocus
          maxLength={255}
          {...form.getInputProps('clientName')}
        />
      ) : (
        <ClientSelect
          workspaceId={workspaceId}
          placeholder={t('crm.convert.chooseClient')}
          data-autofocus
          {...form.getInputProps('clientId')}
        />
      )}
    </>
  )
}
