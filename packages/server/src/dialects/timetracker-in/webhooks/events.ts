import type { EventRow } from '../../../core/events.ts'

/** What a hook of the system can ask for, and what our core calls it. */
const PATTERNS = {
  CLIENT_CREATED: 'client.created',
  PROJECT_CREATED: 'project.created',
  TASK_CREATED: 'task.created',
  TIMER_STARTED: 'entry.started',
  TIMER_STOPPED: 'entry.stopped',
  MANUAL_TIME_ENTRY_CREATED: 'entry.created',
  TIME_ENTRY_DELETED: 'entry.deleted',
} as const

export type HookEvent = keyof typeof PATTERNS

export const HOOK_EVENTS = Object.keys(PATTERNS) as HookEvent[]

/** Some clients say it shorter. */
const ALIASES = new Map<string, HookEvent>([['MANUAL_ENTRY', 'MANUAL_TIME_ENTRY_CREATED']])

/** An event by its name; undefined for what there is none of. */
export function hookEvent(name: unknown): HookEvent | undefined {
  if (typeof name !== 'string') return undefined
  return ALIASES.get(name) ?? HOOK_EVENTS.find((event) => event === name)
}

export function patternsOf(events: readonly HookEvent[]): string[] {
  return events.map((event) => PATTERNS[event])
}

type Snapshot = { source?: string; created_at?: number }

/**
 * What the system would call what happened; undefined for what it tells nobody. An entry that goes to another workspace
 * is gone from one and new in the other as far as our core is concerned, which is neither here.
 */
export function hookEventOf(event: EventRow): HookEvent | undefined {
  const name = HOOK_EVENTS.find((each) => PATTERNS[each] === event.kind)
  if (name === 'TIME_ENTRY_DELETED') return event.after === null ? undefined : name
  if (name !== 'MANUAL_TIME_ENTRY_CREATED') return name
  // Written by `emit` from the row of an entry.
  const { source, created_at } = JSON.parse(event.after ?? '{}') as Snapshot
  return source === 'manual' && created_at === event.at ? name : undefined
}
