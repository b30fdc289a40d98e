import { Type } from 'typebox'
import {
  day,
  decimal,
  flag,
  id,
  list,
  moment,
  named,
  none,
  nullable,
  number,
  oneOf,
  text,
  TIMES,
  WorkspaceId,
} from './words.ts'

/** Things as both surfaces show them. */

export const CLIENT_TYPES = ['individual', 'company'] as const
export const CLIENT_STATUSES = ['active', 'inactive'] as const
export const PROJECT_STATUSES = ['active', 'completed', 'on-hold', 'cancelled', 'inactive'] as const
export const TASK_STATUSES = ['todo', 'in-progress', 'completed'] as const
export const PRIORITIES = ['low', 'medium', 'high'] as const

export const Workspace = named(
  'Workspace',
  Type.Object({
    id: WorkspaceId,
    name: text('What it is called.', 'Studio'),
    currency: text('In what its money is counted, by ISO 4217.', 'EUR'),
    default_billable_rate: nullable(
      decimal(
        'What an hour is billed at where nothing else is said; null where that is not yours to know.',
        80,
      ),
    ),
    timezone: text('Its zone.', 'Europe/Berlin'),
    ...TIMES,
  }),
)

export const TeamMember = named(
  'TeamMember',
  Type.Object({
    id: id('team_member', 'The membership: the same person has another one in each workspace.'),
    name: text('What they are called, or their address.', 'Ada Example'),
    email: text('Their address.', 'ada@example.com'),
    avatar: none('Always null: people have no pictures here.'),
    designation: nullable(text('What they do.', 'Designer')),
    department: nullable(text('Where they do it.', 'Studio')),
    status: oneOf(['active', 'inactive']),
    role: named(
      'Role',
      Type.Object({
        id: id('role', 'The role.'),
        name: oneOf(['Owner', 'Admin', 'Manager', 'Member', 'Viewer']),
        description: text('What it may do.', 'Tracks time'),
      }),
    ),
    billable_rate: nullable(
      decimal('What an hour of theirs is billed at; null where that is not yours to know.', 75),
    ),
  }),
)

const clientFields = {
  id: id('client', 'The client.'),
  name: text('What it is called.', 'Acme'),
  type: oneOf(CLIENT_TYPES),
  status: oneOf(CLIENT_STATUSES),
  email: nullable(text('Its address.', 'office@acme.example')),
  phone: nullable(text('Its number.', '+49 30 1234')),
  address: nullable(text('Where it is.', 'Sample street 1, Berlin')),
  note: nullable(text('Whatever is to be known of it.', 'Pays late')),
  currency: text('In what it is billed, by ISO 4217.', 'USD'),
}

export const Client = named('Client', Type.Object({ ...clientFields, ...TIMES }))

const NamedWorkspace = named(
  'NamedWorkspace',
  Type.Object({ id: WorkspaceId, name: text('What it is called.', 'Studio') }),
)
export const NamedProject = named(
  'NamedProject',
  Type.Object({ id: id('project', 'The project.'), name: text('What it is called.', 'Shop') }),
)

export const NewClient = named(
  'NewClient',
  Type.Object({
    ...clientFields,
    workspaces: list(NamedWorkspace, 'Where it is: one workspace.'),
    projects: list(NamedProject, 'What is done for it, the newest hundred.'),
    project_count: number('How many projects that is in all.'),
    workspace_count: number('Always 1.'),
    ...TIMES,
  }),
)

