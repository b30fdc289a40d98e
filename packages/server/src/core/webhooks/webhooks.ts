import type { Row } from '../../db/schema.ts'
import { inTurn, requireScope } from '../access.ts'
import { actingUser, type Ctx, lockWorkspace, transact } from '../context.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { randomSecret, sameSecret } from '../secrets.ts'
import { softDelete } from '../soft-delete.ts'
import { requiredText, toFlag } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'
import { type AddressRule, checkedPatterns, checkedSecret, checkedUrl, newSecret } from './fields.ts'
import { giveUpWaiting } from './stop.ts'
import { requireKeeper, requireWebhook, toWebhook, type Webhook } from './webhook.ts'

/** How many a workspace has at most. */
export const MOST_WEBHOOKS = 100

/** The webhooks of a workspace by age, or those that one wire keeps, without people's own; for its owner and admins. */
export async function listWebhooks(
  ctx: Ctx,
  { workspaceId, wire }: { workspaceId: number; wire?: string },
  page: Page,
): Promise<PageOf<Webhook>> {
  requireScope(ctx, 'read:webhooks')
  await requireKeeper(ctx, workspaceId)
  return webhooksIn(ctx, { workspaceId, wire, hearsEverywhere: false }, page)
}

type InWorkspace = { workspaceId: number; wire: string | undefined; hearsEverywhere: boolean }

/** The webhooks of one workspace by age: its own, or those of its person. */
export async function webhooksIn(
  ctx: Ctx,
  { workspaceId, wire, hearsEverywhere: isOwn }: InWorkspace,
  page: Page,
): Promise<PageOf<Webhook>> {
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('webhook')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('hears_everywhere', '=', toFlag(isOwn, 0))
        .where('deleted_at', 'is', null)
        .$if(wire !== undefined, (query) => query.where('wire', '=', wire ?? ''))
        .where(beyond(after, ['id']))
        .orderBy('id')
        .limit(limit)
        .execute(),
    (webhook) => [webhook.id],
  )
  return { rows: rows.map(toWebhook), next }
}

export async function getWebhook(ctx: Ctx, id: number): Promise<Webhook> {
  requireScope(ctx, 'read:webhooks')
  return toWebhook(await requireWebhook(ctx, id))
}

/** A webhook for a wire that is about to write to it; its verbs ask for their own scopes. */
export async function findWebhook(ctx: Ctx, id: number): Promise<Webhook> {
  return toWebhook(await requireWebhook(ctx, id))
}

/** What its messages are signed with. */
export async function secretOf(ctx: Ctx, id: number): Promise<string> {
  requireScope(ctx, 'write:webhooks')
  const { sealed_secret: sealed } = await requireWebhook(ctx, id)
  return ctx.secrets.open(sealed)
}

type WebhookFields = {
  name: string
  url: string
  /** Kinds of events such as `entry.started`, `entry.*`, or `*`. */
  events: readonly string[]
  /** What the wire keeps with it. */
  details?: Record<string, unknown>
  secret?: string
  isEnabled?: boolean
}

export type NewWebhook = WebhookFields &
  AddressRule & {
    /** In whose words it is told; those of the wire that makes it unless it is said. */
    wire?: string
    /** It hears nothing before its receiver has sent back the validation code. */
    needsValidation?: boolean
  }

/** Has an address told of what happens in a workspace. */
export async function createWebhook(
  ctx: Ctx,
  workspaceId: number,
  input: NewWebhook,
): Promise<{ webhook: Webhook; secret: string }> {
  requireScope(ctx, 'write:webhooks')
  return transact(ctx, (ctx) => insertWebhook(ctx, workspaceId, { ...input, hearsEverywhere: false }))
}

