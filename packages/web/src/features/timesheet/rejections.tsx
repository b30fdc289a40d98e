import type { Approval, Entry } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { myRejectionsQuery, weekRejectionsQuery } from '../approvals/approvals.ts'
import { usePeople } from '../approvals/people.ts'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { useRowNames } from './row-names.ts'
import classes from './submission.module.css'

type Props = { timesheetId: number | undefined; entries: readonly Entry[] }

/** Why entries of the week came back, each reason once. */
export function Rejections({ timesheetId, entries }: Props) {
  const { t } = useTranslation()
  const { locale } = useFormats()
  const { workspace } = useCurrentWorkspace()
  const people = usePeople(workspace.id)
  const names = useRowNames(workspace.id)
  const { data: ofWeek = [] } = useQuery({
    ...weekRejectionsQuery(timesheetId ?? 0),
    enabled: timesheetId !== undefined,
  })
  const { data: mine = [] } = useQuery(myRejectionsQuery(workspace.id))
  const rejections = [...ofWeek, ...mine].sort((a, b) => b.id - a.id)
  return (
    <ul className={classes.reasons} aria-label={t('timesheet.reasons')}>
      {byReason(rejections, entries).map(({ first, about }) => (
        <li key={first.id} className={classes.reason}>
          <p>{first.decision_comment}</p>
          <p className={classes.quiet}>
            {[people.nameOf(first.decided_by), ...about.map(({ entry }) => entryName(entry))].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )

  function entryName({ project_id, task_id, title, started_on }: Approval['entry']): string {
    const name = title ?? names.nameOf({ projectId: project_id, taskId: task_id })
    return t('timesheet.cell', { name, day: formatDay(started_on, locale) })
  }
}

/** The last rejection of each entry that has not been submitted since, by who said what. */
function byReason(rejections: readonly Approval[], entries: readonly Entry[]) {
  const waiting = new Set(entries.filter(({ approval_status: is }) => is === 'rejected').map(({ id }) => id))
  const reasons = new Map<string, { first: Approval; about: Approval[] }>()
  for (const rejection of rejections) {
    if (!waiting.delete(rejection.entry_id)) continue
    const key = `${rejection.decided_by ?? 0} ${rejection.decision_comment ?? ''}`
    const reason = reasons.get(key) ?? { first: rejection, about: [] }
    reason.about.push(rejection)
    reasons.set(key, reason)
  }
  return [...reasons.values()]
}
