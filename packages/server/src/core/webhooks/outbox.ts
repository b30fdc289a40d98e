import { sql } from 'kysely'
import type { Row } from '../../db/schema.ts'
import { isWorkspaceAdmin } from '../access.ts'
import { type Ctx, lockWorkspace, transact } from '../context.ts'
import type { EventRow } from '../events.ts'
import type { Delivery } from './deliveries.ts'
import { disable, giveUpWaiting, remove } from './stop.ts'
import { toWebhook, type Webhook } from './webhook.ts'

/** A delivery in the hands of whoever sends it, with all that the message is made of. */
export type ClaimedDelivery = {
  delivery: Delivery
  webhook: Webhook
  secret: string
  /** Null for a ping. */
  event: EventRow | null
}

/** Longer than a receiver is waited for, so that one who still sends never loses its claim. */
const LEASE_MS = 60_000
const RESPONSE_KEPT = 4096
const MOST_FAILURES_IN_ROW = 10
const JITTER = 0.1

/**
 * Takes what is due for one webhook, the one that waits longest, for the time of a lease: what a killed process held is
 * sent by the next. About one thing, nothing is due before what is ahead of it has arrived or is given up. Webhooks that
 * are being told already are left out, so that a slow receiver is waited for once.
 */
export async function claimDeliveries(
  ctx: Ctx,
  { most, notFor = [] }: { most: number; notFor?: readonly number[] },
): Promise<ClaimedDelivery[]> {
  const deliveries = await transact(ctx, (ctx) => lockDue(ctx, { most, notFor }))
  const [first] = deliveries
  if (!first) return []
  const { mayHear, ...row } = await receiverOf(ctx, first)
  const isQuiet = row.is_enabled === 0 || !mayHear
  if (row.deleted_at !== null || (isQuiet && deliveries.some((delivery) => delivery.event_id !== null))) {
    await stop(ctx, row)
    return []
  }
  const events = await eventsOf(ctx, deliveries)
  const secret = ctx.secrets.open(row.sealed_secret)
  return deliveries.map((delivery) => ({
    delivery,
    webhook: toWebhook(row),
    secret,
    event: delivery.event_id === null ? null : (events.get(delivery.event_id) ?? null),
  }))
}

/** What became of one try: the receiver's answer, or why there is none. */
export type Outcome = {
  answer: { status: number; text: string } | { error: string }
  requestBody: string | null
  tookMs: number
}

type Settling = {
  outcome: Outcome
  /** How long to wait after each failure, in milliseconds. */
  retries: readonly number[]
  /** A receiver that says it is gone takes its webhook with it, which is otherwise switched off. */
  removesGone?: boolean
}

/** Writes down what became of a try; after a failure the delivery waits for its next, until `retries` are used up. */
export async function settleDelivery(
  ctx: Ctx,
  { delivery }: Pick<ClaimedDelivery, 'delivery'>,
  { outcome, retries, removesGone = false }: Settling,
): Promise<void> {
  const { answer } = outcome
  const status = 'status' in answer ? answer.status : null
  const hasArrived = status !== null && status >= 200 && status < 300
  await transact(ctx, async (ctx) => {
    if (!hasArrived) await lockWorkspace(ctx, delivery.workspace_id)
    // A ping asks how things are now, so it is tried once.
    const delay = delivery.event_id === null || status === 410 ? undefined : retries[delivery.attempts - 1]
    const isOver = hasArrived || delay === undefined
    const kept = await ctx.db.kysely
      .updateTable('delivery')
      .set({
        status: hasArrived ? 'done' : isOver ? 'failed' : 'waiting',
        // Some chance, so that what failed together does not come back together.
        run_at: isOver ? delivery.run_at : ctx.now + Math.round(delay * (1 + Math.random() * JITTER)),
        finished_at: isOver ? ctx.now : null,
        locked_until: null,
        attempted_at: ctx.now,
        took_ms: outcome.tookMs,
        request_body: outcome.requestBody,
        response_status: status,
        response_text: 'text' in answer ? keptText(answer.text) : null,
        error: hasArrived ? null : 'error' in answer ? answer.error : `The receiver answered ${status}.`,
      })
      .where('workspace_id', '=', delivery.workspace_id)
      .where('id', '=', delivery.id)
      // Not where it was given up meanwhile, or taken by another after the lease was over.
      .where('status', '=', 'waiting')
      .where('attempts', '=', delivery.attempts)
      .returning('id')
      .executeTakeFirst()
    if (!kept) return
    const place = { workspace_id: delivery.workspace_id, id: delivery.webhook_id }
    if (hasArrived) return countFailures(ctx, place, 'none')
    if (status === 410) return removesGone ? remove(ctx, place) : disable(ctx, place, 'gone')
    if (isOver && delivery.event_id !== null) return countFailures(ctx, place, 'another')
  })
}

/** Forgets a delivery that its webhook did not ask for, once its wire has looked: nothing was sent, so nothing counts. */
export async function dropDelivery(ctx: Ctx, { delivery }: Pick<ClaimedDelivery, 'delivery'>): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('delivery')
    .where('workspace_id', '=', delivery.workspace_id)
    .where('id', '=', delivery.id)
    .where('status', '=', 'waiting')
    .where('attempts', '=', delivery.attempts)
    .execute()
}

