import { Button } from '@mantine/core'
import type { Entry, Timesheet } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconCircleCheck } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { Rejections } from './rejections.tsx'
import { timesheetQuery, useWithdrawWeek } from './timesheets.ts'
import classes from './submission.module.css'

const SubmitDialog = lazy(async () => ({ default: (await import('./submit-dialog.tsx')).SubmitDialog }))

type Standing = Timesheet['counts']

type Props = { from: string; entries: readonly Entry[]; seconds: number }

/** How the week stands with those who approve it, and the next step of its owner. */
export function Submission({ from, entries, seconds }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const { workspace } = useCurrentWorkspace()
  const { data: timesheet } = useQuery(timesheetQuery({ workspaceId: workspace.id, userId: me.id, from }))
  const withdraw = useWithdrawWeek()
  const [isSubmitting, setSubmitting] = useState(false)
  if (timesheet === undefined) return null
  const counts = standingOf(entries)
  const toSubmit = counts.open + counts.rejected
  return (
    <section className={classes.submission} aria-label={t('timesheet.submission')}>
      <div className={classes.line}>
        <StateLine counts={counts} />
        <span className={classes.actions}>
          {timesheet && counts.pending > 0 && (
            <Button
              loading={withdraw.isPending}
              onClick={() => {
                withdraw.mutate(timesheet.id)
              }}
            >
              {t('timesheet.withdraw')}
            </Button>
          )}
          {toSubmit > 0 && (
            <Button
              variant="filled"
              onClick={() => {
                setSubmitting(true)
              }}
            >
              {t(submitLabel(counts))}
            </Button>
          )}
        </span>
      </div>
      {counts.rejected > 0 && <Rejections timesheetId={timesheet?.id} entries={entries} />}
      {isSubmitting && (
        <Suspense>
          <SubmitDialog
            from={from}
            seconds={seconds}
            count={toSubmit}
            onClose={() => {
              setSubmitting(false)
            }}
          />
        </Suspense>
      )}
    </section>
  )
}

function submitLabel({ rejected, pending, approved }: Standing) {
  if (rejected > 0) return 'timesheet.submitAgain'
  return pending + approved > 0 ? 'timesheet.submitRest' : 'timesheet.submit'
}

function StateLine({ counts }: { counts: Standing }) {
  const { t } = useTranslation()
  const { open, pending, approved, rejected } = counts
  const decided = pending + approved + rejected
  if (approved > 0 && approved === open + decided)
    return (
      <p className={classes.state} role="status" data-approved>
        <Icon of={IconCircleCheck} />
        {t('timesheet.state.approved')}
      </p>
    )
  const words = [
    open > 0 && decided === 0 && t('timesheet.state.draft'),
    rejected > 0 && t('timesheet.state.rejected', { count: rejected }),
    pending > 0 && t('timesheet.state.waiting', { count: pending }),
    approved > 0 && t('timesheet.state.partApproved', { count: approved }),
    open > 0 && decided > 0 && t('timesheet.state.open', { count: open }),
  ].filter((part) => typeof part === 'string')
  return (
    <p className={classes.state} role="status">
      {words.join(' ')}
    </p>
  )
}

/** As the server counts a timesheet; of one that nobody has made yet, too. */
function standingOf(entries: readonly Entry[]): Standing {
  const counts = { open: 0, pending: 0, approved: 0, rejected: 0 }
  for (const { ended_at, approval_status } of entries)
    if (ended_at !== null) counts[approval_status ?? 'open']++
  return counts
}
