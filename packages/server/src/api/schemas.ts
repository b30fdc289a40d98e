import { Type, type TSchema } from 'typebox'
import { ERROR_CODES, REASONS } from '../core/errors.ts'
import { MODULES } from '../core/modules.ts'
import { MOST_LIMIT_FACTOR } from '../core/tokens.ts'

/** What the native API takes and gives. The routes, the OpenAPI document and the SDK's types come from here. */

export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const Instant = Type.String({
  format: 'date-time',
  description: 'RFC 3339 with an offset; answers are in UTC, whole seconds.',
})
const End = Type.String({ ...Instant, examples: ['2026-03-02T10:38:00Z'] })
export const Day = Type.String({ format: 'date', description: 'A calendar day, YYYY-MM-DD.' })
export const Zone = Type.String({
  maxLength: 64,
  description: 'An IANA time zone, such as Europe/Berlin.',
  examples: ['Europe/Berlin'],
})
const Email = Type.String({ minLength: 3, maxLength: 254, examples: ['ada@example.com'] })
const Password = Type.String({ minLength: 10, maxLength: 200, examples: ['correct horse battery staple'] })
const Name = nameLike('bug')
const Text = Type.String({ maxLength: 10_000 })
const Color = Type.String({ pattern: '^#[0-9A-Fa-f]{6}$', description: '#RRGGBB', examples: ['#B45309'] })
export const Version = Type.Integer({
  description: 'Grows with each change; send it as If-Match to write only what you read.',
})

function nameLike(example: string) {
  return Type.String({ minLength: 1, maxLength: 255, examples: [example] })
}

/** Gives a schema the name under which it stands in the OpenAPI document and in the SDK. */
export function named<T extends TSchema>(title: string, schema: T): T {
  return Object.assign(schema, { title })
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** One of these words. TypeBox has no type for a plain `enum`, which is what readers of the document expect. */
export function oneOf<const T extends readonly string[]>(values: T, options: { description?: string } = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })
}

export function listOf<T extends TSchema & { title?: string }>(row: T) {
  const list = Type.Object({
    data: Type.Array(row),
    next_cursor: nullable(
      Type.String({ description: 'Send it as `cursor` for what follows; null at the end.' }),
    ),
  })
  return named(`${row.title ?? ''}List`, list)
}

const Role = named('Role', oneOf(['owner', 'admin', 'manager', 'member', 'viewer']))
export const BillingStatus = named(
  'BillingStatus',
  oneOf(['undetermined', 'not_billable', 'billable', 'billed', 'paid']),
)
const SettableBillingStatus = oneOf(['not_billable', 'billable', 'billed', 'paid'])
const DefaultBillingStatus = nullable(oneOf(['not_billable', 'billable']))
const CustomFields = Type.Record(Type.String(), Type.String())
const CustomFieldChanges = Type.Record(Type.String(), nullable(Type.String()), {
  description: 'Merged into what is there; null deletes one.',
})

export const Currency = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'An ISO 4217 code.',
  examples: ['EUR'],
})
export const RoundingMode = oneOf(['none', 'up', 'down', 'nearest'])
export const RoundingMinutes = Type.Integer({ minimum: 1, maximum: 1440 })
export const RoundingPer = oneOf(['entry', 'day_project', 'total'])

const WeekStart = Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday, 7 is Sunday.' })
const TimeFormat = oneOf(['24h', '12h'])
const DurationFormat = oneOf(['clock', 'decimal'])
const Density = oneOf(['comfortable', 'compact'], {
  description: 'How close the rows of the web app stand.',
})

