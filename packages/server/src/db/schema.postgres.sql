create table app_usage (
  id bigint not null default nextval('app_usage_id_seq'::regclass),
  user_id bigint not null,
  device text not null,
  source text not null,
  started_at bigint not null,
  ended_at bigint not null,
  application text,
  title text,
  path text,
  domain text,
  is_away bigint not null default 0,
  workspace_id bigint,
  project_id bigint,
  is_assigned_by_hand bigint not null default 0,
  constraint app_usage_check CHECK ((ended_at >= started_at)),
  constraint app_usage_check1 CHECK (((workspace_id IS NULL) = (project_id IS NULL))),
  constraint app_usage_is_assigned_by_hand_check CHECK ((is_assigned_by_hand = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint app_usage_is_away_check CHECK ((is_away = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint app_usage_pkey PRIMARY KEY (id),
  constraint app_usage_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint app_usage_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id)
);

create table approval (
  id bigint not null default nextval('approval_id_seq'::regclass),
  workspace_id bigint not null,
  entry_id bigint not null,
  timesheet_id bigint,
  level bigint not null,
  status text not null,
  is_due bigint not null,
  parent_id bigint,
  requested_by bigint not null,
  request_comment text,
  decided_by bigint,
  decided_at bigint,
  decision_comment text,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  constraint approval_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES "user"(id),
  constraint approval_is_due_check CHECK ((is_due = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint approval_level_check CHECK ((level >= 1)),
  constraint approval_pkey PRIMARY KEY (workspace_id, id),
  constraint approval_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES "user"(id),
  constraint approval_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'cancelled'::text]))),
  constraint approval_workspace_id_entry_id_fkey FOREIGN KEY (workspace_id, entry_id) REFERENCES entry(workspace_id, id) ON DELETE CASCADE,
  constraint approval_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint approval_workspace_id_timesheet_id_fkey FOREIGN KEY (workspace_id, timesheet_id) REFERENCES timesheet(workspace_id, id)
);

create table approval_approver (
  workspace_id bigint not null,
  approval_id bigint not null,
  user_id bigint not null,
  constraint approval_approver_pkey PRIMARY KEY (workspace_id, approval_id, user_id),
  constraint approval_approver_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint approval_approver_workspace_id_approval_id_fkey FOREIGN KEY (workspace_id, approval_id) REFERENCES approval(workspace_id, id) ON DELETE CASCADE
);

create table approval_policy (
  id bigint not null default nextval('approval_policy_id_seq'::regclass),
  workspace_id bigint not null,
  name text not null,
  project_id bigint,
  user_id bigint,
  min_seconds bigint,
  billable_only bigint not null default 0,
  levels text not null,
  is_enabled bigint not null default 1,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint approval_policy_billable_only_check CHECK ((billable_only = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint approval_policy_is_enabled_check CHECK ((is_enabled = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint approval_policy_pkey PRIMARY KEY (workspace_id, id),
  constraint approval_policy_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint approval_policy_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint approval_policy_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id) ON DELETE CASCADE
);

create table budget_alert (
  workspace_id bigint not null,
  project_id bigint not null,
  period text not null,
  percent bigint not null,
  reached_at bigint not null,
  constraint budget_alert_pkey PRIMARY KEY (workspace_id, project_id, period, percent),
  constraint budget_alert_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id) ON DELETE CASCADE
);

create table client (
  id bigint not null default nextval('client_id_seq'::regclass),
  workspace_id bigint not null,
  name text not null,
  name_key text not null,
  notes text,
  contact_person text,
  email text,
  phone text,
  address text,
  type text not null default 'company'::text,
  is_active bigint not null default 1,
  custom_fields text not null default '{}'::text,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  currency text,
  search_text text not null default ''::text,
  constraint client_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint client_pkey PRIMARY KEY (workspace_id, id),
  constraint client_type_check CHECK ((type = ANY (ARRAY['individual'::text, 'company'::text]))),
  constraint client_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table contact (
  id bigint not null default nextval('contact_id_seq'::regclass),
  workspace_id bigint not null,
  client_id bigint not null,
  first_name text not null,
  last_name text not null,
  name_key text not null,
  search_text text not null,
  email text,
  phone text,
  mobile text,
  title text,
  department text,
  role text not null,
  address text,
  notes text,
  tags text not null default '[]'::text,
  is_primary bigint not null default 0,
  is_active bigint not null default 1,
  created_by bigint,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint contact_created_by_fkey FOREIGN KEY (created_by) REFERENCES "user"(id),
  constraint contact_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint contact_is_primary_check CHECK ((is_primary = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint contact_pkey PRIMARY KEY (workspace_id, id),
  constraint contact_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint contact_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table deal (
  id bigint not null default nextval('deal_id_seq'::regclass),
  workspace_id bigint not null,
  client_id bigint,
  contact_id bigint,
  lead_id bigint,
  project_id bigint,
  name text not null,
  search_text text not null,
  description text,
  stage text not null,
  status text not null,
  value bigint,
  currency text not null,
  probability bigint not null,
  expected_close_on text,
  closed_on text,
  closed_at bigint,
  loss_reason text,
  notes text,
  owner_id bigint not null,
  created_by bigint,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint deal_created_by_fkey FOREIGN KEY (created_by) REFERENCES "user"(id),
  constraint deal_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id),
  constraint deal_pkey PRIMARY KEY (workspace_id, id),
  constraint deal_probability_check CHECK (((probability >= 0) AND (probability <= 100))),
  constraint deal_stage_check CHECK ((stage = ANY (ARRAY['prospecting'::text, 'qualification'::text, 'proposal'::text, 'negotiation'::text, 'closed_won'::text, 'closed_lost'::text]))),
  constraint deal_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text, 'cancelled'::text]))),
  constraint deal_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint deal_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint deal_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint deal_workspace_id_lead_id_fkey FOREIGN KEY (workspace_id, lead_id) REFERENCES lead(workspace_id, id),
  constraint deal_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id)
);

create table delivery (
  id bigint not null default nextval('delivery_id_seq'::regclass),
  workspace_id bigint not null,
  webhook_id bigint not null,
  event_id bigint,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  status text not null,
  attempts bigint not null default 0,
  run_at bigint not null,
  locked_until bigint,
  request_body text,
  response_status bigint,
  response_text text,
  error text,
  took_ms bigint,
  created_at bigint not null,
  attempted_at bigint,
  finished_at bigint,
  event_workspace_id bigint,
  constraint delivery_pkey PRIMARY KEY (workspace_id, id),
  constraint delivery_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text]))),
  constraint delivery_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint delivery_workspace_id_webhook_id_fkey FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhook(workspace_id, id) ON DELETE CASCADE
);

