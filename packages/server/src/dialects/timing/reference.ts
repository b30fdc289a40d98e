import { type TSchema, Type } from 'typebox'
import type { RouteReference, WireReference } from '../../http/reference.ts'

/**
 * What the routes of this dialect take and give, for the documents. Timing's clients spell things in too many ways for a
 * schema to check, so these only describe, and the routes read their input by name.
 */

function named<T extends TSchema>(title: string, schema: T): T {
  return Object.assign(schema, { title })
}

function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

function oneOf<const T extends readonly string[]>(values: T, options: { description?: string } = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })
}

function reference(kind: string, description = `A reference such as /${kind}/1.`) {
  return Type.String({ description, examples: [`/${kind}/1`] })
}

function date(description: string) {
  return Type.String({ description, examples: ['2026-03-02T09:00:00+00:00'] })
}

function flag(description: string) {
  return Type.Boolean({ description: `${description} 1, 0, true and false are all read.`, examples: [true] })
}

function many(values: TSchema, description: string) {
  return Type.Array(values, { description })
}

const Title = Type.String({ examples: ['Fix basket rounding'] })
const Notes = Type.String({ examples: ['Agreed with the shop team'] })
const Color = Type.String({
  description: '#RRGGBB; two more digits of transparency are dropped.',
  examples: ['#B45309'],
})
const BillingStatus = oneOf(['undetermined', 'not_billable', 'billable', 'billed', 'paid'])
const SettableBillingStatus = oneOf(['not_billable', 'billable', 'billed', 'paid'])
const CustomFields = Type.Record(Type.String(), Type.String(), {
  description: 'Texts by name.',
  examples: [{ ticket: 'SHOP-42' }],
})
const CustomFieldChanges = Type.Record(Type.String(), nullable(Type.String()), {
  description: 'Merged into what is there; null deletes one.',
  examples: [{ ticket: 'SHOP-42' }],
})
const Self = Type.Object({ self: reference('projects') })

const projectBefore = {
  self: reference('projects'),
  team_id: nullable(reference('teams', 'The team it belongs to; null for a private one.')),
  title: Type.String({ examples: ['Shop'] }),
  title_chain: Type.Array(Type.String(), {
    description: 'The titles from the root to this project.',
    examples: [['Website', 'Shop']],
  }),
  color: Color,
  productivity_score: Type.Number({ description: 'From -1 to 1.', examples: [1] }),
  is_archived: Type.Boolean(),
  notes: nullable(Notes),
}
const projectAfter = {
  parent: nullable(Self),
  default_billing_status: nullable(oneOf(['not_billable', 'billable'], { description: 'Null inherits it.' })),
  custom_fields: CustomFields,
}
const Project = named(
  'Project',
  Type.Object({
    ...projectBefore,
    children: many(Self, 'References to the projects directly below.'),
    ...projectAfter,
  }),
)
const ProjectTree = named(
  'ProjectTree',
  Type.Object({
    ...projectBefore,
    children: Type.Array(Type.Object({}), {
      description: 'The projects below, whole, each with its own children.',
    }),
    ...projectAfter,
  }),
)
const EmbeddedProject = named('EmbeddedProject', Type.Object({ ...projectBefore, ...projectAfter }))
const ShownProject = named(
  'ShownProject',
  Type.Object({
    data: Project,
    links: Type.Object({
      'time-entries': Type.String({
        description: 'The address that lists its time entries.',
        examples: ['https://sundial.example.org/timing/api/v1/time-entries?project[]=/projects/1'],
      }),
    }),
  }),
)

