import { inWords, refused } from '../errors.ts'
import { type Input, isRecord } from '../wire.ts'

/** What a subscription wants to hear of: a kind of thing and what becomes of it, either of them `*` for any. */
export type Filter = { entity: string; action: string }

const ACTIONS = ['created', 'updated', 'deleted'] as const
type Action = (typeof ACTIONS)[number]

/** The events of ours behind each of theirs. A timer that starts is made, and one that stops is changed. */
const KINDS: Readonly<Record<string, Partial<Record<Action, readonly string[]>>>> = {
  client: plain('client'),
  project: plain('project'),
  tag: plain('tag'),
  task: plain('task'),
  time_entry: {
    created: ['entry.created', 'entry.started', 'entry.restored'],
    updated: ['entry.updated', 'entry.stopped'],
    deleted: ['entry.deleted'],
  },
  workspace: { updated: ['workspace.updated'], deleted: ['workspace.deleted'] },
  workspace_user: { created: ['member.created'], updated: ['member.updated'] },
}

function plain(subject: string) {
  return {
    created: [`${subject}.created`, `${subject}.restored`],
    updated: [`${subject}.updated`],
    deleted: [`${subject}.deleted`],
  }
}

/** Every kind of thing with what may become of it. */
export function eventFilters(): Record<string, string[]> {
  return Object.fromEntries(Object.entries(KINDS).map(([entity, actions]) => [entity, Object.keys(actions)]))
}

/** What an event of ours is to the service. */
export function filterOf(kind: string): { entity: string; action: Action } | undefined {
  for (const [entity, actions] of Object.entries(KINDS)) {
    const action = ACTIONS.find((each) => actions[each]?.includes(kind))
    if (action) return { entity, action }
  }
  return undefined
}

/** The events of ours that the filters stand for. */
export function eventsOf(filters: readonly Filter[]): string[] {
  const kinds = filters.flatMap(({ entity, action }) => {
    const entities = entity === '*' ? Object.values(KINDS) : [KINDS[entity] ?? {}]
    return entities.flatMap((actions) =>
      ACTIONS.filter((each) => action === '*' || action === each).flatMap((each) => actions[each] ?? []),
    )
  })
  return [...new Set(kinds)]
}

const MOST_FILTERS = 100
const WORD = /^(\*|[A-Za-z0-9_]+)$/

/** The filters of a body, each refused in the service's words; undefined where none were sent. */
export function filtersOf(input: Input): Filter[] | undefined {
  const value = input['event_filters']
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value) || value.length === 0)
    throw refused('The list of event filters must not be empty')
  if (value.length > MOST_FILTERS)
    throw refused(
      `The limit of ${MOST_FILTERS} event filters for your subscription has been exceeded as you're trying to set ${value.length} filters`,
    )
  const filters = value.map(readFilter)
  const named = filters.map(({ entity, action }) => `${entity}:${action}`)
  const twice = named.find((name, index) => named.indexOf(name) !== index)
  if (twice !== undefined)
    throw refused(`The following event filter appears more than once for your subscription: ${twice}`)
  if (eventsOf(filters).length === 0)
    throw inWords('unsupported', 'not_offered', 'None of these events happens on this server')
  return filters
}

function readFilter(value: unknown): Filter {
  const { entity, action } = isRecord(value) ? value : {}
  if (typeof entity !== 'string' || entity === '')
    throw refused('The entity field for each subscription event filter must be non-empty')
  if (!WORD.test(entity))
    throw refused(
      `The value '${entity.slice(0, 64)}' for the filter entity can only contain letters, numbers and '_' or be '*' to match all entities`,
    )
  if (typeof action !== 'string' || action === '')
    throw refused('The action field for each subscription event filter must be non-empty')
  if (!WORD.test(action))
    throw refused(
      `The value '${action.slice(0, 64)}' for the filter action can only contain letters, numbers and '_' or be '*' to match all actions`,
    )
  if (action !== '*' && !ACTIONS.some((each) => each === action))
    throw refused(`Invalid value '${action.slice(0, 64)}' for event filter action`)
  return { entity, action }
}
