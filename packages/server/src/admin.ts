import { parseArgs } from 'node:util'
import { randomUUID } from 'node:crypto'
import { environment, envExample, packageVersion, readConfig } from './config.ts'
import { actingAs, type Ctx } from './core/context.ts'
import { AppError } from './core/errors.ts'
import { findDamage } from './core/check/check.ts'
import { addMember } from './core/members.ts'
import { resetSecondFactor } from './core/second-factor.ts'
import { createSecrets } from './core/secrets.ts'
import { createToken } from './core/tokens.ts'
import type { User } from './core/me.ts'
import { createUser, findUserByEmail, replacePassword } from './core/users.ts'
import { createTeam } from './core/workspaces.ts'
import type { Role } from './db/schema.ts'
import { writeBackup } from './db/backup.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { restoreBackup } from './db/restore.ts'
import { fillDemo } from './demo/fill.ts'
import { rotateSecrets } from './rotate-secrets.ts'
import { secretKeysOf } from './secret-keys.ts'

/**
 * The operator's commands. Each prints one JSON line per result and works while the server runs. A refusal is a line
 * `{"error":{…}}` on standard error and exit code 1, as is a check that finds something wrong; a call that makes no
 * sense is exit code 2.
 */

type Options = Record<string, string | boolean | undefined>
type Command = {
  usage: string
  /** Takes the database as it is, whatever version wrote it. */
  takesAnyVersion?: boolean
  /** Writes a whole database, in any order. */
  writesAll?: boolean
  run(ctx: Ctx, options: Options): Promise<object | object[]>
}

const DAY_MS = 24 * 3600 * 1000
const ROLES: readonly Role[] = ['admin', 'manager', 'member', 'viewer']

const COMMANDS: Readonly<Record<string, Command>> = {
  'create-user': {
    usage: '--email E --password P [--name N] [--time-zone Z] [--admin]',
    async run(ctx, options) {
      const user = await createUser(ctx, {
        email: text(options, 'email'),
        password: text(options, 'password'),
        name: optionalText(options, 'name'),
        timeZone: optionalText(options, 'time-zone') ?? readConfig(environment()).timeZone,
        isAdmin: options['admin'] === true,
      })
      return { id: user.id, email: user.email, workspace_id: user.default_workspace_id }
    },
  },
  'create-token': {
    usage: '--email E --name N [--for timetracker|timing] [--workspace ID] [--scopes a,b] [--expires-days N]',
    async run(ctx, options) {
      const kind = optionalText(options, 'for') ?? 'timetracker'
      if (kind !== 'timetracker' && kind !== 'timing') throw new UsageError('--for is timetracker or timing')
      const days = optionalNumber(options, 'expires-days')
      const user = await userOf(ctx, text(options, 'email'))
      const { token, secret } = await createToken(actingAs(ctx, user.id), {
        name: text(options, 'name'),
        kind,
        scopes: optionalText(options, 'scopes')
          ?.split(',')
          .map((scope) => scope.trim()) ?? ['*'],
        workspaceId: optionalNumber(options, 'workspace') ?? null,
        expiresAt: days === undefined ? null : ctx.now + days * DAY_MS,
        allowedIps: [],
      })
      return { id: token.id, token: secret }
    },
  },
  'create-workspace': {
    usage: '--name N --owner E',
    async run(ctx, options) {
      const owner = await userOf(ctx, text(options, 'owner'))
      const input = { name: text(options, 'name'), timeZone: owner.time_zone }
      return { id: (await createTeam(actingAs(ctx, owner.id), input)).workspace_id }
    },
  },
  'add-member': {
    usage: '--workspace ID --email E --role admin|manager|member|viewer',
    async run(ctx, options) {
      const role = ROLES.find((each) => each === options['role'])
      if (!role) throw new UsageError(`--role is one of ${ROLES.join(', ')}`)
      const workspaceId = optionalNumber(options, 'workspace')
      if (workspaceId === undefined) throw new UsageError('--workspace is missing')
      const user = await userOf(ctx, text(options, 'email'))
      const member = await addMember(ctx, { workspace_id: workspaceId, user_id: user.id, role })
      return { id: member.id, workspace_id: workspaceId, user_id: user.id, role }
    },
  },
  'reset-password': {
    usage: '--email E --password P',
    async run(ctx, options) {
      const user = await userOf(ctx, text(options, 'email'))
      await replacePassword(ctx, user.id, text(options, 'password'))
      return { id: user.id, email: user.email }
    },
  },
  'reset-second-factor': {
    usage: '--email E',
    async run(ctx, options) {
      const user = await userOf(ctx, text(options, 'email'))
      await resetSecondFactor(ctx, user.id)
      return { id: user.id, email: user.email }
    },
  },
  demo: {
    usage: '',
    run: (ctx) => fillDemo(ctx),
  },
  migrate: {
    usage: '',
    run: async (ctx) => ({ ran: await migrate(ctx.db) }),
  },
  'rotate-secrets': {
    usage: '',
    run: (ctx) => rotateSecrets(ctx, readConfig(environment())),
  },
  backup: {
    usage: '--to FILE',
    takesAnyVersion: true,
    async run(ctx, options) {
      const file = text(options, 'to')
      const backup = await writeBackup(ctx.db, { file, version: packageVersion(), secretKey: markOfKey(ctx) })
      return { ...backup, keep_too: WHAT_ELSE }
    },
  },
  restore: {
    usage: '--from FILE [--force]',
    takesAnyVersion: true,
    writesAll: true,
    async run(ctx, options) {
      const file = text(options, 'from')
      const { head, rows, ran } = await restoreBackup(ctx.db, { file, replaces: options['force'] === true })
      const { version, engine, made_at } = head
      const is_same_key = head.secret_key === markOfKey(ctx)
      const checked = await checkAll(ctx)
      return {
        file,
        version,
        engine,
        made_at,
        rows,
        ran,
        is_same_key,
        ...(is_same_key ? {} : { hint: OTHER_KEY }),
        ...checked,
      }
    },
  },
  check: {
    usage: '',
    run: checkAll,
  },
}

