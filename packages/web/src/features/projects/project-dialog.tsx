import { Checkbox, ColorInput, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Project } from '@sundial/sdk'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { useClients } from '../clients/clients.ts'
import { usableModules } from '../workspaces/modules.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { projectColors, randomColor } from './project-colors.ts'
import { flattenTree, idsBelow } from './project-tree.ts'
import { projectName, useCreateProject, useUpdateProject, useOpenProjects } from './projects.ts'

/** A project to edit, or a new one, perhaps below another. */
export type ProjectDraft = { project?: Project; parentId?: number }

type Props = { draft: ProjectDraft; workspaceId: number; onClose: () => void }

const inherit = 'inherit'

export function ProjectDialog({ draft: { project, parentId }, workspaceId, onClose }: Props) {
  const { t } = useTranslation()
  const create = useCreateProject()
  const update = useUpdateProject()
  const modules = usableModules(useWorkspace(workspaceId))
  const clients = useClients(workspaceId) ?? []
  const parents = useParentChoices(workspaceId, project)
  const form = useForm({
    initialValues: {
      title: project?.title ?? '',
      color: project?.color ?? randomColor(),
      parent: String(project?.parent_id ?? parentId ?? '') || null,
      client: project?.client_id ? String(project.client_id) : null,
      billing: project?.default_billing_status ?? inherit,
      notes: project?.notes ?? '',
      isPrivate: project?.is_private ?? false,
    },
    validate: {
      title: (title) => (title.trim() ? null : t('projects.titleNeeded')),
      color: (color) => (/^#[0-9a-f]{6}$/i.test(color) ? null : t('projects.badColor')),
    },
  })

  function submit(values: typeof form.values) {
    const fields = {
      title: values.title.trim(),
      color: values.color,
      parent_id: values.parent ? Number(values.parent) : null,
      client_id: values.client ? Number(values.client) : null,
      default_billing_status: toBillingDefault(values.billing),
      notes: values.notes.trim() || null,
      is_private: values.isPrivate,
    }
    if (project) update.mutate({ id: project.id, changes: fields }, { onSuccess: onClose })
    else create.mutate({ workspace_id: workspaceId, ...fields }, { onSuccess: onClose })
  }

  return (
    <Dialog title={project ? t('projects.edit') : t('projects.new')} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <TextInput
          label={t('projects.title')}
          data-autofocus
          maxLength={255}
          {...form.getInputProps('title')}
        />
        <ColorInput
          label={t('projects.color')}
          format="hex"
          swatches={[...projectColors]}
          swatchesPerRow={8}
          withPicker={false}
          withEyeDropper={false}
          closeOnColorSwatchClick
          {...form.getInputProps('color')}
        />
        <Select
          label={t('projects.parent')}
          placeholder={t('projects.noParent')}
          data={parents}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          {...form.getInputProps('parent')}
        />
        {modules.has('clients') && (
          <Select
            label={t('projects.client')}
            placeholder={t('projects.noClient')}
            data={clients.map((client) => ({ value: String(client.id), label: client.name }))}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            nothingFoundMessage={t('clients.noMatch')}
            {...form.getInputProps('client')}
          />
        )}
        <Select
          label={t('projects.defaultBilling')}
          allowDeselect={false}
          data={[
            { value: inherit, label: t('billing.inherit') },
            { value: 'billable', label: t('billing.billable') },
            { value: 'not_billable', label: t('billing.not_billable') },
          ]}
          {...form.getInputProps('billing')}
        />
        <Textarea
          label={t('projects.notes')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          {...form.getInputProps('notes')}
        />
        <Checkbox
          label={t('projects.privateLabel')}
          description={t('projects.privateHint')}
          {...form.getInputProps('isPrivate', { type: 'checkbox' })}
        />
        <FormError error={create.error ?? update.error} />
        <FormActions
          submit={project ? t('projects.save') : t('projects.create')}
          isBusy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}

/** Anywhere but below itself. */
function useParentChoices(workspaceId: number, project: Project | undefined) {
  const open = useOpenProjects(workspaceId)
  return useMemo(() => {
    const below = project ? idsBelow(open, project.id) : new Set<number>()
    return flattenTree(open)
      .filter((row) => !below.has(row.project.id))
      .map((row) => ({ value: String(row.project.id), label: projectName(row.project) }))
  }, [open, project])
}

function toBillingDefault(choice: string): 'billable' | 'not_billable' | null {
  return choice === 'billable' || choice === 'not_billable' ? choice : null
}
