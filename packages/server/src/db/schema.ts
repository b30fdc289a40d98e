import type { ColumnType, Generated, Selectable } from 'kysely'

/**
 * Every table, as both engines hold it. Instants (`…_at`) are integers, milliseconds since the epoch; days (`…_on`) are
 * text YYYY-MM-DD; flags are 0 or 1; JSON is text. The migrations are the truth; a dump of their result stands beside.
 */
export type Schema = {
  user: UserTable
  session: SessionTable
  token: TokenTable
  password_reset: PasswordResetTable
  workspace: WorkspaceTable
  member: MemberTable
  invitation: InvitationTable
  client: ClientTable
  project: ProjectTable
  project_member: ProjectMemberTable
  task: TaskTable
  task_assignee: TaskAssigneeTable
  tag: TagTable
  entry: EntryTable
  entry_tag: EntryTagTable
  event: EventTable
  job: JobTable
  idempotency_key: IdempotencyKeyTable
  rate: RateTable
  budget_alert: BudgetAlertTable
  saved_report: SavedReportTable
  report_link: ReportLinkTable
  report_export: ReportExportTable
  report_export_part: ReportExportPartTable
  app_usage: AppUsageTable
  usage_bucket: UsageBucketTable
  usage_rule: UsageRuleTable
  project_favourite: ProjectFavouriteTable
  webhook: WebhookTable
  webhook_event: WebhookEventTable
  delivery: DeliveryTable
  wire_use: WireUseTable
  task_tag: TaskTagTable
  approval_policy: ApprovalPolicyTable
  approval: ApprovalTable
  approval_approver: ApprovalApproverTable
  timesheet: TimesheetTable
  contact: ContactTable
  lead: LeadTable
  deal: DealTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  passkey_challenge: PasskeyChallengeTable
  identity: IdentityTable
}

type Flag = 0 | 1
type Instant = number
type Day = string
type Json = string

/** Set once, when the row is made. */
type Fixed<T> = ColumnType<T, T, never>
/** Versioned rows count their changes, which is what `If-Match` compares. */
type Versioned = {
  version: ColumnType<number, number | undefined, number>
  created_at: Fixed<Instant>
  updated_at: Instant
}
type Deletable = { deleted_at: Instant | null }
type Owned = { id: Generated<number>; workspace_id: Fixed<number> }

export type Role = 'owner' | 'admin' | 'manager' | 'member' | 'viewer'
export type BillingStatus = 'not_billable' | 'billable' | 'billed' | 'paid'
export type DefaultBillingStatus = 'not_billable' | 'billable'
export type ProjectStatus = 'active' | 'on_hold' | 'completed' | 'cancelled' | 'inactive'
export type TaskStatus = 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled'
export type TaskPriority = 'low' | 'medium' | 'high' | 'urgent'
export type EntrySource = 'timer' | 'manual' | 'import'
export type RateKind = 'billable' | 'cost'
export type RoundingMode = 'none' | 'up' | 'down' | 'nearest'
export type RoundingPer = 'entry' | 'day_project' | 'total'
export type BudgetPeriod = 'total' | 'month'
export type ExportFormat = 'csv' | 'xlsx' | 'pdf' | 'json'
export type ExportStatus = 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'
export type DeliveryStatus = 'waiting' | 'done' | 'failed'
/** What an entry's newest request came to; null where none was made, or it was taken back. */
export type ApprovalOutcome = 'pending' | 'approved' | 'rejected'
export type ApprovalStatus = ApprovalOutcome | 'cancelled'
export type LeadStatus = 'new' | 'contacted' | 'qualified' | 'converted' | 'lost'
export type DealStage =
  | 'prospecting'
  | 'qualification'
  | 'proposal'
  | 'negotiation'
  | 'closed_won'
  | 'closed_lost'
export type DealStatus = 'open' | 'won' | 'lost' | 'cancelled'
export type UsageField = 'application' | 'title' | 'path' | 'domain' | 'keyword'
export type UsageMatch = 'is' | 'contains' | 'starts_with'

