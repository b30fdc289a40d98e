import { sql, type Transaction } from 'kysely'
import type { Migration } from '../migrate.ts'
import type { Schema } from '../schema.ts'
import { statements, VERSIONED } from './statements.ts'

/** Approvals with their policies and timesheets, contacts, leads and deals, module switches, and search by an index. */
export const approvalsCrmAndSearch: Migration = {
  name: '0004-approvals-crm-and-search',
  async up(tx, engine) {
    const { run, table, tableInWorkspace, addColumns } = statements(tx, engine)

    await addColumns('workspace', "disabled_modules text not null default '[]'")
    await addColumns(
      'entry',
      "approval_status text check (approval_status in ('pending', 'approved', 'rejected'))",
      'invoice_number text',
    )
    await run('create index entry_by_day on entry (user_id, started_on)')
    // What a list asks of the entries of a workspace, so that they can be counted without being read.
    await run('drop index entry_by_workspace')
    const listed = 'workspace_id, started_at, id, deleted_at, ended_at, user_id, project_id'
    await run(`create index entry_by_workspace on entry (${listed})`)
    await addColumns(
      'token',
      'description text',
      'is_active integer not null default 1 check (is_active in (0, 1))',
    )
    await table(
      'task_tag',
      `workspace_id integer not null, task_id integer not null, tag_id integer not null,
      primary key (workspace_id, task_id, tag_id),
      foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade,
      foreign key (workspace_id, tag_id) references tag (workspace_id, id) on delete cascade`,
    )

    await tableInWorkspace(
      'approval_policy',
      `name text not null, project_id integer, user_id integer references "user" (id), min_seconds integer,
      billable_only integer not null default 0 check (billable_only in (0, 1)), levels text not null,
      is_enabled integer not null default 1 check (is_enabled in (0, 1)), ${VERSIONED}, deleted_at integer`,
      'foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade',
    )
    await tableInWorkspace(
      'timesheet',
      `user_id integer not null references "user" (id), starts_on text not null, ends_on text not null, comment text,
      submitted_at integer, closed_at integer, closed_by integer references "user" (id), ${VERSIONED}`,
      'unique (workspace_id, user_id, starts_on)',
    )
    await tableInWorkspace(
      'approval',
      `entry_id integer not null, timesheet_id integer, level integer not null check (level >= 1),
      status text not null check (status in ('pending', 'approved', 'rejected', 'cancelled')),
      is_due integer not null check (is_due in (0, 1)), parent_id integer,
      requested_by integer not null references "user" (id), request_comment text,
      decided_by integer references "user" (id), decided_at integer, decision_comment text, ${VERSIONED}`,
      'foreign key (workspace_id, entry_id) references entry (workspace_id, id) on delete cascade',
      'foreign key (workspace_id, timesheet_id) references timesheet (workspace_id, id)',
    )
    await run(
      "create unique index approval_pending on approval (workspace_id, entry_id, level) where status = 'pending'",
    )
    await run(
      "create index approval_due on approval (workspace_id, id) where status = 'pending' and is_due = 1",
    )
    await run('create index approval_by_entry on approval (workspace_id, entry_id, id)')
    await run(
      'create index approval_by_timesheet on approval (workspace_id, timesheet_id) where timesheet_id is not null',
    )
    await table(
      'approval_approver',
      `workspace_id integer not null, approval_id integer not null, user_id integer not null references "user" (id),
      primary key (workspace_id, approval_id, user_id),
      foreign key (workspace_id, approval_id) references approval (workspace_id, id) on delete cascade`,
    )
    await run(
      'create index approval_approver_by_user on approval_approver (user_id, workspace_id, approval_id)',
    )

    await tableInWorkspace(
      'contact',
      `client_id integer not null, first_name text not null, last_name text not null, name_key text not null, search_text text not null,
      email text, phone text, mobile text, title text, department text, role text not null, address text, notes text,
      tags text not null default '[]', is_primary integer not null default 0 check (is_primary in (0, 1)),
      is_active integer not null default 1 check (is_active in (0, 1)), created_by integer references "user" (id),
      ${VERSIONED}, deleted_at integer`,
      'foreign key (workspace_id, client_id) references client (workspace_id, id)',
    )
    await run(
      'create unique index contact_primary on contact (workspace_id, client_id) where is_primary = 1 and deleted_at is null',
    )
    await run('create index contact_by_client on contact (workspace_id, client_id, name_key)')
    await tableInWorkspace(
      'lead',
      `first_name text not null, last_name text not null, company_name text, search_text text not null,
      email text, phone text, title text, source text,
      status text not null check (status in ('new', 'contacted', 'qualified', 'converted', 'lost')),
      score integer not null default 0, value integer, currency text not null, notes text,
      tags text not null default '[]', owner_id integer not null references "user" (id),
      created_by integer references "user" (id), converted_at integer, converted_by integer references "user" (id),
      client_id integer, contact_id integer, deal_id integer, ${VERSIONED}, deleted_at integer`,
      'foreign key (workspace_id, client_id) references client (workspace_id, id)',
      'foreign key (workspace_id, contact_id) references contact (workspace_id, id)',
    )
    await run('create index lead_by_score on lead (workspace_id, score, id)')
    await tableInWorkspace(
      'deal',
      `client_id integer, contact_id integer, lead_id integer, project_id integer, name text not null,
      search_text text not null, description text,
      stage text not null check (stage in
        ('prospecting', 'qualification', 'proposal', 'negotiation', 'closed_won', 'closed_lost')),
      status text not null check (status in ('open', 'won', 'lost', 'cancelled')),
      value integer, currency text not null, probability integer not null check (probability between 0 and 100),
      expected_close_on text, closed_on text, closed_at integer, loss_reason text, notes text,
      owner_id integer not null references "user" (id), created_by integer references "user" (id),
      ${VERSIONED}, deleted_at integer`,
      'foreign key (workspace_id, client_id) references client (workspace_id, id)',
      'foreign key (workspace_id, contact_id) references contact (workspace_id, id)',
      'foreign key (workspace_id, lead_id) references lead (workspace_id, id)',
      'foreign key (workspace_id, project_id) references project (workspace_id, id)',
    )
    await run('create index deal_by_stage on deal (workspace_id, status, stage, id)')

    await addColumns('event', 'reason text')
    await addColumns('project_favourite', 'created_at integer not null default 0')
    await run('create index event_by_actor on event (workspace_id, user_id, id)')
    for (const statement of engine.entrySearchIndex) await run(statement)
    for (const table of ['project', 'task', 'client'] as const) {
      await addColumns(table, "search_text text not null default ''")
      await fillSearchText(tx, table)
    }
  },
}

/** The texts in which each is looked for, as its verb has written them since. */
const SEARCHED = {
  project: ['title', 'code', 'notes'],
  task: ['name', 'description'],
  client: ['name', 'email', 'contact_person', 'notes'],
} as const

/** Lower case is the program's own and the same on both engines, so the program fills it in. */
async function fillSearchText(tx: Transaction<Schema>, table: keyof typeof SEARCHED): Promise<void> {
  const columns = sql.join(SEARCHED[table].map((column) => sql.ref(column)))
  const { rows } = await sql<{ id: number }>`select id, ${columns} from ${sql.table(table)}`.execute(tx)
  for (const { id, ...texts } of rows) {
    const text = searchText(...Object.values<string | null>(texts))
    await sql`update ${sql.table(table)} set search_text = ${text} where id = ${id}`.execute(tx)
  }
}

function searchText(...parts: (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => part.toLowerCase().normalize('NFC'))
    .join('\n')
}