/** Writes a webhook into a workspace that one keeps, with its event. */
export async function insertWebhook(
  ctx: Ctx,
  workspaceId: number,
  input: NewWebhook & { hearsEverywhere: boolean },
): Promise<{ webhook: Webhook; secret: string }> {
  const secret = checkedSecret(input.secret ?? newSecret())
  await lockWorkspace(ctx, workspaceId)
  await requireKeeper(ctx, workspaceId)
  await requireRoom(ctx, workspaceId, input.hearsEverywhere)
  const row = await ctx.db.kysely
    .insertInto('webhook')
    .values({
      workspace_id: workspaceId,
      user_id: actingUser(ctx).userId,
      hears_everywhere: toFlag(input.hearsEverywhere, 0),
      wire: input.wire ?? ctx.via.wire,
      name: requiredText('name', input.name),
      url: checkedUrl(input.url, input),
      events: JSON.stringify(checkedPatterns(input.events)),
      details: JSON.stringify(input.details ?? {}),
      sealed_secret: ctx.secrets.seal(secret),
      ...enabling(ctx, input.isEnabled ?? true),
      validated_at: input.needsValidation ? null : ctx.now,
      validation_code: input.needsValidation ? newValidationCode() : null,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writePatterns(ctx, row)
  await emit(ctx, webhookEvent('created', null, row))
  return { webhook: toWebhook(row), secret }
}

export type WebhookChanges = Partial<WebhookFields> & AddressRule

/** Changes a webhook; what is left out stays. Whoever switches it on again is the one it is told for from then on. */
export async function updateWebhook(ctx: Ctx, target: Target, changes: WebhookChanges): Promise<Webhook> {
  requireScope(ctx, 'write:webhooks')
  return transact(ctx, async (ctx) => {
    const before = await webhookToWrite(ctx, target)
    const { name, url, events, details, secret, isEnabled } = changes
    // What an integration asked for is kept in its own words, which would go on saying something else.
    if (events !== undefined && details === undefined && before.details !== '{}')
      throw invalid('events', 'What made this webhook decides what it is told of.')
    const switches = isEnabled !== undefined && toFlag(isEnabled, 0) !== before.is_enabled
    const after = await rewrite(ctx, before, {
      ...(name === undefined ? {} : { name: requiredText('name', name) }),
      ...(url === undefined ? {} : movedTo(before, checkedUrl(url, changes))),
      ...(events === undefined ? {} : { events: JSON.stringify(checkedPatterns(events)) }),
      ...(details === undefined ? {} : { details: JSON.stringify(details) }),
      ...(secret === undefined ? {} : { sealed_secret: ctx.secrets.seal(checkedSecret(secret)) }),
      ...(switches ? enabling(ctx, isEnabled) : {}),
      ...(switches && isEnabled ? { user_id: actingUser(ctx).userId } : {}),
    })
    if (events !== undefined) await writePatterns(ctx, after)
    if (switches && !isEnabled) await giveUpWaiting(ctx, after, 'The webhook was switched off.')
    return toWebhook(after)
  })
}

/** Gives a webhook another secret; what is sent from now on is signed with it. */
export async function rotateSecret(ctx: Ctx, target: Target): Promise<string> {
  const secret = newSecret()
  requireScope(ctx, 'write:webhooks')
  await transact(ctx, async (ctx) => {
    const before = await webhookToWrite(ctx, target)
    await rewrite(ctx, before, { sealed_secret: ctx.secrets.seal(secret) })
  })
  return secret
}

/** Deletes a webhook; what still waits for it is not sent. */
export async function deleteWebhook(ctx: Ctx, target: Target): Promise<void> {
  requireScope(ctx, 'write:webhooks')
  await transact(ctx, async (ctx) => {
    const webhook = await webhookToWrite(ctx, target)
    await softDelete(ctx, 'webhook', webhook)
    await giveUpWaiting(ctx, webhook, 'The webhook was deleted.')
  })
}

/**
 * Lets a webhook hear: its receiver has shown, by the code it was sent, that it expects to. Who calls needs no other
 * right, as only the receiver knows the code.
 */
export async function validateWebhook(ctx: Ctx, id: number, code: string): Promise<Webhook> {
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => webhookWithCode(ctx, id, code))
    if (before.validated_at !== null)
      throw conflict('link_used', 'This webhook has been validated already.', 'code')
    return toWebhook(await rewrite(ctx, before, { validated_at: ctx.now }))
  })
}

async function webhookToWrite(ctx: Ctx, { id, version }: Target): Promise<Row<'webhook'>> {
  const row = await inTurn(ctx, (ctx) => requireWebhook(ctx, id))
  requireVersion(row, version)
  return row
}

async function webhookWithCode(ctx: Ctx, id: number, code: string): Promise<Row<'webhook'>> {
  const row = await ctx.db.kysely
    .selectFrom('webhook')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (row?.validation_code && sameSecret(row.validation_code, code)) return row
  throw notFound('webhook')
}

async function requireRoom(ctx: Ctx, workspaceId: number, isOwn: boolean): Promise<void> {
  const { count } = await ctx.db.kysely
    .selectFrom('webhook')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count < MOST_WEBHOOKS) return
  throw isOwn
    ? invalid('url', `You have at most ${MOST_WEBHOOKS} webhooks. Delete one first.`)
    : invalid('workspace_id', `A workspace has at most ${MOST_WEBHOOKS} webhooks. Delete one first.`)
}

type Columns = Partial<Omit<Row<'webhook'>, 'id' | 'workspace_id' | 'version' | 'created_at'>>

async function rewrite(ctx: Ctx, before: Row<'webhook'>, columns: Columns): Promise<Row<'webhook'>> {
  const after = await ctx.db.kysely
    .updateTable('webhook')
    .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit(ctx, webhookEvent('updated', before, after))
  return after
}

async function writePatterns(ctx: Ctx, { id, workspace_id, events }: Row<'webhook'>): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('webhook_event')
    .where('workspace_id', '=', workspace_id)
    .where('webhook_id', '=', id)
    .execute()
  // Written a moment ago, from a checked list.
  const patterns = JSON.parse(events) as string[]
  await ctx.db.kysely
    .insertInto('webhook_event')
    .values(patterns.map((pattern) => ({ workspace_id, webhook_id: id, pattern })))
    .execute()
}

function enabling(ctx: Ctx, isEnabled: boolean) {
  return {
    is_enabled: toFlag(isEnabled, 0),
    failures_in_row: 0,
    disabled_at: isEnabled ? null : ctx.now,
    disabled_reason: isEnabled ? null : 'switched_off',
  }
}

/** A receiver that had to show itself has to do so at another address again. */
function movedTo(before: Row<'webhook'>, url: string): Columns {
  if (before.validation_code === null || url === before.url) return { url }
  return { url, validated_at: null, validation_code: newValidationCode() }
}

function newValidationCode(): string {
  return randomSecret(32)
}

function webhookEvent(verb: 'created' | 'updated', before: Row<'webhook'> | null, after: Row<'webhook'>) {
  return {
    workspaceId: after.workspace_id,
    kind: `webhook.${verb}` as const,
    subjectId: after.id,
    before,
    after,
  }
}
