import { Type } from 'typebox'
import { NAMED_RANGES } from '../core/rules/date-ranges.ts'
import { SORTS } from '../core/reports/question.ts'
import {
  BillingStatus,
  Day,
  Id,
  Instant,
  listOf,
  named,
  nullable,
  oneOf,
  RoundingMinutes,
  RoundingMode,
  RoundingPer,
  Version,
  Zone,
} from './schemas.ts'

/** What reports take and give. */

const Ids = (description: string) => Type.Optional(Type.Array(Id, { maxItems: 500, description }))
const Flag = (description: string) => Type.Optional(Type.Boolean({ description }))

/** Which entries: the same words for lists, reports, exports and saved reports. */
export const filterFields = {
  workspace_id: Type.Optional(Id),
  user_id: Ids('The entries of these people.'),
  everyone: Flag('Those of everybody one may see; otherwise one’s own.'),
  range: Type.Optional(
    oneOf([...NAMED_RANGES], { description: 'Days by name, which mean other days tomorrow.' }),
  ),
  from: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'A day, or a moment with its offset.',
      examples: ['2026-03-01'],
    }),
  ),
  to: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'A day, which counts whole, or a moment with its offset.',
      examples: ['2026-03-31'],
    }),
  ),
  time_zone: Type.Optional(
    Type.String({ maxLength: 64, description: 'In which days are meant; one’s own without it.' }),
  ),
  project_id: Ids('On these projects.'),
  with_children: Flag('Also on the projects below those; true unless it is said.'),
  no_project: Flag('Also those without a project.'),
  client_id: Ids('For these clients, through the project or directly.'),
  no_client: Flag('Also those for no client.'),
  task_id: Ids('On these tasks.'),
  tag_id: Ids('With any of these tags.'),
  no_tag: Flag('Also those without a tag.'),
  billing_status: Type.Optional(Type.Array(BillingStatus, { maxItems: 5 })),
  q: Type.Optional(
    Type.String({ maxLength: 500, description: 'Words that all occur in the title or the notes.' }),
  ),
  running: Type.Optional(Type.Boolean()),
  custom_field: Type.Optional(
    Type.String({
      pattern: '^(?!_)[A-Za-z0-9_-]{1,255}$',
      description: 'The name of a custom field.',
      examples: ['ticket'],
    }),
  ),
  custom_value: Type.Optional(Type.String({ maxLength: 10_000, description: 'What it says.' })),
}

/** How entries are put together. */
export const reportFields = {
  ...filterFields,
  group_by: Type.Optional(
    Type.Array(Type.String({ maxLength: 32 }), {
      maxItems: 3,
      description:
        'Up to three of user, project, project:1 (the root, project:2 the one below), client, task, tag, title, notes, billing_status, rate, day, week, month, year.',
    }),
  ),
  attribution: Type.Optional(
    oneOf(['start', 'split'], {
      description:
        'An entry that crosses midnight counts on the day it starts, or on each day what lies in it.',
    }),
  ),
  rounding: Type.Optional(RoundingMode),
  rounding_minutes: Type.Optional(RoundingMinutes),
  rounding_per: Type.Optional(RoundingPer),
  sort: Type.Optional(oneOf([...SORTS])),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10_000, default: 1000, description: 'Innermost lines at most.' }),
  ),
}

export const ReportQuery = Type.Object(reportFields)
/** A question that is kept: unknown words are refused, so that a mistake does not lie in it for ever. */
const ReportDefinition = named('ReportDefinition', Type.Object(reportFields, { additionalProperties: false }))

const Seconds = Type.Integer({ examples: [5400] })
const Amount = (description: string) => nullable(Type.Integer({ description, examples: [15_000] }))

const Money = named(
  'ReportMoney',
  Type.Object({
    currency: Type.String({ examples: ['EUR'] }),
    billable: Amount('Minor units; null where the reader may not know.'),
    cost: Amount('Minor units; null where the reader may not know.'),
    profit: Amount('Billable minus cost; null where one of them is.'),
  }),
)

const Measures = named(
  'ReportMeasures',
  Type.Object({
    entries: Type.Integer({ examples: [3] }),
    seconds: Seconds,
    billable_seconds: Seconds,
    money: Type.Array(Money, { description: 'By currency; currencies are never added together.' }),
  }),
)

const Line = named(
  'ReportLine',
  Type.Object({
    by: Type.String({ examples: ['project'] }),
    key: Type.Union([Type.Integer(), Type.String(), Type.Null()], {
      description:
        'The id of what it stands for, the text itself, or the first day of a period; null for none.',
    }),
    label: nullable(Type.String({ examples: ['Website'] })),
    chain: nullable(Type.Array(Type.String(), { description: 'The titles from the root, for a project.' })),
    color: nullable(Type.String()),
    total: Measures,
    groups: Type.Array(
      // A line holds lines; only the document needs to say so.
      Type.Unsafe<unknown>({ $ref: '#/components/schemas/ReportLine' }),
      { examples: [[]] },
    ),
  }),
)

