import { type TSchema, Type } from 'typebox'
import { EVENT_VERBS } from '../../../core/events.ts'
import {
  API,
  list,
  local,
  moment,
  named,
  none,
  nullable,
  number,
  oneOf,
  optional,
  type Routes,
  text,
  utc,
} from './words.ts'

const AUDITED = [
  'Project',
  'Task',
  'TimeEntry',
  'Client',
  'User',
  'Contact',
  'Lead',
  'Deal',
  'TimeEntryApproval',
  'TimesheetPeriod',
] as const
const COMPLIANCE = ['TimeEntry', 'TimeEntryApproval', 'TimesheetPeriod'] as const
const ACTIVE = ['project', 'task', 'time_entry', 'client', 'user', 'contact', 'lead', 'deal'] as const

const State = (description: string) =>
  nullable(Type.Record(Type.String(), Type.Unknown(), { description, examples: [{ id: 1 }] }))
const Value = (description: string) => Type.Unknown({ description, examples: ['Shop'] })

const event = {
  id: number('The event.', 4711),
  user_id: nullable(number('Who did it.')),
  entity_id: number('To which thing.'),
  entity_name: nullable(text('What that is called.', 'Shop')),
}
const who = {
  username: nullable(text('Their user name.', 'ada@example.com')),
  display_name: nullable(text('What they are called.', 'Ada Example')),
}
const why = {
  change_description: text('The same in words.', "Updated project 'Shop': title"),
  reason: nullable(text('Why, where that was said.', 'A typing error')),
}

const AuditLog = named(
  'AuditLog',
  Type.Object({
    ...event,
    ...who,
    entity_type: oneOf(AUDITED),
    action: text('What was done.', 'updated'),
    field_name: nullable(text('The field this row is about.', 'title')),
    old_value: Value('What it was.'),
    new_value: Value('What it is.'),
    ...why,
    entity_metadata: none(),
    full_old_state: State('The whole thing before, in our own words, without the money one may not see.'),
    full_new_state: State('The whole thing after.'),
    ip_address: none('Always null: it is not kept.'),
    user_agent: nullable(text('With which program.', 'curl/8.5.0')),
    request_path: none(),
    created_at: local('When.'),
  }),
)

const AuditEvent = named(
  'AuditEvent',
  Type.Object({
    ...event,
    entity_type: oneOf(COMPLIANCE),
    action: text('What was done.', 'updated'),
    ...why,
    created_at: local('When.'),
  }),
)

const Extra = nullable(Type.Object({ reason: text('Why.', 'A typing error') }))

const Activity = named(
  'Activity',
  Type.Object({
    ...event,
    ...who,
    entity_type: oneOf(ACTIVE),
    action: text('What was done.', 'updated'),
    description: text('The same in words.', 'updated project "Shop"'),
    extra_data: Extra,
    metadata: Extra,
    created_at: utc('When.'),
  }),
)

function chosenBy(types: readonly string[], usual: number): Record<string, TSchema> {
  return {
    entity_type: oneOf(types, 'Only of such things.'),
    user_id: Type.Integer({ description: 'Only what this person did.' }),
    action: oneOf(EVENT_VERBS, 'Only what was done so.'),
    limit: Type.Integer({
      minimum: 1,
      maximum: Math.max(usual, 500),
      default: usual,
      description: 'How many at most.',
    }),
  }
}

const SEEN = 'Of all for owners and admins; others see what they did themselves.'
const SCOPE = 'Takes the scope `read:workspaces`, too.'

export const AUDIT_ROUTES: Routes = {
  [`GET ${API}/audit-logs`]: {
    operationId: 'listAuditLogs',
    about: `A row for each field that was changed, and one for anything else. Takes the scope \`admin:all\`. ${SEEN}`,
    query: Type.Object(optional(chosenBy(AUDITED, 100))),
    status: 200,
    answer: Type.Object({ audit_logs: list(AuditLog) }),
  },
  [`GET ${API}/activities`]: {
    operationId: 'listActivities',
    about: `${SEEN} ${SCOPE}`,
    query: Type.Object(optional(chosenBy(ACTIVE, 50))),
    status: 200,
    answer: Type.Object({ activities: list(Activity) }),
  },
  [`GET ${API}/reports/compliance/audit-events`]: {
    operationId: 'listAuditEvents',
    about: `For owners and admins. ${SCOPE}`,
    query: Type.Object(
      optional({
        start_date: moment('The first that counts.'),
        end_date: text('The last; a day counts whole.', '2026-03-31'),
        ...chosenBy(COMPLIANCE, 5000),
      }),
    ),
    status: 200,
    answer: Type.Object({ audit_events: list(AuditEvent) }),
  },
}
