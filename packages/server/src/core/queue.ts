import type { Ctx } from './context.ts'
import type { Repricing } from './repricing.ts'

/** The work that verbs leave for later, with what each needs. The runner in `jobs/` knows how each is done. */
export type JobPayloads = {
  'send-mail': {
    to: string
    letter: 'password-reset' | 'invitation'
    secret: string
    workspace?: string
    from?: string
  }
  /** Entries from a day on that a changed rate is for. */
  reprice: Repricing
  /** A report to be written into a file. */
  'write-export': { id: number }
}

/** Puts a job into the queue, in the transaction of the verb: it runs if and only if the verb's work is kept. */
export async function enqueue<K extends keyof JobPayloads>(
  ctx: Ctx,
  kind: K,
  payload: JobPayloads[K],
): Promise<void> {
  await ctx.db.kysely
    .insertInto('job')
    .values({
      kind,
      // Sealed, as a letter holds a link that is as good as a password.
      payload: ctx.secrets.seal(JSON.stringify(payload)),
      run_at: ctx.now,
      attempts: 0,
      locked_until: null,
      last_error: null,
      failed_at: null,
      created_at: ctx.now,
    })
    .execute()
}
