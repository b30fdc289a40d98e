CREATE TABLE app_usage (id integer primary key autoincrement, user_id integer not null references "user" (id), device text not null, source text not null,
      started_at integer not null, ended_at integer not null, application text, title text, path text, domain text,
      is_away integer not null default 0 check (is_away in (0, 1)), workspace_id integer, project_id integer, is_assigned_by_hand integer not null default 0 check (is_assigned_by_hand in (0, 1)),
      check (ended_at >= started_at), check ((workspace_id is null) = (project_id is null)),
      foreign key (workspace_id, project_id) references project (workspace_id, id)) strict;

CREATE INDEX app_usage_by_project on app_usage (workspace_id, project_id, started_at) where project_id is not null;

CREATE INDEX app_usage_by_user on app_usage (user_id, started_at);

CREATE UNIQUE INDEX app_usage_once on app_usage (user_id, device, source, started_at);

CREATE TABLE approval (id integer primary key autoincrement, workspace_id integer not null references workspace (id), entry_id integer not null, timesheet_id integer, level integer not null check (level >= 1),
      status text not null check (status in ('pending', 'approved', 'rejected', 'cancelled')),
      is_due integer not null check (is_due in (0, 1)), parent_id integer,
      requested_by integer not null references "user" (id), request_comment text,
      decided_by integer references "user" (id), decided_at integer, decision_comment text, version integer not null default 1, created_at integer not null, updated_at integer not null, unique (workspace_id, id), foreign key (workspace_id, entry_id) references entry (workspace_id, id) on delete cascade, foreign key (workspace_id, timesheet_id) references timesheet (workspace_id, id)) strict;

CREATE INDEX approval_by_entry on approval (workspace_id, entry_id, id);

CREATE INDEX approval_by_timesheet on approval (workspace_id, timesheet_id) where timesheet_id is not null;

CREATE INDEX approval_due on approval (workspace_id, id) where status = 'pending' and is_due = 1;

CREATE UNIQUE INDEX approval_pending on approval (workspace_id, entry_id, level) where status = 'pending';

CREATE TABLE approval_approver (workspace_id integer not null, approval_id integer not null, user_id integer not null references "user" (id),
      primary key (workspace_id, approval_id, user_id),
      foreign key (workspace_id, approval_id) references approval (workspace_id, id) on delete cascade) strict;

CREATE INDEX approval_approver_by_user on approval_approver (user_id, workspace_id, approval_id);

CREATE TABLE approval_policy (id integer primary key autoincrement, workspace_id integer not null references workspace (id), name text not null, project_id integer, user_id integer references "user" (id), min_seconds integer,
      billable_only integer not null default 0 check (billable_only in (0, 1)), levels text not null,
      is_enabled integer not null default 1 check (is_enabled in (0, 1)), version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, unique (workspace_id, id), foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade) strict;

CREATE TABLE budget_alert (workspace_id integer not null, project_id integer not null, period text not null, percent integer not null,
      reached_at integer not null, primary key (workspace_id, project_id, period, percent),
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade) strict;

CREATE TABLE client (id integer primary key autoincrement, workspace_id integer not null references workspace (id), name text not null, name_key text not null, notes text, contact_person text, email text,
      phone text, address text, type text not null default 'company' check (type in ('individual', 'company')),
      is_active integer not null default 1 check (is_active in (0, 1)), custom_fields text not null default '{}', version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, currency text, search_text text not null default '', unique (workspace_id, id)) strict;

CREATE INDEX client_by_change on client (workspace_id, updated_at);

CREATE UNIQUE INDEX client_name on client (workspace_id, name_key) where deleted_at is null;

CREATE TABLE contact (id integer primary key autoincrement, workspace_id integer not null references workspace (id), client_id integer not null, first_name text not null, last_name text not null, name_key text not null, search_text text not null,
      email text, phone text, mobile text, title text, department text, role text not null, address text, notes text,
      tags text not null default '[]', is_primary integer not null default 0 check (is_primary in (0, 1)),
      is_active integer not null default 1 check (is_active in (0, 1)), created_by integer references "user" (id),
      version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, unique (workspace_id, id), foreign key (workspace_id, client_id) references client (workspace_id, id)) strict;

CREATE INDEX contact_by_client on contact (workspace_id, client_id, name_key);

