import type { TFunction } from 'i18next'
import type { Membership } from '../../lib/api-types.ts'

/** Everybody's own workspace is called the same, whatever the server named it. */
export function workspaceName(workspace: Membership['workspace'], t: TFunction): string {
  return workspace.kind === 'personal' ? t('workspaces.personal') : workspace.name
}
