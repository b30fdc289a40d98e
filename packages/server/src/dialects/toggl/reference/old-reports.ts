import { type TSchema, Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { flag, list, nullable, number, oneOf, text } from './words.ts'

const BASE = 'GET /reports/api/v2'

const onOff = (description: string) => Type.Optional(oneOf(['on', 'off'], description))
const ids = (description: string) =>
  Type.Optional(text(`${description}, with commas between; 0 for none.`, '1,2'))

const common = {
  user_agent: text('What the client is called.', 'curl'),
  workspace_id: number('The workspace.'),
}

const filter = {
  ...common,
  since: Type.Optional(text('The first day; a week ago unless it is said.', '2026-03-02')),
  until: Type.Optional(text('The last day, which counts whole.', '2026-03-08')),
  billable: Type.Optional(oneOf(['yes', 'no', 'both'])),
  client_ids: ids('Clients'),
  project_ids: ids('Projects'),
  task_ids: ids('Tasks'),
  tag_ids: ids('Tags'),
  user_ids: Type.Optional(text('People, with commas between.', '1,2')),
  time_entry_ids: Type.Optional(text('Entries, with commas between.', '1,2')),
  description: Type.Optional(text('What occurs in the description.', 'basket')),
  without_description: Type.Optional(flag('Only entries without one.')),
  rounding: onOff('Rounds as the workspace does.'),
  order_desc: onOff('From the largest.'),
}

const details = {
  ...filter,
  order_field: Type.Optional(oneOf(['date', 'description', 'duration', 'user'])),
}
const summary = {
  ...filter,
  grouping: Type.Optional(oneOf(['projects', 'clients', 'users'])),
  subgrouping: Type.Optional(oneOf(['time_entries', 'tasks', 'projects', 'users', 'clients'])),
  order_field: Type.Optional(oneOf(['title', 'duration', 'amount'])),
}
const weekly = {
  ...filter,
  grouping: Type.Optional(oneOf(['projects', 'users'])),
  calculate: Type.Optional(oneOf(['time', 'earnings'])),
  order_field: Type.Optional(
    oneOf(['title', 'day1', 'day2', 'day3', 'day4', 'day5', 'day6', 'day7', 'week_total']),
  ),
}

const milliseconds = (description: string) => number(description, 5_400_000)
const amount = (description: string) => nullable(Type.Number({ description, examples: [150] }))
const totals = {
  total_grand: nullable(milliseconds('All time, in milliseconds.')),
  total_billable: nullable(milliseconds('Of that, what is billable.')),
  total_currencies: list(
    Type.Object({ currency: nullable(text('A currency.', 'EUR')), amount: amount('What is billed in it.') }),
  ),
}
const title = Type.Record(Type.String(), nullable(Type.String()), {
  description: 'Names, by what they are names of.',
})
const cells = list(Type.Unknown(), 'Seven days and the week: milliseconds or null, or amounts by currency.')

function asked(operationId: string, query: Record<string, TSchema>, answer: TSchema): RouteReference {
  return { operationId, query: Type.Object(query), status: 200, answer }
}

const TYPES = {
  csv: 'text/csv',
  xls: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

function files(report: string, operationId: string, query: Record<string, TSchema>) {
  const ending = { csv: 'Csv', xls: 'Workbook', pdf: 'Pdf' } as const
  return Object.fromEntries(
    (['csv', 'xls', 'pdf'] as const).map((format) => [
      `${BASE}/${report}.${format}`,
      { ...asked(`${operationId}${ending[format]}`, query, Type.String()), answerType: TYPES[format] },
    ]),
  )
}

const Detail = Type.Object({
  id: number('The entry.'),
  pid: nullable(number('Its project.')),
  tid: nullable(number('Its task.')),
  uid: number('Whose it is.'),
  description: text('What was done.', 'Fix basket rounding'),
  start: text('On the wall of the caller.', '2026-03-02T10:00:00+01:00'),
  end: text('On the wall of the caller.', '2026-03-02T11:30:00+01:00'),
  updated: text('On the wall of the caller.', '2026-03-02T11:30:00+01:00'),
  dur: milliseconds('How long, in milliseconds.'),
  user: text('What they are called.', 'Ada Example'),
  use_stop: flag('Always true.'),
  client: nullable(text('The client.', 'Acme')),
  project: nullable(text('The project.', 'Shop')),
  project_color: text('Always 0.', '0'),
  project_hex_color: nullable(text('Its colour.', '#06AAF5')),
  task: nullable(text('The task.', 'Layout')),
  billable: amount('What it is billed for.'),
  is_billable: flag('Whether it is billable.'),
  cur: nullable(text('The currency.', 'EUR')),
  tags: list(Type.String(), 'The names of the tags.'),
})

const Group = Type.Object({
  id: nullable(number('What the group stands for.')),
  title,
  time: milliseconds('Its time.'),
  total_currencies: totals.total_currencies,
  items: list(
    Type.Object({
      title,
      time: milliseconds('Its time.'),
      cur: nullable(text('The currency.', 'EUR')),
      sum: amount('What it is billed for.'),
      rate: amount('What an hour is billed at, where rates are told apart.'),
      ids: Type.Optional(text('What it stands for.', '1,2')),
      time_entry_ids: Type.Optional(text('Its entries.', '1,2')),
    }),
  ),
})

const Dashboard = Type.Object({
  name: text('The project.', 'Shop'),
  duration: milliseconds('All its time.'),
  duration_without_task: milliseconds('Of that, what is on no task.'),
  billable_duration: milliseconds('Of that, what is billable.'),
  billable_amount: amount('What it is billed for.'),
  tasks_count: number('How many tasks it has.'),
  currency: text('Of the amounts.', 'EUR'),
  estimated_seconds: nullable(number('Its estimate, in seconds.', 7200)),
  task_estimated_seconds: number('Those of its tasks.', 7200),
  use_task_estimated_seconds: flag('Whether those count.'),
  tasks_per_page: number('How many tasks a page has.', 10),
  users: list(Type.Object({}), 'Whose time it is.'),
  top_tasks: list(Type.Object({}), 'Tasks with more than a tenth of the time.'),
  tasks_page: list(Type.Object({}), 'A page of tasks.'),
})

export const OLD_REPORT_ROUTES: Readonly<Record<string, RouteReference>> = {
  [`${BASE}/details`]: asked(
    'oldDetailedReport',
    { ...details, page: Type.Optional(number('From 1.')) },
    Type.Object({
      ...totals,
      total_count: number('How many entries there are.', 1),
      per_page: number('How many a page has.', 50),
      data: list(Detail),
    }),
  ),
  [`${BASE}/summary`]: asked(
    'oldSummaryReport',
    {
      ...summary,
      distinct_rates: onOff('Tells rates apart.'),
      subgrouping_ids: Type.Optional(flag('Adds the numbers of what items stand for.')),
      grouped_time_entry_ids: Type.Optional(flag('Adds the numbers of their entries.')),
    },
    Type.Object({ ...totals, data: list(Group) }),
  ),
  [`${BASE}/weekly`]: asked(
    'oldWeeklyReport',
    weekly,
    Type.Object({
      ...totals,
      week_totals: cells,
      data: list(
        Type.Object({
          title,
          pid: Type.Optional(nullable(number('The project.'))),
          uid: Type.Optional(nullable(number('The person.'))),
          totals: cells,
          details: list(Type.Object({ title, totals: cells })),
        }),
      ),
    }),
  ),
  [`${BASE}/project`]: asked(
    'oldProjectDashboard',
    {
      ...common,
      project_id: number('The project.'),
      page: Type.Optional(number('Of the tasks, from 1.')),
      order_field: Type.Optional(
        oneOf(['name', 'assignee', 'duration', 'billable_amount', 'estimated_seconds']),
      ),
      order_desc: onOff('From the largest.'),
    },
    Dashboard,
  ),
  ...files('details', 'oldDetailedReport', {
    ...details,
    display_hours: Type.Optional(oneOf(['decimal', 'minutes'])),
  }),
  ...files('summary', 'oldSummaryReport', {
    ...summary,
    display_hours: Type.Optional(oneOf(['decimal', 'minutes'])),
  }),
  ...files('weekly', 'oldWeeklyReport', weekly),
}
