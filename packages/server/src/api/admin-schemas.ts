import { Type } from 'typebox'
import { Id, Instant, Link, named, nullable, oneOf, User, Zone } from './schemas.ts'

/** What the administrators of the installation are shown of it. */

export const Account = named(
  'Account',
  Type.Intersect([
    User,
    Type.Object({
      workspace_count: Type.Integer({ description: 'In how many workspaces the person is active.' }),
      last_seen_at: nullable({
        ...Instant,
        description: 'When a browser, a key or a client of theirs was last heard from, to the hour.',
      }),
    }),
  ]),
)
export const NewAccountFor = named(
  'NewAccountFor',
  Type.Object({
    email: Type.String({ minLength: 3, maxLength: 254, examples: ['ada@example.com'] }),
    name: Type.Optional(nullable(Type.String({ maxLength: 255, examples: ['Ada Lovelace'] }))),
    time_zone: Type.Optional(Zone),
    is_admin: Type.Optional(Type.Boolean()),
  }),
)
export const MadeAccount = named(
  'MadeAccount',
  Type.Object({ account: Account, link: Link }, { description: 'With the link that sets the password.' }),
)
export const AccountState = oneOf(['active', 'inactive', 'admin'])

export const JobState = oneOf(['waiting', 'running', 'failed'], {
  description: 'It waits for its time, a process works on it, or it was given up.',
})
export const Job = named(
  'Job',
  Type.Object({
    id: Id,
    kind: Type.String({ examples: ['send-mail'] }),
    state: JobState,
    attempts: Type.Integer({ description: 'How often it was begun.' }),
    run_at: Type.String({ ...Instant, description: 'When it is due.' }),
    last_error: nullable(Type.String({ description: 'What stopped the last try.' })),
    failed_at: nullable(Instant),
    created_at: Instant,
  }),
)

const Count = Type.Integer({ minimum: 0 })
export const Health = named(
  'Health',
  Type.Object({
    version: Type.String({ examples: ['0.1.0'] }),
    node_version: Type.String({ examples: ['20.20.0'] }),
    started_at: Type.String({ ...Instant, description: 'When this process started.' }),
    memory_bytes: Type.Integer({ description: 'What this process holds.' }),
    database: Type.Object({
      engine: oneOf(['sqlite', 'postgres']),
      version: Type.String({ examples: ['3.50.4'] }),
      size_bytes: Type.Integer(),
      migrations: Type.Integer({ description: 'How many steps of the schema it has seen.' }),
      migration: Type.String({ description: 'The newest of them.', examples: ['0005-integrations'] }),
      migrated_at: Instant,
    }),
    redis: oneOf(['off', 'connected', 'unreachable'], {
      description: 'Where requests are counted for all processes; `off` without REDIS_URL.',
    }),
    sends_mail: Type.Boolean(),
    jobs: Type.Object({ waiting: Count, running: Count, failed: Count }),
    webhooks: Type.Object({
      waiting: Type.Integer({ minimum: 0, description: 'Messages that have not been delivered yet.' }),
      oldest_waiting_at: nullable(Instant),
      disabled: Type.Integer({ minimum: 0, description: 'Webhooks that were switched off after failures.' }),
    }),
    accounts: Type.Object({ active: Count, inactive: Count }),
  }),
)
