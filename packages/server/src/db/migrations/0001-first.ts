import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** People, workspaces, what they track, and the events, jobs and keys that every write leaves behind. */
export const first: Migration = {
  name: '0001-first',
  async up(tx, engine) {
    async function table(name: string, columns: string): Promise<void> {
      await sql.raw(`create table ${name} (${engine.columns(columns)}) ${engine.tableOptions}`).execute(tx)
    }
    async function tableInWorkspace(name: string, columns: string, ...keys: string[]): Promise<void> {
      const own = engine.idInWorkspace
      await table(name, [own.columns, columns, own.keys, ...keys].join(', '))
    }
    async function index(name: string, on: string): Promise<void> {
      await sql.raw(`create index ${name} on ${on}`).execute(tx)
    }
    async function uniqueIndex(name: string, on: string): Promise<void> {
      await sql.raw(`create unique index ${name} on ${on}`).execute(tx)
    }
    const { ownId } = engine
    const flag = (name: string, start: 0 | 1 = 0) =>
      `${name} integer not null default ${start} check (${name} in (0, 1))`
    const oneOf = (name: string, values: string[]) =>
      `check (${name} in (${values.map((v) => `'${v}'`).join(', ')}))`
    const versioned =
      'version integer not null default 1, created_at integer not null, updated_at integer not null'
    const defaultStatus = `default_billing_status text ${oneOf('default_billing_status', ['not_billable', 'billable'])}`
    const role = `role text not null ${oneOf('role', ['owner', 'admin', 'manager', 'member', 'viewer'])}`

    await table(
      '"user"',
      `${ownId}, email text not null, email_key text not null unique, name text, password_hash text,
      time_zone text not null, locale text,
      time_format text not null default '24h' ${oneOf('time_format', ['24h', '12h'])},
      duration_format text not null default 'clock' ${oneOf('duration_format', ['clock', 'decimal'])},
      week_start integer not null default 1 check (week_start between 1 and 7),
      ${defaultStatus}, default_workspace_id integer, ${flag('is_admin')}, ${flag('is_active', 1)}, ${versioned}`,
    )
    await table(
      'session',
      `${ownId}, user_id integer not null references "user" (id), secret_hash text not null unique,
      user_agent text, ip text, created_at integer not null, last_seen_at integer not null, expires_at integer not null`,
    )
    await index('session_by_user', 'session (user_id)')
    await index('session_by_expiry', 'session (expires_at)')
    await table(
      'token',
      `${ownId}, user_id integer not null references "user" (id), workspace_id integer, name text not null,
      prefix text not null, secret_hash text not null unique, scopes text not null, allowed_ips text not null default '[]',
      expires_at integer, last_used_at integer, usage_count integer not null default 0,
      created_at integer not null, revoked_at integer`,
    )
    await index('token_by_user', 'token (user_id)')
    await table(
      'password_reset',
      `${ownId}, user_id integer not null references "user" (id), secret_hash text not null unique,
      created_at integer not null, expires_at integer not null, used_at integer`,
    )
    await index('password_reset_by_expiry', 'password_reset (expires_at)')

    await table(
      'workspace',
      `${ownId}, personal_user_id integer unique references "user" (id), name text not null, time_zone text not null,
      week_start integer not null default 1 check (week_start between 1 and 7), ${defaultStatus}, locked_before text,
      ${flag('refuses_overlap')}, ${flag('protects_billed')}, ${flag('only_admins_create_projects')}, ${versioned},
      deleted_at integer`,
    )
    await tableInWorkspace(
      'member',
      `user_id integer not null references "user" (id), ${role}, designation text, department text,
      ${flag('is_active', 1)}, ${versioned}`,
      'unique (workspace_id, user_id)',
    )
    await index('member_by_user', 'member (user_id)')
    await tableInWorkspace(
      'invitation',
      `email text not null, email_key text not null, ${role}, secret_hash text not null,
      invited_by integer not null references "user" (id), created_at integer not null, expires_at integer not null,
      accepted_at integer, accepted_by integer references "user" (id), revoked_at integer`,
    )
    await index('invitation_by_secret', 'invitation (secret_hash)')
    await uniqueIndex(
      'invitation_open',
      'invitation (workspace_id, email_key) where accepted_at is null and revoked_at is null',
    )

    await tableInWorkspace(
      'client',
      `name text not null, name_key text not null, notes text, contact_person text, email text,
      phone text, address text, type text not null default 'company' ${oneOf('type', ['individual', 'company'])},
      ${flag('is_active', 1)}, custom_fields text not null default '{}', ${versioned}, deleted_at integer`,
    )
    await uniqueIndex('client_name', 'client (workspace_id, name_key) where deleted_at is null')
    await tableInWorkspace(
      'project',
      `parent_id integer, path text not null, position integer not null, client_id integer,
      title text not null, title_key text not null, code text, notes text, color text not null,
      productivity_score real not null default 1 check (productivity_score between -1 and 1),
      status text not null default 'active'
        ${oneOf('status', ['active', 'on_hold', 'completed', 'cancelled', 'inactive'])},
      ${flag('is_archived')}, archived_at integer, archived_by integer, archive_reason text, ${flag('is_private')},
      ${defaultStatus}, estimate_seconds integer, starts_on text, ends_on text,
      custom_fields text not null default '{}', ${versioned}, deleted_at integer`,
      'foreign key (workspace_id, parent_id) references project (workspace_id, id)',
      'foreign key (workspace_id, client_id) references client (workspace_id, id)',
    )
    await index('project_by_parent', 'project (workspace_id, parent_id, position)')
    await index('project_by_title', 'project (workspace_id, title_key)')
    await index('project_private', 'project (workspace_id) where is_private = 1 and deleted_at is null')
    await index('project_archived', 'project (workspace_id) where is_archived = 1 and deleted_at is null')
    await table(
      'project_member',
      `workspace_id integer not null, project_id integer not null, user_id integer not null references "user" (id),
      ${flag('is_manager')}, primary key (workspace_id, project_id, user_id),
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade`,
    )
    await tableInWorkspace(
      'task',
      `project_id integer not null, name text not null, name_key text not null, description text,
      status text not null default 'todo' ${oneOf('status', ['todo', 'in_progress', 'review', 'done', 'cancelled'])},
      priority text not null default 'medium' ${oneOf('priority', ['low', 'medium', 'high', 'urgent'])},
      estimate_seconds integer, due_on text, created_by integer, started_at integer, completed_at integer,
      ${versioned}, deleted_at integer`,
      'foreign key (workspace_id, project_id) references project (workspace_id, id)',
    )
    await uniqueIndex('task_name', 'task (workspace_id, project_id, name_key) where deleted_at is null')
    await table(
      'task_assignee',
      `workspace_id integer not null, task_id integer not null, user_id integer not null references "user" (id),
      primary key (workspace_id, task_id, user_id),
      foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade`,
    )
    await tableInWorkspace(
      'tag',
      `name text not null, name_key text not null, color text, description text, ${versioned},
      deleted_at integer`,
    )
    await uniqueIndex('tag_name', 'tag (workspace_id, name_key) where deleted_at is null')

    await tableInWorkspace(
      'entry',
      `user_id integer not null references "user" (id), project_id integer, task_id integer,
      client_id integer, title text, notes text, search_text text not null default '',
      started_at integer not null, ended_at integer check (ended_at >= started_at),
      paused_at integer check (paused_at >= started_at), break_seconds integer not null default 0 check (break_seconds >= 0),
      time_zone text not null, started_on text not null,
      billing_status text ${oneOf('billing_status', ['not_billable', 'billable', 'billed', 'paid'])},
      custom_fields text not null default '{}',
      source text not null ${oneOf('source', ['timer', 'manual', 'import'])}, via_wire text not null, via_client text,
      ${versioned}, deleted_at integer,
      check (ended_at is null or paused_at is null), check (project_id is null or client_id is null)`,
      'foreign key (workspace_id, project_id) references project (workspace_id, id)',
      'foreign key (workspace_id, task_id) references task (workspace_id, id)',
      'foreign key (workspace_id, client_id) references client (workspace_id, id)',
    )
    await uniqueIndex('entry_running', 'entry (user_id) where ended_at is null and deleted_at is null')
    await index('entry_by_user', 'entry (user_id, started_at, id)')
    await index('entry_by_end', 'entry (user_id, ended_at)')
    await index('entry_by_workspace', 'entry (workspace_id, started_at, id)')
    await index('entry_by_project', 'entry (workspace_id, project_id, started_at)')
    await index('entry_by_task', 'entry (workspace_id, task_id) where task_id is not null')
    // What may reach into a range from far before it, so that every other entry can be looked for by its start.
    await index(
      'entry_long',
      'entry (workspace_id, started_at) where ended_at is null or ended_at - started_at > 86400000',
    )
    await index('entry_deleted', 'entry (deleted_at) where deleted_at is not null')
    await table(
      'entry_tag',
      `workspace_id integer not null, entry_id integer not null, tag_id integer not null,
      primary key (workspace_id, entry_id, tag_id),
      foreign key (workspace_id, entry_id) references entry (workspace_id, id) on delete cascade,
      foreign key (workspace_id, tag_id) references tag (workspace_id, id) on delete cascade`,
    )
    await index('entry_tag_by_tag', 'entry_tag (workspace_id, tag_id, entry_id)')

    await tableInWorkspace(
      'event',
      `at integer not null, operation_id text not null, user_id integer, token_id integer,
      wire text not null, client text, kind text not null, subject_kind text not null, subject_id integer not null,
      subject_user_id integer, before text, after text`,
    )
    await index('event_by_operation', 'event (operation_id)')
    await index('event_by_subject', 'event (workspace_id, subject_kind, subject_id)')
    await table(
      'job',
      `${ownId}, kind text not null, payload text not null, run_at integer not null, attempts integer not null default 0,
      locked_until integer, last_error text, failed_at integer, created_at integer not null`,
    )
    await index('job_due', 'job (run_at) where failed_at is null')
    await table(
      'idempotency_key',
      `actor text not null, key text not null, request_hash text not null, status integer, answer text,
      created_at integer not null, primary key (actor, key)`,
    )
    await index('idempotency_key_by_age', 'idempotency_key (created_at)')
  },
}