const TimeEntry = named(
  'TimeEntry',
  Type.Object({
    self: reference('time-entries'),
    start_date: Type.String({ examples: ['2026-03-02T09:00:00.000000+00:00'] }),
    end_date: Type.String({
      description: 'The moment of the answer while it runs.',
      examples: ['2026-03-02T10:38:00.000000+00:00'],
    }),
    duration: Type.Integer({ description: 'Seconds.', examples: [5880] }),
    project: nullable(
      Type.Union([Self, EmbeddedProject], {
        description: 'A reference, or the project itself where that was asked for.',
      }),
    ),
    title: nullable(Title),
    notes: nullable(Notes),
    is_running: Type.Boolean(),
    creator_id: reference('users'),
    creator_name: Type.String({ examples: ['Ada Lovelace'] }),
    billing_status: BillingStatus,
    custom_fields: CustomFields,
  }),
)
const OneTimeEntry = named('OneTimeEntry', Type.Object({ data: TimeEntry }))
const TimerAnswer = named(
  'TimerAnswer',
  Type.Object({
    data: TimeEntry,
    message: Type.String({ examples: ["Timer 'Fix basket rounding' started."] }),
  }),
)
const PageLink = named(
  'PageLink',
  Type.Object({
    url: nullable(Type.String()),
    label: Type.String({ examples: ['1'] }),
    page: nullable(Type.Integer()),
    active: Type.Boolean(),
  }),
)
const TimeEntryPage = named(
  'TimeEntryPage',
  Type.Object({
    data: Type.Array(TimeEntry),
    links: Type.Object({
      first: Type.String(),
      last: Type.String(),
      prev: nullable(Type.String()),
      next: nullable(Type.String()),
    }),
    meta: Type.Object({
      current_page: Type.Integer(),
      from: nullable(Type.Integer()),
      last_page: Type.Integer(),
      links: Type.Array(PageLink),
      path: Type.String(),
      per_page: Type.Integer({ examples: [1000] }),
      to: nullable(Type.Integer()),
      total: Type.Integer(),
    }),
  }),
)

// Parameters.

const ProjectParams = Type.Object({
  project_id: Type.String({ description: 'The id of the project.', examples: ['1'] }),
})
const EntryParams = Type.Object({
  time_entry_id: Type.String({ description: 'The id of the entry.', examples: ['1'] }),
})
const OtherUser = reference(
  'users',
  'Names the owner of the entry, where that is a colleague; required to change it.',
)
const IncludeProject = flag('Put the whole project into each entry instead of a reference.')
const HideArchived = flag('Leave out archived projects and those below them.')
const Team = reference('teams', 'The team whose projects are meant; without it the private ones.')

const TimeZoneHeader = {
  'X-Time-Zone': Type.String({
    description: 'The IANA zone in which dates without an offset are meant. Answers stay in UTC.',
    examples: ['Europe/Berlin'],
  }),
}

// Bodies.

const projectFields = {
  color: Type.Optional(Color),
  productivity_score: Type.Optional(Type.Number({ minimum: -1, maximum: 1, description: 'From -1 to 1.' })),
  is_archived: Type.Optional(Type.Boolean()),
  notes: Type.Optional(nullable(Notes)),
  default_billing_status: Type.Optional(
    nullable(
      oneOf(['not_billable', 'billable'], {
        description: 'What new entries of it get; empty or null inherits it from the team or the account.',
      }),
    ),
  ),
  custom_fields: Type.Optional(CustomFieldChanges),
}
const ProjectTitle = Type.String({ minLength: 1, examples: ['Shop'] })
const NewProject = named(
  'NewProject',
  Type.Object({
    title: ProjectTitle,
    parent: Type.Optional(
      nullable(
        reference(
          'projects',
          'The project to put it under: a reference, a title, or all titles from the root.',
        ),
      ),
    ),
    team_id: Type.Optional(
      nullable(reference('teams', 'The team to make it in; a child is in its parent’s team.')),
    ),
    ...projectFields,
  }),
)
const ProjectChanges = named(
  'ProjectChanges',
  Type.Object({ title: Type.Optional(ProjectTitle), ...projectFields }),
)

