import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Workspace } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { timeZones } from '../../lib/time-zones.ts'
import { FormError } from '../../ui/form-error.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { MoneySettings } from '../rates/money-settings.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { SampleSection } from '../workspaces/sample-section.tsx'
import { workspaceName } from '../workspaces/workspace-name.ts'
import { useCreateWorkspace, useUpdateWorkspace, useWorkspace } from '../workspaces/workspaces.ts'
import { billingChoices, fromBillingDefault, toBillingDefault } from './billing-default.ts'
import { ModuleSettings } from './module-settings.tsx'
import { SettingsSection } from './settings-section.tsx'
import classes from './settings-section.module.css'

export function WorkspacePage() {
  const { t } = useTranslation()
  const current = useCurrentWorkspace()
  const workspace = useWorkspace(current.workspace.id)
  const mayEdit = canManageWorkspace(current.role)
  return (
    <>
      <SettingsSection
        title={workspaceName(current.workspace, t)}
        text={mayEdit ? t('workspaces.settingsText') : t('workspaces.settingsReadOnly')}
      >
        {workspace && mayEdit && <WorkspaceForm key={workspace.id} workspace={workspace} />}
        {!workspace && <RowsSkeleton />}
      </SettingsSection>
      {workspace && <MoneySettings key={workspace.id} workspace={workspace} />}
      {workspace && mayEdit && <ModuleSettings key={`modules ${workspace.id}`} workspace={workspace} />}
      <NewTeamForm />
      <SampleSection />
    </>
  )
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const update = useUpdateWorkspace(workspace.id)
  const form = useForm({ initialValues: toFields(workspace) })
  const isTeam = workspace.kind === 'team'

  function submit(values: typeof form.values) {
    update.mutate(
      {
        ...(isTeam && { name: values.name.trim() }),
        time_zone: values.timeZone,
        default_billing_status: toBillingDefault(values.billing),
        refuses_overlap: values.refusesOverlap,
        protects_billed: values.protectsBilled,
        ...(isTeam && { only_admins_create_projects: values.onlyAdmins }),
      },
      {
        onSuccess: () => {
          form.resetDirty()
          showNotice({ message: t('settings.saved') })
        },
      },
    )
  }

  return (
    <form className={classes.form} onSubmit={form.onSubmit(submit)}>
      {isTeam && (
        <TextInput
          className={classes.field}
          label={t('workspaces.name')}
          required
          withAsterisk={false}
          maxLength={255}
          {...form.getInputProps('name')}
        />
      )}
      <Select
        className={classes.field}
        label={t('settings.timeZone')}
        data={timeZones(workspace.time_zone)}
        searchable
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
      <Select
        className={classes.field}
        label={t('workspaces.defaultBilling')}
        allowDeselect={false}
        data={billingChoices(t)}
        {...form.getInputProps('billing')}
      />
      <Switch
        label={t('workspaces.refusesOverlap')}
        {...form.getInputProps('refusesOverlap', { type: 'checkbox' })}
      />
      <Switch
        label={t('workspaces.protectsBilled')}
        {...form.getInputProps('protectsBilled', { type: 'checkbox' })}
      />
      {isTeam && (
        <Switch
          label={t('workspaces.onlyAdmins')}
          {...form.getInputProps('onlyAdmins', { type: 'checkbox' })}
        />
      )}
      <FormError error={update.error} />
      <Button type="submit" variant="filled" loading={update.isPending} disabled={!form.isDirty()}>
        {t('workspaces.save')}
      </Button>
    </form>
  )
}

function NewTeamForm() {
  const { t } = useTranslation()
  const { choose } = useCurrentWorkspace()
  const create = useCreateWorkspace()
  const form = useForm({ initialValues: { name: '' } })
  return (
    <SettingsSection title={t('workspaces.newTeam')} text={t('workspaces.newTeamText')}>
      <form
        className={classes.form}
        onSubmit={form.onSubmit(({ name }) => {
          create.mutate(name.trim(), {
            onSuccess: ({ id, name: made }) => {
              form.reset()
              choose(id)
              showNotice({ message: t('workspaces.created', { name: made }) })
            },
          })
        })}
      >
        <TextInput
          className={classes.field}
          label={t('workspaces.name')}
          required
          withAsterisk={false}
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <FormError error={create.error} />
        <Button type="submit" loading={create.isPending}>
          {t('workspaces.create')}
        </Button>
      </form>
    </SettingsSection>
  )
}

function toFields(workspace: Workspace) {
  return {
    name: workspace.name,
    timeZone: workspace.time_zone,
    billing: fromBillingDefault(workspace.default_billing_status),
    refusesOverlap: workspace.refuses_overlap,
    protectsBilled: workspace.protects_billed,
    onlyAdmins: workspace.only_admins_create_projects,
  }
}
