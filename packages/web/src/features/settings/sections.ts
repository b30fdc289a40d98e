import { useHasApprovals } from '../approvals/approvals.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'

/** The pages of the settings, in the order of their navigation; only those that exist for this person. */
export function useSettingsSections() {
  const { is_admin } = useMe()
  const { role } = useCurrentWorkspace()
  const hasApprovals = useHasApprovals()
  return [
    { to: '/settings/profile', label: 'settings.profile' },
    { to: '/settings/password', label: 'settings.passwordAndSessions' },
    { to: '/settings/api-keys', label: 'settings.apiKeys' },
    { to: '/settings/integrations', label: 'settings.integrations' },
    { to: '/settings/connect', label: 'settings.connect' },
    { to: '/settings/developers', label: 'developers.title' },
    ...(canManageWorkspace(role)
      ? ([{ to: '/settings/webhooks', label: 'settings.webhooks' }] as const)
      : []),
    ...(canManageWorkspace(role) && hasApprovals
      ? ([{ to: '/settings/approvals', label: 'nav.approvals' }] as const)
      : []),
    { to: '/settings/workspace', label: 'settings.workspace' },
    { to: '/settings/export', label: 'dataExport.title' },
    // Who runs the installation has it among the pages of that.
    ...(canManageWorkspace(role) && !is_admin
      ? ([{ to: '/settings/audit-log', label: 'audit.title' }] as const)
      : []),
  ] as const
}