const entryFields = {
  project: Type.Optional(
    nullable(
      reference(
        'projects',
        'A reference, a title, or an array of all titles from the root. Nothing is made on the quiet.',
      ),
    ),
  ),
  title: Type.Optional(nullable(Title)),
  notes: Type.Optional(nullable(Notes)),
  billing_status: Type.Optional(SettableBillingStatus),
  custom_fields: Type.Optional(CustomFieldChanges),
}
const Replace = Type.Optional(
  flag('Trim, split or remove own entries that overlap; without it overlaps stay as they are.'),
)
const TimerStart = named(
  'TimerStart',
  Type.Object({
    ...entryFields,
    start_date: Type.Optional(date('When it began; now without it.')),
    replace_existing: Replace,
  }),
)
const NewTimeEntry = named(
  'NewTimeEntry',
  Type.Object({
    start_date: date('When it began. A day alone is its first moment.'),
    end_date: Type.String({
      description: 'When it ended. A day alone is its last moment.',
      examples: ['2026-03-02T10:38:00+00:00'],
    }),
    ...entryFields,
    replace_existing: Replace,
  }),
)
const TimeEntryChanges = named(
  'TimeEntryChanges',
  Type.Object({
    start_date: Type.Optional(date('When it began.')),
    end_date: Type.Optional(date('When it ended. For a running entry this stops the timer.')),
    ...entryFields,
    replace_existing: Replace,
    other_user_id: Type.Optional(nullable(OtherUser)),
  }),
)
const BatchUpdate = named(
  'BatchUpdate',
  Type.Object({
    time_entries: Type.Array(reference('time-entries', 'A number, a text or a reference.'), {
      minItems: 1,
      maxItems: 1000,
      description: 'The entries to change, all or none.',
    }),
    data: Type.Object(entryFields, { description: 'What every one of them gets.' }),
    allow_editing_other_users: Type.Optional(flag('Also change entries of colleagues.')),
  }),
)
const BatchAnswer = named(
  'BatchAnswer',
  Type.Object({
    data: Type.Array(TimeEntry),
    message: Type.String({ examples: ['Updated 2 time entries.'] }),
  }),
)

const TeamMember = named(
  'TeamMember',
  Type.Object({
    self: reference('users'),
    email: Type.String({ examples: ['ada@example.com'] }),
    name: nullable(Type.String({ examples: ['Ada Lovelace'] })),
  }),
)

/** By what the list and the report choose entries. */
const chosenBy = {
  start_date_min: Type.Optional(date('The first start to count. A day counts from its first moment.')),
  start_date_max: Type.Optional(
    date('The last start to count. A day counts whole. Without either bound it is the last 30 days.'),
  ),
  'projects[]': Type.Optional(
    many(
      reference('projects'),
      'Only entries of these projects; an empty value stands for those without one.',
    ),
  ),
  include_child_projects: Type.Optional(flag('Also entries of the projects below those.')),
  search_query: Type.Optional(
    Type.String({ description: 'Words that all occur in the title or the notes.' }),
  ),
  'billing_status[]': Type.Optional(many(BillingStatus, 'Only entries with one of these.')),
  include_team_members: Type.Optional(flag('Also entries of colleagues that one may see.')),
  'team_members[]': Type.Optional(many(reference('users'), 'Only entries of these people.')),
}
const ListQuery = Type.Object({
  ...chosenBy,
  is_running: Type.Optional(flag('Only the running entry, or only those that ended.')),
  include_project_data: Type.Optional(IncludeProject),
  page: Type.Optional(
    Type.Integer({ minimum: 1, default: 1, description: 'From 1; each has 1000 entries.' }),
  ),
})

const ReportQuery = Type.Object({
  ...chosenBy,
  include_app_usage: Type.Optional(
    flag('Also app usage outside of entries. Not together with a search or a billing status.'),
  ),
  'columns[]': Type.Optional(
    many(
      oneOf(['project', 'title', 'notes', 'timespan', 'user', 'billing_status']),
      'What is told apart, from left to right: user, project and title without it. `timespan` shows start_date and ' +
        'end_date; `user` is shown only with include_team_members.',
    ),
  ),
  project_grouping_level: Type.Optional(
    Type.Integer({
      minimum: -1,
      default: -1,
      description:
        'Projects below this level count towards their ancestor on it; 0 is the root, -1 no limit.',
    }),
  ),
  include_project_data: Type.Optional(flag('Put the whole project into each row instead of a reference.')),
  timespan_grouping_mode: Type.Optional(
    oneOf(['exact', 'day', 'week', 'month', 'year'], {
      description: 'How finely `timespan` tells entries apart, by their start; exact without it.',
    }),
  ),
  'sort[]': Type.Optional(
    many(
      Type.String({ examples: ['-duration'] }),
      'A column that is shown, `duration`, or with `timespan` also `start_date` and `end_date`; descending with a ' +
        'minus before it. -duration without it.',
    ),
  ),
})
const ReportRow = named(
  'ReportRow',
  Type.Object({
    duration: Type.Integer({ description: 'Seconds.', examples: [5880] }),
    user: Type.Optional(TeamMember),
    project: Type.Optional(
      nullable(
        Type.Union([Self, EmbeddedProject], {
          description: 'A reference, or the project itself where that was asked for.',
        }),
      ),
    ),
    title: Type.Optional(
      Type.Union([Title, Type.Null()], { description: 'Of app usage the application; none of colleagues.' }),
    ),
    notes: Type.Optional(nullable(Notes)),
    start_date: Type.Optional(
      Type.String({
        description: 'In UTC; of a day, week, month or year its first moment, with the offset of the zone.',
        examples: ['2026-03-02T00:00:00.000000+01:00'],
      }),
    ),
    end_date: Type.Optional(
      Type.String({
        description: 'Of a day, week, month or year the first moment of the next.',
        examples: ['2026-03-09T00:00:00.000000+01:00'],
      }),
    ),
    billing_status: Type.Optional(BillingStatus),
  }),
)

