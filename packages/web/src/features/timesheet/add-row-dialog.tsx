import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { projectChoice, useProjectsById } from '../projects/projects.ts'
import { tasksQuery } from '../tasks/tasks.ts'
import entryDialog from '../timer/entry-dialog.module.css'
import type { RowThing } from './week-rows.ts'

type Props = { workspaceId: number; onAdd: (thing: RowThing) => void; onClose: () => void }

export function AddRowDialog({ workspaceId, onAdd, onClose }: Props) {
  const { t } = useTranslation()
  const [thing, setThing] = useState<RowThing>({ projectId: null, taskId: null })
  const project = useProjectsById().get(thing.projectId ?? 0)
  const { data: tasks = [] } = useQuery(tasksQuery(workspaceId))
  const open = tasks.filter(
    ({ project_id, status }) => project_id === thing.projectId && status !== 'done' && status !== 'cancelled',
  )
  return (
    <Dialog title={t('timesheet.addRow')} onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={(event) => {
          event.preventDefault()
          onAdd(thing)
          onClose()
        }}
      >
        <div>
          <span className={entryDialog.label}>{t('projects.project')}</span>
          <ProjectPicker
            workspaceId={workspaceId}
            value={thing.projectId}
            onChange={(projectId) => {
              setThing({ projectId, taskId: null })
            }}
            label={projectChoice(project, t)}
            className={entryDialog.picker}
            hasAutofocus
          >
            <ProjectLabel project={project} />
          </ProjectPicker>
        </div>
        {open.length > 0 && (
          <Select
            label={t('reports.by.task')}
            placeholder={t('reports.none.task')}
            data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={thing.taskId === null ? null : String(thing.taskId)}
            onChange={(id) => {
              setThing({ ...thing, taskId: id === null ? null : Number(id) })
            }}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
          />
        )}
        <FormActions submit={t('timesheet.addRow')} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
