import { type TSchema, Type } from 'typebox'
import {
  CLIENT_STATUSES,
  CLIENT_TYPES,
  NamedProject,
  PRIORITIES,
  PROJECT_STATUSES,
  TASK_STATUSES,
  TeamMember,
} from './models.ts'
import {
  day,
  decimal,
  flag,
  id,
  list,
  moment,
  named,
  nullable,
  number,
  oneOf,
  text,
  WorkspaceId,
} from './words.ts'

/** What hooks are told, and what samples show, in camelCase. */

const TIMES = { createdAt: moment('When it was made.'), updatedAt: moment('When it last changed.') }

const workspace = Type.Object({ id: WorkspaceId, name: text('What it is called.', 'Studio') })
const status = oneOf(CLIENT_STATUSES)
const type = oneOf(CLIENT_TYPES)

const clientFields = {
  id: id('client', 'The client.'),
  name: text('What it is called.', 'Acme'),
  email: nullable(text('Its address.', 'office@acme.example')),
  phone: nullable(text('Its number.', '+49 30 1234')),
}

const ClientOfThing = named('ClientOfThing', Type.Object({ ...clientFields, status, type }))

export const ToldClient = named(
  'ToldClient',
  Type.Object({
    ...clientFields,
    address: nullable(text('Where it is.', 'Sample street 1, Berlin')),
    status,
    type,
    workspace,
    ...TIMES,
  }),
)

export const ToldProject = named(
  'ToldProject',
  Type.Object({
    ...NamedProject.properties,
    description: nullable(text('What it is about.', 'The new shop')),
    status: oneOf(PROJECT_STATUSES),
    workspace,
    client: nullable(ClientOfThing),
    defaultBillable: flag('Whether time on it is billable unless it is said.'),
    defaultBillableRate: nullable(decimal('What an hour on it is billed at.', 75)),
    estimatedHours: nullable(decimal('How long it should take.', 200)),
    estimatedBudget: nullable(decimal('What it should cost.', 15_000)),
    isPrivate: flag('Whether only those on it see it.', false),
    ...TIMES,
  }),
)

const { billable_rate: billableRate, ...memberFields } = TeamMember.properties

export const ToldTask = named(
  'ToldTask',
  Type.Object({
    id: id('task', 'The task.'),
    name: text('What is to be done.', 'Draw the basket'),
    description: nullable(text('How.', 'On two screens')),
    project: NamedProject,
    client: nullable(ClientOfThing),
    workspace,
    teamMembers: list(named('ToldMember', Type.Object({ ...memberFields, billableRate })), 'Who has it.'),
    status: oneOf(TASK_STATUSES),
    priority: oneOf(PRIORITIES),
    estimatedHours: nullable(decimal('How long it should take.', 8)),
    actualHours: decimal('How long was tracked on it.', 2.5),
    dueDate: nullable(day('When it is due.')),
    ...TIMES,
  }),
)

const begun = {
  id: id('time_entry', 'The entry.'),
  description: nullable(text('What was done.', 'Fix basket rounding')),
  date: day('The day on which it began.'),
  startTime: moment('When it began.'),
}

const ended = {
  endTime: nullable(moment('When it ended.', '2026-03-02T10:30:00.000Z')),
  duration: nullable(number('How many seconds, without breaks.', 5400)),
}

function told(action: TSchema) {
  return {
    billable: flag('Whether it is billable.'),
    action,
    workspace,
    teamMember: nullable(
      Type.Object({
        id: id('team_member', 'Whose it is.'),
        name: text('What they are called, or their address.', 'Ada Example'),
      }),
    ),
    project: nullable(NamedProject),
    task: nullable(
      Type.Object({ id: id('task', 'The task.'), name: text('What is to be done.', 'Draw the basket') }),
    ),
    tags: list(
      Type.Object({ id: id('tag', 'The tag.'), name: text('What it is called.', 'Development') }),
      'Its tags.',
    ),
    ...TIMES,
  }
}

export const StartedTimer = named('StartedTimer', Type.Object({ ...begun, ...told(oneOf(['start_timer'])) }))

export const ToldEntry = named(
  'ToldEntry',
  Type.Object({
    ...begun,
    ...ended,
    ...told(oneOf(['stop_timer', 'manual_entry', 'delete_entry'], 'What became of it.')),
  }),
)
