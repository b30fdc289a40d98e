import { fileURLToPath } from 'node:url'
import { type App, type AppOptions, createApp } from './app.ts'
import { type Config, packageVersion } from './config.ts'
import type { Logger } from './core/context.ts'
import { createRaisedLimits } from './core/raised-limits.ts'
import { createSecrets, type Secrets } from './core/secrets.ts'
import { createUsage } from './core/usage.ts'
import type { Database } from './db/engine.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase, unwritable } from './db/open.ts'
import { countHere, countInRedis, type SharedCounters } from './http/counters.ts'
import type { House } from './http/house.ts'
import { openIdentityProvider } from './http/identity-provider.ts'
import { createLiveFeed } from './http/live-feed.ts'
import { createOutbound } from './http/outbound.ts'
import { createPasswordDoor } from './http/password-door.ts'
import { createRateLimiter } from './http/rate-limit.ts'
import { createRunner } from './jobs/runner.ts'
import type { Reading } from './reading/reads.ts'
import { readingThreads } from './reading/threads.ts'
import { secretKeysOf } from './secret-keys.ts'

/** A running server: its house, its app, and the way to end it. */
export type Server = { house: House; app: App; close(): Promise<void> }

export type ServerOptions = {
  logger?: AppOptions['logger']
  clock?: () => number
  /** Where heavy reads are done; in threads of their own unless it is given. */
  reading?: Reading
  /** Leaves the queue, and what is due by the clock, to others. */
  leavesJobs?: boolean
}

const REPEAT_MS = 2000
const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Opens and migrates the database, mounts every wire and starts the jobs. Listening is the caller's. */
export async function openServer(config: Config, options: ServerOptions = {}): Promise<Server> {
  const clock = options.clock ?? Date.now
  const db = await openMigrated(config)
  const usage = createUsage(db)
  const live = createLiveFeed(db, clock)
  const secrets = createSecrets(secretKeysOf(config))
  const raisedLimits = createRaisedLimits(db)
  await raisedLimits.refresh()
  const shared = config.redisUrl === null ? undefined : sharedCounters(config.redisUrl, secrets)
  const limiter = createRateLimiter({
    setting: config.rateLimits,
    clock,
    makeCounter: shared?.makeCounter ?? countHere,
    raised: raisedLimits,
  })
  const house: House = {
    db,
    secrets,
    usage,
    reading: options.reading ?? readingThreads({ databaseUrl: config.databaseUrl, dataDir: config.dataDir }),
    limiter,
    raisedLimits,
    passwords: createPasswordDoor(limiter, clock),
    live,
    outbound: createOutbound({ allowsPrivate: config.webhooksAllowPrivate }),
    webhookRetries: config.webhookRetries,
    log: { info() {}, error() {} },
    isEnding: false,
    startedAt: clock(),
    redis: () => (shared === undefined ? 'off' : shared.isConnected() ? 'connected' : 'unreachable'),
    clock,
    baseUrl: config.baseUrl,
    timeZone: config.timeZone,
    registration: config.registration,
    sendsMail: config.smtpUrl !== null,
    provider: null,
    version: packageVersion(),
    dialects: [],
    hooks: new Map(),
    routes: [],
  }
  house.provider = openIdentityProvider(config, house)
  const app = await createApp(house, {
    trustProxy: config.trustProxy,
    dialectHosts: config.dialectHosts,
    webRoot: WEB_ROOT,
    metricsToken: config.metricsToken,
    logger: options.logger,
  })
  house.log = app.log
  const runner = options.leavesJobs ? undefined : createRunner(house, config)
  const repeated = [
    repeat(app.log, () => usage.flush(), 'the use of keys and wires could not be written down'),
    repeat(app.log, () => raisedLimits.refresh(), 'the raised limits could not be read'),
  ]
  await shared?.connect(app.log)

  return {
    house,
    app,
    async close() {
      house.isEnding = true
      for (const each of repeated) clearInterval(each)
      await live.close()
      await app.close()
      await runner?.close()
      await usage.flush().catch(() => {})
      await house.reading.close()
      shared?.close()
      await db.close()
    },
  }
}

/** Does something every few seconds for as long as the process has other things to do. */
function repeat(log: Logger, work: () => Promise<void>, trouble: string): NodeJS.Timeout {
  return setInterval(
    () => void work().catch((err: unknown) => log.error({ err }, trouble)),
    REPEAT_MS,
  ).unref()
}

/** Installations that use one Redis keep apart: what their keys begin with comes from the secret key. */
function sharedCounters(url: string, secrets: Secrets): SharedCounters {
  return countInRedis(url, `sundial:${secrets.code('rate limits')}`)
}

async function openMigrated(config: Config): Promise<Database> {
  const db = openDatabase(config)
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.close()
    if (!db.engine.isUnavailable(error)) throw error
    throw config.databaseUrl === null
      ? unwritable(config.dataDir, error)
      : unreachable(config.databaseUrl, error)
  }
}

/** Says which database it is, without the password in its address. */
function unreachable(databaseUrl: string, error: unknown): Error {
  const { host, pathname } = new URL(databaseUrl)
  // One error for each address of the host comes as a group, which has no words of its own.
  const causes = error instanceof AggregateError ? error.errors : [error]
  const words = causes.map((each) => (each instanceof Error ? each.message : String(each))).join('; ')
  return new Error(`The database ${host}${pathname} cannot be reached: ${words}`, { cause: error })
}
