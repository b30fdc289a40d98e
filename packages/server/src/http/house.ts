import { randomUUID } from 'node:crypto'
import type { Actor, Ctx, Logger, Via } from '../core/context.ts'
import type { LiveFeed } from './live-feed.ts'
import type { PasswordDoor } from './password-door.ts'
import type { RateLimiter } from './rate-limit.ts'
import type { RouteEntry } from './route-table.ts'
import type { RaisedLimits } from '../core/raised-limits.ts'
import type { Secrets } from '../core/secrets.ts'
import type { Usage } from '../core/usage.ts'
import type { WireHooks } from '../core/webhooks/message.ts'
import type { Reading } from '../reading/reads.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { Outbound } from './outbound.ts'
import type { Wire } from './wire.ts'

/** What every wire of a running server shares. */
export type House = {
  db: Ctx['db']
  secrets: Secrets
  usage: Usage
  /** For questions that may read a great deal. */
  reading: Reading
  limiter: RateLimiter
  raisedLimits: RaisedLimits
  passwords: PasswordDoor
  live: LiveFeed
  /** The way to addresses that people wrote down. */
  outbound: Outbound
  /** How long a message to a webhook waits after each failure, in milliseconds. */
  webhookRetries: readonly number[]
  log: Logger
  /** True from the moment it was asked to end: what is under way is answered, and nothing more is to come. */
  isEnding: boolean
  /** When the process opened the house. */
  startedAt: number
  /** Whether the Redis that counts requests for all processes answers; `off` where there is none. */
  redis: () => 'off' | 'connected' | 'unreachable'
  /** The present, which tests may set. */
  clock: () => number
  baseUrl: string
  timeZone: string
  registration: 'open' | 'invitation'
  sendsMail: boolean
  /** Where people may sign in instead of here. */
  provider: IdentityProvider | null
  version: string
  /** The foreign systems it speaks for. */
  dialects: readonly Pick<Wire, 'name' | 'title' | 'clientPath' | 'connect'>[]
  /** How each wire words what its webhooks are told. */
  hooks: ReadonlyMap<string, WireHooks>
  /** Every route of every wire, filled as they are mounted. */
  routes: RouteEntry[]
}

/** The context of one request, or of one job. */
export function contextOf(house: House, via: Via, actor: Actor): Ctx {
  return {
    db: house.db,
    actor,
    now: house.clock(),
    operation: { id: randomUUID(), hasWritten: false },
    via,
    secrets: house.secrets,
    log: house.log,
  }
}