const WHAT_ELSE =
  'The secret key (SECRET_KEY, or secret-key in DATA_DIR) is not in the file: without it, second factors, webhook secrets and personal keys in it cannot be read.'
const OTHER_KEY =
  'The secret key here is not the one the backup was written with. Set SECRET_KEY to that one, or second factors, webhook secrets and personal keys cannot be read.'

/** The same for the same secret key, which it does not tell. */
function markOfKey({ secrets }: Ctx): string {
  return secrets.code('backup')
}

async function checkAll(ctx: Ctx) {
  const damage = await findDamage(ctx)
  if (damage.length > 0) process.exitCode = 1
  return { ok: damage.length === 0, database: ctx.db.engine.kind, damage }
}

class UsageError extends Error {}

async function main(args: string[]): Promise<void> {
  const [name = '', ...rest] = args
  if (name === 'env-example') return void process.stdout.write(envExample())
  const command = COMMANDS[name]
  if (!command) throw new UsageError(`Unknown command "${name}". The commands are:\n${usage()}`)
  const options = readOptions(rest, command)
  const config = readConfig(environment())
  const db = openDatabase(config, { keysOff: command.writesAll ?? false })
  try {
    const ran = command.takesAnyVersion ? [] : await migrate(db)
    const ctx: Ctx = {
      db,
      actor: { kind: 'system' },
      now: Date.now(),
      operation: { id: randomUUID(), hasWritten: false },
      via: { wire: 'admin', client: name },
      secrets: createSecrets(secretKeysOf(config)),
      log: { info() {}, error() {} },
    }
    const result = name === 'migrate' ? { ran } : await command.run(ctx, options)
    for (const line of [result].flat()) process.stdout.write(`${JSON.stringify(line)}\n`)
  } finally {
    await db.close()
  }
}

function usage(): string {
  return Object.entries(COMMANDS)
    .map(([name, command]) => `  ${name} ${command.usage}`.trimEnd())
    .join('\n')
}

/** The options a usage line names, and no others; a word in capitals after one means that it takes a value. */
function readOptions(args: string[], command: Command): Options {
  const named = [...command.usage.matchAll(/--([a-z-]+)( [A-Za-z|]+)?/g)]
  const options = Object.fromEntries(
    named.map(([, name = '', value]) => [name, { type: value ? ('string' as const) : ('boolean' as const) }]),
  )
  try {
    return parseArgs({ args, options, strict: true }).values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${command.usage}`)
  }
}

function text(options: Options, name: string): string {
  const value = optionalText(options, name)
  if (value === undefined) throw new UsageError(`--${name} is missing`)
  return value
}

function optionalText(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

function optionalNumber(options: Options, name: string): number | undefined {
  const value = optionalText(options, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1) throw new UsageError(`--${name} is a whole number above 0`)
  return number
}

async function userOf(ctx: Ctx, email: string): Promise<User> {
  const user = await findUserByEmail(ctx, email)
  if (!user) throw new AppError('not_found', 'no_such_thing', `There is no account ${email}.`)
  return user
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError
  const details =
    error instanceof AppError
      ? { code: error.code, reason: error.reason }
      : { code: isUsage ? 'usage' : 'failed' }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${JSON.stringify({ error: { ...details, message } })}\n`)
  process.exitCode = isUsage ? 2 : 1
})
