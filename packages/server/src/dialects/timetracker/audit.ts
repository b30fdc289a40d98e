import type { FastifyInstance } from 'fastify'
import { isWorkspaceAdmin } from '../../core/access.ts'
import {
  EVENT_VERBS,
  type EventFilter,
  type EventRow,
  listEvents,
  type SubjectKind,
} from '../../core/events.ts'
import { peopleById, type Person } from '../../core/people.ts'
import type { House } from '../../http/house.ts'
import { refusal } from './errors.ts'
import { numberIn, queryOf } from './input.ts'
import { type Call, route } from './route.ts'
import { endBound, localTime, startBound, utcTime } from './times.ts'

/** What happened: for the audit log field by field, for the feed of activities event by event. */
export function auditRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone

  route(app, {
    method: 'GET',
    url: '/audit-logs',
    summary: 'List who changed what, newest first',
    scope: 'admin:all',
    async handle(call) {
      const events = await eventsFor(call, { usual: 100, kinds: AUDITED })
      return { audit_logs: (await withPeople(call, events)).flatMap((each) => toAuditRows(each, zone)) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/activities',
    summary: 'List what happened, newest first',
    scope: 'read:reports',
    async handle(call) {
      const events = await eventsFor(call, { usual: 50, kinds: ACTIVE })
      return { activities: (await withPeople(call, events)).map(toActivity) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/reports/compliance/audit-events',
    summary: 'List what happened to time entries and timesheets in a range',
    scope: 'read:reports',
    async handle(call) {
      if (!isWorkspaceAdmin(call.place.role))
        throw refusal('Access denied', { status: 403, code: 'forbidden' })
      const query = queryOf(call.request)
      const range = {
        from: startBound(query['start_date'], zone),
        before: endBound(query['end_date'], zone),
      }
      const events = await eventsFor(call, {
        usual: MOST_COMPLIANCE,
        kinds: COMPLIANCE,
        ...range,
      })
      const rows = (await withPeople(call, events)).map((each) => toAuditRow(each, zone))
      return {
        audit_events: rows.map((row) => Object.fromEntries(TOLD.map((field) => [field, row[field]]))),
      }
    },
  })
}

const MOST_COMPLIANCE = 5000
const MOST_EVENTS = 500

/** What compliance reports tell of each event. */
const TOLD = [
  'id',
  'created_at',
  'user_id',
  'action',
  'entity_type',
  'entity_id',
  'entity_name',
  'change_description',
  'reason',
] as const

type Kinds = Readonly<Record<string, SubjectKind>>

/** What things are called in each list. */
const AUDITED: Kinds = {
  Project: 'project',
  Task: 'task',
  TimeEntry: 'entry',
  Client: 'client',
  User: 'member',
  Contact: 'contact',
  Lead: 'lead',
  Deal: 'deal',
  TimeEntryApproval: 'approval',
  TimesheetPeriod: 'timesheet',
}
const COMPLIANCE: Kinds = { TimeEntry: 'entry', TimeEntryApproval: 'approval', TimesheetPeriod: 'timesheet' }
const ACTIVE: Kinds = {
  project: 'project',
  task: 'task',
  time_entry: 'entry',
  client: 'client',
  user: 'member',
  contact: 'contact',
  lead: 'lead',
  deal: 'deal',
}

type Wanted = { usual: number; kinds: Kinds; from?: number; before?: number }

async function eventsFor({ ctx, workspaceId, request }: Call, { usual, kinds, from, before }: Wanted) {
  const query = queryOf(request)
  const asked = numberIn(query, 'limit') ?? usual
  const limit = Math.min(asked > 0 ? asked : usual, Math.max(usual, MOST_EVENTS))
  const type = query['entity_type']
  const named = type === undefined ? undefined : kinds[type]
  // A type that nothing has finds nothing.
  if (type && !named) return []
  const filter: EventFilter = {
    workspaceId,
    userId: numberIn(query, 'user_id'),
    subjectKinds: named ? [named] : Object.values(kinds),
    verb: EVENT_VERBS.find((verb) => verb === query['action']),
    from,
    before,
  }
  const { rows } = await listEvents(ctx, filter, { cursor: null, limit })
  return rows
}

type Happened = { event: EventRow; person: Person | undefined }

async function withPeople({ ctx }: Call, events: readonly EventRow[]): Promise<Happened[]> {
  const people = await peopleById(
    ctx,
    events.flatMap((event) => event.user_id ?? []),
  )
  return events.map((event) => ({ event, person: people.get(event.user_id ?? 0) }))
}

type Snapshot = Readonly<Record<string, unknown>>

function snapshotsOf(event: EventRow): { before: Snapshot | null; after: Snapshot | null } {
  // Events hold the JSON of rows, written by `emit`.
  const parse = (json: string | null) => (json === null ? null : (JSON.parse(json) as Snapshot))
  return { before: parse(event.before), after: parse(event.after) }
}

function nameOf({ before, after }: ReturnType<typeof snapshotsOf>): string | null {
  const row = after ?? before ?? {}
  const name = row['name'] ?? row['title'] ?? row['notes'] ?? row['first_name']
  return typeof name === 'string' ? name : null
}

function verbOf(event: EventRow): string {
  return event.kind.slice(event.kind.indexOf('.') + 1)
}

function typeOf(event: EventRow, kinds: Kinds): string {
  return Object.entries(kinds).find(([, kind]) => kind === event.subject_kind)?.[0] ?? event.subject_kind
}

/** What is told of an event as a whole. */
function toAuditRow({ event, person }: Happened, zone: string) {
  const snapshots = snapshotsOf(event)
  const verb = verbOf(event)
  const name = nameOf(snapshots)
  const type = typeOf(event, AUDITED)
  return {
    id: event.id,
    user_id: event.user_id,
    username: person?.email ?? null,
    display_name: person ? (person.name ?? person.email) : null,
    entity_type: type,
    entity_id: event.subject_id,
    entity_name: name,
    action: verb,
    // One of the fields, where a row is told of each.
    field_name: null as string | null,
    old_value: null as unknown,
    new_value: null as unknown,
    change_description: `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${type.toLowerCase()}${name === null ? '' : ` '${name}'`}`,
    reason: event.reason,
    entity_metadata: null,
    full_old_state: snapshots.before,
    full_new_state: snapshots.after,
    ip_address: null,
    user_agent: event.client,
    request_path: null,
    created_at: localTime(event.at, zone),
  }
}

/** What changes with every write says nothing. */
const UNTOLD = new Set(['version', 'updated_at', 'search_text', 'name_key', 'title_key'])

/** A row for each field that a change touched; one for anything else. */
function toAuditRows(happened: Happened, zone: string) {
  const row = toAuditRow(happened, zone)
  const { before, after } = snapshotsOf(happened.event)
  if (row.action !== 'updated' || !before || !after) return [row]
  const changed = Object.keys(after).filter(
    (field) => !UNTOLD.has(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  if (changed.length === 0) return [row]
  return changed.map((field) => ({
    ...row,
    field_name: field,
    old_value: before[field] ?? null,
    new_value: after[field] ?? null,
    change_description: `${row.change_description}: ${field}`,
  }))
}

function toActivity({ event, person }: Happened) {
  const snapshots = snapshotsOf(event)
  const type = typeOf(event, ACTIVE)
  const name = nameOf(snapshots)
  const extra = event.reason === null ? null : { reason: event.reason }
  return {
    id: event.id,
    user_id: event.user_id,
    username: person?.email ?? null,
    display_name: person ? (person.name ?? person.email) : null,
    action: verbOf(event),
    entity_type: type,
    entity_id: event.subject_id,
    entity_name: name,
    description: `${verbOf(event)} ${type.replaceAll('_', ' ')}${name === null ? '' : ` "${name}"`}`,
    extra_data: extra,
    metadata: extra,
    created_at: utcTime(event.at),
  }
}
