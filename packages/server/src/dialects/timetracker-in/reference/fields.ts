import { Type } from 'typebox'
import { CLIENT_STATUSES, CLIENT_TYPES, PRIORITIES, PROJECT_STATUSES, TASK_STATUSES } from './models.ts'
import { flag, id, ids, moment, name, nullable, number, oneOf, positive, text } from './words.ts'

/** What is sent to make or change things, on either surface; nothing at all, as an empty text, is as good as null. */

export const ClientName = name('What it is called; no two of a workspace alike.', 'Acme')

export const CLIENT_FIELDS = {
  type: oneOf(CLIENT_TYPES, '`individual` at first.'),
  status: oneOf(CLIENT_STATUSES, '`active` at first.'),
  email: nullable(text('Its address.', 'office@acme.example')),
  phone: nullable(text('Its number.', '+49 30 1234')),
  address: nullable(text('Where it is.', 'Sample street 1, Berlin')),
  note: nullable(text('Whatever is to be known of it.', 'Pays late')),
  currency: text('In what it is billed, by ISO 4217; USD at first.', 'EUR'),
}

export const ProjectName = name('What it is called.', 'Shop')
export const ClientId = nullable(id('client', 'Whom it is for, one of its workspace.'))
export const ProjectStatus = oneOf(PROJECT_STATUSES, '`active` at first; `inactive` is archived.')
export const ProjectDescription = nullable(text('What it is about.', 'The new shop'))

/** The fields of a project that the documents of the integrations spell in camelCase. */
export const PROJECT_RULES = {
  isPrivate: flag('Whether only those on it see it; false at first.', false),
  defaultBillable: flag(
    'Whether time on it is billable unless it is said; as its workspace has it at first.',
  ),
  defaultBillableRate: nullable(
    positive('What an hour on it is billed at; takes the scope `write:workspaces`.', 75),
  ),
  estimatedHours: nullable(positive('How long it should take.', 200)),
  estimatedBudget: nullable(positive('What it should cost.', 15_000)),
}

export const TaskName = name('What is to be done; no two of a project alike.', 'Draw the basket')

export const TASK_FIELDS = {
  description: nullable(text('How.', 'On two screens')),
  status: oneOf(TASK_STATUSES, '`todo` at first.'),
  priority: oneOf(PRIORITIES, '`medium` at first.'),
  estimated_hours: nullable(positive('How long it should take.', 8)),
  actual_hours: nullable(
    Type.Number({ minimum: 0, description: 'Checked and not kept: it is what was tracked.' }),
  ),
  due_date: nullable(moment('When it is due; its day in UTC counts.', '2026-03-31T00:00:00.000Z')),
  assignee_ids: ids('team_member', 'Who has it, members of the workspace.'),
}

export const TagName = name('What it is called; no two of a workspace alike, in either case.', 'Development')

export const TAG_FIELDS = {
  color: nullable(
    text('A hex code, or the name that style sheets have for it, which becomes one.', '#3B82F6'),
  ),
  description: nullable(text('What it is for.', 'Writing programs')),
}

export const ENTRY_TIMES = {
  start_time: moment('When it began; without an offset in UTC.'),
  end_time: moment('When it ended, later than that.', '2026-03-02T10:30:00.000Z'),
  billable: flag('Whether it is billable.'),
}

/** What an entry says, running or over. */
export const ENTRY_WORDS = {
  description: nullable(text('What was done.', 'Fix basket rounding')),
  project_id: nullable(id('project', 'Its project, one of the workspace.')),
  task_id: nullable(id('task', 'Its task, one of that project.')),
  tag_ids: ids('tag', 'Its tags, all of the workspace.'),
}

const Duration = number(
  'How many seconds of that were worked: what is left of the time between start and end was a break.',
  5400,
)

export const ENTRY_CHANGES = { ...ENTRY_TIMES, duration: Duration, ...ENTRY_WORDS }

export const NEW_ENTRY_FIELDS = {
  ...ENTRY_WORDS,
  duration: Duration,
  date: moment('Checked and not kept: it is the day of the start.'),
  manually_entered: flag('false for time that a timer of one’s own has tracked; true at first.'),
  team_member_id: id(
    'team_member',
    'Whose it is; one’s own unless it is said, for who manages the workspace.',
  ),
}
