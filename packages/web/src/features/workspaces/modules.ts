import type { Workspace } from '@sundial/sdk'
import { useCurrentWorkspace } from './current-workspace.tsx'
import { canManageWorkspace } from './permissions.ts'
import { useWorkspace } from './workspaces.ts'

/** What a workspace can switch off for everybody. */
export const modules = ['clients', 'contacts', 'leads', 'deals', 'time_approvals'] as const
export type Module = (typeof modules)[number]

/** The modules of the workspace on the screen that its person may use; nothing of the others is offered. */
export function useModules(): ReadonlySet<Module> {
  const { workspace } = useCurrentWorkspace()
  return usableModules(useWorkspace(workspace.id))
}

/** Who manages a workspace keeps its clients in view. Of a workspace that is not known, nothing is switched off. */
export function usableModules(
  workspace: Pick<Workspace, 'disabled_modules' | 'role'> | undefined,
): ReadonlySet<Module> {
  if (!workspace) return new Set(modules)
  const { disabled_modules: off, role } = workspace
  return new Set(
    modules.filter((module) => !off.includes(module) || (module === 'clients' && canManageWorkspace(role))),
  )
}