CREATE UNIQUE INDEX contact_primary on contact (workspace_id, client_id) where is_primary = 1 and deleted_at is null;

CREATE TABLE deal (id integer primary key autoincrement, workspace_id integer not null references workspace (id), client_id integer, contact_id integer, lead_id integer, project_id integer, name text not null,
      search_text text not null, description text,
      stage text not null check (stage in
        ('prospecting', 'qualification', 'proposal', 'negotiation', 'closed_won', 'closed_lost')),
      status text not null check (status in ('open', 'won', 'lost', 'cancelled')),
      value integer, currency text not null, probability integer not null check (probability between 0 and 100),
      expected_close_on text, closed_on text, closed_at integer, loss_reason text, notes text,
      owner_id integer not null references "user" (id), created_by integer references "user" (id),
      version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, unique (workspace_id, id), foreign key (workspace_id, client_id) references client (workspace_id, id), foreign key (workspace_id, contact_id) references contact (workspace_id, id), foreign key (workspace_id, lead_id) references lead (workspace_id, id), foreign key (workspace_id, project_id) references project (workspace_id, id)) strict;

CREATE INDEX deal_by_stage on deal (workspace_id, status, stage, id);

CREATE TABLE delivery (id integer primary key autoincrement, workspace_id integer not null references workspace (id), webhook_id integer not null, event_id integer, kind text not null, subject_kind text not null,
      subject_id integer not null, status text not null check (status in ('waiting', 'done', 'failed')),
      attempts integer not null default 0, run_at integer not null, locked_until integer,
      request_body text, response_status integer, response_text text, error text, took_ms integer,
      created_at integer not null, attempted_at integer, finished_at integer, event_workspace_id integer, unique (workspace_id, id), foreign key (workspace_id, webhook_id) references webhook (workspace_id, id) on delete cascade) strict;

CREATE INDEX delivery_by_webhook on delivery (workspace_id, webhook_id, id);

CREATE INDEX delivery_due on delivery (run_at) where status = 'waiting';

CREATE INDEX delivery_finished on delivery (finished_at) where finished_at is not null;

CREATE INDEX delivery_in_turn on delivery (webhook_id, subject_kind, subject_id, id) where status = 'waiting';

CREATE TRIGGER entry_search_delete after delete on entry begin
    delete from entry_search where rowid = old.id;
  end;

CREATE TRIGGER entry_search_insert after insert on entry begin
    insert into entry_search (rowid, place, text) values (new.id, '<' || new.workspace_id || '>', new.search_text);
  end;

CREATE TRIGGER entry_search_update after update of search_text on entry when old.search_text <> new.search_text begin
    delete from entry_search where rowid = old.id;
    insert into entry_search (rowid, place, text) values (new.id, '<' || new.workspace_id || '>', new.search_text);
  end;

CREATE TABLE entry (id integer primary key autoincrement, workspace_id integer not null references workspace (id), user_id integer not null references "user" (id), project_id integer, task_id integer,
      client_id integer, title text, notes text, search_text text not null default '',
      started_at integer not null, ended_at integer check (ended_at >= started_at),
      paused_at integer check (paused_at >= started_at), break_seconds integer not null default 0 check (break_seconds >= 0),
      time_zone text not null, started_on text not null,
      billing_status text check (billing_status in ('not_billable', 'billable', 'billed', 'paid')),
      custom_fields text not null default '{}',
      source text not null check (source in ('timer', 'manual', 'import')), via_wire text not null, via_client text,
      version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, billable_rate integer, billable_currency text, billable_amount integer, cost_rate integer, cost_currency text, cost_amount integer, wire_memo text, approval_status text check (approval_status in ('pending', 'approved', 'rejected')), invoice_number text,
      check (ended_at is null or paused_at is null), check (project_id is null or client_id is null), unique (workspace_id, id), foreign key (workspace_id, project_id) references project (workspace_id, id), foreign key (workspace_id, task_id) references task (workspace_id, id), foreign key (workspace_id, client_id) references client (workspace_id, id)) strict;

CREATE INDEX entry_by_change on entry (user_id, updated_at);

CREATE INDEX entry_by_day on entry (user_id, started_on);

CREATE INDEX entry_by_end on entry (user_id, ended_at);

CREATE INDEX entry_by_project on entry (workspace_id, project_id, started_at);

CREATE INDEX entry_by_task on entry (workspace_id, task_id) where task_id is not null;

