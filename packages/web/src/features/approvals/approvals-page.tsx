import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { Page } from '../../ui/page.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canEditProjects } from '../workspaces/permissions.ts'
import { ApprovalList } from './approval-list.tsx'
import { ApprovalsOff } from './approvals-off.tsx'
import { useHasApprovals, type ApprovalView } from './approvals.ts'
import { useDecides } from './policies.ts'

export function ApprovalsPage() {
  const { t } = useTranslation()
  const { workspace } = useCurrentWorkspace()
  const hasApprovals = useHasApprovals()
  const decides = useDecides()
  if (hasApprovals && decides !== undefined) return <Views key={workspace.id} decides={decides} />
  return <Page title={t('nav.approvals')}>{hasApprovals ? <RowsSkeleton /> : <ApprovalsOff />}</Page>
}

/** Who decides for nobody begins with their own requests. */
function Views({ decides }: { decides: boolean }) {
  const { t } = useTranslation()
  const { role } = useCurrentWorkspace()
  const search = useSearch({ from: '/shell/approvals' })
  const navigate = useNavigate()
  // Once it is open, the page does not turn to another view because the last decision is made.
  const [first] = useState<ApprovalView>(decides ? 'to_decide' : 'requested')
  const views: ApprovalView[] = canEditProjects(role)
    ? ['to_decide', 'requested', 'all']
    : ['to_decide', 'requested']
  const view = views.find((one) => one === search.view) ?? first
  return (
    <Page
      title={t('nav.approvals')}
      actions={
        <SegmentedControl
          aria-label={t('approvals.views')}
          data={views.map((one) => ({ value: one, label: t(`approvals.view.${one}`) }))}
          value={view}
          onChange={(chosen) => {
            inBackground(navigate({ to: '/approvals', search: { view: chosen } }))
          }}
        />
      }
    >
      <ApprovalList key={view} view={view} />
    </Page>
  )
}