type UserTable = Versioned & {
  id: Generated<number>
  email: string
  email_key: string
  name: string | null
  password_hash: string | null
  time_zone: string
  locale: string | null
  time_format: '24h' | '12h'
  duration_format: 'clock' | 'decimal'
  week_start: number
  default_billing_status: DefaultBillingStatus | null
  default_workspace_id: number | null
  is_admin: Flag
  is_active: Flag
  /** The one key that can be shown again: encrypted, and hashed to look it up. Made when it is first asked for. */
  personal_key_hash: string | null
  sealed_personal_key: string | null
  /** The second factor, encrypted; it counts from the moment its first code was right. */
  sealed_totp_secret: string | null
  totp_confirmed_at: Instant | null
  /** The half minute of the last code that was right, so that none is taken twice. */
  totp_last_step: Generated<number>
  /** What clients keep for themselves, by wire or client. */
  preferences: Generated<Json>
}

type SessionTable = {
  id: Generated<number>
  user_id: number
  secret_hash: string
  /** The key it was opened with: it may no more than that key, and no longer. */
  token_id: number | null
  /** What it was opened with where that is no key of `token`; null is a password. */
  made_with: 'personal_key' | 'passkey' | 'identity' | null
  user_agent: string | null
  ip: string | null
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
}

type RecoveryCodeTable = {
  user_id: number
  code_hash: string
  created_at: Instant
  used_at: Instant | null
}

type PasskeyTable = {
  id: Generated<number>
  user_id: number
  /** As the authenticator names it, in base64url, as is the public key. */
  credential_id: string
  public_key: string
  counter: number
  transports: Json
  name: string
  created_at: Instant
  last_used_at: Instant | null
}

type PasskeyChallengeTable = {
  challenge: string
  /** Null while nobody has said who signs in. */
  user_id: number | null
  purpose: 'registration' | 'sign_in'
  expires_at: Instant
}

/** An account at an OpenID Connect provider that opens an account here. */
type IdentityTable = {
  id: Generated<number>
  user_id: number
  issuer: string
  subject: string
  created_at: Instant
  last_used_at: Instant
}

type TokenTable = {
  id: Generated<number>
  user_id: number
  workspace_id: number | null
  name: string
  prefix: string
  secret_hash: string
  scopes: Json
  allowed_ips: Json
  description: string | null
  /** A key that is switched off can be switched on again; one that is revoked is gone. */
  is_active: Generated<Flag>
  /** The one that integrations such as Zapier go by: a new one takes its place. */
  is_integration: Generated<Flag>
  /** How many times the limits of each wire it may use up; an administrator can raise it. */
  limit_factor: Generated<number>
  expires_at: Instant | null
  last_used_at: Instant | null
  usage_count: number
  created_at: Instant
  revoked_at: Instant | null
}

