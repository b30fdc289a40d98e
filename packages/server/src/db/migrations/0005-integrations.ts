import type { Migration } from '../migrate.ts'
import { statements } from './statements.ts'

/** One integration key for each person, raised limits, webhooks that hear wherever their person is, and who calls. */
export const integrations: Migration = {
  name: '0005-integrations',
  async up(tx, engine) {
    const { run, table, addColumns } = statements(tx, engine)

    await addColumns(
      'token',
      'is_integration integer not null default 0 check (is_integration in (0, 1))',
      'limit_factor integer not null default 1 check (limit_factor > 0)',
    )
    await run(
      'create unique index token_of_integration on token (user_id) where is_integration = 1 and revoked_at is null',
    )
    await run('create index token_raised on token (id) where limit_factor > 1 and revoked_at is null')

    await addColumns(
      'webhook',
      'hears_everywhere integer not null default 0 check (hears_everywhere in (0, 1))',
    )
    await run(
      'create index webhook_everywhere on webhook (hears_everywhere, user_id) where hears_everywhere = 1 and deleted_at is null',
    )
    await addColumns('delivery', 'event_workspace_id integer')
    await run('update delivery set event_workspace_id = workspace_id where event_id is not null')

    await table(
      'wire_use',
      `user_id integer not null references "user" (id), wire text not null, client text,
      used_at integer not null, primary key (user_id, wire)`,
    )
  },
}
