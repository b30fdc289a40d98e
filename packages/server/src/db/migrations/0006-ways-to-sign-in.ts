import type { Migration } from '../migrate.ts'
import { statements } from './statements.ts'

/** Second factors with their recovery codes, passkeys, and accounts at OpenID Connect providers. */
export const waysToSignIn: Migration = {
  name: '0006-ways-to-sign-in',
  async up(tx, engine) {
    const { run, table, addColumns } = statements(tx, engine)

    await addColumns(
      '"user"',
      'sealed_totp_secret text',
      'totp_confirmed_at integer',
      'totp_last_step integer not null default 0',
    )
    await table(
      'recovery_code',
      `user_id integer not null references "user" (id), code_hash text not null, created_at integer not null,
      used_at integer, primary key (user_id, code_hash)`,
    )
    await table(
      'passkey',
      `${engine.ownId}, user_id integer not null references "user" (id), credential_id text not null unique,
      public_key text not null, counter integer not null, transports text not null, name text not null,
      created_at integer not null, last_used_at integer`,
    )
    await run('create index passkey_by_user on passkey (user_id)')
    // Asked once and answered once: what a passkey has to sign.
    await table(
      'passkey_challenge',
      'challenge text primary key, user_id integer, purpose text not null, expires_at integer not null',
    )
    await run('create index passkey_challenge_by_expiry on passkey_challenge (expires_at)')
    await table(
      'identity',
      `${engine.ownId}, user_id integer not null references "user" (id), issuer text not null, subject text not null,
      created_at integer not null, last_used_at integer not null, unique (issuer, subject)`,
    )
    await run('create index identity_by_user on identity (user_id)')
  },
}
