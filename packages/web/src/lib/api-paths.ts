// TEMPORARY until the SDK's generated types exist.
type Nullable<T> = T | null
export type Role = 'owner' | 'admin' | 'manager' | 'member' | 'viewer'
export type BillingStatus = 'undetermined' | 'not_billable' | 'billable' | 'billed' | 'paid'
type DefaultBilling = 'not_billable' | 'billable' | null
export type Server = {
  name: string
  version: string
  is_set_up: boolean
  registration: 'open' | 'invitation'
  sends_mail: boolean
  time_zone: string
  base_url: string
  wires: { name: string; title: string; base_url: string }[]
}
export type Membership = {
  member_id: number
  role: Role
  workspace: { id: number; kind: 'personal' | 'team'; name: string; member_count: number }
}
export type Me = {
  id: number
  email: string
  name: Nullable<string>
  time_zone: string
  locale: Nullable<string>
  time_format: '24h' | '12h'
  duration_format: 'clock' | 'decimal'
  week_start: number
  default_billing_status: DefaultBilling
  default_workspace_id: number
  is_admin: boolean
  memberships: Membership[]
  scopes: string[]
  version: number
  created_at: string
}
export type MeChanges = Partial<
  Pick<
    Me,
    | 'name'
    | 'email'
    | 'time_zone'
    | 'locale'
    | 'time_format'
    | 'duration_format'
    | 'week_start'
    | 'default_billing_status'
    | 'default_workspace_id'
  >
>
export type NewAccount = {
  email: string
  password: string
  name?: Nullable<string>
  time_zone?: string
  setup_code?: string
  invitation?: string
  team_name?: string
}
export type Token = {
  id: number
  name: string
  prefix: string
  scopes: string[]
  workspace_id: Nullable<number>
  expires_at: Nullable<string>
  allowed_ips: string[]
  last_used_at: Nullable<string>
  usage_count: number
  created_at: string
}
export type NewToken = {
  name: string
  scopes?: string[]
  for?: 'timetracker' | 'timing'
  workspace_id?: Nullable<number>
  expires_at?: Nullable<string>
  allowed_ips?: string[]
}
export type CreatedToken = Token & { token: string }
export type Workspace = {
  id: number
  kind: 'personal' | 'team'
  name: string
  time_zone: string
  week_start: number
  default_billing_status: DefaultBilling
  locked_before: Nullable<string>
  refuses_overlap: boolean
  protects_billed: boolean
  only_admins_create_projects: boolean
  role: Role
  version: number
  created_at: string
}
export type WorkspaceChanges = Partial<Omit<Workspace, 'id' | 'kind' | 'role' | 'version' | 'created_at'>>
export type Member = {
  id: number
  workspace_id: number
  user_id: number
  email: string
  name: Nullable<string>
  role: Role
  designation: Nullable<string>
  department: Nullable<string>
  is_active: boolean
  version: number
  created_at: string
}
export type MemberChanges = Partial<Pick<Member, 'role' | 'designation' | 'department' | 'is_active'>>
export type Invitation = {
  id: number
  workspace_id: number
  email: string
  role: Role
  invited_by: number
  expires_at: string
  created_at: string
}
export type CreatedInvitation = Invitation & { url: Nullable<string> }
export type InvitationPreview = {
  workspace_name: string
  email: string
  role: Role
  has_account: boolean
  expires_at: string
}
export type Client = {
  id: number
  workspace_id: number
  name: string
  notes: Nullable<string>
  contact_person: Nullable<string>
  email: Nullable<string>
  phone: Nullable<string>
  address: Nullable<string>
  type: 'individual' | 'company'
  is_active: boolean
  custom_fields: Record<string, string>
  version: number
  created_at: string
  updated_at: string
}
export type ClientChanges = Partial<
  Pick<Client, 'name' | 'notes' | 'contact_person' | 'email' | 'phone' | 'address' | 'type' | 'is_active'>
>
export type NewClient = ClientChanges & { workspace_id: number; name: string }
export type Project = {
  id: number
  workspace_id: number
  parent_id: Nullable<number>
  position: number
  client_id: Nullable<number>
  title: string
  title_chain: string[]
  code: Nullable<string>
  notes: Nullable<string>
  color: string
  productivity_score: number
  status: string
  is_archived: boolean
  is_hidden: boolean
  archived_at: Nullable<string>
  archive_reason: Nullable<string>
  is_private: boolean
  default_billing_status: DefaultBilling
  estimate_seconds: Nullable<number>
  starts_on: Nullable<string>
  ends_on: Nullable<string>
  custom_fields: Record<string, string>
  version: number
  created_at: string
  updated_at: string
}
export type ProjectChanges = Partial<
  Pick<
    Project,
    | 'title'
    | 'parent_id'
    | 'client_id'
    | 'code'
    | 'notes'
    | 'is_archived'
    | 'is_private'
    | 'default_billing_status'
    | 'position'
  >
