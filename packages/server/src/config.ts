import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse as parseEnvFile } from 'dotenv'
import { isZone } from './core/rules/local-time.ts'

/** One setting: its variable, what it is without one, and what it does. */
type Setting = { variable: string; example: string; meaning: string; read: (text: string) => unknown }

const SETTINGS = {
  host: {
    variable: 'HOST',
    example: '0.0.0.0',
    meaning: 'The address to listen on; 127.0.0.1 for this machine only.',
    read: (text: string) => text,
  },
  port: {
    variable: 'PORT',
    example: '3000',
    meaning: 'The port to listen on.',
    read: readPort,
  },
  baseUrl: {
    variable: 'BASE_URL',
    example: 'http://localhost:3000',
    meaning:
      'The address people and clients use to reach this server; with https, cookies become secure ones.',
    read: readBaseUrl,
  },
  dataDir: {
    variable: 'DATA_DIR',
    example: './data',
    meaning: 'The folder of the database file and the secret key.',
    read: (text: string) => resolve(text),
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    example: '',
    meaning:
      'A PostgreSQL database, such as postgres://sundial@localhost/sundial; without it, SQLite in DATA_DIR.',
    read: readDatabaseUrl,
  },
  secretKey: {
    variable: 'SECRET_KEY',
    example: '',
    meaning:
      'At least 32 random characters that encrypt secrets at rest; without it, a key is made and kept in DATA_DIR.',
    read: readSecretKey,
  },
  secretKeyBefore: {
    variable: 'SECRET_KEY_BEFORE',
    example: '',
    meaning:
      'Former keys, with commas, that still open what they have sealed; `admin rotate-secrets` makes them dispensable.',
    read: splitList,
  },
  trustProxy: {
    variable: 'TRUST_PROXY',
    example: '',
    meaning:
      'The addresses or networks of reverse proxies whose X-Forwarded headers count, with commas; `true` for any.',
    read: readTrustProxy,
  },
  dialectHosts: {
    variable: 'DIALECT_HOSTS',
    example: '',
    meaning:
      'Host names that speak one foreign API at their root, such as timing.example.org=timing, with commas.',
    read: readDialectHosts,
  },
  timeZone: {
    variable: 'TIME_ZONE',
    example: 'UTC',
    meaning: 'The time zone of the installation, such as Europe/Berlin.',
    read: readZone,
  },
  registration: {
    variable: 'REGISTRATION',
    example: 'invitation',
    meaning: 'Who may make an account: `invitation` for invited people only, `open` for anybody.',
    read: (text: string) => readChoice('REGISTRATION', text, ['invitation', 'open'] as const),
  },
  oidcIssuer: {
    variable: 'OIDC_ISSUER',
    example: '',
    meaning:
      'The OpenID Connect provider people may sign in with, such as https://login.example.org; without it, there is none. It is told to answer to BASE_URL/sundial/api/v1/session/provider.',
    read: readIssuer,
  },
  oidcClientId: {
    variable: 'OIDC_CLIENT_ID',
    example: '',
    meaning: 'What the provider calls this server.',
    read: (text: string) => text || null,
  },
  oidcClientSecret: {
    variable: 'OIDC_CLIENT_SECRET',
    example: '',
    meaning: 'What this server proves itself with to the provider; none for a public client.',
    read: (text: string) => text || null,
  },
  oidcName: {
    variable: 'OIDC_NAME',
    example: '',
    meaning: 'What people call the provider, for the button; without it, the host of OIDC_ISSUER.',
    read: (text: string) => text || null,
  },
  oidcSignUp: {
    variable: 'OIDC_SIGN_UP',
    example: 'off',
    meaning:
      'Whether somebody whom the provider knows gets an account here: `off` for invited people only, `on` for anybody.',
    read: (text: string) => readChoice('OIDC_SIGN_UP', text, ['off', 'on'] as const) === 'on',
  },
  smtpUrl: {
    variable: 'SMTP_URL',
    example: '',
    meaning:
      'The mail server for invitations and reset links, such as smtps://user:password@mail.example.org; without it they are shown to the administrator.',
    read: readSmtpUrl,
  },
  mailFrom: {
    variable: 'MAIL_FROM',
    example: '',
    meaning: 'The sender of mails; without it, sundial@ the host of BASE_URL.',
    read: (text: string) => text || null,
  },
  rateLimits: {
    variable: 'RATE_LIMITS',
    example: 'documented',
    meaning:
      'How often a key may call: `documented` as each foreign system does, `friendly` for twenty times that, `off` for no limit but on sign-in.',
    read: (text: string) => readChoice('RATE_LIMITS', text, ['documented', 'friendly', 'off'] as const),
  },
  redisUrl: {
    variable: 'REDIS_URL',
    example: '',
    meaning:
      'A Redis in which several processes count against the same limits, such as redis://localhost:6379; without it, each counts by itself.',
    read: readRedisUrl,
  },
  metricsToken: {
    variable: 'METRICS_TOKEN',
    example: '',
    meaning:
      'At least 16 random characters with which Prometheus may read /metrics, as a Bearer token; without it there is no such page.',
    read: readMetricsToken,
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    example: 'info',
    meaning:
      'What the log tells: `error` what went wrong here, `info` refused requests too, `debug` every request; one line of JSON each.',
    read: (text: string) =>
      readChoice('LOG_LEVEL', text, ['debug', 'info', 'warn', 'error', 'silent'] as const),
  },
  webhooksAllowPrivate: {
    variable: 'WEBHOOK_ALLOW_PRIVATE',
    example: '0',
    meaning:
      'With 1, webhooks may also call addresses in the network of this server, and plain http; otherwise public https addresses only.',
    read: (text: string) => readChoice('WEBHOOK_ALLOW_PRIVATE', text, ['0', '1'] as const) === '1',
  },
  webhookRetries: {
    variable: 'WEBHOOK_RETRIES',
    example: '10s,1m,5m,30m,2h,6h,12h',
    meaning: 'How long to wait after each failed try before a webhook is told again, with commas.',
    read: readDelays,
  },
} satisfies Record<string, Setting>

