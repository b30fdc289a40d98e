import type { EventRow } from '../../../core/events.ts'

/** The events a webhook of the system can ask for, in the order in which it lists them. */
export const EVENT_TYPES = [
  'project.created',
  'project.updated',
  'project.deleted',
  'project.archived',
  'project.unarchived',
  'task.created',
  'task.updated',
  'task.deleted',
  'task.completed',
  'task.assigned',
  'task.status_changed',
  'time_entry.created',
  'time_entry.updated',
  'time_entry.deleted',
  'time_entry.started',
  'time_entry.stopped',
  'invoice.created',
  'invoice.updated',
  'invoice.deleted',
  'invoice.sent',
  'invoice.paid',
  'invoice.overdue',
  'client.created',
  'client.updated',
  'client.deleted',
  'user.created',
  'user.updated',
  'user.deleted',
  'comment.created',
  'comment.updated',
  'comment.deleted',
] as const

export type EventType = (typeof EVENT_TYPES)[number]

export function isEventType(text: string): text is EventType | '*' {
  return text === '*' || EVENT_TYPES.some((type) => type === text)
}

/** What each thing is called there. People are members of a workspace here. */
const ENTITIES = new Map([
  ['project', 'project'],
  ['task', 'task'],
  ['entry', 'time_entry'],
  ['client', 'client'],
  ['member', 'user'],
])

/** What our core calls what an event type is about; nothing where nothing of the kind happens here. */
export function patternsOf(types: readonly string[]): string[] {
  const patterns = types.flatMap((type) => {
    if (type === '*') return [...ENTITIES.keys()].map((subject) => `${subject}.*`)
    const [entity = '', action = ''] = type.split('.')
    const subject = [...ENTITIES].find(([, name]) => name === entity)?.[0]
    return subject === undefined ? [] : patternsFor(subject, action)
  })
  return [...new Set(patterns)]
}

/** The system tells archiving, completing, assigning and moving apart from other updates. */
const FINER = new Set(['archived', 'unarchived', 'completed', 'assigned', 'status_changed'])

function patternsFor(subject: string, action: string): string[] {
  if (subject === 'member') return action === 'created' ? ['member.created'] : ['member.updated']
  if (action === 'created' && subject !== 'entry') return [`${subject}.created`, `${subject}.restored`]
  return [`${subject}.${FINER.has(action) ? 'updated' : action}`]
}

type Snapshot = Readonly<Record<string, unknown>>

/** What the system would call what happened: one name, and finer ones where an update was of their kind. */
export function typesOf(event: Pick<EventRow, 'kind' | 'subject_kind' | 'before' | 'after'>): string[] {
  const entity = ENTITIES.get(event.subject_kind)
  if (entity === undefined) return []
  const verb = event.kind.slice(event.kind.indexOf('.') + 1)
  // Events hold the JSON of rows, written by `emit`.
  const read = (json: string | null) => (json === null ? {} : (JSON.parse(json) as Snapshot))
  const actions = actionsOf(verb, { entity, before: read(event.before), after: read(event.after) })
  // What the system has no name for, such as a budget that is reached, is told to nobody.
  return actions.map((action) => `${entity}.${action}`).filter(isEventType)
}

type Change = { entity: string; before: Snapshot; after: Snapshot }

function actionsOf(verb: string, change: Change): string[] {
  if (verb === 'restored') return ['created']
  if (verb !== 'updated') return [verb]
  const { entity, before, after } = change
  const differs = (field: string) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  if (entity === 'user') return [differs('is_active') && after['is_active'] === 0 ? 'deleted' : 'updated']
  if (entity === 'project' && differs('is_archived'))
    return ['updated', after['is_archived'] === 1 ? 'archived' : 'unarchived']
  if (entity !== 'task') return ['updated']
  return [
    'updated',
    ...(differs('status') ? ['status_changed', ...(after['status'] === 'done' ? ['completed'] : [])] : []),
    ...(differs('assignee_ids') ? ['assigned'] : []),
  ]
}

/** The type under which a webhook is told: the finest that it asked for. Undefined where it asked for none. */
export function typeToldTo(asked: readonly string[], types: readonly string[]): string | undefined {
  const wanted = types.filter((type) => asked.includes('*') || asked.includes(type))
  return wanted.at(-1)
}
