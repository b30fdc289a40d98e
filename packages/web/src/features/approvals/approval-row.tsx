import { Button, Checkbox } from '@mantine/core'
import type { Approval } from '@sundial/sdk'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import list from '../../ui/list.module.css'
import { ProjectDot, ProjectLabel } from '../projects/project-label.tsx'
import { useProjectsById } from '../projects/projects.ts'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { BillingIcon } from '../timer/billing-icon.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { useCancelRequest } from './decisions.ts'
import { usePeople } from './people.ts'
import type { Deciding } from './use-deciding.ts'
import type { TickedApprovals } from './use-ticked-approvals.ts'
import classes from './approval-list.module.css'

type Props = {
  approval: Approval
  showsComment: boolean
  ticked: TickedApprovals | undefined
  deciding: Deciding
}

export function ApprovalRow({ approval, showsComment, ticked, deciding }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { entry } = approval
  const project = useProjectsById().get(entry.project_id ?? 0)
  const name = entry.title ?? t('timer.untitled')
  const isHidden = entry.project_id !== null && !project
  const isTicked = ticked?.isTicked(approval.id) ?? false
  return (
    <li className={`${list.row} ${classes.row}`} data-ticked={isTicked || undefined}>
      {ticked && (
        <Checkbox
          className={classes.tick}
          aria-label={t('timer.selectEntry', { name })}
          checked={isTicked}
          onChange={(event) => {
            ticked.set([approval], event.currentTarget.checked)
          }}
        />
      )}
      <span className={classes.day}>{formatDay(entry.started_on, formats.locale)}</span>
      <span className={classes.what}>
        <span className={entry.title ? list.text : list.quiet}>{name}</span>
        <span className={classes.project}>
          {isHidden ? (
            <span className={list.quiet}>
              <ProjectDot color={undefined} /> {t('reports.hidden')}
            </span>
          ) : (
            <ProjectLabel project={project} />
          )}
        </span>
        {entry.notes && <span className={list.quiet}>{entry.notes}</span>}
        {showsComment && approval.request_comment && (
          <span className={classes.said}>{approval.request_comment}</span>
        )}
        {!ticked && <Outcome approval={approval} />}
      </span>
      {approval.steps > 1 && (
        <span className={classes.level}>
          {t('approvals.level', { step: String(approval.step), steps: String(approval.steps) })}
        </span>
      )}
      <span className={classes.billing} role="img" aria-label={t(`billing.${entry.billing_status}`)}>
        <BillingIcon status={entry.billing_status} />
      </span>
      <span className={classes.duration}>{formats.duration(entry.duration_seconds)}</span>
      {ticked ? (
        <>
          <IconButton
            icon={IconCheck}
            className={classes.decide}
            label={t('approvals.approveNamed', { name })}
            data-turn="approve"
            onClick={() => {
              deciding.approve([approval])
            }}
          />
          <IconButton
            icon={IconX}
            className={classes.decide}
            label={t('approvals.rejectNamed', { name })}
            data-turn="reject"
            onClick={() => {
              deciding.askWhy({ approvals: [approval] })
            }}
          />
        </>
      ) : (
        <span className={classes.end}>
          <CancelButton approval={approval} name={name} />
        </span>
      )}
    </li>
  )
}

/** Who decided what, or who is asked. */
function Outcome({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const { workspace } = useCurrentWorkspace()
  const { nameOf } = usePeople(workspace.id)
  const { status, approver_ids, decided_by, decision_comment } = approval
  const asked = approver_ids.map((id) => nameOf(id)).join(', ') || t('approvals.admins')
  const name = status === 'pending' ? asked : nameOf(decided_by)
  return (
    <span className={classes.outcome} data-status={status}>
      {t(`approvals.outcome.${status}`, { name })}
      {decision_comment && <span className={classes.said}>{decision_comment}</span>}
    </span>
  )
}

/** For who made a request, and whose time it is. */
function CancelButton({ approval, name }: { approval: Approval; name: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const cancel = useCancelRequest()
  const isMine = approval.requested_by === me.id || approval.entry.user_id === me.id
  if (approval.status !== 'pending' || !isMine) return null
  return (
    <Button
      size="compact-sm"
      aria-label={t('approvals.cancelNamed', { name })}
      data-turn="take-back"
      loading={cancel.isPending}
      onClick={() => {
        cancel.mutate(approval.id)
      }}
    >
      {t('approvals.cancel')}
    </Button>
  )
}
