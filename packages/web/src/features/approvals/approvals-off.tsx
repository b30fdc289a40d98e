import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { ToModules } from '../workspaces/module-off.tsx'
import { useWorkspace } from '../workspaces/workspaces.ts'

/** In a team they can be switched on; who works alone has nobody to ask. */
export function ApprovalsOff() {
  const { t } = useTranslation()
  const { workspace } = useCurrentWorkspace()
  const isTeam = useWorkspace(workspace.id)?.kind === 'team'
  return (
    <EmptyState title={t('approvals.off')} text={t('approvals.offHint')} action={isTeam && <ToModules />} />
  )
}
