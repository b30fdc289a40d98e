/** What a webhook can be told of: the kinds of events, by what they are about. */
const KINDS = {
  entry: ['created', 'started', 'stopped', 'updated', 'deleted', 'restored'],
  project: ['created', 'updated', 'deleted', 'restored', 'budget_reached'],
  client: ['created', 'updated', 'deleted', 'restored'],
  task: ['created', 'updated', 'deleted', 'restored'],
  tag: ['created', 'updated', 'deleted', 'restored'],
  contact: ['created', 'updated', 'deleted', 'restored'],
  lead: ['created', 'updated', 'converted', 'deleted', 'restored'],
  deal: ['created', 'updated', 'deleted', 'restored'],
  approval: ['created', 'approved', 'rejected', 'cancelled', 'reopened'],
  timesheet: ['submitted', 'closed'],
  member: ['created', 'updated'],
  workspace: ['updated', 'deleted'],
} as const

export const DELIVERABLE_EVENTS: readonly string[] = Object.entries(KINDS).flatMap(([subject, verbs]) =>
  verbs.map((verb) => `${subject}.${verb}`),
)

/** What a webhook may ask for: one kind of event, all about one kind of thing, or everything. */
export const EVENT_PATTERNS: readonly string[] = [
  '*',
  ...Object.keys(KINDS).map((subject) => `${subject}.*`),
  ...DELIVERABLE_EVENTS,
]

const deliverable = new Set(DELIVERABLE_EVENTS)

export function isDeliverable(kind: string): boolean {
  return deliverable.has(kind)
}

/** The first of these patterns that asks for nothing we know. */
export function unknownPattern(patterns: readonly string[]): string | undefined {
  return patterns.find((pattern) => !EVENT_PATTERNS.includes(pattern))
}
