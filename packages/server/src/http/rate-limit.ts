import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../core/errors.ts'
import type { RaisedLimits } from '../core/raised-limits.ts'
import { nameKey } from '../core/rules/names.ts'
import { hashSecret } from '../core/secrets.ts'
import type { Counter, CounterOptions, MakeCounter } from './counters.ts'
import type { Limit, LimitUsage, Wire } from './wire.ts'

export type RateLimitSetting = 'documented' | 'friendly' | 'off'

/** Counts the requests of each key on each wire. */
export type RateLimiter = {
  /** Counts one request. Gives what is left of each limit; `exceeded` holds the one that is used up. */
  count(wire: LimitedWire, key: string): Promise<{ usage: LimitUsage[]; exceeded?: LimitUsage }>
  /** What a key has that has not called yet, for the answers that count nobody's request. */
  untouched(wire: LimitedWire, key: string): LimitUsage[]
  /** Counts one try at a password, by address and by account if one is named; throws once there were too many. */
  countPasswordTry(ip: string, account: string | undefined): Promise<void>
  /** Forgets the tries of somebody who got in. */
  forgivePasswordTries(ip: string, account: string): Promise<void>
  /** Counts one try at a code by somebody who knew the password, from whatever address; throws once there were too many. */
  countCodeTry(account: string): Promise<void>
  /** Forgets the tries of somebody whose code was right. */
  forgiveCodeTries(account: string): Promise<void>
}

type Question = (counter: Counter) => Promise<RateLimiterRes | null>

type LimitedWire = Pick<Wire, 'name' | 'limits'>

export type RateLimiterOptions = {
  setting: RateLimitSetting
  clock: () => number
  makeCounter: MakeCounter
  raised: Pick<RaisedLimits, 'factorOf'>
}

const FRIENDLY_FACTOR = 20

/** A limiter of requests and of tries at passwords. */
export function createRateLimiter({ setting, clock, makeCounter, raised }: RateLimiterOptions): RateLimiter {
  const counters = new Map<string, Counter>()
  const doors = passwordDoors(makeCounter)
  const codes = makeCounter('door of codes', CODE_TRIES)

  /** A key that is raised has another counter, so that what it was refused before does not count against it. */
  function counterFor(wire: LimitedWire, limit: Limit): Counter {
    const name = `${wire.name} ${limit.requests}/${limit.seconds}`
    const known = counters.get(name)
    if (known) return known
    const counter = makeCounter(name, { points: limit.requests, duration: limit.seconds })
    counters.set(name, counter)
    return counter
  }

  /** The limits of a key at this setting. */
  function limitsOf(wire: LimitedWire, key: string): Limit[] {
    const factor = (setting === 'friendly' ? FRIENDLY_FACTOR : 1) * raised.factorOf(key)
    return wire.limits.map((limit) => ({ ...limit, requests: limit.requests * factor }))
  }

  function usageOf(limit: Limit, used: RateLimiterRes | null): LimitUsage {
    return {
      ...limit,
      remaining: Math.max(0, limit.requests - (used?.consumedPoints ?? 0)),
      resetAt: clock() + (used?.msBeforeNext ?? limit.seconds * 1000),
    }
  }

  function untouched(wire: LimitedWire, key: string): LimitUsage[] {
    return limitsOf(wire, key).map((limit) => usageOf(limit, null))
  }

  /** Asks the counter of each of these limits. */
  function ask(wire: LimitedWire, limits: Limit[], question: Question): Promise<LimitUsage[]> {
    return Promise.all(limits.map(async (limit) => usageOf(limit, await question(counterFor(wire, limit)))))
  }

  return {
    async count(wire, key) {
      if (setting === 'off') return { usage: untouched(wire, key) }
      const limits = limitsOf(wire, key)
      const usage: LimitUsage[] = []
      for (const [place, limit] of limits.entries()) {
        const used = await spend(counterFor(wire, limit), key)
        usage.push(usageOf(limit, used))
        if (used.consumedPoints <= limit.requests) continue
        // A request that one limit refuses counts against no other: those before it give it back.
        const before = await ask(wire, limits.slice(0, place), (counter) => counter.reward(key))
        const after = await ask(wire, limits.slice(place + 1), (counter) => counter.get(key))
        return { usage: [...before, ...usage.slice(place), ...after], exceeded: usage[place] }
      }
      return { usage }
    },
    untouched,
    async countPasswordTry(ip, account) {
      for (const door of doors) {
        const key = door.keyOf(networkOf(ip), account === undefined ? undefined : accountKey(account))
        if (key === undefined) continue
        const used = await spend(door.counter, key)
        if (used.consumedPoints > door.tries) throw tooManyTries(used)
      }
    },
    async forgivePasswordTries(ip, account) {
      for (const door of doors) {
        const key = door.keyOf(networkOf(ip), accountKey(account))
        if (door.isForgiving && key !== undefined) await door.counter.delete(key)
      }
    },
    async countCodeTry(account) {
      const used = await spend(codes, accountKey(account))
      if (used.consumedPoints > CODE_TRIES.points) throw tooManyTries(used)
    },
    async forgiveCodeTries(account) {
      await codes.delete(accountKey(account))
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

/** As accounts are looked up, so that another spelling of the address is no other account; hashed, as it may leave this process. */
function accountKey(account: string): string {
  return hashSecret(nameKey(account.trim()))
}

type Door = {
  counter: Counter
  tries: number
  /** What the tries are counted by; undefined where this door has no say. */
  keyOf(network: string, account: string | undefined): string | undefined
  isForgiving: boolean
}

/** Ten tries a minute for one account from one address; beyond that the door stays shut for longer. */
function passwordDoors(makeCounter: MakeCounter): Door[] {
  const door = (name: string, options: Required<CounterOptions>) => ({
    counter: makeCounter(`door ${name}`, options),
    tries: options.points,
  })
  return [
    {
      ...door('of both', { points: 10, duration: 60, blockDuration: 120 }),
      keyOf: (network, account) => `${network} ${account ?? ''}`,
      isForgiving: true,
    },
    {
      ...door('of an address', { points: 100, duration: 600, blockDuration: 600 }),
      keyOf: (network) => network,
      isForgiving: false,
    },
    {
      ...door('of an account', { points: 100, duration: 600, blockDuration: 60 }),
      keyOf: (_, account) => account,
      isForgiving: true,
    },
  ]
}

/**
 * Six figures can be guessed from many addresses, by whoever has the password. Twenty tries an hour are more than its
 * owner needs, and leave such a one less than two chances in a thousand a day.
 */
const CODE_TRIES = { points: 20, duration: 3600, blockDuration: 3600 }

function tooManyTries({ msBeforeNext }: RateLimiterRes): AppError {
  return tooMany('Too many tries. Wait a little and try again.', msBeforeNext)
}

async function spend(counter: Counter, key: string): Promise<RateLimiterRes> {
  try {
    return await counter.consume(key)
  } catch (refusal) {
    // The library throws its count where the limit is used up, and an error where it could not count.
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  }
}

/** What a caller hears who has to wait: for whole seconds, and never for none. */
export function tooMany(message: string, waitMs: number): AppError {
  return new AppError('rate_limited', 'too_many_requests', message, {
    retryAfter: Math.max(1, Math.ceil(waitMs / 1000)),
  })
}

/** Each key has its own count, however it is presented; callers without one share that of their address. */
export function limitKey(wire: Pick<Wire, 'keyOf'>, request: FastifyRequest): string {
  const key = wire.keyOf(request)
  return key ? hashSecret(key) : `ip ${request.ip}`
}