const updateProject = {
  about: 'What is left out stays as it is. Parent, children and team cannot be changed and are ignored.',
  params: ProjectParams,
  body: ProjectChanges,
  isBodyOptional: true,
  status: 200,
  answer: ShownProject,
}
const updateTimeEntry = {
  about: 'What is left out stays as it is.',
  params: EntryParams,
  headers: TimeZoneHeader,
  body: TimeEntryChanges,
  isBodyOptional: true,
  status: 200,
  answer: OneTimeEntry,
}
const redirect = {
  status: 302,
  answer: Type.String({ description: 'A page with the link.' }),
  answerType: 'text/html',
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const ROUTES: Readonly<Record<`${Method} /${string}`, RouteReference>> = {
  'GET /projects/hierarchy': {
    operationId: 'listProjectTree',
    query: Type.Object({ team_id: Type.Optional(Team), hide_archived: Type.Optional(HideArchived) }),
    status: 200,
    answer: Type.Object({ data: Type.Array(ProjectTree) }),
  },
  'GET /projects': {
    operationId: 'listProjects',
    query: Type.Object({
      title: Type.Optional(Type.String({ description: 'Words that all occur in the title.' })),
      hide_archived: Type.Optional(HideArchived),
      team_id: Type.Optional(Team),
    }),
    status: 200,
    answer: Type.Object({ data: Type.Array(Project) }),
  },
  'POST /projects': { operationId: 'createProject', body: NewProject, status: 201, answer: ShownProject },
  'GET /projects/:project_id': {
    operationId: 'showProject',
    params: ProjectParams,
    status: 200,
    answer: ShownProject,
  },
  'PUT /projects/:project_id': { operationId: 'updateProject', ...updateProject },
  'PATCH /projects/:project_id': { operationId: 'patchProject', ...updateProject },
  'DELETE /projects/:project_id': {
    operationId: 'deleteProject',
    about: 'The projects below go too. Their time stays, without a project.',
    params: ProjectParams,
    status: 204,
  },
  'GET /teams': {
    operationId: 'listTeams',
    status: 200,
    answer: Type.Object({
      data: Type.Array(
        named(
          'Team',
          Type.Object({ id: reference('teams'), name: Type.String({ examples: ['Analytical Engines'] }) }),
        ),
      ),
    }),
  },
  'GET /teams/:team_id/members': {
    operationId: 'listTeamMembers',
    params: Type.Object({ team_id: Type.String({ description: 'The id of the team.', examples: ['1'] }) }),
    status: 200,
    answer: Type.Object({
      data: Type.Array(TeamMember),
    }),
  },
  'GET /report': {
    operationId: 'generateReport',
    about:
      'Rows that are the same in every column are one, with their durations added up. Entries belong whole to the day ' +
      'they start on, so that a report adds up to what the list has. Weeks begin on Monday.',
    query: ReportQuery,
    headers: TimeZoneHeader,
    status: 200,
    answer: Type.Object({ data: Type.Array(ReportRow) }),
  },
  'POST /time-entries/start': {
    operationId: 'startTimer',
    about: 'A timer that already runs is stopped at this moment. A title or a project is required.',
    headers: TimeZoneHeader,
    body: TimerStart,
    status: 201,
    answer: TimerAnswer,
  },
  'PUT /time-entries/stop': {
    operationId: 'stopTimer',
    about: 'Answers 404 where none runs.',
    status: 200,
    answer: TimerAnswer,
  },
  'GET /time-entries/latest': {
    operationId: 'redirectToLatestTimeEntry',
    about: 'The entry that ended last, or the running one; 404 where there is none.',
    ...redirect,
  },
  'GET /time-entries/running': {
    operationId: 'redirectToRunningTimer',
    about: 'Answers 404 where none runs.',
    ...redirect,
  },
  'PATCH /time-entries/batch-update': {
    operationId: 'updateTimeEntries',
    body: BatchUpdate,
    status: 200,
    answer: BatchAnswer,
  },
  'GET /time-entries': {
    operationId: 'listTimeEntries',
    query: ListQuery,
    headers: TimeZoneHeader,
    status: 200,
    answer: TimeEntryPage,
  },
  'POST /time-entries': {
    operationId: 'createTimeEntry',
    about: 'A title or a project is required.',
    headers: TimeZoneHeader,
    body: NewTimeEntry,
    status: 201,
    answer: OneTimeEntry,
  },
  'GET /time-entries/:time_entry_id': {
    operationId: 'showTimeEntry',
    params: EntryParams,
    query: Type.Object({
      include_project_data: Type.Optional(IncludeProject),
      other_user_id: Type.Optional(OtherUser),
    }),
    status: 200,
    answer: OneTimeEntry,
  },
  'PUT /time-entries/:time_entry_id': { operationId: 'updateTimeEntry', ...updateTimeEntry },
  'PATCH /time-entries/:time_entry_id': { operationId: 'patchTimeEntry', ...updateTimeEntry },
  'DELETE /time-entries/:time_entry_id': {
    operationId: 'deleteTimeEntry',
    params: EntryParams,
    query: Type.Object({ other_user_id: Type.Optional(OtherUser) }),
    status: 204,
  },
}

export const timingReference: WireReference = {
  about: [
    'Clients made for Timing’s Web API find what they expect here: point them at this address, with a key of this server.',
    'Ids are references such as `/projects/1`; bare ids and whole addresses are read too. Dates are answered in UTC with ' +
      'six digits of fraction. PUT and PATCH mean the same. 500 requests an hour and 200 a minute are allowed unless ' +
      'this installation says otherwise.',
  ].join('\n\n'),
  source: { title: 'Timing Web API', url: 'https://web.timingapp.com/docs/' },
  groups: [
    { name: 'Projects', about: 'What time is spent on, as a tree.', roots: ['projects'] },
    { name: 'Teams', about: 'Teams and who is in them.', roots: ['teams'] },
    { name: 'Time entries', about: 'Time that was spent, and the timer.', roots: ['time-entries'] },
    { name: 'Reports', about: 'Time added up.', roots: ['report'] },
  ],
  signIn: {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key made here: `Authorization: Bearer tm_…`. Keys of any kind are welcome.',
    },
  },
  refusalBody: named(
    'ErrorBody',
    Type.Object({
      message: Type.String({ examples: ['Unauthenticated.'] }),
      errors: Type.Optional(
        Type.Record(Type.String(), Type.Array(Type.String()), {
          description: 'What is wrong with which field; on 422.',
        }),
      ),
    }),
  ),
  refusals: [
    { status: 401, name: 'Unauthenticated', meaning: 'No key, or one that is wrong.', applies: always },
    { status: 403, name: 'Forbidden', meaning: 'This key or this role may not do that.', applies: always },
    {
      status: 404,
      name: 'NotFound',
      meaning: 'There is no such thing, or it is not yours to know.',
      applies: ({ params, path }) => params !== undefined || /\/(stop|latest|running)$/.test(path),
    },
    {
      status: 422,
      name: 'Invalid',
      meaning: 'A field is wrong, or contradicts what is there; `errors` says which.',
      applies: ({ query, body }) => (query ?? body) !== undefined,
    },
    {
      status: 429,
      name: 'RateLimited',
      meaning: 'Too many requests; `Retry-After` says how many seconds to wait.',
      applies: always,
    },
    { status: 500, name: 'ServerError', meaning: 'A fault of the server.', applies: always },
  ],
  answerHeaders: [
    {
      name: 'X-RateLimit-Limit',
      schema: Type.Integer({ description: 'Requests a key may make in an hour.' }),
      applies: always,
    },
    {
      name: 'X-RateLimit-Remaining',
      schema: Type.Integer({ description: 'How many of them are left.' }),
      applies: always,
    },
  ],
  routes: ROUTES,
}

function always(): boolean {
  return true
}