create table entry (
  id bigint not null default nextval('entry_id_seq'::regclass),
  workspace_id bigint not null,
  user_id bigint not null,
  project_id bigint,
  task_id bigint,
  client_id bigint,
  title text,
  notes text,
  search_text text not null default ''::text,
  started_at bigint not null,
  ended_at bigint,
  paused_at bigint,
  break_seconds bigint not null default 0,
  time_zone text not null,
  started_on text not null,
  billing_status text,
  custom_fields text not null default '{}'::text,
  source text not null,
  via_wire text not null,
  via_client text,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  billable_rate bigint,
  billable_currency text,
  billable_amount bigint,
  cost_rate bigint,
  cost_currency text,
  cost_amount bigint,
  wire_memo text,
  approval_status text,
  invoice_number text,
  constraint entry_approval_status_check CHECK ((approval_status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text]))),
  constraint entry_billing_status_check CHECK ((billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text, 'billed'::text, 'paid'::text]))),
  constraint entry_break_seconds_check CHECK ((break_seconds >= 0)),
  constraint entry_check CHECK ((ended_at >= started_at)),
  constraint entry_check1 CHECK ((paused_at >= started_at)),
  constraint entry_check2 CHECK (((ended_at IS NULL) OR (paused_at IS NULL))),
  constraint entry_check3 CHECK (((project_id IS NULL) OR (client_id IS NULL))),
  constraint entry_pkey PRIMARY KEY (workspace_id, id),
  constraint entry_source_check CHECK ((source = ANY (ARRAY['timer'::text, 'manual'::text, 'import'::text]))),
  constraint entry_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint entry_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint entry_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint entry_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id),
  constraint entry_workspace_id_task_id_fkey FOREIGN KEY (workspace_id, task_id) REFERENCES task(workspace_id, id)
);

create table entry_tag (
  workspace_id bigint not null,
  entry_id bigint not null,
  tag_id bigint not null,
  constraint entry_tag_pkey PRIMARY KEY (workspace_id, entry_id, tag_id),
  constraint entry_tag_workspace_id_entry_id_fkey FOREIGN KEY (workspace_id, entry_id) REFERENCES entry(workspace_id, id) ON DELETE CASCADE,
  constraint entry_tag_workspace_id_tag_id_fkey FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id) ON DELETE CASCADE
);

create table event (
  id bigint not null default nextval('event_id_seq'::regclass),
  workspace_id bigint not null,
  at bigint not null,
  operation_id text not null,
  user_id bigint,
  token_id bigint,
  wire text not null,
  client text,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  subject_user_id bigint,
  before text,
  after text,
  reason text,
  constraint event_pkey PRIMARY KEY (workspace_id, id),
  constraint event_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table idempotency_key (
  actor text not null,
  key text not null,
  request_hash text not null,
  status bigint,
  answer text,
  created_at bigint not null,
  constraint idempotency_key_pkey PRIMARY KEY (actor, key)
);

create table identity (
  id bigint not null default nextval('identity_id_seq'::regclass),
  user_id bigint not null,
  issuer text not null,
  subject text not null,
  created_at bigint not null,
  last_used_at bigint not null,
  constraint identity_issuer_subject_key UNIQUE (issuer, subject),
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table invitation (
  id bigint not null default nextval('invitation_id_seq'::regclass),
  workspace_id bigint not null,
  email text not null,
  email_key text not null,
  role text not null,
  secret_hash text not null,
  invited_by bigint not null,
  created_at bigint not null,
  expires_at bigint not null,
  accepted_at bigint,
  accepted_by bigint,
  revoked_at bigint,
  constraint invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES "user"(id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES "user"(id),
  constraint invitation_pkey PRIMARY KEY (workspace_id, id),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'member'::text, 'viewer'::text]))),
  constraint invitation_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table job (
  id bigint not null default nextval('job_id_seq'::regclass),
  kind text not null,
  payload text not null,
  run_at bigint not null,
  attempts bigint not null default 0,
  locked_until bigint,
  last_error text,
  failed_at bigint,
  created_at bigint not null,
  constraint job_pkey PRIMARY KEY (id)
);

