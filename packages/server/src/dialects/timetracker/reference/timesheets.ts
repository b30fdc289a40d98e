import { Type } from 'typebox'
import {
  API,
  day,
  flag,
  inPath,
  list,
  local,
  named,
  nullable,
  number,
  oneOf,
  optional,
  type Routes,
  said,
  text,
  utc,
} from './words.ts'

const STATUSES = ['draft', 'submitted', 'approved', 'rejected', 'closed'] as const

const Period = named(
  'TimesheetPeriod',
  Type.Object({
    id: number('The period.'),
    user_id: number('Whose it is.'),
    period_type: oneOf(['weekly']),
    period_start: day('Its first day.'),
    period_end: text('Its last day.', '2026-03-08'),
    status: oneOf(STATUSES, 'As its entries stand.'),
    is_locked: flag('Whether it is approved or closed.', false),
    submitted_at: nullable(local('When it was submitted.')),
    submitted_by: nullable(number('Who did that, which is whose it is.')),
    approved_at: nullable(Type.String({ description: 'Where it is approved: when it last was.' })),
    approved_by: nullable(Type.Integer({ description: 'Who did that.' })),
    rejected_at: nullable(Type.String({ description: 'When it was last rejected, until it is approved.' })),
    rejected_by: nullable(Type.Integer({ description: 'Who did that.' })),
    rejection_reason: nullable(Type.String({ description: 'Why.' })),
    closed_at: nullable(Type.String({ description: 'When it was closed.' })),
    closed_by: nullable(Type.Integer({ description: 'Who did that.' })),
    close_reason: nullable(Type.String({ description: 'What was said when it was submitted.' })),
    created_at: utc('When it was made.'),
    updated_at: utc('When it last changed.'),
  }),
)

const PERIODS = `${API}/timesheet-periods`
const PeriodId = inPath('period_id', 'The period.')
const SCOPES = 'The scopes for approvals are needed beside those for time entries.'

const range = {
  start_date: day('Only what has a day from here on.'),
  end_date: text('And up to here.', '2026-03-31'),
  user_id: Type.Integer({ description: 'Of this person; who does not manage gets their own.' }),
}

export const TIMESHEET_ROUTES: Routes = {
  [`GET ${PERIODS}`]: {
    operationId: 'listTimesheetPeriods',
    about: `At most 500. ${SCOPES}`,
    query: Type.Object(optional({ ...range, status: oneOf(STATUSES) })),
    status: 200,
    answer: Type.Object({ timesheet_periods: list(Period) }),
  },
  [`POST ${PERIODS}`]: {
    operationId: 'openTimesheetPeriod',
    about: `The week that has this day, which is made where there is none. ${SCOPES}`,
    body: Type.Object({
      reference_date: Type.Optional(day('A day of it; today without one.')),
      user_id: Type.Optional(Type.Integer({ description: 'Whose, for who manages the workspace.' })),
    }),
    isBodyOptional: true,
    status: 201,
    answer: Type.Object({ timesheet_period: Period }),
  },
  [`POST ${PERIODS}/:period_id/submit`]: {
    operationId: 'submitTimesheetPeriod',
    about:
      'Asks for the approval of all its entries that are neither approved nor submitted. No timer may run in it.',
    params: PeriodId,
    status: 200,
    answer: said('Timesheet period submitted', { timesheet_period: Period }),
  },
  [`POST ${PERIODS}/:period_id/approve`]: {
    operationId: 'approveTimesheetPeriod',
    about: 'All of it that waits for one’s own decision; where another level follows, it stays submitted.',
    params: PeriodId,
    body: Type.Object({ comment: Type.Optional(text('What to say with it.', 'Thank you')) }),
    isBodyOptional: true,
    status: 200,
    answer: said('Timesheet period approved', { timesheet_period: Period }),
  },
  [`POST ${PERIODS}/:period_id/reject`]: {
    operationId: 'rejectTimesheetPeriod',
    params: PeriodId,
    body: Type.Object({ reason: text('Why.', 'Friday is missing') }),
    isBodyOptional: true,
    status: 200,
    answer: said('Timesheet period rejected', { timesheet_period: Period }),
  },
  [`POST ${PERIODS}/:period_id/close`]: {
    operationId: 'closeTimesheetPeriod',
    params: PeriodId,
    body: Type.Object({ reason: Type.Optional(text('What to say with it.', 'Paid')) }),
    isBodyOptional: true,
    status: 200,
    answer: said('Timesheet period closed', { timesheet_period: Period }),
  },
  [`DELETE ${PERIODS}/:period_id`]: {
    operationId: 'deleteTimesheetPeriod',
    params: PeriodId,
    status: 200,
    answer: said('Timesheet period deleted'),
  },
  [`GET ${API}/reports/compliance/locked-periods`]: {
    operationId: 'listLockedPeriods',
    about: 'For owners and admins. Takes the scope for reading approvals, too.',
    query: Type.Object(optional(range)),
    status: 200,
    answer: Type.Object({ locked_periods: list(Period) }),
  },
}
