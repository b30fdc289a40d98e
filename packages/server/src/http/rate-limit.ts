import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../core/errors.ts'
import { nameKey } from '../core/rules/names.ts'
import type { Limit, LimitUsage } from './wire.ts'

export type RateLimitSetting = 'documented' | 'friendly' | 'off'

/** Counts the requests of each key on each wire. */
export type RateLimiter = {
  /** Counts one request. Gives what is left of each limit; `exceeded` holds the one that is used up. */
  count(
    wire: string,
    limits: readonly Limit[],
    key: string,
  ): Promise<{ usage: LimitUsage[]; exceeded?: LimitUsage }>
  /** What a key has that has not called yet, for the answers that count nobody's request. */
  untouched(limits: readonly Limit[]): LimitUsage[]
  /** Counts one try at a password, by address and by account if one is named; throws once there were too many. */
  countPasswordTry(ip: string, account: string | undefined): Promise<void>
  /** Forgets the tries of somebody who got in. */
  forgivePasswordTries(ip: string, account: string): Promise<void>
}

const FRIENDLY_FACTOR = 20

/** A counter in the memory of this process. */
export function createRateLimiter(setting: RateLimitSetting, clock: () => number): RateLimiter {
  const counters = new Map<string, RateLimiterMemory>()
  const doors = passwordDoors()

  function counterFor(wire: string, limit: Limit): RateLimiterMemory {
    const name = `${wire} ${limit.requests}/${limit.seconds}`
    const known = counters.get(name)
    if (known) return known
    const counter = new RateLimiterMemory({ points: limit.requests, duration: limit.seconds })
    counters.set(name, counter)
    return counter
  }

  /** The limits at this setting. */
  function atSetting(limits: readonly Limit[]): Limit[] {
    const factor = setting === 'friendly' ? FRIENDLY_FACTOR : 1
    return limits.map((limit) => ({ ...limit, requests: limit.requests * factor }))
  }

  return {
    async count(wire, limits, key) {
      const usage: LimitUsage[] = []
      for (const limit of atSetting(limits)) {
        const used = setting === 'off' ? undefined : await spend(counterFor(wire, limit), key)
        usage.push({
          ...limit,
          remaining: Math.max(0, limit.requests - (used?.consumedPoints ?? 0)),
          resetAt: clock() + (used?.msBeforeNext ?? limit.seconds * 1000),
        })
        if (used && used.consumedPoints > limit.requests) return { usage, exceeded: usage.at(-1) }
      }
      return { usage }
    },
    untouched(limits) {
      return atSetting(limits).map((limit) => ({
        ...limit,
        remaining: limit.requests,
        resetAt: clock() + limit.seconds * 1000,
      }))
    },
    async countPasswordTry(ip, account) {
      for (const door of doors) {
        const key = door.keyOf(networkOf(ip), account === undefined ? undefined : accountKey(account))
        if (key === undefined) continue
        const used = await spend(door.counter, key)
        if (used.consumedPoints <= door.counter.points) continue
        throw new AppError(
          'rate_limited',
          'too_many_requests',
          'Too many tries. Wait a little and try again.',
          {
            retryAfter: Math.ceil(used.msBeforeNext / 1000),
          },
        )
      }
    },
    async forgivePasswordTries(ip, account) {
      for (const door of doors) {
        const key = door.keyOf(networkOf(ip), accountKey(account))
        if (door.isForgiving && key !== undefined) await door.counter.delete(key)
      }
    },
  }
}

/** Whoever has one IPv6 address has a whole /64 of them; a mapped IPv4 address is the IPv4 address. */
function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (!(address instanceof ipaddr.IPv6)) return address.toString()
  return `${address.parts.slice(0, 4).join(':')}/64`
}

/** As accounts are looked up, so that another spelling of the address is no other account. */
function accountKey(account: string): string {
  return nameKey(account.trim())
}

type Door = {
  counter: RateLimiterMemory
  /** What the tries are counted by; undefined where this door has no say. */
  keyOf(network: string, account: string | undefined): string | undefined
  isForgiving: boolean
}

/** Ten tries a minute for one account from one address; beyond that the door stays shut for longer. */
function passwordDoors(): Door[] {
  return [
    {
      counter: new RateLimiterMemory({ points: 10, duration: 60, blockDuration: 120 }),
      keyOf: (network, account) => `${network} ${account ?? ''}`,
      isForgiving: true,
    },
    {
      counter: new RateLimiterMemory({ points: 100, duration: 600, blockDuration: 600 }),
      keyOf: (network) => network,
      isForgiving: false,
    },
    {
      counter: new RateLimiterMemory({ points: 100, duration: 600, blockDuration: 60 }),
      keyOf: (_, account) => account,
      isForgiving: true,
    },
  ]
}

async function spend(counter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await counter.consume(key)
  } catch (refusal) {
    // The library throws its count where the limit is used up, and an error where it could not count.
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  }
}
