import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFormats } from '../session/formats.ts'
import bar from '../timer/bulk-bar.module.css'
import type { Deciding } from './use-deciding.ts'
import type { TickedApprovals } from './use-ticked-approvals.ts'

/** Decides on all ticked rows at once. */
export function ApprovalBar({ ticked, deciding }: { ticked: TickedApprovals; deciding: Deciding }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { approvals } = ticked
  if (approvals.length === 0) return null
  const seconds = approvals.reduce((sum, { entry }) => sum + entry.duration_seconds, 0)
  return (
    <div className={bar.bar} role="toolbar" aria-label={t('approvals.bulk')}>
      <span className={bar.count} role="status">
        {t('timer.selected', { count: approvals.length, duration: formats.duration(seconds) })}
      </span>
      <Button
        variant="subtle"
        data-turn="approve"
        leftSection={<Icon of={IconCheck} />}
        loading={deciding.isBusy}
        onClick={() => {
          deciding.approve(approvals)
        }}
      >
        {t('approvals.approveSelected')}
      </Button>
      <Button
        variant="subtle"
        color="danger"
        data-turn="reject"
        leftSection={<Icon of={IconX} />}
        onClick={() => {
          deciding.askWhy({ approvals })
        }}
      >
        {t('approvals.rejectSelected')}
      </Button>
      <IconButton icon={IconX} label={t('timer.clearSelection')} onClick={ticked.clear} />
    </div>
  )
}
