export const roles = ['owner', 'admin', 'manager', 'member', 'viewer'] as const
export const invitableRoles = ['admin', 'manager', 'member', 'viewer'] as const
