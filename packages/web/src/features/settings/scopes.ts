/** What a key may do; the server knows the same names. */
export const scopeThings = [
  'time_entries',
  'projects',
  'clients',
  'contacts',
  'leads',
  'deals',
  'tasks',
  'tags',
  'reports',
  'time_approvals',
  'app_usage',
  'users',
  'workspaces',
  'webhooks',
] as const

export const scopePresets = {
  all: ['*'],
  read: ['read:*'],
  timer: ['read:time_entries', 'write:time_entries', 'read:projects', 'read:tags'],
} as const

export type ScopePreset = keyof typeof scopePresets | 'custom'

const presetNames = ['timer', 'read', 'all'] as const

/** The preset that allows just this, where there is one. */
export function presetOf(scopes: readonly string[]): keyof typeof scopePresets | undefined {
  return presetNames.find(
    (name) =>
      scopePresets[name].length === scopes.length &&
      scopePresets[name].every((scope) => scopes.includes(scope)),
  )
}