> & { color?: Nullable<string> }
export type NewProject = ProjectChanges & { workspace_id: number; title: string }
export type Tag = {
  id: number
  workspace_id: number
  name: string
  color: Nullable<string>
  description: Nullable<string>
  version: number
  created_at: string
  updated_at: string
}
export type TagChanges = Partial<Pick<Tag, 'name' | 'color' | 'description'>>
export type NewTag = TagChanges & { workspace_id: number; name: string }
export type Entry = {
  id: number
  workspace_id: number
  user_id: number
  project_id: Nullable<number>
  task_id: Nullable<number>
  client_id: Nullable<number>
  title: Nullable<string>
  notes: Nullable<string>
  started_at: string
  ended_at: Nullable<string>
  paused_at: Nullable<string>
  break_seconds: number
  duration_seconds: number
  is_running: boolean
  time_zone: string
  started_on: string
  billing_status: BillingStatus
  tags: { id: number; name: string }[]
  custom_fields: Record<string, string>
  source: 'timer' | 'manual' | 'import'
  is_locked: boolean
  version: number
  created_at: string
  updated_at: string
}
type What = {
  project_id?: Nullable<number>
  task_id?: Nullable<number>
  title?: Nullable<string>
  notes?: Nullable<string>
  billing_status?: Exclude<BillingStatus, 'undetermined'> | null
  tag_ids?: number[]
  tags?: string[]
}
export type NewEntry = What & {
  workspace_id?: Nullable<number>
  started_at: string
  ended_at: string
  overlap?: 'allow' | 'refuse' | 'replace'
}
export type EntryChanges = What & {
  workspace_id?: number
  started_at?: string
  ended_at?: Nullable<string>
  break_seconds?: number
}
export type BulkEntryChanges = { ids: number[]; changes: What & { workspace_id?: number } }
export type TimerStart = What & { workspace_id?: Nullable<number>; started_at?: string }
type List<T> = { data: T[]; next_cursor: Nullable<string> }
type Page = { cursor?: string; limit?: number }

type Op<R, Q = never, P = never, B = never> = {
  parameters: { query?: Q; header?: never; cookie?: never } & ([P] extends [never]
    ? { path?: never }
    : { path: P })
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': R } } }
} & ([B] extends [never] ? { requestBody?: never } : { requestBody: { content: { 'application/json': B } } })
type ById = { id: number }
export type paths = {
  '/server': { get: Op<Server> }
  '/users': { post: Op<Me, never, never, NewAccount> }
  '/session': {
    get: Op<Me>
    post: Op<Me, never, never, { email: string; password: string }>
    delete: Op<undefined>
  }
  '/me': { patch: Op<Me, never, never, MeChanges> }
  '/me/password': { put: Op<undefined, never, never, { current_password: string; password: string }> }
  '/password-resets': { post: Op<unknown, never, never, { email: string }> }
  '/password-resets/{token}': { put: Op<undefined, never, { token: string }, { password: string }> }
  '/tokens': { get: Op<List<Token>, Page>; post: Op<CreatedToken, never, never, NewToken> }
  '/tokens/{id}': { delete: Op<undefined, never, ById> }
  '/workspaces': {
    get: Op<List<Workspace>, Page>
    post: Op<Workspace, never, never, { name: string; time_zone?: string }>
  }
  '/workspaces/{id}': {
    patch: Op<Workspace, never, ById, WorkspaceChanges>
    delete: Op<undefined, never, ById>
  }
  '/workspaces/{id}/members': { get: Op<List<Member>, Page, ById> }
  '/workspaces/{id}/members/{member_id}': {
    patch: Op<Member, never, ById & { member_id: number }, MemberChanges>
    delete: Op<undefined, never, ById & { member_id: number }>
  }
  '/workspaces/{id}/invitations': {
    get: Op<List<Invitation>, Page, ById>
    post: Op<CreatedInvitation, never, ById, { email: string; role: Exclude<Role, 'owner'> }>
  }
  '/workspaces/{id}/invitations/{invitation_id}': {
    delete: Op<undefined, never, ById & { invitation_id: number }>
  }
  '/invitations/{token}': { get: Op<InvitationPreview, never, { token: string }> }
  '/invitations/{token}/accept': { post: Op<Membership, never, { token: string }> }
  '/clients': {
    get: Op<List<Client>, Page & { workspace_id?: number; q?: string; is_active?: boolean }>
    post: Op<Client, never, never, NewClient>
  }
  '/clients/{id}': { patch: Op<Client, never, ById, ClientChanges>; delete: Op<undefined, never, ById> }
  '/projects': {
    get: Op<List<Project>, Page & { workspace_id?: number; include_archived?: boolean }>
    post: Op<Project, never, never, NewProject>
  }
  '/projects/{id}': { patch: Op<Project, never, ById, ProjectChanges>; delete: Op<undefined, never, ById> }
  '/tags': { get: Op<List<Tag>, Page & { workspace_id?: number }>; post: Op<Tag, never, never, NewTag> }
  '/tags/{id}': { patch: Op<Tag, never, ById, TagChanges>; delete: Op<undefined, never, ById> }
  '/entries': {
    get: Op<List<Entry>, Page & { workspace_id?: number }>
    post: Op<Entry, never, never, NewEntry>
    patch: Op<{ data: Entry[] }, never, never, BulkEntryChanges>
    delete: Op<undefined, { ids: string }>
  }
  '/entries/{id}': { patch: Op<Entry, never, ById, EntryChanges>; delete: Op<undefined, never, ById> }
  '/timer': { get: Op<{ entry: Nullable<Entry> }> }
  '/timer/start': { post: Op<{ entry: Entry; stopped: Nullable<Entry> }, never, never, TimerStart> }
  '/timer/stop': { post: Op<{ entry: Entry }, never, never, { ended_at?: string }> }
  '/timer/pause': { post: Op<{ entry: Entry }> }
  '/timer/resume': { post: Op<{ entry: Entry }> }
  '/operations/{operation_id}/undo': { post: Op<{ operation_id: string }, never, { operation_id: string }> }
}
