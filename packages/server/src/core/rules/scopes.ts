const NOUNS = [
  'projects',
  'time_entries',
  'tasks',
  'clients',
  'contacts',
  'deals',
  'leads',
  'tags',
  'reports',
  'time_approvals',
  'users',
  'webhooks',
  'workspaces',
  'app_usage',
] as const

type Noun = (typeof NOUNS)[number]
/** What a token may be allowed to do; a verb asks for one of these. */
export type Scope = `read:${Noun}` | `write:${Noun}`

/** Every scope a token can be given, the wildcards first. */
export const GRANTABLE_SCOPES: readonly string[] = [
  '*',
  'read:*',
  'write:*',
  'admin:all',
  ...NOUNS.flatMap((noun) => [`read:${noun}`, `write:${noun}`]),
]

/** True where a token with these scopes may do this. Writing does not imply reading. */
export function allows(granted: readonly string[], needed: Scope): boolean {
  const [verb] = needed.split(':')
  return granted.some(
    (scope) => scope === '*' || scope === 'admin:all' || scope === needed || scope === `${verb}:*`,
  )
}
