import { randomUUID } from 'node:crypto'
import { checkBudgets } from '../core/budgets.ts'
import type { Ctx } from '../core/context.ts'
import { purge } from '../core/purge.ts'
import type { JobPayloads } from '../core/queue.ts'
import { repriceWorkspace } from '../core/repricing.ts'
import type { Reading } from '../reading/reads.ts'
import { openPostRoom, type Post } from './deliver-webhooks.ts'
import { claim, type Claimed, holdOn, postpone, settle } from './queue.ts'
import { createMailer, type MailSettings } from './send-mail.ts'
import { writeExport } from './write-export.ts'

/** Works through the queue, and does what is due by the clock, until it is closed. */
export type Runner = { close(): Promise<void> }

const POLL_MS = 1000
/** Hooks are told at once, as far as people can tell; to look costs one read of an index. */
const POST_POLL_MS = 250
const HOLD_ON_MS = 20_000

type Handlers = { [K in keyof JobPayloads]: (payload: JobPayloads[K]) => Promise<void> }

/** What the jobs need of the running server. */
type Workplace = Pick<Ctx, 'db' | 'secrets' | 'log'> &
  Pick<Post, 'hooks' | 'outbound'> & { clock: () => number; reading: Reading }

type Settings = MailSettings & { webhookRetries: readonly number[] }

/** Who waits for a letter does not wait for a long file: each lane works through its own kinds, one after another. */
const LANES: readonly (readonly (keyof JobPayloads)[])[] = [['send-mail'], ['reprice', 'write-export']]

/** What is due by the clock, and how often. */
const ROUNDS: readonly { everyMs: number; go: (ctx: Ctx) => Promise<void> }[] = [
  { everyMs: 3600 * 1000, go: (ctx) => purge(ctx.db, ctx.now) },
  { everyMs: 60 * 1000, go: checkBudgets },
]

export function createRunner(house: Workplace, settings: Settings): Runner {
  const { db } = house
  const handlers: Handlers = {
    'send-mail': createMailer(settings),
    reprice: (payload) => repriceWorkspace(systemContext(), payload),
    'write-export': (payload) => writeExport(systemContext(), house.reading, payload),
  }
  let isClosed = false

  function systemContext(): Ctx {
    return {
      db,
      secrets: house.secrets,
      log: house.log,
      now: house.clock(),
      actor: { kind: 'system' },
      via: { wire: 'system', client: null },
      operation: { id: randomUUID(), hasWritten: false },
    }
  }

  async function runNext(kinds: readonly string[]): Promise<boolean> {
    const job = await claim(db, house.clock(), kinds)
    if (!job) return false
    const holding = setInterval(() => {
      holdOn(db, job, house.clock()).catch(() => {})
    }, HOLD_ON_MS)
    try {
      await perform(job)
      await settle(db, job)
    } catch (error) {
      house.log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed')
      await postpone(db, job, {
        error: error instanceof Error ? error.message : String(error),
        now: house.clock(),
      })
    } finally {
      clearInterval(holding)
    }
    return true
  }

  async function perform(job: Claimed): Promise<void> {
    // Sealed by `enqueue` under the kind that the row names, which has the payload of that kind.
    const payload: unknown = JSON.parse(house.secrets.open(job.payload))
    const handle = handlers[job.kind as keyof JobPayloads] as (payload: unknown) => Promise<void>
    await handle(payload)
  }

  async function workOff(kinds: readonly string[]): Promise<void> {
    while (!isClosed && (await runNext(kinds))) {
      // One after another, until nothing is due.
    }
  }

  const postRoom = openPostRoom({
    hooks: house.hooks,
    outbound: house.outbound,
    retries: settings.webhookRetries,
    contextNow: systemContext,
    isClosed: () => isClosed,
  })

  const rounds = ROUNDS.map(({ everyMs, go }) => {
    let wentAt = 0
    return async () => {
      if (house.clock() - wentAt < everyMs) return
      wentAt = house.clock()
      await go(systemContext())
    }
  })
  const onError = (error: unknown) => house.log.error({ err: error }, 'the job runner stumbled')
  const loops = [
    ...[...LANES.map((kinds) => () => workOff(kinds)), ...rounds].map((work) => startLoop(work, { onError })),
    startLoop(async () => postRoom.look(), { onError, everyMs: POST_POLL_MS }),
  ]
  return {
    async close() {
      isClosed = true
      await Promise.all(loops.map((loop) => loop.close()))
      await postRoom.done()
    },
  }
}

type Pace = { onError: (error: unknown) => void; everyMs?: number }

/** Works once a second unless it is said otherwise, and never twice at once. */
function startLoop(work: () => Promise<void>, { onError, everyMs = POLL_MS }: Pace): Runner {
  let working: Promise<void> = Promise.resolve()
  let isWorking = false
  const timer = setInterval(() => {
    if (isWorking) return
    isWorking = true
    working = work()
      .catch(onError)
      .finally(() => {
        isWorking = false
      })
  }, everyMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await working
    },
  }
}
