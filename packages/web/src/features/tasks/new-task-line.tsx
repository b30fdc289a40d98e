import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { showError } from '../../ui/notices.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { projectChoice, useProjectsById } from '../projects/projects.ts'
import entryDialog from '../timer/entry-dialog.module.css'
import classes from './new-task-line.module.css'
import { useCreateTask } from './tasks.ts'

type Props = {
  workspaceId: number
  /** Where new tasks go unless somebody says otherwise. */
  projectId: number | undefined
  /** On the page of a project there is no other. */
  isHere?: boolean
  assigneeId?: number | undefined
}

/** A name, a project, Enter; and the next one. */
export function NewTaskLine({ workspaceId, projectId, isHere = false, assigneeId }: Props) {
  const { t } = useTranslation()
  const create = useCreateTask()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<number | null>()
  const [isMissing, setMissing] = useState(false)
  const target = chosen === undefined ? (projectId ?? null) : chosen
  const project = useProjectsById().get(target ?? 0)

  function add() {
    if (!name.trim()) return field.current?.focus()
    if (target === null) return setMissing(true)
    create.mutate(
      {
        project_id: target,
        name: name.trim(),
        ...(assigneeId !== undefined && { assignee_ids: [assigneeId] }),
      },
      {
        onSuccess: () => {
          setName('')
          field.current?.focus()
        },
        onError: showError,
      },
    )
  }

  return (
    <form
      className={classes.line}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextInput
        ref={field}
        className={classes.name}
        aria-label={t('tasks.newName')}
        placeholder={t('tasks.newName')}
        maxLength={255}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value)
        }}
      />
      {!isHere && (
        <div className={classes.project}>
          <ProjectPicker
            workspaceId={workspaceId}
            value={target}
            onChange={(id) => {
              setChosen(id)
              setMissing(false)
            }}
            label={projectChoice(project, t)}
            className={entryDialog.picker}
          >
            <ProjectLabel project={project} />
          </ProjectPicker>
          {isMissing && (
            <p className={classes.wrong} role="alert">
              {t('tasks.projectNeeded')}
            </p>
          )}
        </div>
      )}
      <Button type="submit" leftSection={<Icon of={IconPlus} />} loading={create.isPending}>
        {t('tasks.create')}
      </Button>
    </form>
  )
}
