import { type TSchema, Type } from 'typebox'
import {
  API,
  day,
  decimal,
  list,
  local,
  moment,
  named,
  number,
  oneOf,
  optional,
  type Routes,
  text,
} from './words.ts'

const head = {
  start_date: local('The first moment that counts.'),
  end_date: text('The last.', '2026-03-31T23:59:59'),
  total_hours: decimal('All time.', 12.5),
  billable_hours: decimal('Of that, what is billable.', 10),
  total_entries: number('How many entries.', 8),
}

const Summary = named(
  'Summary',
  Type.Object({
    ...head,
    by_project: list(
      Type.Object({
        project_id: number('The project.'),
        project_name: text('What it is called.', 'Shop'),
        hours: decimal('Its time, not rounded.', 12.5),
        entries: number('How many entries.', 8),
      }),
      'Time that is for a client alone is in the totals only.',
    ),
  }),
)

const Row = named(
  'ReportRow',
  Type.Object(
    {
      ...optional({
        project_id: Type.Union([Type.Integer(), Type.Null()], {
          description: 'Of each grouping its id, which is null for none,',
          examples: [1],
        }),
        project_name: Type.Union([Type.String(), Type.Null()], {
          description: 'and its name; a day, a week by its Monday, or a month as a text.',
          examples: ['Shop'],
        }),
      }),
      hours: decimal('Its time.', 12.5),
      billable_hours: decimal('Of that, what is billable.', 10),
      entries: number('How many entries.', 8),
    },
    { additionalProperties: true },
  ),
)

const Report = named(
  'Report',
  Type.Object({
    ...head,
    group_by: list(Type.String({ examples: ['project'] }), 'The groupings.'),
    rows: list(Row, 'The innermost groups, each with what it stands under.'),
  }),
)

/** By what a range is narrowed down. */
const filters: Record<string, TSchema> = {
  start_date: moment('The first start that counts; 30 days before the end without it.'),
  end_date: text('The last; a day counts whole. Now without it.', '2026-03-31'),
  project_id: Type.Integer({ description: 'Only on this project.' }),
  client_id: Type.Integer({ description: 'Only for this client.' }),
  task_id: Type.Integer({ description: 'Only on this task.' }),
  user_id: Type.Integer({ description: 'Only of this person; another one’s only for who manages.' }),
  billable: Type.Boolean({ description: '`true`, or anything else for what is not billable.' }),
  status: oneOf(
    ['undetermined', 'not_billable', 'billable', 'billed', 'paid'],
    'Only with this billing status; decides before `billable`.',
  ),
}

const Capacity = named(
  'Capacity',
  Type.Object({
    user_id: number('The person.'),
    username: text('Their user name.', 'ada@example.com'),
    expected_hours: number('Eight for each Monday to Friday.', 176),
    allocated_hours: decimal('What they worked.', 44),
    time_off_hours: Type.Integer({ description: 'Always 0.' }),
    available_hours: decimal('What is left.', 132),
    utilization_pct: decimal('What they worked, in percent of what is expected.', 25),
  }),
)

const Range = {
  start_date: day('The first day.'),
  end_date: text('The last day, which counts whole.', '2026-03-31'),
}

export const REPORT_ROUTES: Routes = {
  [`GET ${API}/reports/summary`]: {
    operationId: 'summarize',
    about: 'Of finished entries that begin in the range: one’s own, or for who manages everybody’s.',
    query: Type.Object(optional(filters)),
    status: 200,
    answer: Type.Object({ summary: Summary }),
  },
  [`GET ${API}/reports`]: {
    operationId: 'runReport',
    about: 'The entries of the summary, grouped. Another `format` than `json` answers a file to keep.',
    query: Type.Object({
      group_by: Type.Optional(
        Type.String({
          description:
            'Up to three of project, client, task, user, tag, day, week and month, between commas; project without it.',
          examples: ['project,user'],
        }),
      ),
      ...optional(filters),
      format: Type.Optional(oneOf(['json', 'csv', 'xlsx', 'pdf'], 'json without it.')),
    }),
    status: 200,
    answer: Type.Object({ report: Report }),
  },
  [`GET ${API}/reports/capacity`]: {
    operationId: 'showCapacity',
    about: 'Of the members of the workspace for who manages it, of oneself for others.',
    query: Type.Object({
      ...Range,
      user_ids: Type.Optional(
        Type.String({ description: 'Only these people, between commas; what is no number is left out.' }),
      ),
    }),
    status: 200,
    answer: Type.Object({ capacity: list(Capacity), ...Range }),
  },
  [`GET ${API}/exports/payroll`]: {
    operationId: 'exportPayroll',
    about:
      'One row for each person and week of ISO 8601, which begins on Monday. Columns: user_id, username, week_year, week_number, period_start, period_end, hours, billable_hours, non_billable_hours.',
    query: Type.Object({
      ...Range,
      ...optional({
        user_id: Type.Integer({ description: 'Only of this person.' }),
        approved_only: Type.Boolean({ description: '`true` counts approved entries only.' }),
        closed_only: Type.Boolean({
          description:
            '`true` counts the days of closed timesheets only; takes the scope for reading approvals.',
        }),
      }),
    }),
    status: 200,
    answer: Type.String({ description: 'A table.' }),
    answerType: 'text/csv',
  },
}