export const Project = named(
  'Project',
  Type.Object({
    id: id('project', 'The project.'),
    name: text('What it is called.', 'Shop'),
    description: nullable(text('What it is about.', 'The new shop')),
    status: oneOf(PROJECT_STATUSES, '`inactive` is archived.'),
    is_private: flag('Whether only those on it see it.', false),
    default_billable_rate: nullable(
      decimal('What an hour on it is billed at; null where that is not yours to know.', 75),
    ),
    default_billable: flag('Whether time on it is billable unless it is said.'),
    estimated_hours: nullable(decimal('How long it should take.', 200)),
    estimated_budget: nullable(decimal('What it should cost; null where that is not yours to know.', 15_000)),
    workspace_id: WorkspaceId,
    workspace_name: text('What its workspace is called.', 'Studio'),
    client_id: nullable(id('client', 'Whom it is for.')),
    client_name: nullable(text('What they are called.', 'Acme')),
    task_count: number('How many tasks it has.', 3),
    time_entry_count: number('How many entries are on it.', 42),
    member_count: number('How many people are on it.', 2),
    ...TIMES,
  }),
)

export const Task = named(
  'Task',
  Type.Object({
    id: id('task', 'The task.'),
    name: text('What is to be done.', 'Draw the basket'),
    description: nullable(text('How.', 'On two screens')),
    status: oneOf(TASK_STATUSES),
    priority: oneOf(PRIORITIES),
    estimated_hours: nullable(decimal('How long it should take.', 8)),
    actual_hours: decimal('How long was tracked on it, as far as one may see it.', 2.5),
    due_date: nullable(day('When it is due.')),
    project_id: id('project', 'Its project.'),
    project_name: nullable(text('What its project is called.', 'Shop')),
    project_status: nullable(oneOf(PROJECT_STATUSES)),
    workspace_id: WorkspaceId,
    workspace_name: text('What its workspace is called.', 'Studio'),
    client_id: nullable(id('client', 'Whom its project is for.')),
    client_name: nullable(text('What they are called.', 'Acme')),
    assignees: list(
      named(
        'Assignee',
        Type.Object({
          id: id('team_member', 'Their membership.'),
          name: text('What they are called, or their address.', 'Ada Example'),
          email: text('Their address.', 'ada@example.com'),
        }),
      ),
      'Who has it.',
    ),
    time_entry_count: number('How many entries are on it.', 4),
    ...TIMES,
  }),
)

const Color = nullable(text('Its colour.', '#3B82F6'))

export const Tag = named(
  'Tag',
  Type.Object({
    id: id('tag', 'The tag.'),
    name: text('What it is called.', 'Development'),
    color: Color,
    description: nullable(text('What it is for.', 'Writing programs')),
    workspace_id: WorkspaceId,
    ...TIMES,
  }),
)

export const TimeEntry = named(
  'TimeEntry',
  Type.Object({
    id: id('time_entry', 'The entry.'),
    date: day('The day on which it began, by the clock of whose it is.'),
    description: nullable(text('What was done.', 'Fix basket rounding')),
    start_time: moment('When it began.'),
    end_time: nullable(moment('When it ended; null while it runs.', '2026-03-02T10:30:00.000Z')),
    duration: nullable(number('How many seconds, without breaks; null while it runs.', 5400)),
    billable: flag('Whether it is billable, billed or paid.'),
    manually_entered: flag('Whether it was written down, and not tracked by a timer.'),
    workspace_id: WorkspaceId,
    workspace_name: text('What its workspace is called.', 'Studio'),
    team_member_id: nullable(id('team_member', 'Whose it is; null of who has left.')),
    team_member_name: text('What they are called, or their address.', 'Ada Example'),
    project_id: nullable(id('project', 'Its project.')),
    project_name: nullable(text('What its project is called.', 'Shop')),
    client_id: nullable(id('client', 'Whom that is for.')),
    client_name: nullable(text('What they are called.', 'Acme')),
    task_id: nullable(id('task', 'Its task.')),
    task_name: nullable(text('What its task is called.', 'Draw the basket')),
    tags: list(
      named(
        'TagOfEntry',
        Type.Object({
          id: id('tag', 'The tag.'),
          name: text('What it is called.', 'Development'),
          color: Color,
        }),
      ),
      'Its tags.',
    ),
    ...TIMES,
  }),
)
