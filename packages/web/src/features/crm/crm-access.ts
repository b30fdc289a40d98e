import type { Workspace } from '@sundial/sdk'
import { usableModules, type Module } from '../workspaces/modules.ts'
import { canTrackTime } from '../workspaces/permissions.ts'

type CrmModule = Extract<Module, 'contacts' | 'leads' | 'deals'>

/** Contacts, leads and deals are not for viewers; which of them a member sees, the server decides. */
export function canUseCrm(workspace: Workspace, module: CrmModule): boolean {
  return canTrackTime(workspace.role) && usableModules(workspace).has(module)
}