export const Report = named(
  'Report',
  Type.Object({
    from: nullable(Day),
    to: nullable(Day),
    time_zone: Zone,
    group_by: Type.Array(Type.String()),
    attribution: oneOf(['start', 'split']),
    rounding: Type.Object({ mode: RoundingMode, minutes: Type.Integer(), per: RoundingPer }),
    total: Measures,
    groups: Type.Array(Line),
    row_count: Type.Integer({ description: 'How many innermost lines there are.' }),
    is_cut: Type.Boolean({ description: 'True where not all of them are shown.' }),
    repeats_entries: Type.Boolean({
      description:
        'True where lines add up to more than their total: an entry with two tags stands under both.',
    }),
    as_of: Instant,
  }),
)

const ReportEntry = named(
  'ReportEntry',
  Type.Object({
    id: Id,
    user_id: Id,
    user: Type.String(),
    project: Type.Array(Type.String(), { description: 'The titles from the root.' }),
    client: nullable(Type.String()),
    task: nullable(Type.String()),
    title: nullable(Type.String()),
    notes: nullable(Type.String()),
    tags: Type.Array(Type.String()),
    started_at: Instant,
    ended_at: nullable(Instant),
    seconds: Type.Integer({ description: 'What this report counts of it, rounded as it asks.' }),
    billing_status: BillingStatus,
    approval_status: nullable(oneOf(['pending', 'approved', 'rejected'])),
    billable_rate: Amount('Minor units an hour.'),
    billable_amount: Amount('Minor units.'),
    billable_currency: nullable(Type.String()),
    cost_amount: Amount('Minor units.'),
    cost_currency: nullable(Type.String()),
  }),
)

export const ReportEntries = listOf(ReportEntry)

export const SavedReport = named(
  'SavedReport',
  Type.Object({
    id: Id,
    workspace_id: Id,
    user_id: Id,
    name: Type.String({ examples: ['Hours for Acme'] }),
    question: ReportDefinition,
    is_shared: Type.Boolean({ description: 'Other members of the workspace find it too.' }),
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)

export const NewSavedReport = named(
  'NewSavedReport',
  Type.Object({
    workspace_id: Id,
    name: Type.String({ minLength: 1, maxLength: 255, examples: ['Hours for Acme'] }),
    question: ReportDefinition,
    is_shared: Type.Optional(Type.Boolean()),
  }),
)

export const SavedReportChanges = named(
  'SavedReportChanges',
  Type.Object({
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 255, examples: ['Hours for Acme'] })),
    question: Type.Optional(ReportDefinition),
    is_shared: Type.Optional(Type.Boolean()),
  }),
)

export const ReportLink = named(
  'ReportLink',
  Type.Object({
    id: Id,
    url: Type.String({ description: 'Whoever has it sees the report, without signing in.' }),
    shows_amounts: Type.Boolean({
      description: 'Whether it shows what the time is billed for; never what it costs.',
    }),
    expires_at: nullable(Instant),
    created_at: Instant,
  }),
)

export const NewReportLink = named(
  'NewReportLink',
  Type.Object({
    shows_amounts: Type.Optional(Type.Boolean()),
    expires_at: Type.Optional(nullable(Instant)),
  }),
)

export const PublicReport = named(
  'PublicReport',
  Type.Object({ name: Type.String(), workspace: Type.String(), report: Report }),
)

export const ExportFormat = oneOf(['csv', 'xlsx', 'pdf', 'json'])

/** What an export takes beside the question. */
export const exportFields = {
  format: ExportFormat,
  detail: Type.Optional(
    oneOf(['summary', 'entries'], { description: 'The lines of the report, or every entry behind it.' }),
  ),
  paper: Type.Optional(oneOf(['a4', 'letter'], { description: 'For PDF.' })),
  name: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description: 'What the file is called.',
      examples: ['Hours for Acme'],
    }),
  ),
}

export const NewExport = named('NewExport', Type.Object({ ...exportFields, question: ReportDefinition }))

export const NewFullExport = named(
  'NewFullExport',
  Type.Object({
    workspace_id: Type.Optional(
      nullable({
        ...Id,
        description: 'All of this workspace, for its owner and admins; without it what is one’s own in each.',
      }),
    ),
    format: oneOf(['csv', 'json'], { description: 'A ZIP with a CSV of each kind, or one JSON file.' }),
  }),
)

export const Export = named(
  'Export',
  Type.Object({
    id: Id,
    name: Type.String(),
    content: oneOf(['report', 'everything']),
    file_name: Type.String({ examples: ['Hours for Acme.csv'] }),
    format: ExportFormat,
    status: oneOf(['waiting', 'working', 'done', 'failed', 'cancelled']),
    rows_done: Type.Integer(),
    rows_total: nullable(Type.Integer()),
    size_bytes: nullable(Type.Integer()),
    error: nullable(Type.String()),
    created_at: Instant,
    finished_at: nullable(Instant),
  }),
)

export const Exports = listOf(Export)
export const SavedReports = listOf(SavedReport)
export const ReportLinks = Type.Object({ data: Type.Array(ReportLink) })
