import type { Caller, KeyReach, Things } from './world.ts'

/** A request that makes sense: what goes into its path, its query and its body. */
export type Sample = {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  /** The answer does not end by itself. */
  isStream?: boolean
}

/** What a sample is made for. */
export type Asked = {
  the: Things
  caller: Caller
  /** How the situation is varied, where a row of the table says so: `unnamed`, or a second thing that is foreign. */
  variant: string | undefined
  /** Things of another workspace, for a request that mixes both. */
  other: Things
}

/** A sensible request for every route of a wire, by method and path below the wire's prefix. */
export type Samples = Readonly<Record<string, (asked: Asked) => Promise<Sample>>>

/** How a wire is called: its prefix, and how a key is presented. */
export type WireSamples = {
  prefix: string
  credentials(secret: string): Record<string, string>
  /** Keys for all of one's workspaces, unless the wire knows one workspace only, which is to be the team. */
  keysFor?: KeyReach
  samples: Samples
}

/** The address of a request: a route's, with what the sample puts into its path and its query. */
export function addressOf(route: string, { params, query }: Pick<Sample, 'params' | 'query'>): string {
  const path = route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])))
  return path + queryText(query)
}

function queryText(query: Record<string, unknown> | undefined): string {
  if (!query) return ''
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [Array.isArray(value) ? `${name}[]` : name, String(each)]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : ''
}

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

let clock = Date.UTC(2025, 0, 1)

/** A minute that no other entry has. */
export function aMinute() {
  clock += 120_000
  return [new Date(clock).toISOString(), new Date(clock + 60_000).toISOString()] as const
}

export const params =
  (name: string, make: (the: Things) => Promise<string | number>) => async (asked: Asked) => ({
    params: { [name]: await make(asked.the) },
  })
export const nothing = async () => ({})

/** The reference to a second thing, which is foreign where the row of the table says so. */
export async function mixed({ variant, other }: Asked): Promise<Record<string, unknown>> {
  if (variant === 'with project') return { project_id: await other.project() }
  if (variant === 'with task') return { task_id: await other.task() }
  if (variant === 'with client') return { client_id: await other.client() }
  if (variant === 'with tag') return { tag_ids: [await other.tag()] }
  if (variant === 'with user') return { user_id: await other.user() }
  if (variant === 'with parent') return { parent_id: await other.project() }
  if (variant === 'with workspace') return { workspace_id: await other.workspace() }
  if (variant === 'with assignee') return { assignee_ids: [await other.user()] }
  return {}
}

/** Names the owner of an entry, as one must who changes a colleague's. */
export async function owner({ the, variant }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' || variant === 'unnamed' ? {} : { user_id: await the.user() }
}

export const savedReport = ({ the, variant }: Asked) => the.savedReport(variant === 'shared')

export const forOthers = ({ the, variant }: Asked) => the.situation !== 'own' && variant !== 'unnamed'

/** True for JSON with a `message`, which is how most systems word a refusal. */
export function hasMessage(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body)
    const isObject = typeof parsed === 'object' && parsed !== null
    return isObject && 'message' in parsed && typeof parsed.message === 'string' && !('statusCode' in parsed)
  } catch {
    return false
  }
}
