import { Type } from 'typebox'
import { TimeEntry } from './entry-model.ts'
import {
  API,
  changing,
  flag,
  inPath,
  list,
  local,
  moment,
  named,
  number,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  said,
  Tags,
  text,
} from './words.ts'

const booking = {
  project_id: number('On which project.'),
  notes: Type.String({
    maxLength: 5000,
    description: 'What was done. The first line is the title of the entry elsewhere.',
    examples: ['Fix basket rounding'],
  }),
  task_id: Type.Integer({ description: 'On which task of that project.' }),
  client_id: Type.Integer({ description: 'For which client, where there is no project.' }),
  tags: Tags,
  billable: flag('Whether it is billable.'),
  paid: flag('Whether it is paid, which makes it billable.', false),
  invoice_number: Type.String({ maxLength: 100, description: 'On which invoice it is.' }),
}

const entryFields = {
  end_time: local('When it ended.'),
  ...booking,
  break_seconds: Type.Integer({ minimum: 0, description: 'How long it was paused.' }),
}

const EntryId = inPath('entry_id', 'The entry.')
const Reason = Type.String({ maxLength: 500, description: 'Why; for the audit log. What is longer is cut.' })

const BulkAction = oneOf(['delete', 'set_billable', 'set_paid', 'add_tag', 'remove_tag'])
const BulkChange = named(
  'BulkChange',
  Type.Object({
    entry_ids: Type.Array(Type.Integer(), {
      minItems: 1,
      maxItems: 1000,
      description: 'The entries; what is not there is left out, and so is what runs.',
      examples: [[1, 2]],
    }),
    action: Type.Union([BulkAction], { description: 'What is done to each.', examples: ['add_tag'] }),
    value: Type.Optional(
      Type.Union([Type.String(), Type.Boolean()], {
        description: 'True or false, or the name of a tag.',
        examples: ['urgent'],
      }),
    ),
  }),
)

export const TIME_ENTRY_ROUTES: Routes = {
  [`GET ${API}/time-entries`]: {
    operationId: 'listTimeEntries',
    about: 'One’s own; for who manages the workspace everybody’s. Both bounds look at the start.',
    query: pagedBy({
      start_date: moment('The first start that counts.'),
      end_date: moment('The last; a day counts whole.'),
      project_id: Type.Integer({ description: 'Only on this project.' }),
      user_id: Type.Integer({ description: 'Only of this person; another one’s only for who manages.' }),
      billable: Type.Boolean({ description: '`true`, or anything else for what is not billable.' }),
      include_active: Type.Boolean({ description: '`true` gives what runs, too.' }),
    }),
    status: 200,
    answer: paged('time_entries', TimeEntry),
  },
  [`POST ${API}/time-entries`]: {
    operationId: 'createTimeEntry',
    about:
      'Takes a project or a client; a field that is not listed here is refused. Without an end it runs, and a timer that runs already is 409. An entry may not overlap another.',
    headers: {
      'Idempotency-Key': Type.String({
        maxLength: 128,
        description: 'For a day, the same key gets the first answer again, whatever comes with it.',
        examples: ['5f2b1c9e'],
      }),
    },
    body: Type.Object({
      start_time: local('When it began; without an offset by the clock of the installation.'),
      ...optional({
        ...entryFields,
        user_id: Type.Integer({ description: 'Whose it is, where not one’s own; for who manages.' }),
      }),
    }),
    status: 201,
    answer: said('Time entry created successfully', { time_entry: TimeEntry }),
  },
  [`GET ${API}/time-entries/:entry_id`]: {
    operationId: 'showTimeEntry',
    params: EntryId,
    status: 200,
    answer: Type.Object({ time_entry: TimeEntry }),
  },
  ...changing(`${API}/time-entries/:entry_id`, 'TimeEntry', {
    about:
      'A project takes the place of a client, and a client that of a project. Fields that are not listed here are refused. What is not there is 400.',
    params: EntryId,
    body: Type.Object(
      optional({
        start_time: local('When it began.'),
        ...entryFields,
        if_updated_at: Type.String({
          description: 'The `updated_at` one has seen. 409 where it has changed since, two seconds aside.',
        }),
        reason: Reason,
      }),
    ),
    status: 200,
    answer: said('Time entry updated successfully', { time_entry: TimeEntry }),
  }),
  [`DELETE ${API}/time-entries/:entry_id`]: {
    operationId: 'deleteTimeEntry',
    about: 'What runs has to be stopped first. What is not there is 400.',
    params: EntryId,
    body: Type.Object({ reason: Type.Optional(Reason) }),
    isBodyOptional: true,
    status: 200,
    answer: said('Time entry deleted successfully'),
  },
  [`POST ${API}/time-entries/bulk`]: {
    operationId: 'changeTimeEntries',
    about: 'All of them, or none where one is refused.',
    body: BulkChange,
    status: 200,
    answer: Type.Object({ success: flag('Always true.'), affected: number('How many it was done to.', 2) }),
  },
  [`POST ${API}/time-entries/import-csv`]: {
    operationId: 'importTimeEntries',
    about:
      'Columns by name, in any order: `project_id`, `start_time` and `end_time`, and where wanted `task_id`, `notes`, `tags` and `billable`; between commas, semicolons or tabs. It may also come as the `file` of a form, or as the whole body. Each row is by itself: at most 5,000 of them, in at most 10 MB.',
    body: Type.Object({
      csv: Type.Optional(
        text(
          'The CSV, with a head.',
          'project_id,start_time,end_time,notes\n1,2026-03-02T09:00:00,2026-03-02T10:30:00,Fix basket rounding\n',
        ),
      ),
      data: Type.Optional(Type.String({ description: 'The same under its other name.' })),
    }),
    status: 200,
    answer: Type.Object({
      success: flag('Always true.'),
      created: number('How many rows are entries now.'),
      failed: Type.Integer({ description: 'How many are not.', examples: [0] }),
      errors: list(
        Type.Object({
          row: number('The line of the file.', 2),
          error: text('Why.', 'no access to project'),
        }),
        'The first 50 of them.',
      ),
    }),
  },
}

/** What a timer takes: the words and the place of an entry, but not its times. */
const TimerAnswer = { time_entry: TimeEntry }

export const TIMER_ROUTES: Routes = {
  [`GET ${API}/timer/status`]: {
    operationId: 'showTimer',
    status: 200,
    answer: Type.Object({
      active: flag('Whether one runs.'),
      timer: Type.Union([TimeEntry, Type.Null()], { description: 'The running entry.' }),
    }),
  },
  [`POST ${API}/timer/start`]: {
    operationId: 'startTimer',
    about:
      'On a project in use, or for a client. A timer that runs already is 409, and comes along as `timer`.',
    body: Type.Object(optional(booking)),
    status: 201,
    answer: said('Timer started successfully', { timer: TimeEntry }),
  },
  [`POST ${API}/timer/stop`]: {
    operationId: 'stopTimer',
    about: 'A pause that lasts ends with it, and is a break. Where none runs it is 400, `no_active_timer`.',
    body: Type.Object({ stop_time: Type.Optional(local('When it ended; now without it.')) }),
    isBodyOptional: true,
    status: 200,
    answer: said('Timer stopped successfully', TimerAnswer),
  },
  [`POST ${API}/timer/pause`]: {
    operationId: 'pauseTimer',
    status: 200,
    answer: said('Timer paused', TimerAnswer),
  },
  [`POST ${API}/timer/resume`]: {
    operationId: 'resumeTimer',
    status: 200,
    answer: said('Timer resumed', TimerAnswer),
  },
}
