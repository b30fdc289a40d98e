/** What a key may do; the server knows the same names. */
export const scopeThings = [
  'time_entries',
  'projects',
  'clients',
  'tasks',
  'tags',
  'reports',
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
