import { Checkbox, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconPlayerPlay } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProjectLabel } from '../projects/project-label.tsx'
import { useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import type { EntryGroup } from './day-groups.ts'
import type { EntrySelection } from './entry-selection.ts'
import { ApprovalMark } from './approval-mark.tsx'
import { EntrySummary, statusOfAll } from './entry-summary.tsx'
import { useContinueEntry } from './timer-bar-model.ts'
import type { LinePlace } from './use-lines.ts'
import classes from './entry-row.module.css'

type Props = LinePlace & {
  group: EntryGroup
  selection: EntrySelection
  isReadOnly: boolean
  isOpen: boolean
  /** Which it is of how many lines of its day. */
  position: number
  count: number
  onToggle: (key: string) => void
}

export const FoldedRow = memo(function FoldedRow({ group, selection, isReadOnly, isOpen, ...rest }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const continueEntry = useContinueEntry()
  const [earliest] = group.entries
  const latest = group.entries.at(-1) ?? earliest
  const project = useProjectsById().get(latest.project_id ?? 0)
  const name = latest.title ?? t('timer.untitled')
  const ticked = group.entries.filter(({ id }) => selection.ids.has(id)).length
  const count = group.entries.length
  const toggle = () => {
    rest.onToggle(group.key)
  }
  return (
    <li
      ref={rest.measure}
      data-index={rest.index}
      aria-posinset={rest.position}
      aria-setsize={rest.count}
      style={{ marginTop: rest.gap }}
      className={classes.row}
    >
      {!isReadOnly && (
        <Checkbox
          className={classes.tick}
          aria-label={t('timer.selectEntry', { name })}
          checked={ticked === count}
          indeterminate={ticked > 0 && ticked < count}
          onChange={(event) => {
            selection.set(group.entries, event.currentTarget.checked)
          }}
        />
      )}
      <UnstyledButton className={classes.summary} aria-expanded={isOpen} onClick={toggle}>
        <EntrySummary entries={group.entries} />
      </UnstyledButton>
      <div className={classes.parts}>
        <span className={classes.fixed}>
          <ProjectLabel project={project} />
        </span>
        <span className={classes.fixed}>
          <UnstyledButton
            className={classes.count}
            aria-expanded={isOpen}
            aria-label={t('timer.foldedEntries', { count, name })}
            onClick={toggle}
          >
            {count}
            <span className={classes.chevron} data-open={isOpen || undefined}>
              <Icon of={IconChevronDown} size={14} />
            </span>
          </UnstyledButton>
          <span className={classes.fixedTitle} data-untitled={latest.title === null || undefined}>
            {name}
          </span>
          <ApprovalMark status={statusOfAll(group.entries)} />
        </span>
        <span />
        <span />
        <span className={classes.fixedTimes}>
          <span>{formats.time(Date.parse(earliest.started_at))}</span>
          <span aria-hidden>–</span>
          <span>{formats.time(Date.parse(latest.ended_at ?? latest.started_at))}</span>
        </span>
        <span className={classes.fixedDuration}>{formats.duration(group.seconds)}</span>
      </div>
      {!isReadOnly && (
        <IconButton
          icon={IconPlayerPlay}
          label={t('timer.continue', { name })}
          className={classes.continue}
          onClick={() => {
            continueEntry(latest)
          }}
        />
      )}
      <span className={classes.locked} />
    </li>
  )
})
