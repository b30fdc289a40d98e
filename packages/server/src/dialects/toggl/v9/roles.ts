import { isWorkspaceAdmin, type Membership } from '../../../core/access.ts'

/** The service's words for roles. */
export function roleName(role: Membership['role']): 'admin' | 'teamlead' | 'user' {
  if (isWorkspaceAdmin(role)) return 'admin'
  return role === 'manager' ? 'teamlead' : 'user'
}

/** The role that such a word names when it is given to somebody; nobody is made an owner by it. */
export function roleNamed(word: string): 'admin' | 'manager' | 'member' | undefined {
  if (word === 'admin') return 'admin'
  if (word === 'teamlead') return 'manager'
  return word === 'user' ? 'member' : undefined
}
