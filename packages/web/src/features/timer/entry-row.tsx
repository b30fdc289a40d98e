import { Checkbox, UnstyledButton } from '@mantine/core'
import type { Entry, EntryChanges } from '@sundial/sdk'
import { IconLock, IconPlayerPlay, IconTag } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDuration } from '../../lib/duration.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { InlineField } from '../../ui/inline-field.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { projectChoice, useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { TagPicker } from '../tags/tag-picker.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { ApprovalMark } from './approval-mark.tsx'
import { BillingMenu } from './billing-menu.tsx'
import { ApprovedMenu, EntryMenu } from './entry-menu.tsx'
import type { EntrySelection } from './entry-selection.ts'
import { EntrySummary } from './entry-summary.tsx'
import { EntryTimes } from './entry-times.tsx'
import { tagNames, useContinueEntry } from './timer-bar-model.ts'
import { useUpdateEntry } from './timer-changes.ts'
import type { LinePlace } from './use-lines.ts'
import classes from './entry-row.module.css'

type Props = LinePlace & {
  entry: Entry
  selection: EntrySelection
  isReadOnly: boolean
  /** One of several under a folded line. */
  isInside: boolean
  /** Which it is of how many lines of its day. */
  position: number
  count: number
  onEdit: (entry: Entry) => void
}

/** A line whose parts are edited where they stand; on a phone a touch opens them all on a sheet instead. */
export const EntryRow = memo(function EntryRow({
  entry,
  selection,
  isReadOnly,
  isInside,
  onEdit,
  ...at
}: Props) {
  const { t } = useTranslation()
  const isFixed = isReadOnly || entry.is_locked
  const continueEntry = useContinueEntry()
  const name = entry.title ?? t('timer.untitled')
  const isSelected = selection.ids.has(entry.id)
  return (
    <li
      ref={at.measure}
      data-index={at.index}
      aria-posinset={at.position}
      aria-setsize={at.count}
      style={{ marginTop: at.gap }}
      className={classes.row}
      data-inside={isInside || undefined}
      data-selected={isSelected || undefined}
    >
      {!isReadOnly && (
        <Checkbox
          className={classes.tick}
          aria-label={t('timer.selectEntry', { name })}
          checked={isSelected}
          onChange={(event) => {
            selection.set([entry], event.currentTarget.checked)
          }}
        />
      )}
      <UnstyledButton
        className={classes.summary}
        onClick={() => {
          if (selection.isPicking) selection.set([entry], !isSelected)
          else onEdit(entry)
        }}
      >
        <EntrySummary entries={[entry]} />
      </UnstyledButton>
      <EntryParts entry={entry} isFixed={isFixed} />
      {!isReadOnly && (
        <IconButton
          icon={IconPlayerPlay}
          label={t('timer.continue', { name })}
          className={classes.continue}
          onClick={() => {
            continueEntry(entry)
          }}
        />
      )}
      <RowEnd entry={entry} name={name} isReadOnly={isReadOnly} onEdit={onEdit} />
    </li>
  )
})

type EndProps = Pick<Props, 'entry' | 'isReadOnly' | 'onEdit'> & { name: string }

function RowEnd({ entry, name, isReadOnly, onEdit }: EndProps) {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  if (entry.approval_status === 'approved' && canManageWorkspace(role))
    return <ApprovedMenu entry={entry} name={name} />
  if (!isReadOnly && !entry.is_locked) return <EntryMenu entry={entry} name={name} onEdit={onEdit} />
  return (
    <span className={classes.locked} title={t('timer.locked')}>
      {entry.is_locked && <Icon of={IconLock} />}
    </span>
  )
}

function EntryParts({ entry, isFixed }: { entry: Entry; isFixed: boolean }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const project = useProjectsById().get(entry.project_id ?? 0)
  const update = useUpdateEntry()
  const tags = tagNames(entry)

  function save(changes: EntryChanges) {
    update.mutate({ id: entry.id, changes })
  }

  function setDuration(seconds: number) {
    const end = Date.parse(entry.started_at) + (seconds + entry.break_seconds) * 1000
    save({ ended_at: new Date(end).toISOString() })
  }

  return (
    <div className={classes.parts}>
      <ProjectPicker
        workspaceId={entry.workspace_id}
        value={entry.project_id}
        onChange={(project_id) => {
          save({ project_id })
        }}
        label={projectChoice(project, t)}
        className={classes.project}
        isDisabled={isFixed}
      >
        <ProjectLabel project={project} />
      </ProjectPicker>
      <span className={classes.titled}>
        <InlineField
          label={t('timer.title')}
          text={entry.title ?? ''}
          placeholder={t('timer.untitled')}
          parse={(typed) => typed.trim()}
          onCommit={(title) => {
            save({ title: title || null })
          }}
          isReadOnly={isFixed}
        />
        <ApprovalMark status={entry.approval_status} />
      </span>
      <TagPicker
        workspaceId={entry.workspace_id}
        value={tags}
        onChange={(next) => {
          save({ tags: next })
        }}
        label={tags.length > 0 ? t('tags.are', { names: tags.join(', ') }) : t('tags.choose')}
        className={tags.length > 0 ? classes.part : `${classes.part} ${classes.onHover}`}
        isDisabled={isFixed}
      >
        {tags.length > 0 ? <span className={classes.tags}>{tags.join(', ')}</span> : <Icon of={IconTag} />}
      </TagPicker>
      <BillingMenu
        status={entry.billing_status}
        isDisabled={isFixed}
        onChange={(billing_status) => {
          save({ billing_status })
        }}
      />
      <EntryTimes entry={entry} isReadOnly={isFixed} onChange={save} />
      <InlineField
        label={t('timer.duration')}
        text={formats.duration(entry.duration_seconds)}
        parse={parseDuration}
        onCommit={setDuration}
        align="right"
        isReadOnly={isFixed}
        className={classes.duration}
      />
    </div>
  )
}