/** Every setting of the server, read and checked. */
export type Config = { [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']> }

export type Environment = Record<string, string | undefined>

/** The environment, over what a `.env` file in the working folder says. */
export function environment(): Environment {
  const file = existsSync('.env') ? parseEnvFile(readFileSync('.env')) : {}
  return { ...file, ...process.env }
}

/** Reads every setting. Throws a sentence that names the variable where one makes no sense. */
export function readConfig(env: Environment): Config {
  const entries = Object.entries(SETTINGS).map(([name, each]) => [
    name,
    each.read(env[each.variable]?.trim() || each.example),
  ])
  const config = Object.fromEntries(entries) as Config
  if (config.oidcIssuer !== null && config.oidcClientId === null)
    throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID, which is what the provider calls this server.')
  if (env['BASE_URL']?.trim()) return config
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  return { ...config, baseUrl: `http://${host.includes(':') ? `[${host}]` : host}:${config.port}` }
}

/** The version of this program. */
export function packageVersion(): string {
  const path = fileURLToPath(new URL('../package.json', import.meta.url))
  // Our own package file.
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

/** The text of `.env.example`: every setting with its meaning and what it is without a line of its own. */
export function envExample(): string {
  const lines = Object.values(SETTINGS).map(
    (each) => `# ${each.meaning}\n#${each.variable}=${each.example}\n`,
  )
  return `# Copy to .env and take away the # before what you want to change.\n\n${lines.join('\n')}`
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number up to 65535, not "${text}".`)
  return port
}

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`BASE_URL must be an http or https address, not "${text}".`)
  if (url.pathname !== '/' || url.search || url.hash)
    throw new Error('BASE_URL must be an address without a path.')
  return url.origin
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

function readIssuer(text: string): string | null {
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  if (!url || !isSafe || url.search || url.hash || url.username || url.password)
    throw new Error(
      'OIDC_ISSUER must be an https address without a query; http is only for a provider on this machine.',
    )
  return text
}

function readDatabaseUrl(text: string): string | null {
  if (!text) return null
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://.')
  return text
}

function readSecretKey(text: string): string | null {
  if (!text) return null
  if (text.length < 32) throw new Error('SECRET_KEY must have at least 32 characters.')
  return text
}

function readMetricsToken(text: string): string | null {
  if (!text) return null
  if (text.length < 16) throw new Error('METRICS_TOKEN must have at least 16 characters.')
  return text
}

function readTrustProxy(text: string): boolean | string[] {
  if (text === 'true') return true
  if (!text || text === 'false') return false
  return splitList(text)
}

function readDialectHosts(text: string): ReadonlyMap<string, string> {
  const pairs = splitList(text).map((pair) => {
    const [host, dialect, ...rest] = pair.split('=').map((part) => part.trim().toLowerCase())
    if (!host || !dialect || rest.length > 0)
      throw new Error(`DIALECT_HOSTS wants host=dialect, not "${pair}".`)
    return [host, dialect] as const
  })
  return new Map(pairs)
}

function readZone(text: string): string {
  if (!isZone(text))
    throw new Error(`TIME_ZONE must be the name of a time zone, such as Europe/Berlin, not "${text}".`)
  return text
}

function readSmtpUrl(text: string): string | null {
  if (!text) return null
  if (!/^smtps?:\/\//.test(text)) throw new Error('SMTP_URL must begin with smtp:// or smtps://.')
  return text
}

function readRedisUrl(text: string): string | null {
  if (!text) return null
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text))
    throw new Error('REDIS_URL must be an address that begins with redis:// or rediss://.')
  return text
}

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function readDelays(text: string): readonly number[] {
  return splitList(text).map((delay) => {
    const [, count, unit = ''] = /^(\d{1,5})([smhd])$/.exec(delay) ?? []
    if (count === undefined)
      throw new Error(`WEBHOOK_RETRIES wants waits such as 10s, 5m or 2h, not "${delay}".`)
    return Number(count) * (UNIT_MS[unit] ?? 0)
  })
}

function readChoice<const T extends readonly string[]>(
  variable: string,
  text: string,
  choices: T,
): T[number] {
  const choice = choices.find((each) => each === text)
  if (choice === undefined) throw new Error(`${variable} must be ${choices.join(' or ')}, not "${text}".`)
  return choice
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}
