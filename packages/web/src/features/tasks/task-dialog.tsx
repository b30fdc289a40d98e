import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import type { Task } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { toDayOfWeek } from '../../lib/day-of-week.ts'
import { parseDuration } from '../../lib/duration.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { projectChoice, useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { TagPicker } from '../tags/tag-picker.tsx'
import entryDialog from '../timer/entry-dialog.module.css'
import { AssigneesField } from './assignees-field.tsx'
import { priorities, statuses } from './task-order.ts'
import classes from './task-dialog.module.css'
import { useCreateTask, useUpdateTask } from './tasks.ts'
import '@mantine/dates/styles.layer.css'

type Props = {
  task: Task | undefined
  workspaceId: number
  /** Who may only look finds it all there, and nothing to change. */
  isFixed?: boolean
  onClose: () => void
}

type Values = {
  name: string
  projectId: number | null
  status: Task['status']
  priority: Task['priority']
  due: string | null
  estimate: string
  assignees: string[]
  tags: string[]
  description: string
}

/** All of a task at once. */
export function TaskDialog({ task, workspaceId, isFixed = false, onClose }: Props) {
  const { t } = useTranslation()
  const { week_start } = useMe()
  const create = useCreateTask()
  const update = useUpdateTask()
  const form = useForm<Values>({
    initialValues: useInitialValues(task),
    validate: {
      name: (name) => (name.trim() ? null : t('tasks.nameNeeded')),
      projectId: (id) => (id === null ? t('tasks.projectNeeded') : null),
      estimate: (text) => (readEstimate(text) === undefined ? t('tasks.badEstimate') : null),
    },
  })
  const { values } = form
  const project = useProjectsById().get(values.projectId ?? 0)
  const tagNames = values.tags.join(', ') || t('tags.none')

  function submit() {
    if (values.projectId === null) return
    const fields = {
      project_id: values.projectId,
      name: values.name.trim(),
      status: values.status,
      priority: values.priority,
      due_on: values.due,
      // What was not touched keeps its seconds.
      ...((!task || form.isDirty('estimate')) && { estimate_seconds: readEstimate(values.estimate) ?? null }),
      assignee_ids: values.assignees.map(Number),
      tags: values.tags,
      description: values.description.trim() || null,
    }
    if (task) update.mutate({ id: task.id, changes: fields }, { onSuccess: onClose })
    else create.mutate(fields, { onSuccess: onClose })
  }

  const title = isFixed ? t('tasks.task') : task ? t('tasks.edit') : t('tasks.new')
  return (
    <Dialog title={title} size={560} onClose={onClose}>
      <form className={dialog.form} onSubmit={form.onSubmit(submit, focusFirstWrong)} noValidate>
        <fieldset className={classes.fields} disabled={isFixed}>
          <TextInput
            label={t('tasks.name')}
            data-autofocus={!isFixed || undefined}
            maxLength={255}
            {...form.getInputProps('name')}
          />
          <div>
            <span className={entryDialog.label}>{t('projects.project')}</span>
            <ProjectPicker
              workspaceId={workspaceId}
              value={values.projectId}
              onChange={(id) => {
                form.setFieldValue('projectId', id)
              }}
              label={projectChoice(project, t)}
              className={entryDialog.picker}
              isDisabled={isFixed}
            >
              <ProjectLabel project={project} />
            </ProjectPicker>
            {form.errors['projectId'] && <p className={classes.wrong}>{form.errors['projectId']}</p>}
          </div>
          <div className={dialog.pair}>
            <Select
              label={t('tasks.status')}
              allowDeselect={false}
              data={statuses.map((status) => ({ value: status, label: t(`tasks.is.${status}`) }))}
              {...form.getInputProps('status')}
            />
            <Select
              label={t('tasks.priority')}
              allowDeselect={false}
              data={priorities.map((each) => ({ value: each, label: t(`tasks.priorityIs.${each}`) }))}
              {...form.getInputProps('priority')}
            />
          </div>
          <div className={dialog.pair}>
            <DatePickerInput
              label={t('tasks.due')}
              placeholder={t('tasks.noDay')}
              clearable={!isFixed}
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              firstDayOfWeek={toDayOfWeek(week_start)}
              valueFormat="D MMM YYYY"
              popoverProps={{ withinPortal: true }}
              ariaLabels={{ nextMonth: t('dates.nextMonth'), previousMonth: t('dates.previousMonth') }}
              disabled={isFixed}
              {...form.getInputProps('due')}
            />
            <TextInput
              label={t('tasks.estimate')}
              placeholder="1:30"
              maxLength={12}
              {...form.getInputProps('estimate')}
            />
          </div>
          <AssigneesField workspaceId={workspaceId} {...form.getInputProps('assignees')} />
          <div>
            <span className={entryDialog.label}>{t('nav.tags')}</span>
            <TagPicker
              workspaceId={workspaceId}
              value={values.tags}
              onChange={(tags) => {
                form.setFieldValue('tags', tags)
              }}
              label={t('tags.are', { names: tagNames })}
              className={entryDialog.picker}
              isDisabled={isFixed}
            >
              <span className={values.tags.length > 0 ? entryDialog.text : entryDialog.none}>{tagNames}</span>
            </TagPicker>
          </div>
          <Textarea
            label={t('tasks.description')}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={10_000}
            {...form.getInputProps('description')}
          />
        </fieldset>
        <FormError error={create.error ?? update.error} />
        {isFixed ? (
          <div className={dialog.actions}>
            <Button onClick={onClose}>{t('common.close')}</Button>
          </div>
        ) : (
          <FormActions
            submit={task ? t('tasks.save') : t('tasks.create')}
            isBusy={create.isPending || update.isPending}
            onCancel={onClose}
          />
        )}
      </form>
    </Dialog>
  )
}

function useInitialValues(task: Task | undefined): Values {
  const { duration } = useFormats()
  return {
    name: task?.name ?? '',
    projectId: task?.project_id ?? null,
    status: task?.status ?? 'todo',
    priority: task?.priority ?? 'medium',
    due: task?.due_on ?? null,
    estimate: typeof task?.estimate_seconds === 'number' ? duration(task.estimate_seconds) : '',
    assignees: task?.assignee_ids.map(String) ?? [],
    tags: task?.tags.map(({ name }) => name) ?? [],
    description: task?.description ?? '',
  }
}

/** Null where nothing is written, undefined where it cannot be read. */
function readEstimate(text: string): number | null | undefined {
  return text.trim() ? parseDuration(text) : null
}
