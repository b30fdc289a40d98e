import type { Entry } from '@sundial/sdk'
import { IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import classes from './approval-mark.module.css'

const icons = { approved: IconCircleCheck, pending: IconHourglass, rejected: IconCircleX } as const

/** A quiet sign of how an entry stands with those who approve it; nothing where it was never submitted. */
export function ApprovalMark({ status }: { status: Entry['approval_status'] }) {
  const { t } = useTranslation()
  if (status === null) return null
  const text = t(`approvals.mark.${status}`)
  return (
    <span className={classes.mark} data-status={status} role="img" aria-label={text} title={text}>
      <Icon of={icons[status]} size={16} />
    </span>
  )
}
