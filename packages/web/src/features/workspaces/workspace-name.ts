import type { Membership } from '@sundial/sdk'
import type { TFunction } from 'i18next'

/** Everybody's own workspace is called the same, whatever the server named it. */
export function workspaceName(workspace: Membership['workspace'], t: TFunction): string {
  return workspace.kind === 'personal' ? t('workspaces.personal') : workspace.name
}
