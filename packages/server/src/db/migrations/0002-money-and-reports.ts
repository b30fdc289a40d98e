import type { Migration } from '../migrate.ts'
import { statements, VERSIONED } from './statements.ts'

/** Rates and what time is worth, budgets, saved reports with their links and exports, and app usage. */
export const moneyAndReports: Migration = {
  name: '0002-money-and-reports',
  async up(tx, engine) {
    const { run, table, tableInWorkspace, addColumns } = statements(tx, engine)
    const { ownId } = engine
    const flag = (name: string) => `${name} integer not null default 0 check (${name} in (0, 1))`
    const oneOf = (name: string, values: string[]) =>
      `check (${name} in (${values.map((v) => `'${v}'`).join(', ')}))`

    await addColumns(
      'workspace',
      "currency text not null default 'EUR'",
      `rounding_mode text not null default 'none' ${oneOf('rounding_mode', ['none', 'up', 'down', 'nearest'])}`,
      'rounding_minutes integer not null default 15 check (rounding_minutes between 1 and 1440)',
      `rounding_per text not null default 'entry' ${oneOf('rounding_per', ['entry', 'day_project', 'total'])}`,
    )
    await addColumns('client', 'currency text')
    await addColumns(
      'project',
      'budget_seconds integer check (budget_seconds > 0)',
      'budget_amount integer check (budget_amount > 0)',
      'budget_currency text',
      `budget_period text ${oneOf('budget_period', ['total', 'month'])}`,
      'budget_alert_percent integer check (budget_alert_percent between 1 and 100)',
    )
    await run(
      'create index project_budget on project (workspace_id) where budget_period is not null and deleted_at is null',
    )
    await addColumns(
      'entry',
      'billable_rate integer',
      'billable_currency text',
      'billable_amount integer',
      'cost_rate integer',
      'cost_currency text',
      'cost_amount integer',
    )

    await tableInWorkspace(
      'rate',
      `kind text not null ${oneOf('kind', ['billable', 'cost'])}, user_id integer references "user" (id),
      client_id integer, project_id integer, task_id integer, amount integer check (amount >= 0),
      currency text not null, effective_from text not null, ${VERSIONED}, deleted_at integer,
      check (task_id is null or (user_id is null and client_id is null and project_id is null)),
      check (client_id is null or (user_id is null and project_id is null))`,
      'foreign key (workspace_id, client_id) references client (workspace_id, id) on delete cascade',
      'foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade',
      'foreign key (workspace_id, task_id) references task (workspace_id, id) on delete cascade',
    )
    await run(
      `create unique index rate_day on rate (workspace_id, coalesce(project_id, 0), coalesce(task_id, 0),
      coalesce(client_id, 0), coalesce(user_id, 0), kind, effective_from) where deleted_at is null`,
    )
    await table(
      'budget_alert',
      `workspace_id integer not null, project_id integer not null, period text not null, percent integer not null,
      reached_at integer not null, primary key (workspace_id, project_id, period, percent),
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade`,
    )

    await tableInWorkspace(
      'saved_report',
      `user_id integer not null references "user" (id), name text not null, question text not null,
      ${flag('is_shared')}, ${VERSIONED}, deleted_at integer`,
    )
    await tableInWorkspace(
      'report_link',
      `saved_report_id integer not null, created_by integer not null references "user" (id),
      secret_hash text not null, sealed_secret text not null, ${flag('shows_amounts')},
      expires_at integer, revoked_at integer, created_at integer not null`,
      'foreign key (workspace_id, saved_report_id) references saved_report (workspace_id, id) on delete cascade',
    )
    await run('create index report_link_by_secret on report_link (secret_hash)')
    await table(
      'report_export',
      `${ownId}, user_id integer not null references "user" (id), workspace_id integer, name text not null,
      request text not null,
      format text not null ${oneOf('format', ['csv', 'xlsx', 'pdf', 'json'])},
      status text not null ${oneOf('status', ['waiting', 'working', 'done', 'failed', 'cancelled'])},
      rows_done integer not null default 0, rows_total integer, size_bytes integer, error text,
      created_at integer not null, finished_at integer`,
    )
    await run('create index report_export_by_user on report_export (user_id, id)')
    await table(
      'report_export_part',
      `export_id integer not null references report_export (id) on delete cascade, position integer not null,
      bytes blob not null, primary key (export_id, position)`,
    )

    await table(
      'app_usage',
      `${ownId}, user_id integer not null references "user" (id), device text not null, source text not null,
      started_at integer not null, ended_at integer not null, application text, title text, path text, domain text,
      ${flag('is_away')}, workspace_id integer, project_id integer, ${flag('is_assigned_by_hand')},
      check (ended_at >= started_at), check ((workspace_id is null) = (project_id is null)),
      foreign key (workspace_id, project_id) references project (workspace_id, id)`,
    )
    await run('create unique index app_usage_once on app_usage (user_id, device, source, started_at)')
    await run('create index app_usage_by_user on app_usage (user_id, started_at)')
    await run(
      'create index app_usage_by_project on app_usage (workspace_id, project_id, started_at) where project_id is not null',
    )
    await table(
      'usage_bucket',
      `user_id integer not null references "user" (id), name text not null, type text not null, client text not null,
      device text not null, created_at integer not null, primary key (user_id, name)`,
    )
    await table(
      'usage_rule',
      `${ownId}, user_id integer not null references "user" (id), position integer not null,
      field text not null ${oneOf('field', ['application', 'title', 'path', 'domain', 'keyword'])},
      match text not null ${oneOf('match', ['is', 'contains', 'starts_with'])}, value text not null,
      workspace_id integer not null, project_id integer not null, ${VERSIONED},
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade`,
    )
    await run('create index usage_rule_by_user on usage_rule (user_id, position)')
  },
}