type PasswordResetTable = {
  id: Generated<number>
  user_id: number
  secret_hash: string
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

type WorkspaceTable = Versioned &
  Deletable & {
    id: Generated<number>
    /** The person whose personal workspace this is; null for a team. */
    personal_user_id: number | null
    name: string
    time_zone: string
    week_start: number
    default_billing_status: DefaultBillingStatus | null
    locked_before: Day | null
    refuses_overlap: Flag
    protects_billed: Flag
    only_admins_create_projects: Flag
    currency: Generated<string>
    /** How reports of this workspace round time unless they are asked otherwise. */
    rounding_mode: Generated<RoundingMode>
    rounding_minutes: Generated<number>
    rounding_per: Generated<RoundingPer>
    /** The modules an admin has switched off. */
    disabled_modules: Generated<Json>
  }

type MemberTable = Owned &
  Versioned & {
    user_id: number
    role: Role
    designation: string | null
    department: string | null
    is_active: Flag
  }

type InvitationTable = Owned & {
  email: string
  email_key: string
  role: Role
  secret_hash: string
  invited_by: number
  created_at: Instant
  expires_at: Instant
  accepted_at: Instant | null
  accepted_by: number | null
  revoked_at: Instant | null
}

type ClientTable = Owned &
  Versioned &
  Deletable & {
    name: string
    name_key: string
    /** Everything it is looked for by, in lower case. */
    search_text: string
    notes: string | null
    contact_person: string | null
    email: string | null
    phone: string | null
    address: string | null
    type: 'individual' | 'company'
    is_active: Flag
    /** What its rates are in unless they say otherwise; null as the workspace. */
    currency: string | null
    custom_fields: Json
  }

type ProjectTable = Owned &
  Versioned &
  Deletable & {
    parent_id: number | null
    /** The ids from the root to this project, as `/1/5/12/`: a subtree is a prefix, and a cycle is visible. */
    path: string
    position: number
    client_id: number | null
    title: string
    title_key: string
    /** Title, code and notes in lower case. */
    search_text: string
    code: string | null
    notes: string | null
    color: string
    productivity_score: number
    status: ProjectStatus
    is_archived: Flag
    archived_at: Instant | null
    archived_by: number | null
    archive_reason: string | null
    is_private: Flag
    default_billing_status: DefaultBillingStatus | null
    estimate_seconds: number | null
    starts_on: Day | null
    ends_on: Day | null
    /** A budget has a period and either seconds or an amount in minor units of its currency. */
    budget_seconds: number | null
    budget_amount: number | null
    budget_currency: string | null
    budget_period: BudgetPeriod | null
    budget_alert_percent: number | null
    custom_fields: Json
  }

type ProjectMemberTable = { workspace_id: number; project_id: number; user_id: number; is_manager: Flag }

type TaskTable = Owned &
  Versioned &
  Deletable & {
    project_id: number
    name: string
    name_key: string
    /** Name and description in lower case. */
    search_text: string
    description: string | null
    status: TaskStatus
    priority: TaskPriority
    estimate_seconds: number | null
    due_on: Day | null
    created_by: number | null
    started_at: Instant | null
    completed_at: Instant | null
  }

type TaskAssigneeTable = { workspace_id: number; task_id: number; user_id: number }

type TagTable = Owned &
  Versioned &
  Deletable & { name: string; name_key: string; color: string | null; description: string | null }

type EntryTable = Versioned &
  Deletable & {
    id: Generated<number>
    workspace_id: Fixed<number>
    user_id: number
    project_id: number | null
    task_id: number | null
    client_id: number | null
    title: string | null
    notes: string | null
    /** Title and notes in lower case, for search that treats É and é alike on both engines. */
    search_text: string
    started_at: Instant
    ended_at: Instant | null
    paused_at: Instant | null
    break_seconds: number
    /** The owner's zone and local date at the start: date rules use these. */
    time_zone: string
    started_on: Day
    billing_status: BillingStatus | null
    custom_fields: Json
    source: EntrySource
    via_wire: string
    via_client: string | null
    /** Minor units per hour, from the rate in force on the day; null where there is none or it is not billable. */
    billable_rate: number | null
    billable_currency: string | null
    /** Minor units; null where there is no rate, and while the timer runs. */
    billable_amount: number | null
    cost_rate: number | null
    cost_currency: string | null
    cost_amount: number | null
    /** A JSON object: what the wire that wrote it wants to give back as it was sent. Nobody else reads it. */
    wire_memo: string | null
    approval_status: ApprovalOutcome | null
    /** The invoice that billed it, as people write its number. */
    invoice_number: string | null
  }

type EntryTagTable = { workspace_id: number; entry_id: number; tag_id: number }

type EventTable = Owned & {
  at: Instant
  operation_id: string
  user_id: number | null
  token_id: number | null
  wire: string
  client: string | null
  /** Why, where the client said so. */
  reason: string | null
  kind: string
  subject_kind: string
  subject_id: number
  /** Whose private matter the subject is (an entry's owner); null where every member may know. */
  subject_user_id: number | null
  before: Json | null
  after: Json | null
}

type JobTable = {
  id: Generated<number>
  kind: string
  payload: Json
  run_at: Instant
  attempts: number
  locked_until: Instant | null
  last_error: string | null
  failed_at: Instant | null
  created_at: Instant
}

type IdempotencyKeyTable = {
  actor: string
  key: string
  request_hash: string
  status: number | null
  /** The answer, encrypted: it may hold a new token. */
  answer: string | null
  created_at: Instant
}

type RateTable = Owned &
  Versioned &
  Deletable & {
    kind: RateKind
    /** What of an entry must be as these say; all null is the workspace's own rate. */
    user_id: number | null
    client_id: number | null
    project_id: number | null
    task_id: number | null
    /** Minor units per hour; null from this day on no rate of this level, so that the next one applies. */
    amount: number | null
    currency: string
    effective_from: Day
  }

type BudgetAlertTable = {
  workspace_id: number
  project_id: number
  /** `total`, or the month as YYYY-MM. */
  period: string
  percent: number
  reached_at: Instant
}

type SavedReportTable = Owned &
  Versioned &
  Deletable & { user_id: number; name: string; question: Json; is_shared: Flag }

type ReportLinkTable = Owned & {
  saved_report_id: number
  created_by: number
  secret_hash: string
  sealed_secret: string
  shows_amounts: Flag
  expires_at: Instant | null
  revoked_at: Instant | null
  created_at: Instant
}

type ReportExportTable = {
  id: Generated<number>
  user_id: number
  /** That of the key it was asked with, where that is bound to one. */
  workspace_id: number | null
  name: string
  /** What is exported. */
  request: Json
  format: ExportFormat
  status: ExportStatus
  rows_done: Generated<number>
  rows_total: number | null
  size_bytes: number | null
  error: string | null
  created_at: Instant
  finished_at: Instant | null
}

type ReportExportPartTable = { export_id: number; position: number; bytes: Buffer }

type AppUsageTable = {
  id: Generated<number>
  user_id: number
  device: string
  /** Which stream of the device it came in; with the start it makes a repeated batch harmless. */
  source: string
  started_at: Instant
  ended_at: Instant
  application: string | null
  title: string | null
  /** A path or an address. */
  path: string | null
  domain: string | null
  /** Nobody was at the device: what other streams say of this time does not count. */
  is_away: Flag
  workspace_id: number | null
  project_id: number | null
  /** Rules leave it alone. */
  is_assigned_by_hand: Flag
}

type UsageBucketTable = {
  user_id: number
  name: string
  type: string
  client: string
  device: string
  created_at: Instant
}

type UsageRuleTable = Versioned & {
  id: Generated<number>
  user_id: number
  position: number
  field: UsageField
  match: UsageMatch
  value: string
  workspace_id: number
  project_id: number
}

type ProjectFavouriteTable = {
  workspace_id: number
  project_id: number
  user_id: number
  created_at: Instant
}

type WebhookTable = Owned &
  Versioned &
  Deletable & {
    /** Who made it: it is told what this person may see. */
    user_id: number
    /** A person's own: it lies in their personal workspace, and hears what they may see in every one they are in. */
    hears_everywhere: Generated<Flag>
    /** In whose words it is told, and through which wire it is kept. */
    wire: string
    name: string
    url: string
    /** Patterns of event kinds: `entry.started`, `entry.*` or `*`. */
    events: Json
    /** What its wire keeps with it. */
    details: Json
    sealed_secret: string
    is_enabled: Flag
    /** Null until the receiver has shown that it expects us, on the wires that ask for that. */
    validated_at: Instant | null
    validation_code: string | null
    /** Deliveries that were given up since the last that arrived. */
    failures_in_row: Generated<number>
    disabled_at: Instant | null
    disabled_reason: string | null
  }

/** The patterns of a webhook, to be found by the kind of an event. */
type WebhookEventTable = { workspace_id: number; webhook_id: number; pattern: string }

type DeliveryTable = Owned & {
  webhook_id: number
  /** Null for a ping, which tells of no event. */
  event_id: number | null
  /** Where it happened: elsewhere than the webhook lies, if that hears everywhere. */
  event_workspace_id: number | null
  kind: string
  /** Of one subject, one delivery follows another. */
  subject_kind: string
  subject_id: number
  status: DeliveryStatus
  attempts: number
  run_at: Instant
  locked_until: Instant | null
  request_body: string | null
  response_status: number | null
  response_text: string | null
  error: string | null
  took_ms: number | null
  created_at: Instant
  attempted_at: Instant | null
  finished_at: Instant | null
}

/** When a person's clients last called through a wire, and what the last of them calls itself. */
type WireUseTable = { user_id: number; wire: string; client: string | null; used_at: Instant }

type TaskTagTable = { workspace_id: number; task_id: number; tag_id: number }

type ApprovalPolicyTable = Owned &
  Versioned &
  Deletable & {
    name: string
    /** What it is for: a project, a person, or where both are null all entries of the workspace. */
    project_id: number | null
    user_id: number | null
    /** Entries that are shorter need no approval by it. */
    min_seconds: number | null
    billable_only: Flag
    /** The people of each level, by their ids: `[[1, 2], [3]]`. */
    levels: Json
    is_enabled: Flag
  }

type ApprovalTable = Owned &
  Versioned & {
    entry_id: number
    /** The week it was submitted with. */
    timesheet_id: number | null
    level: number
    status: ApprovalStatus
    /** Waits for a decision now: the levels before it are approved. */
    is_due: Flag
    /** The level before it. */
    parent_id: number | null
    requested_by: number
    request_comment: string | null
    decided_by: number | null
    decided_at: Instant | null
    /** What the decider said; why, where it was rejected. */
    decision_comment: string | null
  }

type ApprovalApproverTable = { workspace_id: number; approval_id: number; user_id: number }

type TimesheetTable = Owned &
  Versioned & {
    user_id: number
    /** The first and the last day of the week. */
    starts_on: Day
    ends_on: Day
    comment: string | null
    /** When it was last submitted; null while it is a draft that never was. */
    submitted_at: Instant | null
    closed_at: Instant | null
    closed_by: number | null
  }

type ContactTable = Owned &
  Versioned &
  Deletable & {
    client_id: number
    first_name: string
    last_name: string
    /** Last name, then first, as lists are sorted. */
    name_key: string
    search_text: string
    email: string | null
    phone: string | null
    mobile: string | null
    title: string | null
    department: string | null
    role: string
    address: string | null
    notes: string | null
    /** A list of words. */
    tags: Json
    is_primary: Flag
    is_active: Flag
    created_by: number | null
  }

type LeadTable = Owned &
  Versioned &
  Deletable & {
    first_name: string
    last_name: string
    company_name: string | null
    search_text: string
    email: string | null
    phone: string | null
    title: string | null
    source: string | null
    status: LeadStatus
    score: number
    /** Minor units of its currency. */
    value: number | null
    currency: string
    notes: string | null
    tags: Json
    owner_id: number
    created_by: number | null
    converted_at: Instant | null
    converted_by: number | null
    /** What it was converted to. */
    client_id: number | null
    contact_id: number | null
    deal_id: number | null
  }

type DealTable = Owned &
  Versioned &
  Deletable & {
    client_id: number | null
    contact_id: number | null
    lead_id: number | null
    project_id: number | null
    name: string
    search_text: string
    description: string | null
    stage: DealStage
    status: DealStatus
    /** Minor units of its currency. */
    value: number | null
    currency: string
    /** In percent. */
    probability: number
    expected_close_on: Day | null
    closed_on: Day | null
    closed_at: Instant | null
    loss_reason: string | null
    notes: string | null
    owner_id: number
    created_by: number | null
  }

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
