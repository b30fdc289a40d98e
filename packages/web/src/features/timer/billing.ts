import type { BillingStatus } from '@sundial/sdk'
import { useProjectsById } from '../projects/projects.ts'
import { useMe } from '../session/session.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'

export const billingStatuses = ['billable', 'not_billable', 'billed', 'paid', 'undetermined'] as const

/** What the server will give an entry that names no status: the project's default, the workspace's, one's own. */
export function useDefaultBilling(workspaceId: number, projectId: number | null): BillingStatus {
  const me = useMe()
  const project = useProjectsById().get(projectId ?? 0)
  const workspace = useWorkspace(workspaceId)
  return (
    project?.default_billing_status ??
    workspace?.default_billing_status ??
    me.default_billing_status ??
    'billable'
  )
}

export function countsAsBillable(status: BillingStatus): boolean {
  return status === 'billable' || status === 'billed' || status === 'paid'
}