CREATE INDEX entry_by_user on entry (user_id, started_at, id);

CREATE INDEX entry_by_workspace on entry (workspace_id, started_at, id, deleted_at, ended_at, user_id, project_id, task_id, client_id, paused_at, break_seconds, billing_status, billable_rate, billable_amount, billable_currency, cost_rate, cost_amount, cost_currency);

CREATE INDEX entry_deleted on entry (deleted_at) where deleted_at is not null;

CREATE INDEX entry_long on entry (workspace_id, started_at) where ended_at is null or ended_at - started_at > 86400000;

CREATE UNIQUE INDEX entry_running on entry (user_id) where ended_at is null and deleted_at is null;

CREATE VIRTUAL TABLE entry_search using fts5 (place, text,
    content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1');

CREATE TABLE 'entry_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'entry_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'entry_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'entry_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE entry_tag (workspace_id integer not null, entry_id integer not null, tag_id integer not null,
      primary key (workspace_id, entry_id, tag_id),
      foreign key (workspace_id, entry_id) references entry (workspace_id, id) on delete cascade,
      foreign key (workspace_id, tag_id) references tag (workspace_id, id) on delete cascade) strict;

CREATE INDEX entry_tag_by_tag on entry_tag (workspace_id, tag_id, entry_id);

CREATE TABLE event (id integer primary key autoincrement, workspace_id integer not null references workspace (id), at integer not null, operation_id text not null, user_id integer, token_id integer,
      wire text not null, client text, kind text not null, subject_kind text not null, subject_id integer not null,
      subject_user_id integer, before text, after text, reason text, unique (workspace_id, id)) strict;

CREATE INDEX event_by_actor on event (workspace_id, user_id, id);

CREATE INDEX event_by_operation on event (operation_id);

CREATE INDEX event_by_subject on event (workspace_id, subject_kind, subject_id);

CREATE TABLE idempotency_key (actor text not null, key text not null, request_hash text not null, status integer, answer text,
      created_at integer not null, primary key (actor, key)) strict;

CREATE INDEX idempotency_key_by_age on idempotency_key (created_at);

CREATE TABLE identity (id integer primary key autoincrement, user_id integer not null references "user" (id), issuer text not null, subject text not null,
      created_at integer not null, last_used_at integer not null, unique (issuer, subject)) strict;

CREATE INDEX identity_by_user on identity (user_id);

CREATE TABLE invitation (id integer primary key autoincrement, workspace_id integer not null references workspace (id), email text not null, email_key text not null, role text not null check (role in ('owner', 'admin', 'manager', 'member', 'viewer')), secret_hash text not null,
      invited_by integer not null references "user" (id), created_at integer not null, expires_at integer not null,
      accepted_at integer, accepted_by integer references "user" (id), revoked_at integer, unique (workspace_id, id)) strict;

CREATE INDEX invitation_by_secret on invitation (secret_hash);

CREATE UNIQUE INDEX invitation_open on invitation (workspace_id, email_key) where accepted_at is null and revoked_at is null;

CREATE TABLE job (id integer primary key autoincrement, kind text not null, payload text not null, run_at integer not null, attempts integer not null default 0,
      locked_until integer, last_error text, failed_at integer, created_at integer not null) strict;

CREATE INDEX job_due on job (run_at) where failed_at is null;

CREATE TABLE lead (id integer primary key autoincrement, workspace_id integer not null references workspace (id), first_name text not null, last_name text not null, company_name text, search_text text not null,
      email text, phone text, title text, source text,
      status text not null check (status in ('new', 'contacted', 'qualified', 'converted', 'lost')),
      score integer not null default 0, value integer, currency text not null, notes text,
      tags text not null default '[]', owner_id integer not null references "user" (id),
      created_by integer references "user" (id), converted_at integer, converted_by integer references "user" (id),
      client_id integer, contact_id integer, deal_id integer, version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, unique (workspace_id, id), foreign key (workspace_id, client_id) references client (workspace_id, id), foreign key (workspace_id, contact_id) references contact (workspace_id, id)) strict;

CREATE INDEX lead_by_score on lead (workspace_id, score, id);

CREATE TABLE member (id integer primary key autoincrement, workspace_id integer not null references workspace (id), user_id integer not null references "user" (id), role text not null check (role in ('owner', 'admin', 'manager', 'member', 'viewer')), designation text, department text,
      is_active integer not null default 1 check (is_active in (0, 1)), version integer not null default 1, created_at integer not null, updated_at integer not null, unique (workspace_id, id), unique (workspace_id, user_id)) strict;

CREATE INDEX member_by_user on member (user_id);

CREATE TABLE migration (id integer primary key, name text not null, ran_at integer not null) strict;

CREATE TABLE passkey (id integer primary key autoincrement, user_id integer not null references "user" (id), credential_id text not null unique,
      public_key text not null, counter integer not null, transports text not null, name text not null,
      created_at integer not null, last_used_at integer) strict;

CREATE INDEX passkey_by_user on passkey (user_id);

CREATE TABLE passkey_challenge (challenge text primary key, user_id integer, purpose text not null, expires_at integer not null) strict;

CREATE INDEX passkey_challenge_by_expiry on passkey_challenge (expires_at);

CREATE TABLE password_reset (id integer primary key autoincrement, user_id integer not null references "user" (id), secret_hash text not null unique,
      created_at integer not null, expires_at integer not null, used_at integer) strict;

CREATE INDEX password_reset_by_expiry on password_reset (expires_at);

CREATE TABLE project (id integer primary key autoincrement, workspace_id integer not null references workspace (id), parent_id integer, path text not null, position integer not null, client_id integer,
      title text not null, title_key text not null, code text, notes text, color text not null,
      productivity_score real not null default 1 check (productivity_score between -1 and 1),
      status text not null default 'active'
        check (status in ('active', 'on_hold', 'completed', 'cancelled', 'inactive')),
      is_archived integer not null default 0 check (is_archived in (0, 1)), archived_at integer, archived_by integer, archive_reason text, is_private integer not null default 0 check (is_private in (0, 1)),
      default_billing_status text check (default_billing_status in ('not_billable', 'billable')), estimate_seconds integer, starts_on text, ends_on text,
      custom_fields text not null default '{}', version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, budget_seconds integer check (budget_seconds > 0), budget_amount integer check (budget_amount > 0), budget_currency text, budget_period text check (budget_period in ('total', 'month')), budget_alert_percent integer check (budget_alert_percent between 1 and 100), search_text text not null default '', unique (workspace_id, id), foreign key (workspace_id, parent_id) references project (workspace_id, id), foreign key (workspace_id, client_id) references client (workspace_id, id)) strict;

CREATE INDEX project_archived on project (workspace_id) where is_archived = 1 and deleted_at is null;

CREATE INDEX project_budget on project (workspace_id) where budget_period is not null and deleted_at is null;

CREATE INDEX project_by_change on project (workspace_id, updated_at);

CREATE INDEX project_by_parent on project (workspace_id, parent_id, position);

CREATE INDEX project_by_title on project (workspace_id, title_key);

CREATE INDEX project_private on project (workspace_id) where is_private = 1 and deleted_at is null;

CREATE TABLE project_favourite (workspace_id integer not null, project_id integer not null, user_id integer not null references "user" (id), created_at integer not null default 0,
      primary key (workspace_id, project_id, user_id),
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade) strict;

CREATE TABLE project_member (workspace_id integer not null, project_id integer not null, user_id integer not null references "user" (id),
      is_manager integer not null default 0 check (is_manager in (0, 1)), primary key (workspace_id, project_id, user_id),
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade) strict;

CREATE TABLE rate (id integer primary key autoincrement, workspace_id integer not null references workspace (id), kind text not null check (kind in ('billable', 'cost')), user_id integer references "user" (id),
      client_id integer, project_id integer, task_id integer, amount integer check (amount >= 0),
      currency text not null, effective_from text not null, version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer,
      check (task_id is null or (user_id is null and client_id is null and project_id is null)),
      check (client_id is null or (user_id is null and project_id is null)), unique (workspace_id, id), foreign key (workspace_id, client_id) references client (workspace_id, id) on delete cascade, foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade, foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade) strict;

CREATE UNIQUE INDEX rate_day on rate (workspace_id, coalesce(project_id, 0), coalesce(task_id, 0),
      coalesce(client_id, 0), coalesce(user_id, 0), kind, effective_from) where deleted_at is null;

CREATE TABLE recovery_code (user_id integer not null references "user" (id), code_hash text not null, created_at integer not null,
      used_at integer, primary key (user_id, code_hash)) strict;

CREATE TABLE report_export (id integer primary key autoincrement, user_id integer not null references "user" (id), workspace_id integer, name text not null,
      request text not null,
      format text not null check (format in ('csv', 'xlsx', 'pdf', 'json')),
      status text not null check (status in ('waiting', 'working', 'done', 'failed', 'cancelled')),
      rows_done integer not null default 0, rows_total integer, size_bytes integer, error text,
      created_at integer not null, finished_at integer) strict;

CREATE INDEX report_export_by_user on report_export (user_id, id);

CREATE TABLE report_export_part (export_id integer not null references report_export (id) on delete cascade, position integer not null,
      bytes blob not null, primary key (export_id, position)) strict;

CREATE TABLE report_link (id integer primary key autoincrement, workspace_id integer not null references workspace (id), saved_report_id integer not null, created_by integer not null references "user" (id),
      secret_hash text not null, sealed_secret text not null, shows_amounts integer not null default 0 check (shows_amounts in (0, 1)),
      expires_at integer, revoked_at integer, created_at integer not null, unique (workspace_id, id), foreign key (workspace_id, saved_report_id) references saved_report (workspace_id, id) on delete cascade) strict;

CREATE INDEX report_link_by_secret on report_link (secret_hash);

CREATE TABLE saved_report (id integer primary key autoincrement, workspace_id integer not null references workspace (id), user_id integer not null references "user" (id), name text not null, question text not null,
      is_shared integer not null default 0 check (is_shared in (0, 1)), version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, unique (workspace_id, id)) strict;

CREATE TABLE session (id integer primary key autoincrement, user_id integer not null references "user" (id), secret_hash text not null unique,
      user_agent text, ip text, created_at integer not null, last_seen_at integer not null, expires_at integer not null, token_id integer, made_with text) strict;

CREATE INDEX session_by_expiry on session (expires_at);

CREATE INDEX session_by_user on session (user_id);

CREATE TABLE tag (id integer primary key autoincrement, workspace_id integer not null references workspace (id), name text not null, name_key text not null, color text, description text, version integer not null default 1, created_at integer not null, updated_at integer not null,
      deleted_at integer, unique (workspace_id, id)) strict;

CREATE INDEX tag_by_change on tag (workspace_id, updated_at);

CREATE UNIQUE INDEX tag_name on tag (workspace_id, name_key) where deleted_at is null;

CREATE TABLE task (id integer primary key autoincrement, workspace_id integer not null references workspace (id), project_id integer not null, name text not null, name_key text not null, description text,
      status text not null default 'todo' check (status in ('todo', 'in_progress', 'review', 'done', 'cancelled')),
      priority text not null default 'medium' check (priority in ('low', 'medium', 'high', 'urgent')),
      estimate_seconds integer, due_on text, created_by integer, started_at integer, completed_at integer,
      version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, search_text text not null default '', unique (workspace_id, id), foreign key (workspace_id, project_id) references project (workspace_id, id)) strict;

CREATE INDEX task_by_change on task (workspace_id, updated_at);

CREATE UNIQUE INDEX task_name on task (workspace_id, project_id, name_key) where deleted_at is null;

CREATE TABLE task_assignee (workspace_id integer not null, task_id integer not null, user_id integer not null references "user" (id),
      primary key (workspace_id, task_id, user_id),
      foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade) strict;

CREATE TABLE task_tag (workspace_id integer not null, task_id integer not null, tag_id integer not null,
      primary key (workspace_id, task_id, tag_id),
      foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade,
      foreign key (workspace_id, tag_id) references tag (workspace_id, id) on delete cascade) strict;

CREATE TABLE timesheet (id integer primary key autoincrement, workspace_id integer not null references workspace (id), user_id integer not null references "user" (id), starts_on text not null, ends_on text not null, comment text,
      submitted_at integer, closed_at integer, closed_by integer references "user" (id), version integer not null default 1, created_at integer not null, updated_at integer not null, unique (workspace_id, id), unique (workspace_id, user_id, starts_on)) strict;

CREATE TABLE token (id integer primary key autoincrement, user_id integer not null references "user" (id), workspace_id integer, name text not null,
      prefix text not null, secret_hash text not null unique, scopes text not null, allowed_ips text not null default '[]',
      expires_at integer, last_used_at integer, usage_count integer not null default 0,
      created_at integer not null, revoked_at integer, description text, is_active integer not null default 1 check (is_active in (0, 1)), is_integration integer not null default 0 check (is_integration in (0, 1)), limit_factor integer not null default 1 check (limit_factor > 0)) strict;

CREATE INDEX token_by_user on token (user_id);

CREATE UNIQUE INDEX token_of_integration on token (user_id) where is_integration = 1 and revoked_at is null;

CREATE INDEX token_raised on token (id) where limit_factor > 1 and revoked_at is null;

CREATE TABLE usage_bucket (user_id integer not null references "user" (id), name text not null, type text not null, client text not null,
      device text not null, created_at integer not null, primary key (user_id, name)) strict;

CREATE TABLE usage_rule (id integer primary key autoincrement, user_id integer not null references "user" (id), position integer not null,
      field text not null check (field in ('application', 'title', 'path', 'domain', 'keyword')),
      match text not null check (match in ('is', 'contains', 'starts_with')), value text not null,
      workspace_id integer not null, project_id integer not null, version integer not null default 1, created_at integer not null, updated_at integer not null,
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade) strict;

CREATE INDEX usage_rule_by_user on usage_rule (user_id, position);

CREATE TABLE "user" (id integer primary key autoincrement, email text not null, email_key text not null unique, name text, password_hash text,
      time_zone text not null, locale text,
      time_format text not null default '24h' check (time_format in ('24h', '12h')),
      duration_format text not null default 'clock' check (duration_format in ('clock', 'decimal')),
      week_start integer not null default 1 check (week_start between 1 and 7),
      default_billing_status text check (default_billing_status in ('not_billable', 'billable')), default_workspace_id integer, is_admin integer not null default 0 check (is_admin in (0, 1)), is_active integer not null default 1 check (is_active in (0, 1)), version integer not null default 1, created_at integer not null, updated_at integer not null, personal_key_hash text, sealed_personal_key text, preferences text not null default '{}', sealed_totp_secret text, totp_confirmed_at integer, totp_last_step integer not null default 0) strict;

CREATE UNIQUE INDEX user_by_personal_key on "user" (personal_key_hash) where personal_key_hash is not null;

CREATE TABLE webhook (id integer primary key autoincrement, workspace_id integer not null references workspace (id), user_id integer not null references "user" (id), wire text not null, name text not null, url text not null,
      events text not null, details text not null default '{}', sealed_secret text not null,
      is_enabled integer not null default 1 check (is_enabled in (0, 1)), validated_at integer,
      validation_code text, failures_in_row integer not null default 0, disabled_at integer, disabled_reason text,
      version integer not null default 1, created_at integer not null, updated_at integer not null, deleted_at integer, hears_everywhere integer not null default 0 check (hears_everywhere in (0, 1)), unique (workspace_id, id)) strict;

CREATE INDEX webhook_everywhere on webhook (hears_everywhere, user_id) where hears_everywhere = 1 and deleted_at is null;

CREATE TABLE webhook_event (workspace_id integer not null, webhook_id integer not null, pattern text not null,
      primary key (workspace_id, pattern, webhook_id),
      foreign key (workspace_id, webhook_id) references webhook (workspace_id, id) on delete cascade) strict;

CREATE TABLE wire_use (user_id integer not null references "user" (id), wire text not null, client text,
      used_at integer not null, primary key (user_id, wire)) strict;

CREATE TABLE workspace (id integer primary key autoincrement, personal_user_id integer unique references "user" (id), name text not null, time_zone text not null,
      week_start integer not null default 1 check (week_start between 1 and 7), default_billing_status text check (default_billing_status in ('not_billable', 'billable')), locked_before text,
      refuses_overlap integer not null default 0 check (refuses_overlap in (0, 1)), protects_billed integer not null default 0 check (protects_billed in (0, 1)), only_admins_create_projects integer not null default 0 check (only_admins_create_projects in (0, 1)), version integer not null default 1, created_at integer not null, updated_at integer not null,
      deleted_at integer, currency text not null default 'EUR', rounding_mode text not null default 'none' check (rounding_mode in ('none', 'up', 'down', 'nearest')), rounding_minutes integer not null default 15 check (rounding_minutes between 1 and 1440), rounding_per text not null default 'entry' check (rounding_per in ('entry', 'day_project', 'total')), disabled_modules text not null default '[]') strict;
