import { createHash } from 'node:crypto'
import { type Ctx, transact } from './context.ts'
import { AppError, conflict, invalid } from './errors.ts'

const LONGEST_KEY = 255
const IDEMPOTENCY_LIFETIME_MS = 24 * 3600 * 1000

type Once = {
  key: string
  /** What is asked, to tell a repetition from another request under the same key. */
  request: { method: string; url: string; body: unknown }
  status: number
}

/**
 * Does a write at most once for a key of this caller, for a day. The key is written in the transaction of the write, so
 * that both are kept or neither; a repetition gets the first answer again, another request under it a conflict.
 */
export async function answerOnce<T>(
  ctx: Ctx,
  once: Once,
  work: (ctx: Ctx) => Promise<T>,
): Promise<{ answer: unknown; isReplay: boolean }> {
  const { key, status } = once
  if (key === '' || key.length > LONGEST_KEY)
    throw invalid('idempotency-key', `A key has 1 to ${LONGEST_KEY} characters.`)
  const row = { actor: callerOf(ctx), key }
  const requestHash = createHash('sha256').update(JSON.stringify(once.request)).digest('hex')
  const known = await storedAnswer(ctx, row, requestHash)
  if (known) return { answer: known.answer, isReplay: true }
  try {
    const answer = await transact(ctx, async (ctx) => {
      await ctx.db.kysely
        .insertInto('idempotency_key')
        .values({ ...row, request_hash: requestHash, status, answer: null, created_at: ctx.now })
        .execute()
      const given = await work(ctx)
      await ctx.db.kysely
        .updateTable('idempotency_key')
        .set({ answer: ctx.secrets.seal(JSON.stringify(given ?? null)) })
        .where('actor', '=', row.actor)
        .where('key', '=', key)
        .execute()
      return given
    })
    return { answer, isReplay: false }
  } catch (error) {
    if (!ctx.db.engine.isUniqueViolation(error)) throw error
    // The same key came twice at once: the other request has won, and its answer is this one's too.
    const winner = await storedAnswer(ctx, row, requestHash)
    if (!winner) throw conflict('idempotency_key_reused', 'A request with this key is being worked on.')
    return { answer: winner.answer, isReplay: true }
  }
}

function callerOf({ actor }: Ctx): string {
  if (actor.kind !== 'user') return actor.kind
  return actor.tokenId === null ? `user ${actor.userId}` : `token ${actor.tokenId}`
}

async function storedAnswer(ctx: Ctx, row: { actor: string; key: string }, requestHash: string) {
  const found = await ctx.db.kysely
    .selectFrom('idempotency_key')
    .selectAll()
    .where('actor', '=', row.actor)
    .where('key', '=', row.key)
    .executeTakeFirst()
  if (!found) return undefined
  if (found.created_at < ctx.now - IDEMPOTENCY_LIFETIME_MS) {
    await ctx.db.kysely
      .deleteFrom('idempotency_key')
      .where('actor', '=', row.actor)
      .where('key', '=', row.key)
      .where('created_at', '=', found.created_at)
      .execute()
    return undefined
  }
  if (found.request_hash !== requestHash) {
    throw new AppError('conflict', 'idempotency_key_reused', 'This key was used for another request.')
  }
  return { answer: found.answer === null ? null : (JSON.parse(ctx.secrets.open(found.answer)) as unknown) }
}
