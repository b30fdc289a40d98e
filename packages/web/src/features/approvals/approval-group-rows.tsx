import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import list from '../../ui/list.module.css'
import { formatDays } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import type { ApprovalGroup } from './approval-groups.ts'
import { ApprovalRow } from './approval-row.tsx'
import type { Deciding } from './use-deciding.ts'
import type { TickedApprovals } from './use-ticked-approvals.ts'
import classes from './approval-list.module.css'

type Props = {
  group: ApprovalGroup
  name: string
  /** Where one decides; elsewhere one only reads, and takes back one's own. */
  ticked: TickedApprovals | undefined
  deciding: Deciding
  /** False while a search hides some: a week is decided as one sees it. */
  isWhole: boolean
}

/** A week of a person. */
export function ApprovalGroupRows({ group, name, ticked, deciding, isWhole }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { approvals, timesheetId } = group
  const days = formatDays(group, formats.locale)
  const label = t('approvals.weekOf', { name, days })
  const count = approvals.filter(({ id }) => ticked?.isTicked(id)).length
  const comment = approvals[0]?.request_comment
  const isShared = approvals.every(({ request_comment }) => request_comment === comment)
  return (
    <section className={classes.group} aria-label={label}>
      <header className={classes.head}>
        {ticked && (
          <Checkbox
            aria-label={t('timer.selectDay', { day: label })}
            checked={count === approvals.length}
            indeterminate={count > 0 && count < approvals.length}
            onChange={(event) => {
              ticked.set(approvals, event.currentTarget.checked)
            }}
          />
        )}
        <h2 className={classes.name}>
          {name} <span className={classes.days}>{days}</span>
        </h2>
        <strong className={classes.seconds}>{formats.duration(group.seconds)}</strong>
        {ticked && isWhole && timesheetId !== null && (
          <span className={classes.weekActions}>
            <Button
              size="compact-sm"
              aria-label={t('approvals.approveWeekOf', { name, days })}
              data-turn="approve-week"
              loading={deciding.isBusy}
              onClick={() => {
                deciding.approveWeek(group)
              }}
            >
              {t('approvals.approveWeek')}
            </Button>
            <Button
              size="compact-sm"
              color="danger"
              aria-label={t('approvals.rejectWeekOf', { name, days })}
              data-turn="reject-week"
              onClick={() => {
                deciding.askWhy({ approvals, timesheetId })
              }}
            >
              {t('approvals.rejectWeek')}
            </Button>
          </span>
        )}
      </header>
      {isShared && comment && <p className={classes.comment}>{comment}</p>}
      <ul data-rows className={list.rows}>
        {approvals.map((approval) => (
          <ApprovalRow
            key={approval.id}
            approval={approval}
            showsComment={!isShared}
            ticked={ticked}
            deciding={deciding}
          />
        ))}
      </ul>
    </section>
  )
}
