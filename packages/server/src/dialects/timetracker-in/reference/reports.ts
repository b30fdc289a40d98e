import { type TSchema, Type } from 'typebox'
import { uuidOf } from '../ids.ts'
import { ENTRY_FILTERS } from './entry-filters.ts'
import { TimeEntry } from './models.ts'
import {
  decimal,
  IN_WORKSPACE,
  list,
  named,
  nullable,
  number,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  text,
  WorkspaceId,
} from './words.ts'

const GROUPINGS = ['project', 'client', 'task', 'tag', 'team_member', 'day', 'week', 'month'] as const
const ROWS = ['team_member', 'project'] as const

const totals = {
  duration: number('How many seconds, without breaks.', 5400),
  billable_duration: number('Of them, how many are billable.', 5400),
  entries: number('How many entries that is.', 2),
  amounts: list(
    named(
      'Amount',
      Type.Object({
        currency: text('By ISO 4217.', 'EUR'),
        amount: decimal('What it is billed at, in whole units.', 112.5),
      }),
    ),
    'What it is billed at, by currency, as far as that is yours to know.',
  ),
}
const Totals = named('Totals', Type.Object(totals))

const thing = {
  id: nullable(text('The thing; null for what has none.', uuidOf('project', 1))),
  name: nullable(text('What it is called.', 'Shop')),
}

/** Things have an id and a name, spans of time a date. */
const part = {
  by: oneOf(GROUPINGS),
  ...optional({ ...thing, date: text('The first day of a span of time.', '2026-03-02') }),
  ...totals,
}
const Part = named(
  'ReportPart',
  Type.Object({
    ...part,
    groups: Type.Array(Type.Unknown(), { maxItems: 0, description: 'Always empty.', examples: [[]] }),
  }),
)
const Group = named(
  'ReportGroup',
  Type.Object({ ...part, groups: list(Part, 'By the second grouping; empty where there is but one.') }),
)

const Days = list(
  named(
    'ReportDay',
    Type.Object({
      date: text('The day.', '2026-03-02'),
      duration: number('How many seconds of time that began on it.', 5400),
    }),
  ),
  'The seven days, also those without time.',
)

const Row = named('WeekRow', Type.Object({ by: oneOf(ROWS), ...thing, ...totals, days: Days }))

const CountedEntry = named(
  'CountedEntry',
  Type.Object({
    ...TimeEntry.properties,
    amount: nullable(
      decimal('What it is billed at, in whole units; null where that is not yours to know.', 112.5),
    ),
    currency: nullable(text('Of the amount, by ISO 4217.', 'EUR')),
  }),
)

const range = {
  start_date: text('The first day.', '2026-03-01'),
  end_date: text('The last day, which counts whole.', '2026-03-31'),
}
const header = { ...range, timezone: text('The zone in which days begin.', 'Europe/Berlin') }

const filters = {
  timezone: text('In which zone days begin; that of the owner of the key without it.', 'Europe/Berlin'),
  ...ENTRY_FILTERS,
}

const params = Type.Object({ workspace_id: WorkspaceId })

type Report = { operationId: string; about: string; query: TSchema; answer: TSchema }

function report(described: Report) {
  return { ...described, params, status: 200 }
}

export const REPORT_ROUTES: Routes = {
  [`GET ${IN_WORKSPACE}/reports/summary`]: report({
    operationId: 'showSummary',
    about:
      'Finished time counts, whole on the day it starts on. The parts add up to the whole, but for tags: an entry with two is under both, and once in the totals.',
    query: Type.Object({
      ...range,
      ...optional({
        group_by: text(
          `One or two of ${GROUPINGS.join(', ')}, with a comma between them; project without it.`,
          'project,day',
        ),
        ...filters,
      }),
    }),
    answer: Type.Object({
      ...header,
      group_by: list(oneOf(GROUPINGS), 'What was asked for.'),
      totals: Totals,
      groups: list(Group),
    }),
  }),
  [`GET ${IN_WORKSPACE}/reports/detailed`]: report({
    operationId: 'showDetails',
    about: 'The totals are those of all pages.',
    query: Type.Object({ ...range, ...pagedBy(filters).properties }),
    answer: paged(CountedEntry, { ...header, totals: Totals }),
  }),
  [`GET ${IN_WORKSPACE}/reports/weekly`]: report({
    operationId: 'showWeek',
    about: 'The week in which the day lies; it begins as weeks of the owner of the key do.',
    query: Type.Object({
      start_date: text('A day of the week.', '2026-03-02'),
      ...optional({ group_by: oneOf(ROWS, 'Whose rows there are; team_member without it.'), ...filters }),
    }),
    answer: Type.Object({
      ...header,
      group_by: list(oneOf(ROWS), 'What was asked for.'),
      totals: named('WeekTotals', Type.Object({ ...totals, days: Days })),
      groups: list(Row),
    }),
  }),
}