create table lead (
  id bigint not null default nextval('lead_id_seq'::regclass),
  workspace_id bigint not null,
  first_name text not null,
  last_name text not null,
  company_name text,
  search_text text not null,
  email text,
  phone text,
  title text,
  source text,
  status text not null,
  score bigint not null default 0,
  value bigint,
  currency text not null,
  notes text,
  tags text not null default '[]'::text,
  owner_id bigint not null,
  created_by bigint,
  converted_at bigint,
  converted_by bigint,
  client_id bigint,
  contact_id bigint,
  deal_id bigint,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint lead_converted_by_fkey FOREIGN KEY (converted_by) REFERENCES "user"(id),
  constraint lead_created_by_fkey FOREIGN KEY (created_by) REFERENCES "user"(id),
  constraint lead_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id),
  constraint lead_pkey PRIMARY KEY (workspace_id, id),
  constraint lead_status_check CHECK ((status = ANY (ARRAY['new'::text, 'contacted'::text, 'qualified'::text, 'converted'::text, 'lost'::text]))),
  constraint lead_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint lead_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint lead_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table member (
  id bigint not null default nextval('member_id_seq'::regclass),
  workspace_id bigint not null,
  user_id bigint not null,
  role text not null,
  designation text,
  department text,
  is_active bigint not null default 1,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  constraint member_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint member_pkey PRIMARY KEY (workspace_id, id),
  constraint member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'manager'::text, 'member'::text, 'viewer'::text]))),
  constraint member_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint member_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint member_workspace_id_user_id_key UNIQUE (workspace_id, user_id)
);

create table migration (
  id bigint not null,
  name text not null,
  ran_at bigint not null,
  constraint migration_pkey PRIMARY KEY (id)
);