export const Server = named(
  'Server',
  Type.Object({
    name: Type.String({ examples: ['Sundial'] }),
    version: Type.String({ examples: ['0.1.0'] }),
    is_set_up: Type.Boolean(),
    registration: oneOf(['open', 'invitation']),
    sends_mail: Type.Boolean(),
    single_sign_on: nullable(
      Type.Object(
        { name: Type.String({ examples: ['Example accounts'] }) },
        { description: 'The provider people may sign in with; null where there is none.' },
      ),
    ),
    time_zone: Zone,
    base_url: Type.String({ examples: ['https://sundial.example.org'] }),
    wires: Type.Array(
      Type.Object({
        name: Type.String({ examples: ['timing'] }),
        title: Type.String({ examples: ['Timing'] }),
        base_url: Type.String({ examples: ['https://sundial.example.org/timing/api/v1'] }),
        addresses: Type.Array(
          Type.Object({
            title: Type.String({ examples: ['Web API'] }),
            url: Type.String({ examples: ['https://sundial.example.org/timing/api/v1'] }),
          }),
          { description: 'What clients take as their address; the first is the usual one.' },
        ),
        key: oneOf(['timetracker', 'timing', 'personal', 'integration'], {
          description:
            'The kind of key clients take: one made for them, the personal one of the profile, or the one for integrations.',
        }),
        example: Type.String({
          description: 'A line for the command line; KEY stands for the key.',
          examples: ["curl https://sundial.example.org/timing/api/v1/teams -H 'Authorization: Bearer KEY'"],
        }),
      }),
      {
        description: 'The foreign systems this server speaks for, with the base URL to give a client.',
      },
    ),
  }),
)

export const Membership = named(
  'Membership',
  Type.Object({
    member_id: Id,
    role: Role,
    workspace: Type.Object({
      id: Id,
      kind: oneOf(['personal', 'team']),
      name: Type.String({ examples: ['Analytical Engines'] }),
      member_count: Type.Integer(),
    }),
  }),
)

const HasSecondFactor = Type.Boolean({ description: 'Signing in takes a code beside the password.' })

export const Me = named(
  'Me',
  Type.Object({
    id: Id,
    email: Type.String({ examples: ['ada@example.com'] }),
    name: nullable(Type.String({ examples: ['Ada Lovelace'] })),
    time_zone: Zone,
    locale: nullable(Type.String()),
    time_format: TimeFormat,
    duration_format: DurationFormat,
    week_start: WeekStart,
    default_billing_status: DefaultBillingStatus,
    default_workspace_id: Id,
    density: Density,
    sample_workspace_id: nullable({
      ...Id,
      description: 'The workspace of one’s sample data, while there is one.',
    }),
    is_admin: Type.Boolean({ description: 'Runs this installation.' }),
    has_password: Type.Boolean({
      description: 'Somebody who signs in elsewhere, or by passkey, may have none.',
    }),
    has_second_factor: HasSecondFactor,
    memberships: Type.Array(Membership),
    scopes: Type.Array(Type.String({ examples: ['*'] }), {
      description: 'What this session or token may do.',
    }),
    version: Version,
    created_at: Instant,
  }),
)

export const Session = named('Session', Type.Object({ me: nullable(Me) }))

export const OpenSession = named(
  'OpenSession',
  Type.Object({
    id: Id,
    user_agent: nullable(
      Type.String({
        description: 'What the browser or client calls itself.',
        examples: ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
      }),
    ),
    ip: nullable(Type.String({ description: 'Where it signed in.', examples: ['203.0.113.7'] })),
    opened_with: oneOf(['password', 'key', 'personal_key', 'passkey', 'identity']),
    key_name: nullable(Type.String({ description: 'The name of the key it was opened with.' })),
    is_current: Type.Boolean({ description: 'This request came with it.' }),
    created_at: Instant,
    last_seen_at: Type.String({ ...Instant, description: 'When it was last used, to the hour.' }),
    expires_at: Instant,
  }),
)

export const ProviderSignIn = named(
  'ProviderSignIn',
  Type.Object({
    to: Type.Optional(
      Type.String({
        maxLength: 2000,
        description: 'The page of this server to go to afterwards; the first one unless given.',
        examples: ['/reports'],
      }),
    ),
    invitation: Type.Optional(
      Type.String({ maxLength: 200, description: 'The token of an invitation link, for a new account.' }),
    ),
    time_zone: Type.Optional(Zone),
  }),
)
export const ProviderAddress = named(
  'ProviderAddress',
  Type.Object({ url: Type.String({ examples: ['https://login.example.org/auth?client_id=sundial'] }) }),
)
export const Identities = named(
  'Identities',
  Type.Object({
    data: Type.Array(
      named(
        'Identity',
        Type.Object({
          id: Id,
          issuer: Type.String({
            description: 'The provider.',
            examples: ['https://login.example.org'],
          }),
          created_at: Instant,
          last_used_at: Instant,
        }),
      ),
    ),
  }),
)