/** The events that deliveries tell of. */
export async function eventsOf(
  ctx: Ctx,
  deliveries: readonly Pick<Delivery, 'event_id' | 'event_workspace_id'>[],
): Promise<ReadonlyMap<number, EventRow>> {
  const ids = deliveries.flatMap((delivery) => delivery.event_id ?? [])
  if (ids.length === 0) return new Map()
  const workspaces = new Set(deliveries.flatMap((delivery) => delivery.event_workspace_id ?? []))
  const events = await ctx.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', 'in', [...workspaces])
    .where('id', 'in', ids)
    .execute()
  return new Map(events.map((event) => [event.id, event]))
}

async function lockDue(
  ctx: Ctx,
  { most, notFor }: { most: number; notFor: readonly number[] },
): Promise<Delivery[]> {
  const others = notFor.length > 0 ? sql`and d.webhook_id not in (${sql.join(notFor)})` : sql``
  const first = await sql<Pick<Delivery, 'workspace_id' | 'webhook_id'>>`
    select d.workspace_id, d.webhook_id from delivery d where ${isDue(ctx)} ${others}
    order by d.run_at, d.id limit 1`.execute(ctx.db.kysely)
  const [next] = first.rows
  if (!next) return []
  // The signs keep the engines to the index of what is due next, where the first few are soon found; the one by webhook
  // would have them sort all that waits for it, each time.
  const { rows } = await sql<{ id: number }>`
    select d.id from delivery d
    where +d.workspace_id = ${next.workspace_id} and +d.webhook_id = ${next.webhook_id} and ${isDue(ctx)}
    order by d.run_at, d.id limit ${sql.lit(most)} ${ctx.db.engine.skipLocked}`.execute(ctx.db.kysely)
  if (rows.length === 0) return []
  const deliveries = await ctx.db.kysely
    .updateTable('delivery')
    .set((eb) => ({ locked_until: ctx.now + LEASE_MS, attempts: eb('attempts', '+', 1) }))
    .where('workspace_id', '=', next.workspace_id)
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .returningAll()
    .execute()
  return deliveries.sort((a, b) => a.id - b.id)
}

/** The first that waits, asked row by row: as a join, PostgreSQL may compare all that waits with all that waits. */
function isDue({ now }: Ctx) {
  return sql`d.status = 'waiting' and d.run_at <= ${now} and (d.locked_until is null or d.locked_until <= ${now})
    and d.id = (
      select min(ahead.id) from delivery ahead
      where ahead.status = 'waiting' and ahead.webhook_id = d.webhook_id
        and ahead.subject_kind = d.subject_kind and ahead.subject_id = d.subject_id)`
}

/** A webhook, and whether the person it is told for may still hear of everything in its workspace. */
async function receiverOf(ctx: Ctx, { workspace_id, webhook_id }: Delivery) {
  const { user_is_active, member_role, ...row } = await ctx.db.kysely
    .selectFrom('webhook')
    .innerJoin('user', 'user.id', 'webhook.user_id')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'webhook.workspace_id')
        .onRef('member.user_id', '=', 'webhook.user_id')
        .on('member.is_active', '=', 1),
    )
    .where('webhook.workspace_id', '=', workspace_id)
    .where('webhook.id', '=', webhook_id)
    .selectAll('webhook')
    .select(['user.is_active as user_is_active', 'member.role as member_role'])
    .executeTakeFirstOrThrow()
  // A person's own lies in their personal workspace, which is theirs for as long as the account is.
  const mayHear = user_is_active === 1 && member_role !== null && isWorkspaceAdmin(member_role)
  return { ...row, mayHear }
}

/** Gives up what waits for a webhook that may not be told any more. */
async function stop(ctx: Ctx, webhook: Row<'webhook'>): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (webhook.is_enabled === 1 && webhook.deleted_at === null) return disable(ctx, webhook, 'creator_left')
    await giveUpWaiting(ctx, webhook, 'The webhook was switched off.')
  })
}

async function countFailures(
  ctx: Ctx,
  place: Pick<Row<'webhook'>, 'id' | 'workspace_id'>,
  which: 'none' | 'another',
): Promise<void> {
  const counted = await ctx.db.kysely
    .updateTable('webhook')
    .set((eb) => ({ failures_in_row: which === 'none' ? 0 : eb('failures_in_row', '+', 1) }))
    .where('workspace_id', '=', place.workspace_id)
    .where('id', '=', place.id)
    .$if(which === 'none', (query) => query.where('failures_in_row', '>', 0))
    .returning('failures_in_row')
    .executeTakeFirst()
  if (counted && counted.failures_in_row >= MOST_FAILURES_IN_ROW) await disable(ctx, place, 'failing')
}

/** PostgreSQL keeps no zero characters. */
function keptText(text: string): string {
  return text.slice(0, RESPONSE_KEPT).replaceAll('\0', '')
}
