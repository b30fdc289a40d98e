import { Type } from 'typebox'
import { flag, list, named, nullable, number, oneOf, text } from './words.ts'

/** What reports are asked and what they answer. */

const day = (description: string) => Type.Optional(text(description, '2026-03-02'))
const ids = (description: string) => Type.Optional(list(nullable(Type.Integer()), description))
const clock = (description: string) => Type.Optional(text(description, '09:00'))

export const rangeFields = {
  start_date: day('The first day, in the zone of the caller; a week ago unless it is said.'),
  end_date: day('The last day, which counts whole; today unless it is said.'),
  startTime: clock('From when on the first day.'),
  endTime: clock('Until when on the last day.'),
}

export const filterFields = {
  ...rangeFields,
  billable: Type.Optional(flag('Only what is billable, or only what is not.')),
  client_ids: ids('For these clients; null stands for none.'),
  project_ids: ids('On these projects; null stands for none.'),
  task_ids: ids('On these tasks; null stands for none.'),
  tag_ids: ids('With any of these tags; null stands for none.'),
  user_ids: Type.Optional(list(Type.Integer(), 'Of these people.')),
  time_entry_ids: Type.Optional(list(Type.Integer(), 'These entries.')),
  description: Type.Optional(text('What occurs in the description.', 'basket')),
  min_duration_seconds: Type.Optional(number('As long as this, or longer.', 60)),
  max_duration_seconds: Type.Optional(number('As long as this, or shorter.', 36_000)),
  rounding: Type.Optional(number('-1 rounds each entry down, 0 to the nearest, 1 up.', 1)),
  rounding_minutes: Type.Optional(number('To how many minutes; 0 does not round.', 15)),
  hide_amounts: Type.Optional(flag('Leaves amounts out.')),
}

export const orderFields = {
  order_by: Type.Optional(oneOf(['date', 'user', 'duration', 'description', 'last_update'])),
  order_dir: Type.Optional(oneOf(['ASC', 'DESC'])),
  grouped: Type.Optional(flag('Puts entries that say the same into one row.')),
}

export const groupingFields = {
  grouping: Type.Optional(oneOf(['projects', 'clients', 'users', 'tags', 'tasks', 'entries'])),
  sub_grouping: Type.Optional(oneOf(['time_entries', 'projects', 'clients', 'users', 'tags', 'tasks'])),
}

const DurationFormat = oneOf(['classic', 'decimal', 'improved'], '01:05:00, 1.08 or 1:05:00.')
export const durationFormat = { duration_format: Type.Optional(DurationFormat) }

const Rate = named(
  'BillableHourlyRate',
  Type.Object({
    billable_seconds: number('Time that was billed at it.', 3600),
    hourly_rate_in_cents: number('Minor units an hour.', 10_000),
    currency: text('Its currency.', 'EUR'),
  }),
)
const Rates = nullable(list(Rate, 'What time was billed at; null where nothing was, or one may not know.'))
const Cents = (description: string) => nullable(number(description, 15_000))

export const ReportRow = named(
  'ReportRow',
  Type.Object({
    user_id: number('Whose it is.'),
    username: text('What they are called.', 'Ada Example'),
    project_id: nullable(number('The project.')),
    task_id: nullable(number('The task.')),
    billable: flag('Whether it is billable.'),
    description: text('What was done.', 'Fix basket rounding'),
    tag_ids: list(Type.Integer(), 'The tags.'),
    billable_amount_in_cents: Cents('What it is billed for.'),
    hourly_rate_in_cents: Cents('What an hour of it is billed at.'),
    currency: text('Of both.', 'EUR'),
    time_entries: list(
      Type.Object({
        id: number('The entry.'),
        seconds: number('How long, rounded as asked.', 5400),
        start: text('On the wall of the caller.', '2026-03-02T10:00:00+01:00'),
        stop: text('On the wall of the caller.', '2026-03-02T11:30:00+01:00'),
        at: text('When it last changed.', '2026-03-02T10:30:00+00:00'),
        at_tz: Type.Optional(text('The same on the wall of the caller.', '2026-03-02T11:30:00+01:00')),
      }),
    ),
    row_number: number('From 1, over all pages.'),
  }),
)

export const ReportTotals = named(
  'ReportTotals',
  Type.Object({
    seconds: number('All time.', 5400),
    graph: nullable(
      list(
        Type.Object({
          seconds: number('The time of the period.', 5400),
          by_rate: Type.Record(Type.String(), Type.Integer(), { description: 'Seconds by hourly rate.' }),
          billable_amount_in_cents: Cents('What it is billed for.'),
          labour_cost_in_cents: Cents('What it costs.'),
        }),
        'A point for each period of the range.',
      ),
    ),
    rates: Rates,
    resolution: oneOf(['day', 'week', 'month']),
    tracked_days: number('Days with any time.', 1),
    billable_amount_in_cents: Cents('What it is billed for.'),
    labour_cost_in_cents: Cents('What it costs; null for those who may not know.'),
  }),
)

export const ReportSummary = named(
  'ReportSummary',
  Type.Object({
    groups: list(
      Type.Object({
        id: nullable(number('What the group stands for; null for none.')),
        names: Type.Optional(list(Type.String(), 'The description, where entries are the grouping.')),
        sub_groups: list(
          Type.Object({
            id: nullable(number('What it stands for; null for a description.')),
            title: nullable(text('What it is called.', 'Fix basket rounding')),
            seconds: number('Its time.', 5400),
            rates: Type.Optional(Rates),
            ids: Type.Optional(list(Type.Integer(), 'The entries.')),
          }),
        ),
      }),
    ),
  }),
)

const seven = (description: string) => list(Type.Integer(), description)

export const WeekRow = named(
  'WeekRow',
  Type.Object({
    user_id: number('The person.'),
    user_name: nullable(text('What they are called.', 'Ada Example')),
    project_id: nullable(number('The project.')),
    project_name: nullable(text('What it is called.', 'Shop')),
    client_name: nullable(text('Its client.', 'Acme')),
    project_color: nullable(text('Always 0: the palette of old is not known here.', '0')),
    project_hex_color: nullable(text('Its colour.', '#06aaf5')),
    currency: text('Of the amounts.', 'EUR'),
    hourly_rate_in_cents: Cents('The rate, where there is but one.'),
    seconds: seven('Seconds of each of the seven days.'),
    billable_seconds: seven('Of those, what is billable.'),
    billable_amounts_in_cents: nullable(seven('What each day is billed for.')),
  }),
)

export const ThingStatus = named(
  'ThingStatus',
  Type.Object({
    id: number('The project or task.'),
    tracked_seconds: number('All its time.', 5400),
    billable_seconds: number('Of that, what is billable.', 5400),
    billable_amount: Cents('What it is billed for.'),
    currency: text('Of the amount.', 'EUR'),
    estimated_seconds: nullable(number('The estimate.', 7200)),
  }),
)