export const WireUse = named(
  'WireUse',
  Type.Object({
    wire: Type.String({ examples: ['timing'] }),
    client: nullable(
      Type.String({
        description: 'What the client calls itself, in `User-Agent`.',
        examples: ['Timing/2026.1'],
      }),
    ),
    used_at: Instant,
  }),
)
export const WireUses = named('WireUses', Type.Object({ data: Type.Array(WireUse) }))

export const MeChanges = named(
  'MeChanges',
  Type.Partial(
    Type.Object({
      name: nullable(Type.String({ maxLength: 255 })),
      email: Email,
      time_zone: Zone,
      locale: nullable(Type.String({ maxLength: 35 })),
      time_format: TimeFormat,
      duration_format: DurationFormat,
      week_start: WeekStart,
      default_billing_status: DefaultBillingStatus,
      default_workspace_id: Id,
      density: Density,
    }),
  ),
)

export const PasswordChange = named(
  'PasswordChange',
  Type.Object({ current_password: Type.String({ examples: ['tr0ub4dor and 3'] }), password: Password }),
)
export const PasswordResetRequest = named('PasswordResetRequest', Type.Object({ email: Email }))
export const PasswordReset = named('PasswordReset', Type.Object({ password: Password }))

export const NewAccount = named(
  'NewAccount',
  Type.Object({
    email: Email,
    password: Password,
    name: Type.Optional(nullable(Type.String({ maxLength: 255, examples: ['Ada Lovelace'] }))),
    time_zone: Type.Optional(Zone),
    setup_code: Type.Optional(
      Type.String({ description: 'The one-time code printed at first start; for the first account.' }),
    ),
    invitation: Type.Optional(Type.String({ description: 'The token of an invitation link.' })),
    team_name: Type.Optional(
      Type.String({ maxLength: 255, description: 'Also make a team workspace of this name.' }),
    ),
  }),
)

export const SignIn = named(
  'SignIn',
  Type.Object({
    email: Type.String({ maxLength: 254, examples: ['ada@example.com'] }),
    password: Type.String({ maxLength: 1000, examples: ['correct horse battery staple'] }),
    code: Type.Optional(
      Type.String({
        maxLength: 100,
        description:
          'With two-factor authentication on: six figures of the authenticator app, or a recovery code. Without it the answer is 401 with the reason `second_factor_required`.',
        examples: ['492039'],
      }),
    ),
  }),
)

export const User = named(
  'User',
  Type.Object({
    id: Id,
    email: Type.String({ examples: ['ada@example.com'] }),
    name: nullable(Type.String({ examples: ['Ada Lovelace'] })),
    is_admin: Type.Boolean(),
    is_active: Type.Boolean(),
    has_second_factor: HasSecondFactor,
    created_at: Instant,
  }),
)
export const UserChanges = named(
  'UserChanges',
  Type.Partial(Type.Object({ is_admin: Type.Boolean(), is_active: Type.Boolean() })),
)
export const Link = named(
  'Link',
  Type.Object({
    url: Type.String({ examples: ['https://sundial.example.org/reset-password/…'] }),
    expires_at: Instant,
  }),
)

