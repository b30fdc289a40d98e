import { isWorkspaceAdmin, type Membership } from './access.ts'
import { AppError, invalid } from './errors.ts'

/** What a workspace can switch off for everybody. */
export const MODULES = ['clients', 'contacts', 'leads', 'deals', 'time_approvals'] as const
export type Module = (typeof MODULES)[number]

/** The modules a workspace has switched off. */
export function disabledModules({
  disabled_modules,
}: Pick<Membership['workspace'], 'disabled_modules'>): Module[] {
  // The column is only ever written by `modulesColumn`.
  return JSON.parse(disabled_modules) as Module[]
}

/** Whether somebody may use a module. Who administers a workspace keeps its clients in view all the same. */
export function isModuleOn({ role, workspace }: Membership, module: Module): boolean {
  if (module === 'clients' && isWorkspaceAdmin(role)) return true
  return !disabledModules(workspace).includes(module)
}

/** Refuses what belongs to a module that is switched off; `fields.module` says which. */
export function requireModule(membership: Membership, module: Module): void {
  if (isModuleOn(membership, module)) return
  throw new AppError(
    'forbidden',
    'module_disabled',
    `The module ${module} is switched off in ${membership.workspace.name}.`,
    { fields: { module } },
  )
}

/** A list of modules as its column holds it; in the order of `MODULES`, each once. */
export function modulesColumn(names: readonly string[]): string {
  const unknown = names.find((name) => !MODULES.some((module) => module === name))
  if (unknown !== undefined)
    throw invalid('disabled_modules', `${JSON.stringify(unknown.slice(0, 64))} is not a module.`)
  return JSON.stringify(MODULES.filter((module) => names.includes(module)))
}