create table passkey (
  id bigint not null default nextval('passkey_id_seq'::regclass),
  user_id bigint not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  name text not null,
  created_at bigint not null,
  last_used_at bigint,
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table passkey_challenge (
  challenge text not null,
  user_id bigint,
  purpose text not null,
  expires_at bigint not null,
  constraint passkey_challenge_pkey PRIMARY KEY (challenge)
);

create table password_reset (
  id bigint not null default nextval('password_reset_id_seq'::regclass),
  user_id bigint not null,
  secret_hash text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  constraint password_reset_pkey PRIMARY KEY (id),
  constraint password_reset_secret_hash_key UNIQUE (secret_hash),
  constraint password_reset_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table project (
  id bigint not null default nextval('project_id_seq'::regclass),
  workspace_id bigint not null,
  parent_id bigint,
  path text not null,
  position bigint not null,
  client_id bigint,
  title text not null,
  title_key text not null,
  code text,
  notes text,
  color text not null,
  productivity_score double precision not null default 1,
  status text not null default 'active'::text,
  is_archived bigint not null default 0,
  archived_at bigint,
  archived_by bigint,
  archive_reason text,
  is_private bigint not null default 0,
  default_billing_status text,
  estimate_seconds bigint,
  starts_on text,
  ends_on text,
  custom_fields text not null default '{}'::text,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  budget_seconds bigint,
  budget_amount bigint,
  budget_currency text,
  budget_period text,
  budget_alert_percent bigint,
  search_text text not null default ''::text,
  constraint project_budget_alert_percent_check CHECK (((budget_alert_percent >= 1) AND (budget_alert_percent <= 100))),
  constraint project_budget_amount_check CHECK ((budget_amount > 0)),
  constraint project_budget_period_check CHECK ((budget_period = ANY (ARRAY['total'::text, 'month'::text]))),
  constraint project_budget_seconds_check CHECK ((budget_seconds > 0)),
  constraint project_default_billing_status_check CHECK ((default_billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text]))),
  constraint project_is_archived_check CHECK ((is_archived = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint project_is_private_check CHECK ((is_private = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint project_pkey PRIMARY KEY (workspace_id, id),
  constraint project_productivity_score_check CHECK (((productivity_score >= ('-1'::integer)::double precision) AND (productivity_score <= (1)::double precision))),
  constraint project_status_check CHECK ((status = ANY (ARRAY['active'::text, 'on_hold'::text, 'completed'::text, 'cancelled'::text, 'inactive'::text]))),
  constraint project_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint project_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint project_workspace_id_parent_id_fkey FOREIGN KEY (workspace_id, parent_id) REFERENCES project(workspace_id, id)
);

create table project_favourite (
  workspace_id bigint not null,
  project_id bigint not null,
  user_id bigint not null,
  created_at bigint not null default 0,
  constraint project_favourite_pkey PRIMARY KEY (workspace_id, project_id, user_id),
  constraint project_favourite_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint project_favourite_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id) ON DELETE CASCADE
);

create table project_member (
  workspace_id bigint not null,
  project_id bigint not null,
  user_id bigint not null,
  is_manager bigint not null default 0,
  constraint project_member_is_manager_check CHECK ((is_manager = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint project_member_pkey PRIMARY KEY (workspace_id, project_id, user_id),
  constraint project_member_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint project_member_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id) ON DELETE CASCADE
);

create table rate (
  id bigint not null default nextval('rate_id_seq'::regclass),
  workspace_id bigint not null,
  kind text not null,
  user_id bigint,
  client_id bigint,
  project_id bigint,
  task_id bigint,
  amount bigint,
  currency text not null,
  effective_from text not null,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint rate_amount_check CHECK ((amount >= 0)),
  constraint rate_check CHECK (((task_id IS NULL) OR ((user_id IS NULL) AND (client_id IS NULL) AND (project_id IS NULL)))),
  constraint rate_check1 CHECK (((client_id IS NULL) OR ((user_id IS NULL) AND (project_id IS NULL)))),
  constraint rate_kind_check CHECK ((kind = ANY (ARRAY['billable'::text, 'cost'::text]))),
  constraint rate_pkey PRIMARY KEY (workspace_id, id),
  constraint rate_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint rate_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id) ON DELETE CASCADE,
  constraint rate_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint rate_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id) ON DELETE CASCADE,
  constraint rate_workspace_id_task_id_fkey FOREIGN KEY (workspace_id, task_id) REFERENCES task(workspace_id, id) ON DELETE CASCADE
);

create table recovery_code (
  user_id bigint not null,
  code_hash text not null,
  created_at bigint not null,
  used_at bigint,
  constraint recovery_code_pkey PRIMARY KEY (user_id, code_hash),
  constraint recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table report_export (
  id bigint not null default nextval('report_export_id_seq'::regclass),
  user_id bigint not null,
  workspace_id bigint,
  name text not null,
  request text not null,
  format text not null,
  status text not null,
  rows_done bigint not null default 0,
  rows_total bigint,
  size_bytes bigint,
  error text,
  created_at bigint not null,
  finished_at bigint,
  constraint report_export_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'pdf'::text, 'json'::text]))),
  constraint report_export_pkey PRIMARY KEY (id),
  constraint report_export_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'working'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint report_export_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table report_export_part (
  export_id bigint not null,
  position bigint not null,
  bytes bytea not null,
  constraint report_export_part_export_id_fkey FOREIGN KEY (export_id) REFERENCES report_export(id) ON DELETE CASCADE,
  constraint report_export_part_pkey PRIMARY KEY (export_id, "position")
);