const LimitFactor = Type.Integer({
  minimum: 1,
  maximum: MOST_LIMIT_FACTOR,
  description:
    'How many times the usual limits the key may use up; the administrators of the installation raise it.',
})
export const Token = named(
  'Token',
  Type.Object({
    id: Id,
    name: Type.String({ examples: ['Billing script'] }),
    description: nullable(Type.String()),
    prefix: Type.String({
      description: 'The first eight characters, to tell keys apart.',
      examples: ['tt_Xk3pQ'],
    }),
    is_active: Type.Boolean({ description: 'A key that is switched off is refused.' }),
    scopes: Type.Array(Type.String({ examples: ['*'] })),
    is_integration: Type.Boolean({ description: 'The one key that integrations take.' }),
    workspace_id: nullable(Id),
    expires_at: nullable(Instant),
    allowed_ips: Type.Array(Type.String()),
    last_used_at: nullable(Instant),
    usage_count: Type.Integer(),
    limit_factor: LimitFactor,
    created_at: Instant,
  }),
)
export const NewToken = named(
  'NewToken',
  Type.Object({
    name: nameLike('Billing script'),
    description: Type.Optional(nullable(Type.String({ maxLength: 1000 }))),
    scopes: Type.Optional(
      Type.Array(Type.String(), { maxItems: 50, description: 'All of them (`*`) unless given.' }),
    ),
    for: Type.Optional(
      oneOf(['timetracker', 'timing'], { description: 'timing makes a key that begins with tm_.' }),
    ),
    workspace_id: Type.Optional(nullable(Id)),
    expires_at: Type.Optional(nullable(Instant)),
    allowed_ips: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
  }),
)
export const CreatedToken = named(
  'CreatedToken',
  Type.Intersect([
    Token,
    Type.Object({ token: Type.String({ description: 'Shown this once.', examples: ['tt_Xk3pQw9…'] }) }),
  ]),
)
export const TokenChanges = named(
  'TokenChanges',
  Type.Partial(
    Type.Object({
      name: nameLike('Billing script'),
      description: nullable(Type.String({ maxLength: 1000 })),
      is_active: Type.Boolean(),
      allowed_ips: Type.Array(Type.String(), { maxItems: 100 }),
      expires_at: nullable(Instant),
    }),
  ),
)
const owner = {
  user_id: Id,
  user_email: Type.String({ examples: ['ada@example.com'] }),
  user_name: nullable(Type.String({ examples: ['Ada Lovelace'] })),
}
export const OwnedToken = named('OwnedToken', Type.Intersect([Token, Type.Object(owner)]))
export const AnyTokenChanges = named(
  'AnyTokenChanges',
  Type.Intersect([TokenChanges, Type.Object({ limit_factor: Type.Optional(LimitFactor) })]),
)
export const NewOwnedToken = named('NewOwnedToken', Type.Intersect([Type.Object({ user_id: Id }), NewToken]))
export const CreatedOwnedToken = named(
  'CreatedOwnedToken',
  Type.Intersect([CreatedToken, Type.Object(owner)]),
)

export const PersonalKey = named(
  'PersonalKey',
  Type.Object({
    key: Type.String({
      description: 'It may do everything one may do oneself.',
      examples: ['0f3c9a51d2b84e6f9a7be1c05d3f4a62'],
    }),
  }),
)

const DisabledModules = Type.Array(oneOf(MODULES), {
  maxItems: MODULES.length,
  description: 'What nobody here is to use.',
})
export const Workspace = named(
  'Workspace',
  Type.Object({
    id: Id,
    kind: oneOf(['personal', 'team']),
    name: Type.String({ examples: ['Analytical Engines'] }),
    time_zone: Zone,
    week_start: WeekStart,
    default_billing_status: DefaultBillingStatus,
    locked_before: nullable(Day),
    refuses_overlap: Type.Boolean(),
    protects_billed: Type.Boolean(),
    only_admins_create_projects: Type.Boolean(),
    currency: Currency,
    rounding_mode: RoundingMode,
    rounding_minutes: RoundingMinutes,
    rounding_per: RoundingPer,
    disabled_modules: DisabledModules,
    role: Role,
    version: Version,
    created_at: Instant,
  }),
)
export const NewWorkspace = named(
  'NewWorkspace',
  Type.Object({ name: nameLike('Analytical Engines'), time_zone: Type.Optional(Zone) }),
)
export const WorkspaceChanges = named(
  'WorkspaceChanges',
  Type.Partial(
    Type.Object({
      name: nameLike('Analytical Engines'),
      time_zone: Zone,
      week_start: WeekStart,
      default_billing_status: DefaultBillingStatus,
      locked_before: nullable(Day),
      refuses_overlap: Type.Boolean(),
      protects_billed: Type.Boolean(),
      only_admins_create_projects: Type.Boolean(),
      currency: Currency,
      rounding_mode: RoundingMode,
      rounding_minutes: RoundingMinutes,
      rounding_per: RoundingPer,
      disabled_modules: DisabledModules,
    }),
  ),
)

export const Member = named(
  'Member',
  Type.Object({
    id: Id,
    workspace_id: Id,
    user_id: Id,
    email: Type.String({ examples: ['ada@example.com'] }),
    name: nullable(Type.String({ examples: ['Ada Lovelace'] })),
    role: Role,
    designation: nullable(Type.String()),
    department: nullable(Type.String()),
    is_active: Type.Boolean(),
    version: Version,
    created_at: Instant,
  }),
)
export const MemberChanges = named(
  'MemberChanges',
  Type.Partial(
    Type.Object({
      role: Role,
      designation: nullable(Type.String({ maxLength: 255 })),
      department: nullable(Type.String({ maxLength: 255 })),
      is_active: Type.Boolean(),
    }),
  ),
)

