import type { Entry } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { ProjectLabel } from '../projects/project-label.tsx'
import { useProjectsById } from '../projects/projects.ts'
import { useFormats } from '../session/formats.ts'
import { ApprovalMark } from './approval-mark.tsx'
import { BillingIcon } from './billing-icon.tsx'
import { tagNames } from './timer-bar-model.ts'
import classes from './entry-summary.module.css'

/** A row as a phone shows it: two lines to read, one place to touch. */
export function EntrySummary({ entries }: { entries: readonly [Entry, ...Entry[]] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [earliest] = entries
  const latest = entries.at(-1) ?? earliest
  const project = useProjectsById().get(latest.project_id ?? 0)
  const tags = [...new Set(entries.flatMap(tagNames))]
  const seconds = entries.reduce((sum, entry) => sum + entry.duration_seconds, 0)
  return (
    <>
      <span className={classes.line}>
        {entries.length > 1 && (
          <span className={classes.count} aria-hidden>
            {entries.length}
          </span>
        )}
        <span className={latest.title ? classes.title : classes.untitled}>
          {latest.title ?? t('timer.untitled')}
        </span>
        <span className={classes.duration}>{formats.duration(seconds)}</span>
      </span>
      <span className={classes.line}>
        <span className={classes.project}>
          <ProjectLabel project={project} />
        </span>
        {tags.length > 0 && <span className={classes.tags}>{tags.join(', ')}</span>}
        <ApprovalMark status={statusOfAll(entries)} />
        <BillingIcon status={latest.billing_status} />
        <span className={classes.times}>
          {formats.time(Date.parse(earliest.started_at))}–
          {formats.time(Date.parse(latest.ended_at ?? latest.started_at))}
        </span>
      </span>
    </>
  )
}

/** Of several only what holds for all of them. */
export function statusOfAll([first, ...others]: readonly [Entry, ...Entry[]]): Entry['approval_status'] {
  const { approval_status } = first
  return others.every((entry) => entry.approval_status === approval_status) ? approval_status : null
}