create table report_link (
  id bigint not null default nextval('report_link_id_seq'::regclass),
  workspace_id bigint not null,
  saved_report_id bigint not null,
  created_by bigint not null,
  secret_hash text not null,
  sealed_secret text not null,
  shows_amounts bigint not null default 0,
  expires_at bigint,
  revoked_at bigint,
  created_at bigint not null,
  constraint report_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES "user"(id),
  constraint report_link_pkey PRIMARY KEY (workspace_id, id),
  constraint report_link_shows_amounts_check CHECK ((shows_amounts = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint report_link_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint report_link_workspace_id_saved_report_id_fkey FOREIGN KEY (workspace_id, saved_report_id) REFERENCES saved_report(workspace_id, id) ON DELETE CASCADE
);

create table saved_report (
  id bigint not null default nextval('saved_report_id_seq'::regclass),
  workspace_id bigint not null,
  user_id bigint not null,
  name text not null,
  question text not null,
  is_shared bigint not null default 0,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint saved_report_is_shared_check CHECK ((is_shared = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint saved_report_pkey PRIMARY KEY (workspace_id, id),
  constraint saved_report_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint saved_report_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table session (
  id bigint not null default nextval('session_id_seq'::regclass),
  user_id bigint not null,
  secret_hash text not null,
  user_agent text,
  ip text,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  token_id bigint,
  made_with text,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_secret_hash_key UNIQUE (secret_hash),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table tag (
  id bigint not null default nextval('tag_id_seq'::regclass),
  workspace_id bigint not null,
  name text not null,
  name_key text not null,
  color text,
  description text,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  constraint tag_pkey PRIMARY KEY (workspace_id, id),
  constraint tag_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table task (
  id bigint not null default nextval('task_id_seq'::regclass),
  workspace_id bigint not null,
  project_id bigint not null,
  name text not null,
  name_key text not null,
  description text,
  status text not null default 'todo'::text,
  priority text not null default 'medium'::text,
  estimate_seconds bigint,
  due_on text,
  created_by bigint,
  started_at bigint,
  completed_at bigint,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  search_text text not null default ''::text,
  constraint task_pkey PRIMARY KEY (workspace_id, id),
  constraint task_priority_check CHECK ((priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
  constraint task_status_check CHECK ((status = ANY (ARRAY['todo'::text, 'in_progress'::text, 'review'::text, 'done'::text, 'cancelled'::text]))),
  constraint task_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint task_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id)
);

create table task_assignee (
  workspace_id bigint not null,
  task_id bigint not null,
  user_id bigint not null,
  constraint task_assignee_pkey PRIMARY KEY (workspace_id, task_id, user_id),
  constraint task_assignee_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint task_assignee_workspace_id_task_id_fkey FOREIGN KEY (workspace_id, task_id) REFERENCES task(workspace_id, id) ON DELETE CASCADE
);

create table task_tag (
  workspace_id bigint not null,
  task_id bigint not null,
  tag_id bigint not null,
  constraint task_tag_pkey PRIMARY KEY (workspace_id, task_id, tag_id),
  constraint task_tag_workspace_id_tag_id_fkey FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id) ON DELETE CASCADE,
  constraint task_tag_workspace_id_task_id_fkey FOREIGN KEY (workspace_id, task_id) REFERENCES task(workspace_id, id) ON DELETE CASCADE
);

create table timesheet (
  id bigint not null default nextval('timesheet_id_seq'::regclass),
  workspace_id bigint not null,
  user_id bigint not null,
  starts_on text not null,
  ends_on text not null,
  comment text,
  submitted_at bigint,
  closed_at bigint,
  closed_by bigint,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  constraint timesheet_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES "user"(id),
  constraint timesheet_pkey PRIMARY KEY (workspace_id, id),
  constraint timesheet_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint timesheet_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint timesheet_workspace_id_user_id_starts_on_key UNIQUE (workspace_id, user_id, starts_on)
);

create table token (
  id bigint not null default nextval('token_id_seq'::regclass),
  user_id bigint not null,
  workspace_id bigint,
  name text not null,
  prefix text not null,
  secret_hash text not null,
  scopes text not null,
  allowed_ips text not null default '[]'::text,
  expires_at bigint,
  last_used_at bigint,
  usage_count bigint not null default 0,
  created_at bigint not null,
  revoked_at bigint,
  description text,
  is_active bigint not null default 1,
  is_integration bigint not null default 0,
  limit_factor bigint not null default 1,
  constraint token_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint token_is_integration_check CHECK ((is_integration = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint token_limit_factor_check CHECK ((limit_factor > 0)),
  constraint token_pkey PRIMARY KEY (id),
  constraint token_secret_hash_key UNIQUE (secret_hash),
  constraint token_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table usage_bucket (
  user_id bigint not null,
  name text not null,
  type text not null,
  client text not null,
  device text not null,
  created_at bigint not null,
  constraint usage_bucket_pkey PRIMARY KEY (user_id, name),
  constraint usage_bucket_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table usage_rule (
  id bigint not null default nextval('usage_rule_id_seq'::regclass),
  user_id bigint not null,
  position bigint not null,
  field text not null,
  match text not null,
  value text not null,
  workspace_id bigint not null,
  project_id bigint not null,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  constraint usage_rule_field_check CHECK ((field = ANY (ARRAY['application'::text, 'title'::text, 'path'::text, 'domain'::text, 'keyword'::text]))),
  constraint usage_rule_match_check CHECK ((match = ANY (ARRAY['is'::text, 'contains'::text, 'starts_with'::text]))),
  constraint usage_rule_pkey PRIMARY KEY (id),
  constraint usage_rule_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint usage_rule_workspace_id_project_id_fkey FOREIGN KEY (workspace_id, project_id) REFERENCES project(workspace_id, id) ON DELETE CASCADE
);

create table user (
  id bigint not null default nextval('user_id_seq'::regclass),
  email text not null,
  email_key text not null,
  name text,
  password_hash text,
  time_zone text not null,
  locale text,
  time_format text not null default '24h'::text,
  duration_format text not null default 'clock'::text,
  week_start bigint not null default 1,
  default_billing_status text,
  default_workspace_id bigint,
  is_admin bigint not null default 0,
  is_active bigint not null default 1,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  personal_key_hash text,
  sealed_personal_key text,
  preferences text not null default '{}'::text,
  sealed_totp_secret text,
  totp_confirmed_at bigint,
  totp_last_step bigint not null default 0,
  constraint user_default_billing_status_check CHECK ((default_billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text]))),
  constraint user_duration_format_check CHECK ((duration_format = ANY (ARRAY['clock'::text, 'decimal'::text]))),
  constraint user_email_key_key UNIQUE (email_key),
  constraint user_is_active_check CHECK ((is_active = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint user_is_admin_check CHECK ((is_admin = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_time_format_check CHECK ((time_format = ANY (ARRAY['24h'::text, '12h'::text]))),
  constraint user_week_start_check CHECK (((week_start >= 1) AND (week_start <= 7)))
);

create table webhook (
  id bigint not null default nextval('webhook_id_seq'::regclass),
  workspace_id bigint not null,
  user_id bigint not null,
  wire text not null,
  name text not null,
  url text not null,
  events text not null,
  details text not null default '{}'::text,
  sealed_secret text not null,
  is_enabled bigint not null default 1,
  validated_at bigint,
  validation_code text,
  failures_in_row bigint not null default 0,
  disabled_at bigint,
  disabled_reason text,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  hears_everywhere bigint not null default 0,
  constraint webhook_hears_everywhere_check CHECK ((hears_everywhere = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint webhook_is_enabled_check CHECK ((is_enabled = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint webhook_pkey PRIMARY KEY (workspace_id, id),
  constraint webhook_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint webhook_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

create table webhook_event (
  workspace_id bigint not null,
  webhook_id bigint not null,
  pattern text not null,
  constraint webhook_event_pkey PRIMARY KEY (workspace_id, pattern, webhook_id),
  constraint webhook_event_workspace_id_webhook_id_fkey FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhook(workspace_id, id) ON DELETE CASCADE
);

create table wire_use (
  user_id bigint not null,
  wire text not null,
  client text,
  used_at bigint not null,
  constraint wire_use_pkey PRIMARY KEY (user_id, wire),
  constraint wire_use_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
);

create table workspace (
  id bigint not null default nextval('workspace_id_seq'::regclass),
  personal_user_id bigint,
  name text not null,
  time_zone text not null,
  week_start bigint not null default 1,
  default_billing_status text,
  locked_before text,
  refuses_overlap bigint not null default 0,
  protects_billed bigint not null default 0,
  only_admins_create_projects bigint not null default 0,
  version bigint not null default 1,
  created_at bigint not null,
  updated_at bigint not null,
  deleted_at bigint,
  currency text not null default 'EUR'::text,
  rounding_mode text not null default 'none'::text,
  rounding_minutes bigint not null default 15,
  rounding_per text not null default 'entry'::text,
  disabled_modules text not null default '[]'::text,
  constraint workspace_default_billing_status_check CHECK ((default_billing_status = ANY (ARRAY['not_billable'::text, 'billable'::text]))),
  constraint workspace_only_admins_create_projects_check CHECK ((only_admins_create_projects = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint workspace_personal_user_id_fkey FOREIGN KEY (personal_user_id) REFERENCES "user"(id),
  constraint workspace_personal_user_id_key UNIQUE (personal_user_id),
  constraint workspace_pkey PRIMARY KEY (id),
  constraint workspace_protects_billed_check CHECK ((protects_billed = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint workspace_refuses_overlap_check CHECK ((refuses_overlap = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint workspace_rounding_minutes_check CHECK (((rounding_minutes >= 1) AND (rounding_minutes <= 1440))),
  constraint workspace_rounding_mode_check CHECK ((rounding_mode = ANY (ARRAY['none'::text, 'up'::text, 'down'::text, 'nearest'::text]))),
  constraint workspace_rounding_per_check CHECK ((rounding_per = ANY (ARRAY['entry'::text, 'day_project'::text, 'total'::text]))),
  constraint workspace_week_start_check CHECK (((week_start >= 1) AND (week_start <= 7)))
);

CREATE INDEX app_usage_by_project ON app_usage USING btree (workspace_id, project_id, started_at) WHERE (project_id IS NOT NULL);
CREATE INDEX app_usage_by_user ON app_usage USING btree (user_id, started_at);
CREATE UNIQUE INDEX app_usage_once ON app_usage USING btree (user_id, device, source, started_at);
CREATE UNIQUE INDEX app_usage_pkey ON app_usage USING btree (id);
CREATE INDEX approval_by_entry ON approval USING btree (workspace_id, entry_id, id);
CREATE INDEX approval_by_timesheet ON approval USING btree (workspace_id, timesheet_id) WHERE (timesheet_id IS NOT NULL);
CREATE INDEX approval_due ON approval USING btree (workspace_id, id) WHERE ((status = 'pending'::text) AND (is_due = 1));
CREATE UNIQUE INDEX approval_pending ON approval USING btree (workspace_id, entry_id, level) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX approval_pkey ON approval USING btree (workspace_id, id);
CREATE INDEX approval_approver_by_user ON approval_approver USING btree (user_id, workspace_id, approval_id);
CREATE UNIQUE INDEX approval_approver_pkey ON approval_approver USING btree (workspace_id, approval_id, user_id);
CREATE UNIQUE INDEX approval_policy_pkey ON approval_policy USING btree (workspace_id, id);
CREATE UNIQUE INDEX budget_alert_pkey ON budget_alert USING btree (workspace_id, project_id, period, percent);
CREATE INDEX client_by_change ON client USING btree (workspace_id, updated_at);
CREATE UNIQUE INDEX client_name ON client USING btree (workspace_id, name_key) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX client_pkey ON client USING btree (workspace_id, id);
CREATE INDEX contact_by_client ON contact USING btree (workspace_id, client_id, name_key);
CREATE UNIQUE INDEX contact_pkey ON contact USING btree (workspace_id, id);
CREATE UNIQUE INDEX contact_primary ON contact USING btree (workspace_id, client_id) WHERE ((is_primary = 1) AND (deleted_at IS NULL));
CREATE INDEX deal_by_stage ON deal USING btree (workspace_id, status, stage, id);
CREATE UNIQUE INDEX deal_pkey ON deal USING btree (workspace_id, id);
CREATE INDEX delivery_by_webhook ON delivery USING btree (workspace_id, webhook_id, id);
CREATE INDEX delivery_due ON delivery USING btree (run_at) WHERE (status = 'waiting'::text);
CREATE INDEX delivery_finished ON delivery USING btree (finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX delivery_in_turn ON delivery USING btree (webhook_id, subject_kind, subject_id, id) WHERE (status = 'waiting'::text);
CREATE UNIQUE INDEX delivery_pkey ON delivery USING btree (workspace_id, id);
CREATE INDEX entry_by_change ON entry USING btree (user_id, updated_at);
CREATE INDEX entry_by_day ON entry USING btree (user_id, started_on);
CREATE INDEX entry_by_end ON entry USING btree (user_id, ended_at);
CREATE INDEX entry_by_project ON entry USING btree (workspace_id, project_id, started_at);
CREATE INDEX entry_by_task ON entry USING btree (workspace_id, task_id) WHERE (task_id IS NOT NULL);
CREATE INDEX entry_by_user ON entry USING btree (user_id, started_at, id);
CREATE INDEX entry_by_workspace ON entry USING btree (workspace_id, started_at, id, deleted_at, ended_at, user_id, project_id, task_id, client_id, paused_at, break_seconds, billing_status, billable_rate, billable_amount, billable_currency, cost_rate, cost_amount, cost_currency);
CREATE INDEX entry_deleted ON entry USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX entry_long ON entry USING btree (workspace_id, started_at) WHERE ((ended_at IS NULL) OR ((ended_at - started_at) > 86400000));
CREATE UNIQUE INDEX entry_pkey ON entry USING btree (workspace_id, id);
CREATE UNIQUE INDEX entry_running ON entry USING btree (user_id) WHERE ((ended_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX entry_search ON entry USING gin (workspace_id, search_text gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX entry_tag_by_tag ON entry_tag USING btree (workspace_id, tag_id, entry_id);
CREATE UNIQUE INDEX entry_tag_pkey ON entry_tag USING btree (workspace_id, entry_id, tag_id);
CREATE INDEX event_by_actor ON event USING btree (workspace_id, user_id, id);
CREATE INDEX event_by_operation ON event USING btree (operation_id);
CREATE INDEX event_by_subject ON event USING btree (workspace_id, subject_kind, subject_id);
CREATE UNIQUE INDEX event_pkey ON event USING btree (workspace_id, id);
CREATE INDEX idempotency_key_by_age ON idempotency_key USING btree (created_at);
CREATE UNIQUE INDEX idempotency_key_pkey ON idempotency_key USING btree (actor, key);
CREATE INDEX identity_by_user ON identity USING btree (user_id);
CREATE UNIQUE INDEX identity_issuer_subject_key ON identity USING btree (issuer, subject);
CREATE UNIQUE INDEX identity_pkey ON identity USING btree (id);
CREATE INDEX invitation_by_secret ON invitation USING btree (secret_hash);
CREATE UNIQUE INDEX invitation_open ON invitation USING btree (workspace_id, email_key) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX invitation_pkey ON invitation USING btree (workspace_id, id);
CREATE INDEX job_due ON job USING btree (run_at) WHERE (failed_at IS NULL);
CREATE UNIQUE INDEX job_pkey ON job USING btree (id);
CREATE INDEX lead_by_score ON lead USING btree (workspace_id, score, id);
CREATE UNIQUE INDEX lead_pkey ON lead USING btree (workspace_id, id);
CREATE INDEX member_by_user ON member USING btree (user_id);
CREATE UNIQUE INDEX member_pkey ON member USING btree (workspace_id, id);
CREATE UNIQUE INDEX member_workspace_id_user_id_key ON member USING btree (workspace_id, user_id);
CREATE UNIQUE INDEX migration_pkey ON migration USING btree (id);
CREATE INDEX passkey_by_user ON passkey USING btree (user_id);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey USING btree (credential_id);
CREATE UNIQUE INDEX passkey_pkey ON passkey USING btree (id);
CREATE INDEX passkey_challenge_by_expiry ON passkey_challenge USING btree (expires_at);
CREATE UNIQUE INDEX passkey_challenge_pkey ON passkey_challenge USING btree (challenge);
CREATE INDEX password_reset_by_expiry ON password_reset USING btree (expires_at);
CREATE UNIQUE INDEX password_reset_pkey ON password_reset USING btree (id);
CREATE UNIQUE INDEX password_reset_secret_hash_key ON password_reset USING btree (secret_hash);
CREATE INDEX project_archived ON project USING btree (workspace_id) WHERE ((is_archived = 1) AND (deleted_at IS NULL));
CREATE INDEX project_budget ON project USING btree (workspace_id) WHERE ((budget_period IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX project_by_change ON project USING btree (workspace_id, updated_at);
CREATE INDEX project_by_parent ON project USING btree (workspace_id, parent_id, "position");
CREATE INDEX project_by_title ON project USING btree (workspace_id, title_key);
CREATE UNIQUE INDEX project_pkey ON project USING btree (workspace_id, id);
CREATE INDEX project_private ON project USING btree (workspace_id) WHERE ((is_private = 1) AND (deleted_at IS NULL));
CREATE UNIQUE INDEX project_favourite_pkey ON project_favourite USING btree (workspace_id, project_id, user_id);
CREATE UNIQUE INDEX project_member_pkey ON project_member USING btree (workspace_id, project_id, user_id);
CREATE UNIQUE INDEX rate_day ON rate USING btree (workspace_id, COALESCE(project_id, (0)::bigint), COALESCE(task_id, (0)::bigint), COALESCE(client_id, (0)::bigint), COALESCE(user_id, (0)::bigint), kind, effective_from) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX rate_pkey ON rate USING btree (workspace_id, id);
CREATE UNIQUE INDEX recovery_code_pkey ON recovery_code USING btree (user_id, code_hash);
CREATE INDEX report_export_by_user ON report_export USING btree (user_id, id);
CREATE UNIQUE INDEX report_export_pkey ON report_export USING btree (id);
CREATE UNIQUE INDEX report_export_part_pkey ON report_export_part USING btree (export_id, "position");
CREATE INDEX report_link_by_secret ON report_link USING btree (secret_hash);
CREATE UNIQUE INDEX report_link_pkey ON report_link USING btree (workspace_id, id);
CREATE UNIQUE INDEX saved_report_pkey ON saved_report USING btree (workspace_id, id);
CREATE INDEX session_by_expiry ON session USING btree (expires_at);
CREATE INDEX session_by_user ON session USING btree (user_id);
CREATE UNIQUE INDEX session_pkey ON session USING btree (id);
CREATE UNIQUE INDEX session_secret_hash_key ON session USING btree (secret_hash);
CREATE INDEX tag_by_change ON tag USING btree (workspace_id, updated_at);
CREATE UNIQUE INDEX tag_name ON tag USING btree (workspace_id, name_key) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX tag_pkey ON tag USING btree (workspace_id, id);
CREATE INDEX task_by_change ON task USING btree (workspace_id, updated_at);
CREATE UNIQUE INDEX task_name ON task USING btree (workspace_id, project_id, name_key) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX task_pkey ON task USING btree (workspace_id, id);
CREATE UNIQUE INDEX task_assignee_pkey ON task_assignee USING btree (workspace_id, task_id, user_id);
CREATE UNIQUE INDEX task_tag_pkey ON task_tag USING btree (workspace_id, task_id, tag_id);
CREATE UNIQUE INDEX timesheet_pkey ON timesheet USING btree (workspace_id, id);
CREATE UNIQUE INDEX timesheet_workspace_id_user_id_starts_on_key ON timesheet USING btree (workspace_id, user_id, starts_on);
CREATE INDEX token_by_user ON token USING btree (user_id);
CREATE UNIQUE INDEX token_of_integration ON token USING btree (user_id) WHERE ((is_integration = 1) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX token_pkey ON token USING btree (id);
CREATE INDEX token_raised ON token USING btree (id) WHERE ((limit_factor > 1) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX token_secret_hash_key ON token USING btree (secret_hash);
CREATE UNIQUE INDEX usage_bucket_pkey ON usage_bucket USING btree (user_id, name);
CREATE INDEX usage_rule_by_user ON usage_rule USING btree (user_id, "position");
CREATE UNIQUE INDEX usage_rule_pkey ON usage_rule USING btree (id);
CREATE UNIQUE INDEX user_by_personal_key ON "user" USING btree (personal_key_hash) WHERE (personal_key_hash IS NOT NULL);
CREATE UNIQUE INDEX user_email_key_key ON "user" USING btree (email_key);
CREATE UNIQUE INDEX user_pkey ON "user" USING btree (id);
CREATE INDEX webhook_everywhere ON webhook USING btree (hears_everywhere, user_id) WHERE ((hears_everywhere = 1) AND (deleted_at IS NULL));
CREATE UNIQUE INDEX webhook_pkey ON webhook USING btree (workspace_id, id);
CREATE UNIQUE INDEX webhook_event_pkey ON webhook_event USING btree (workspace_id, pattern, webhook_id);
CREATE UNIQUE INDEX wire_use_pkey ON wire_use USING btree (user_id, wire);
CREATE UNIQUE INDEX workspace_personal_user_id_key ON workspace USING btree (personal_user_id);
CREATE UNIQUE INDEX workspace_pkey ON workspace USING btree (id);
CREATE STATISTICS entry_length ON (ended_at - started_at) FROM entry;
