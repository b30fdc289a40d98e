import { Type, type TSchema } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { asked, REPORTS_OF_WORKSPACE } from './report-calls.ts'
import {
  durationFormat,
  filterFields,
  groupingFields,
  orderFields,
  rangeFields,
  ReportRow,
  ReportSummary,
  ReportTotals,
  WeekRow,
} from './report-models.ts'
import { flag, inPath, list, nullable, number, oneOf, text } from './words.ts'

const BASE = REPORTS_OF_WORKSPACE

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

function file(
  operationId: string,
  fields: Record<string, TSchema>,
  format: keyof typeof TYPES,
): RouteReference {
  return { ...asked(operationId, fields, Type.String()), answerType: TYPES[format] }
}

const summaryFields = { ...filterFields, ...groupingFields }
const fileOrder = {
  collapse: Type.Optional(flag('Only the groups, without what is below them.')),
  order_by: Type.Optional(oneOf(['title', 'duration'])),
  order_dir: Type.Optional(oneOf(['ASC', 'DESC'])),
}
const detailedFile = { ...filterFields, ...orderFields }

const REPORTS: Readonly<Record<string, RouteReference>> = {
  [`${BASE}/search/time_entries`]: {
    ...asked(
      'searchTimeEntries',
      {
        ...filterFields,
        ...orderFields,
        enrich_response: Type.Optional(flag('Adds the names of everything.')),
        page_size: Type.Optional(number('How many rows; at most 1,000.', 50)),
        first_row_number: Type.Optional(number('The row to begin with, from `X-Next-Row-Number`.')),
        first_id: Type.Optional(number('The entry to begin with, from `X-Next-ID`.')),
        first_timestamp: Type.Optional(number('When that began, from `X-Next-Timestamp`.', 1_772_442_000)),
      },
      list(ReportRow),
    ),
    about:
      'Where more rows follow, the headers say where they begin; any one of them is enough to go on. Timers that still run stand in no report.',
  },
  [`${BASE}/search/time_entries/totals`]: asked(
    'totalTimeEntries',
    {
      ...filterFields,
      with_graph: Type.Optional(flag('Adds a point for each period.')),
      resolution: Type.Optional(oneOf(['day', 'week', 'month'])),
      granularity: Type.Optional(oneOf(['day', 'week', 'month'], 'As `resolution`.')),
    },
    ReportTotals,
  ),
  [`${BASE}/search/time_entries.csv`]: file(
    'searchTimeEntriesCsv',
    { ...detailedFile, ...durationFormat },
    'csv',
  ),
  [`${BASE}/search/time_entries.xlsx`]: file('searchTimeEntriesWorkbook', detailedFile, 'xlsx'),
  [`${BASE}/search/time_entries.pdf`]: file('searchTimeEntriesPdf', detailedFile, 'pdf'),
  [`${BASE}/summary/time_entries`]: asked(
    'summarizeTimeEntries',
    {
      ...summaryFields,
      distinguish_rates: Type.Optional(flag('Adds what time was billed at.')),
      include_time_entry_ids: Type.Optional(flag('Adds the numbers of the entries.')),
      audit: Type.Optional(
        Type.Object(
          {
            show_empty_groups: Type.Optional(flag('Adds the groups without any time.')),
            show_tracked_groups: Type.Optional(flag('False leaves out those with time.')),
            group_filter: Type.Optional(
              Type.Object({
                min_duration_seconds: Type.Optional(number('At least so long.', 60)),
                max_duration_seconds: Type.Optional(number('At most so long.', 3600)),
                currency: Type.Optional(text('Of the amounts.', 'EUR')),
                min_amount_cents: Type.Optional(number('At least so much.', 100)),
                max_amount_cents: Type.Optional(number('At most so much.', 100_000)),
              }),
            ),
          },
          { description: 'Which groups are shown.' },
        ),
      ),
    },
    ReportSummary,
  ),
  [`${BASE}/summary/time_entries.csv`]: file(
    'summarizeTimeEntriesCsv',
    { ...summaryFields, ...fileOrder, ...durationFormat },
    'csv',
  ),
  [`${BASE}/summary/time_entries.xlsx`]: file('summarizeTimeEntriesWorkbook', summaryFields, 'xlsx'),
  [`${BASE}/summary/time_entries.pdf`]: file('summarizeTimeEntriesPdf', summaryFields, 'pdf'),
  [`${BASE}/weekly/time_entries`]: {
    ...asked('weekOfTimeEntries', filterFields, list(WeekRow)),
    about: 'Seven days from `start_date`.',
  },
  [`${BASE}/weekly/time_entries.csv`]: file(
    'weekOfTimeEntriesCsv',
    {
      ...filterFields,
      grouping: Type.Optional(oneOf(['projects', 'users'])),
      group_by_task: Type.Optional(flag('Tells tasks apart.')),
      calculate: Type.Optional(oneOf(['time', 'amounts'])),
    },
    'csv',
  ),
  [`${BASE}/weekly/time_entries.pdf`]: file('weekOfTimeEntriesPdf', filterFields, 'pdf'),
  [`${BASE}/projects/summary`]: asked(
    'summarizeProjects',
    filterFields,
    list(
      Type.Object({
        user_id: number('The person.'),
        project_id: number('The project.'),
        tracked_seconds: number('Their time on it.', 5400),
        billable_seconds: number('Of that, what is billable.', 5400),
      }),
    ),
  ),
  [`${BASE}/projects/:project_id/summary`]: {
    ...asked(
      'summarizeProject',
      { ...rangeFields, start_date: text('The first day.', '2026-03-02') },
      ReportTotals,
    ),
    params: inPath('workspace_id', 'project_id'),
  },
}

const Resolution = Type.Optional(oneOf(['day', 'week', 'month']))

function trend(operationId: string, kind: string, idName: string): RouteReference {
  const point = Type.Object({
    [idName]: nullable(number('What it stands for.')),
    name: nullable(text('What it is called.', 'Shop')),
    total_seconds: number('All time.', 5400),
    billable_seconds: number('Of that, what is billable.', 5400),
    earnings: nullable(number('What that is billed for, in minor units of the currency.', 15_000)),
  })
  return asked(
    operationId,
    {
      ...filterFields,
      currency: text('Of the earnings.', 'EUR'),
      ids: Type.Optional(list(Type.Integer(), 'What to follow.')),
      resolution: Resolution,
    },
    Type.Object({
      currency: text('Of the earnings.', 'EUR'),
      graph: Type.Object({
        resolution: oneOf(['day', 'week', 'month']),
        data: list(
          Type.Object({ date: text('The first day of the period.', '2026-03-02'), [kind]: list(point) }),
        ),
      }),
    }),
  )
}

const TRENDS: Readonly<Record<string, RouteReference>> = {
  [`${BASE}/comparative`]: asked(
    'compareTimeEntries',
    { ...filterFields, resolution: Resolution },
    Type.Object({
      graph: Type.Object({
        data: list(
          Type.Object({
            date: text('The first day of the period.', '2026-03-02'),
            total_seconds: number('Its time.', 5400),
          }),
        ),
        resolution: oneOf(['day', 'week', 'month']),
      }),
    }),
  ),
  [`${BASE}/data_trends/clients`]: trend('followClients', 'clients', 'client_id'),
  [`${BASE}/data_trends/projects`]: trend('followProjects', 'projects', 'project_id'),
  [`${BASE}/data_trends/users`]: trend('followUsers', 'users', 'user_id'),
}

export const REPORT_ROUTES: Readonly<Record<string, RouteReference>> = { ...REPORTS, ...TRENDS }