export const Invitation = named(
  'Invitation',
  Type.Object({
    id: Id,
    workspace_id: Id,
    email: Type.String({ examples: ['grace@example.com'] }),
    role: Role,
    invited_by: Id,
    expires_at: Instant,
    created_at: Instant,
  }),
)
export const NewInvitation = named(
  'NewInvitation',
  Type.Object({
    email: Email,
    role: oneOf(['admin', 'manager', 'member', 'viewer']),
  }),
)
export const CreatedInvitation = named(
  'CreatedInvitation',
  Type.Intersect([
    Invitation,
    Type.Object({
      url: nullable(Type.String({ description: 'The link, where this server sends no mail.' })),
    }),
  ]),
)
export const InvitationPreview = named(
  'InvitationPreview',
  Type.Object({
    workspace_name: Type.String({ examples: ['Analytical Engines'] }),
    email: Type.String({ examples: ['grace@example.com'] }),
    role: Role,
    has_account: Type.Boolean(),
    expires_at: Instant,
  }),
)

export const Client = named(
  'Client',
  Type.Object({
    id: Id,
    workspace_id: Id,
    name: Type.String({ examples: ['Harbour Books'] }),
    notes: nullable(Type.String()),
    contact_person: nullable(Type.String()),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    address: nullable(Type.String()),
    type: oneOf(['individual', 'company']),
    is_active: Type.Boolean(),
    currency: nullable(Currency),
    custom_fields: CustomFields,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
const clientFields = {
  notes: nullable(Text),
  contact_person: nullable(Type.String({ maxLength: 255 })),
  email: nullable(Type.String({ maxLength: 254 })),
  phone: nullable(Type.String({ maxLength: 64 })),
  address: nullable(Type.String({ maxLength: 2000 })),
  type: oneOf(['individual', 'company']),
  is_active: Type.Boolean(),
  currency: nullable(Currency),
  custom_fields: CustomFieldChanges,
}
export const NewClient = named(
  'NewClient',
  Type.Intersect([
    Type.Object({ workspace_id: Id, name: nameLike('Harbour Books') }),
    Type.Partial(Type.Object(clientFields)),
  ]),
)
export const ClientChanges = named(
  'ClientChanges',
  Type.Partial(Type.Object({ name: nameLike('Harbour Books'), ...clientFields })),
)

const ProjectStatus = named(
  'ProjectStatus',
  oneOf(['active', 'on_hold', 'completed', 'cancelled', 'inactive']),
)
export const Project = named(
  'Project',
  Type.Object({
    id: Id,
    workspace_id: Id,
    parent_id: nullable(Id),
    position: Type.Integer({ description: 'Among its siblings, from 0.' }),
    client_id: nullable(Id),
    title: Type.String({ examples: ['Shop'] }),
    title_chain: Type.Array(Type.String(), {
      examples: [['Website', 'Shop']],
      description: 'The titles from the root to this project.',
    }),
    code: nullable(Type.String()),
    notes: nullable(Type.String()),
    color: Color,
    productivity_score: Type.Number(),
    status: ProjectStatus,
    is_archived: Type.Boolean(),
    is_hidden: Type.Boolean({ description: 'Archived itself, or under an archived parent.' }),
    archived_at: nullable(Instant),
    archive_reason: nullable(Type.String()),
    is_private: Type.Boolean(),
    default_billing_status: DefaultBillingStatus,
    estimate_seconds: nullable(Type.Integer()),
    starts_on: nullable(Day),
    ends_on: nullable(Day),
    custom_fields: CustomFields,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
const projectFields = {
  parent_id: nullable(Id),
  client_id: nullable(Id),
  code: nullable(Type.String({ maxLength: 64 })),
  notes: nullable(Text),
  color: nullable(Color),
  productivity_score: Type.Number({ minimum: -1, maximum: 1 }),
  status: ProjectStatus,
  is_archived: Type.Boolean(),
  archive_reason: nullable(Type.String({ maxLength: 1000 })),
  is_private: Type.Boolean(),
  default_billing_status: DefaultBillingStatus,
  estimate_seconds: nullable(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  starts_on: nullable(Day),
  ends_on: nullable(Day),
  custom_fields: CustomFieldChanges,
}
export const NewProject = named(
  'NewProject',
  Type.Intersect([
    Type.Object({ workspace_id: Id, title: nameLike('Shop') }),
    Type.Partial(Type.Object(projectFields)),
  ]),
)
export const ProjectChanges = named(
  'ProjectChanges',
  Type.Partial(
    Type.Object({
      title: nameLike('Shop'),
      ...projectFields,
      position: Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: 'The place among its siblings.',
      }),
    }),
  ),
)
const ProjectMember = named('ProjectMember', Type.Object({ user_id: Id, is_manager: Type.Boolean() }))
export const ProjectMembers = named('ProjectMembers', Type.Object({ data: Type.Array(ProjectMember) }))

export const TaskStatus = named('TaskStatus', oneOf(['todo', 'in_progress', 'review', 'done', 'cancelled']))
const TaskPriority = named('TaskPriority', oneOf(['low', 'medium', 'high', 'urgent']))
const TagNames = Type.Array(Type.Object({ id: Id, name: Type.String({ examples: ['bug'] }) }))
export const Task = named(
  'Task',
  Type.Object({
    id: Id,
    workspace_id: Id,
    project_id: Id,
    name: Type.String({ examples: ['Fix basket rounding'] }),
    description: nullable(Type.String()),
    status: TaskStatus,
    priority: TaskPriority,
    estimate_seconds: nullable(Type.Integer()),
    due_on: nullable(Day),
    assignee_ids: Type.Array(Id),
    tags: TagNames,
    started_at: nullable(Instant),
    completed_at: nullable(Instant),
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
const taskFields = {
  description: nullable(Text),
  status: TaskStatus,
  priority: TaskPriority,
  estimate_seconds: nullable(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  due_on: nullable(Day),
  assignee_ids: Type.Array(Id, { maxItems: 100 }),
  tag_ids: Type.Array(Id, { maxItems: 100 }),
  tags: Type.Array(Name, { maxItems: 100, description: 'By name; those that do not exist are created.' }),
}
export const NewTask = named(
  'NewTask',
  Type.Intersect([
    Type.Object({ project_id: Id, name: nameLike('Fix basket rounding') }),
    Type.Partial(Type.Object(taskFields)),
  ]),
)
export const TaskChanges = named(
  'TaskChanges',
  Type.Partial(
    Type.Object({
      project_id: {
        ...Id,
        description: 'Another project of its workspace, as long as no time is booked on the task.',
      },
      name: nameLike('Fix basket rounding'),
      ...taskFields,
    }),
  ),
)

export const Tag = named(
  'Tag',
  Type.Object({
    id: Id,
    workspace_id: Id,
    name: Type.String({ examples: ['bug'] }),
    color: nullable(Color),
    description: nullable(Type.String()),
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
const tagFields = { color: nullable(Color), description: nullable(Type.String({ maxLength: 1000 })) }
export const NewTag = named(
  'NewTag',
  Type.Intersect([
    Type.Object({ workspace_id: Id, name: nameLike('bug') }),
    Type.Partial(Type.Object(tagFields)),
  ]),
)
export const TagChanges = named(
  'TagChanges',
  Type.Partial(Type.Object({ name: nameLike('bug'), ...tagFields })),
)

export const Entry = named(
  'Entry',
  Type.Object({
    id: Id,
    workspace_id: Id,
    user_id: Id,
    project_id: nullable(Id),
    task_id: nullable(Id),
    client_id: nullable(Id),
    title: nullable(Type.String({ examples: ['Fix basket rounding'] })),
    notes: nullable(Type.String()),
    started_at: Instant,
    ended_at: nullable(End),
    paused_at: nullable(Instant),
    break_seconds: Type.Integer(),
    duration_seconds: Type.Integer({
      examples: [5880],
      description: 'Up to the moment of the answer while it runs.',
    }),
    is_running: Type.Boolean(),
    time_zone: Zone,
    started_on: Day,
    billing_status: BillingStatus,
    tags: TagNames,
    custom_fields: CustomFields,
    source: oneOf(['timer', 'manual', 'import']),
    is_locked: Type.Boolean(),
    approval_status: nullable(oneOf(['pending', 'approved', 'rejected'])),
    invoice_number: nullable(Type.String()),
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
const what = {
  project_id: nullable({ ...Id, examples: [1] }),
  task_id: nullable(Id),
  client_id: nullable(Id),
  title: nullable(Type.String({ maxLength: 3000, examples: ['Fix basket rounding'] })),
  notes: nullable(Text),
  billing_status: nullable(SettableBillingStatus),
  tag_ids: Type.Array(Id, { maxItems: 100 }),
  tags: Type.Array(Name, { maxItems: 100, description: 'By name; those that do not exist are created.' }),
  custom_fields: CustomFieldChanges,
  invoice_number: nullable(Type.String({ maxLength: 100, description: 'The invoice that billed it.' })),
}
const Overlap = oneOf(['allow', 'refuse', 'replace'], {
  description: 'What to do with my own entries in that time: keep them, refuse, or trim and remove them.',
})
const UserToActFor = Type.Optional(
  nullable({ ...Id, description: 'The owner, where the entry belongs to somebody else.' }),
)
export const NewEntry = named(
  'NewEntry',
  Type.Intersect([
    Type.Object({ started_at: Instant, ended_at: End }),
    Type.Partial(
      Type.Object({
        workspace_id: nullable(Id),
        user_id: nullable(Id),
        ...what,
        break_seconds: Type.Integer({ minimum: 0, maximum: 31_536_000 }),
        overlap: Overlap,
      }),
    ),
  ]),
)
export const EntryChanges = named(
  'EntryChanges',
  Type.Partial(
    Type.Object({
      ...what,
      workspace_id: Id,
      started_at: Instant,
      ended_at: nullable(Instant),
      break_seconds: Type.Integer({ minimum: 0, maximum: 31_536_000 }),
      overlap: Overlap,
      user_id: UserToActFor,
    }),
  ),
)
export const BulkEntryChanges = named(
  'BulkEntryChanges',
  Type.Object({
    ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }),
    changes: Type.Partial(Type.Object({ ...what, workspace_id: Id })),
    for_others: Type.Optional(
      Type.Boolean({ description: 'Also change entries that belong to somebody else.' }),
    ),
  }),
)
export const Entries = named('Entries', Type.Object({ data: Type.Array(Entry) }))

export const TimerStart = named(
  'TimerStart',
  Type.Partial(
    Type.Object({
      workspace_id: nullable(Id),
      ...what,
      started_at: Instant,
      overlap: Overlap,
      if_running: oneOf(['stop', 'refuse'], {
        description: 'A timer that already runs is stopped unless this says refuse.',
      }),
    }),
  ),
)
export const TimerStop = named('TimerStop', Type.Partial(Type.Object({ ended_at: Instant })))
export const Timer = named('Timer', Type.Object({ entry: nullable(Entry) }))
export const StartedTimer = named('StartedTimer', Type.Object({ entry: Entry, stopped: nullable(Entry) }))
export const StoppedTimer = named('StoppedTimer', Type.Object({ entry: Entry }))

export const Event = named(
  'Event',
  Type.Object({
    id: Id,
    workspace_id: Id,
    at: Instant,
    user_id: nullable(Id),
    operation_id: Type.String({ examples: ['0b6f3d0e-6b0f-4f6c-9a51-8f1f3f0c9b7a'] }),
    wire: Type.String({ examples: ['native'] }),
    reason: nullable(Type.String({ description: 'Why, where the client said so.' })),
    kind: Type.String({ description: 'Such as entry.created.', examples: ['entry.created'] }),
    subject_kind: Type.String({ examples: ['entry'] }),
    subject_id: Id,
    before: nullable(Type.Unknown()),
    after: nullable(Type.Unknown()),
  }),
)
export const Operation = named(
  'Operation',
  Type.Object({
    operation_id: Type.String({
      description: 'The undo is an operation too.',
      examples: ['5f1c7f7e-2f0b-4a3e-8a57-6f3a1c1f3b11'],
    }),
  }),
)

export const ErrorBody = named(
  'ErrorBody',
  Type.Object({
    error: Type.Object({
      code: oneOf([...ERROR_CODES, 'internal'], { description: 'What kind of refusal this is.' }),
      reason: oneOf([...REASONS, 'bug'], { description: 'Why, for machines and translations.' }),
      message: Type.String({
        description: 'A sentence for people; its wording may change.',
        examples: ['There is no such entry.'],
      }),
      fields: Type.Optional(
        Type.Record(Type.String(), Type.String(), {
          description: 'What is wrong with which field of the request.',
        }),
      ),
    }),
  }),
)
