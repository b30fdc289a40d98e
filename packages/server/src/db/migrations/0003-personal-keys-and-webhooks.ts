import type { Migration } from '../migrate.ts'
import { statements, VERSIONED } from './statements.ts'

/** Personal keys and preferences, webhooks with their deliveries, favourites, and what sync clients look for by change. */
export const personalKeysAndWebhooks: Migration = {
  name: '0003-personal-keys-and-webhooks',
  async up(tx, engine) {
    const { run, table, tableInWorkspace, addColumns } = statements(tx, engine)

    await addColumns(
      '"user"',
      'personal_key_hash text',
      'sealed_personal_key text',
      "preferences text not null default '{}'",
    )
    await run(
      'create unique index user_by_personal_key on "user" (personal_key_hash) where personal_key_hash is not null',
    )
    await addColumns('session', 'token_id integer', 'made_with text')
    await addColumns('entry', 'wire_memo text')
    await run('create index entry_by_change on entry (user_id, updated_at)')
    for (const name of ['client', 'project', 'task', 'tag'])
      await run(`create index ${name}_by_change on ${name} (workspace_id, updated_at)`)
    await table(
      'project_favourite',
      `workspace_id integer not null, project_id integer not null, user_id integer not null references "user" (id),
      primary key (workspace_id, project_id, user_id),
      foreign key (workspace_id, project_id) references project (workspace_id, id) on delete cascade`,
    )

    await tableInWorkspace(
      'webhook',
      `user_id integer not null references "user" (id), wire text not null, name text not null, url text not null,
      events text not null, details text not null default '{}', sealed_secret text not null,
      is_enabled integer not null default 1 check (is_enabled in (0, 1)), validated_at integer,
      validation_code text, failures_in_row integer not null default 0, disabled_at integer, disabled_reason text,
      ${VERSIONED}, deleted_at integer`,
    )
    await table(
      'webhook_event',
      `workspace_id integer not null, webhook_id integer not null, pattern text not null,
      primary key (workspace_id, pattern, webhook_id),
      foreign key (workspace_id, webhook_id) references webhook (workspace_id, id) on delete cascade`,
    )
    await tableInWorkspace(
      'delivery',
      `webhook_id integer not null, event_id integer, kind text not null, subject_kind text not null,
      subject_id integer not null, status text not null check (status in ('waiting', 'done', 'failed')),
      attempts integer not null default 0, run_at integer not null, locked_until integer,
      request_body text, response_status integer, response_text text, error text, took_ms integer,
      created_at integer not null, attempted_at integer, finished_at integer`,
      'foreign key (workspace_id, webhook_id) references webhook (workspace_id, id) on delete cascade',
    )
    await run("create index delivery_due on delivery (run_at) where status = 'waiting'")
    // Without the workspace in front, so that PostgreSQL does not take the next one for as good before it has statistics.
    await run(
      "create index delivery_in_turn on delivery (webhook_id, subject_kind, subject_id, id) where status = 'waiting'",
    )
    await run('create index delivery_by_webhook on delivery (workspace_id, webhook_id, id)')
    await run('create index delivery_finished on delivery (finished_at) where finished_at is not null')
  },
}
