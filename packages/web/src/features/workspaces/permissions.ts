import type { Role } from '@sundial/sdk'

/** What a role may do, so that nothing is offered that the server would refuse. The server decides. */

export function canManageWorkspace(role: Role): boolean {
  return role === 'owner' || role === 'admin'
}

export function canEditProjects(role: Role): boolean {
  return canManageWorkspace(role) || role === 'manager'
}

export function canCreateProjects(role: Role, onlyAdminsCreate: boolean): boolean {
  return canEditProjects(role) || (role === 'member' && !onlyAdminsCreate)
}

export function canTrackTime(role: Role): boolean {
  return role !== 'viewer'
}

/** Rates, budgets and what time costs; also set by those who see them. */
export function canSeeRates(role: Role): boolean {
  return canEditProjects(role)
}
