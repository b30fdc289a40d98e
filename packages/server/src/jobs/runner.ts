import type { Ctx } from '../core/context.ts'
import { purge } from '../core/purge.ts'
import type { JobPayloads } from '../core/queue.ts'
import { claim, postpone, settle } from './queue.ts'
import { createMailer, type MailSettings } from './send-mail.ts'

/** Works through the queue, and does what is due by the clock, until it is closed. */
export type Runner = { close(): Promise<void> }

const POLL_MS = 1000
const PURGE_EVERY_MS = 3600 * 1000

type Handlers = { [K in keyof JobPayloads]: (payload: JobPayloads[K]) => Promise<void> }

/** What the jobs need of the running server. */
type Workplace = Pick<Ctx, 'db' | 'secrets' | 'log'> & { clock: () => number }

export function createRunner(house: Workplace, mail: MailSettings): Runner {
  const handlers: Handlers = { 'send-mail': createMailer(mail) }
  const { db } = house
  let isClosed = false
  let purgedAt = 0
  let working: Promise<void> = Promise.resolve()

  async function work(): Promise<void> {
    try {
      if (house.clock() - purgedAt >= PURGE_EVERY_MS) {
        purgedAt = house.clock()
        await purge(db, house.clock())
      }
      while (!isClosed && (await runNext())) {
        // One after another, until nothing is due.
      }
    } catch (error) {
      house.log.error({ err: error }, 'the job runner stumbled')
    }
  }

  async function runNext(): Promise<boolean> {
    const job = await claim(db, house.clock())
    if (!job) return false
    try {
      // Sealed by `enqueue` under the kind that the row names.
      const payload = JSON.parse(house.secrets.open(job.payload)) as JobPayloads['send-mail']
      await handlers[job.kind as keyof JobPayloads](payload)
      await settle(db, job)
    } catch (error) {
      house.log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed')
      await postpone(db, job, {
        error: error instanceof Error ? error.message : String(error),
        now: house.clock(),
      })
    }
    return true
  }

  const timer = setInterval(() => {
    working = working.then(work)
  }, POLL_MS)
  timer.unref()
  return {
    async close() {
      isClosed = true
      clearInterval(timer)
      await working
    },
  }
}
