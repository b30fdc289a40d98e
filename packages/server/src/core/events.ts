import type { Insertable } from 'kysely'
import type { Row, Schema } from '../db/schema.ts'
import { isWorkspaceAdmin, membershipIn, requireScope } from './access.ts'
import { actingUser, type Ctx, transactionOf } from './context.ts'
import { withinSight } from './event-sight.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import { isDeliverable } from './rules/webhook-events.ts'
import { dispatch } from './webhooks/dispatch.ts'

/** What an event is about. The name of a table, except `workspace`'s neighbours, which need no undo. */
export const SUBJECT_KINDS = [
  'user',
  'identity',
  'token',
  'passkey',
  'workspace',
  'member',
  'invitation',
  'client',
  'project',
  'task',
  'tag',
  'entry',
  'app_usage',
  'usage_rule',
  'rate',
  'saved_report',
  'report_link',
  'webhook',
  'approval',
  'approval_policy',
  'timesheet',
  'contact',
  'lead',
  'deal',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export const EVENT_VERBS = [
  'created',
  'updated',
  'deleted',
  'started',
  'stopped',
  'restored',
  'signed_in',
  'signed_out',
  'password_changed',
  'second_factor_begun',
  'second_factor_added',
  'second_factor_removed',
  'recovery_codes_made',
  'recovery_code_used',
  'budget_reached',
  'converted',
  'approved',
  'rejected',
  'cancelled',
  'reopened',
  'submitted',
  'closed',
] as const
export type EventVerb = (typeof EVENT_VERBS)[number]

/** An event as it is kept. */
export type EventRow = Row<'event'>

/** Something that happened, as written in the transaction in which it happened. */
export type NewEvent = {
  workspaceId: number
  kind: `${SubjectKind}.${EventVerb}`
  subjectId: number
  /** Whose private matter it is; leave out where every member may know. */
  subjectUserId?: number
  before: object | null
  after: object | null
}

/** Columns that must never leave their table. */
const SECRET_COLUMNS = new Set([
  'password_hash',
  'personal_key_hash',
  'sealed_personal_key',
  'sealed_totp_secret',
  'secret_hash',
  'sealed_secret',
  'validation_code',
])

const EVENTS_PER_STATEMENT = 500
const announced = new WeakSet<object>()

/** Writes events into the transaction, and tells every process of them when it commits. */
export async function emit(ctx: Ctx, ...events: NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const tx = transactionOf(ctx)
  for (let start = 0; start < events.length; start += EVENTS_PER_STATEMENT) {
    const rows = events.slice(start, start + EVENTS_PER_STATEMENT).map((event) => toRow(ctx, event))
    const written = await insertRows(ctx, rows)
    const deliverable = written.filter(({ kind }) => isDeliverable(kind))
    if (deliverable.length > 0) await dispatch(ctx, deliverable)
  }
  ctx.operation.hasWritten = true
  if (announced.has(tx)) return
  announced.add(tx)
  await ctx.db.engine.announce(tx, ctx.operation.id)
}

const insertOne = prepared(({ kysely }, row: Insertable<Schema['event']>) =>
  kysely.insertInto('event').values(row).returning(['id', 'workspace_id', 'kind']),
)

/** Nearly every verb writes one. */
function insertRows(ctx: Ctx, rows: ReturnType<typeof toRow>[]) {
  const [first] = rows
  if (first && rows.length === 1) return insertOne(ctx, first)
  return ctx.db.kysely.insertInto('event').values(rows).returning(['id', 'workspace_id', 'kind']).execute()
}

function toRow(ctx: Ctx, event: NewEvent) {
  const { actor } = ctx
  return {
    workspace_id: event.workspaceId,
    at: ctx.now,
    operation_id: ctx.operation.id,
    user_id: actor.kind === 'user' ? actor.userId : null,
    token_id: actor.kind === 'user' ? actor.tokenId : null,
    wire: ctx.via.wire,
    client: ctx.via.client,
    kind: event.kind,
    reason: ctx.operation.reason ?? null,
    subject_kind: event.kind.slice(0, event.kind.indexOf('.')),
    subject_id: event.subjectId,
    subject_user_id: event.subjectUserId ?? null,
    before: event.before && snapshot(event.before),
    after: event.after && snapshot(event.after),
  }
}

function snapshot(row: object): string {
  return JSON.stringify(row, (key, value: unknown) => (SECRET_COLUMNS.has(key) ? undefined : value))
}

/** The events of one operation, in the order they were written. */
export async function eventsOfOperation(
  ctx: Ctx,
  operationId: string,
  most: number,
): Promise<Row<'event'>[]> {
  return ctx.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .limit(most)
    .execute()
}

export type EventFilter = {
  workspaceId: number
  /** Who did it. */
  userId?: number
  /** What it is about: any of these. */
  subjectKinds?: readonly SubjectKind[]
  subjectId?: number
  /** What was done: the second half of the kind. */
  verb?: EventVerb
  /** At or after this instant, and before that one. */
  from?: number
  before?: number
}

/**
 * What happened in a workspace, newest first. Owners and admins see everything but the private matters of others, such
 * as their keys and sign-ins; anybody else what they did themselves. Nobody sees more of the money than in a report.
 */
export async function listEvents(ctx: Ctx, filter: EventFilter, page: Page): Promise<PageOf<EventRow>> {
  requireScope(ctx, 'read:workspaces')
  const { workspaceId, userId, subjectKinds, subjectId, verb, from, before } = filter
  const membership = await membershipIn(ctx, workspaceId)
  let events = ctx.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      isWorkspaceAdmin(membership.role)
        ? eb.or([
            eb('subject_user_id', 'is', null),
            eb('subject_user_id', '=', actingUser(ctx).userId),
            eb('subject_kind', '=', 'entry'),
          ])
        : eb('user_id', '=', actingUser(ctx).userId),
    )
  if (userId !== undefined) events = events.where('user_id', '=', userId)
  if (subjectKinds) events = events.where('subject_kind', 'in', [...subjectKinds])
  if (subjectId !== undefined) events = events.where('subject_id', '=', subjectId)
  if (verb !== undefined) events = events.where('kind', 'like', `%.${verb}`)
  if (from !== undefined) events = events.where('at', '>=', from)
  if (before !== undefined) events = events.where('at', '<', before)
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      events
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (event) => [event.id],
  )
  return { rows: withinSight(ctx, membership, rows), next }
}
