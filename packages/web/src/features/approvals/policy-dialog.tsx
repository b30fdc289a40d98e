import { Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ApprovalPolicy } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { parseDuration } from '../../lib/duration.ts'
import { compareNames } from '../../lib/locale.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { projectName, useOpenProjects, useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { membersQuery } from '../team/team.ts'
import { LevelFields } from './level-fields.tsx'
import { useCreatePolicy, useUpdatePolicy } from './policies.ts'

type Props = { policy: ApprovalPolicy | undefined; workspaceId: number; onClose: () => void }

/** Beyond this many a list is searched, not read. */
const mostShown = 100

export function PolicyDialog({ policy, workspaceId, onClose }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const create = useCreatePolicy()
  const update = useUpdatePolicy()
  const projects = useProjectChoices(workspaceId, policy?.project_id ?? null)
  const { data: members = [] } = useQuery(membersQuery(workspaceId))
  const active = members.filter(({ is_active, user_id }) => is_active || user_id === policy?.user_id)
  const form = useForm({
    initialValues: {
      name: policy?.name ?? '',
      projectId: toChoice(policy?.project_id),
      userId: toChoice(policy?.user_id),
      levels: policy?.levels.map((ids) => ids.map(String)) ?? [[]],
      shortest: policy?.min_seconds ? formats.duration(policy.min_seconds) : '',
      billableOnly: policy?.billable_only ?? false,
      isEnabled: policy?.is_enabled ?? true,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('approvals.nameNeeded')),
      levels: (levels) => (levels.every((ids) => ids.length > 0) ? null : t('approvals.approversNeeded')),
      shortest: (text) =>
        text.trim() === '' || parseDuration(text) !== undefined ? null : t('approvals.badDuration'),
    },
  })

  function submit(values: typeof form.values) {
    const fields = {
      name: values.name.trim(),
      project_id: values.projectId === null ? null : Number(values.projectId),
      user_id: values.userId === null ? null : Number(values.userId),
      levels: values.levels.map((ids) => ids.map(Number)),
      min_seconds: parseDuration(values.shortest) ?? null,
      billable_only: values.billableOnly,
      is_enabled: values.isEnabled,
    }
    if (policy) update.mutate({ id: policy.id, changes: fields }, { onSuccess: onClose })
    else create.mutate({ workspace_id: workspaceId, ...fields }, { onSuccess: onClose })
  }

  return (
    <Dialog
      title={policy ? t('approvals.editPolicy') : t('approvals.newPolicy')}
      size={560}
      onClose={onClose}
    >
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <TextInput
          label={t('approvals.policyName')}
          placeholder={t('approvals.policyExample')}
          data-autofocus
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <div className={dialog.pair}>
          <Select
            label={t('projects.project')}
            placeholder={t('approvals.allProjects')}
            data={projects}
            limit={mostShown}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            {...form.getInputProps('projectId')}
          />
          <Select
            label={t('approvals.person')}
            placeholder={t('approvals.everybody')}
            data={active.map((member) => ({
              value: String(member.user_id),
              label: member.name ?? member.email,
            }))}
            limit={mostShown}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            {...form.getInputProps('userId')}
          />
        </div>
        <LevelFields
          members={members}
          levels={form.values.levels}
          error={form.errors['levels']}
          onChange={(levels) => {
            form.setFieldValue('levels', levels)
            form.clearFieldError('levels')
          }}
        />
        <TextInput
          label={t('approvals.shortest')}
          description={t('approvals.shortestHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('shortest')}
        />
        <Switch
          label={t('approvals.onlyBillable')}
          {...form.getInputProps('billableOnly', { type: 'checkbox' })}
        />
        <Switch label={t('approvals.isOn')} {...form.getInputProps('isEnabled', { type: 'checkbox' })} />
        <FormError error={create.error ?? update.error} />
        <FormActions
          submit={policy ? t('approvals.savePolicy') : t('approvals.createPolicy')}
          isBusy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}

/** Those that time can go to, and the one the policy names. */
function useProjectChoices(workspaceId: number, chosenId: number | null) {
  const chosen = useProjectsById().get(chosenId ?? 0)
  const open = useOpenProjects(workspaceId)
  const all = chosen && !open.includes(chosen) ? [...open, chosen] : open
  return all
    .map((project) => ({ value: String(project.id), label: projectName(project) }))
    .sort((a, b) => compareNames(a.label, b.label))
}

function toChoice(id: number | null | undefined): string | null {
  return id == null ? null : String(id)
}
