import { Redis } from 'ioredis'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import type { Logger } from '../core/context.ts'

export type CounterOptions = {
  points: number
  duration: number
  /** Once the points are used up, it takes this long, in seconds, until there are any again. */
  blockDuration?: number
}

/** Counts what each key uses up in windows that begin with the first use and end as a whole. */
export type Counter = Pick<RateLimiterAbstract, 'consume' | 'reward' | 'get' | 'delete'>

/** Makes a counter; those of one name are one, as far as they are shared. */
export type MakeCounter = (name: string, options: CounterOptions) => Counter

/** A counter in the memory of this process. */
export const countHere: MakeCounter = (_, options) => new RateLimiterMemory(options)

/** Counters in Redis, which all processes of an installation share. */
export type SharedCounters = {
  makeCounter: MakeCounter
  /** Tries to reach Redis for a moment, and goes on trying; the log hears once of each outage and of its end. */
  connect(log: Logger): Promise<void>
  /** Whether Redis answers just now. */
  isConnected(): boolean
  close(): void
}

/** How long a request waits for Redis before it is counted here. */
const PATIENCE_MS = 500

/** Counters in Redis. While it cannot be asked they count in the memory of this process, so that no request waits for it. */
export function countInRedis(url: string, prefix: string): SharedCounters {
  let isOut = false
  let log: Logger | undefined
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // What cannot be asked at once is counted here; kept for later, it would hold its request up.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  })
  client.on('error', noteOutage)
  client.on('ready', () => {
    if (isOut) log?.info({}, 'Redis answers again: requests are counted there')
    isOut = false
  })

  /** Only the words: what Redis refuses comes with the whole command, the password of the connection included. */
  function noteOutage(error: unknown): void {
    if (isOut) return
    isOut = true
    const reason = error instanceof Error ? error.message : String(error)
    log?.error({ reason }, 'Redis does not answer: requests are counted in this process alone')
  }

  /** The library has such a fallback, but tells nobody when it takes it. */
  async function insured<T>(asked: Promise<T>, askHere: () => Promise<T>): Promise<T> {
    try {
      return await asked
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error
      noteOutage(error)
      return askHere()
    }
  }

  return {
    makeCounter(name, options) {
      const shared = new RateLimiterRedis({ ...options, storeClient: client, keyPrefix: `${prefix}:${name}` })
      const here = countHere(name, options)
      return {
        consume: (key) => insured(shared.consume(key), () => here.consume(key)),
        reward: (key) => insured(shared.reward(key), () => here.reward(key)),
        get: (key) => insured(shared.get(key), () => here.get(key)),
        delete: (key) => insured(shared.delete(key), () => here.delete(key)),
      }
    },
    async connect(to) {
      log = to
      await client.connect().catch(noteOutage)
    },
    isConnected: () => client.status === 'ready' && !isOut,
    close: () => client.disconnect(),
  }
}
