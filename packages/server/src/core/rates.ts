import { sql } from 'kysely'
import type { RateKind, Row } from '../db/schema.ts'
import {
  activeMember,
  canManage,
  inTurn,
  membershipIn,
  membershipsOf,
  requireAllowed,
  requireScope,
  workspaceIds,
} from './access.ts'
import { requireClientOf } from './clients.ts'
import { type Ctx, lockWorkspace, orConflict, transact } from './context.ts'
import { conflict, invalid, notFound } from './errors.ts'
import { emit } from './events.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { requireProjectIn } from './projects/read.ts'
import { ALWAYS, enqueueReprice, type Place } from './repricing.ts'
import type { RateLevel } from './rules/rates.ts'
import { softDelete } from './soft-delete.ts'
import { requireTask } from './tasks.ts'
import { optionalDay, requireCurrency } from './text.ts'
import { requireVersion, type Target } from './version.ts'

export type Rate = Row<'rate'>

export const MOST_AN_HOUR = 100_000_000

export type RateFilter = {
  workspaceId: number
  kind?: RateKind
  userId?: number
  clientId?: number
  projectId?: number
  taskId?: number
  level?: RateLevel
}

/** The rates of a workspace, the newest of each place first; for those who manage it. */
export async function listRates(ctx: Ctx, filter: RateFilter, page: Page): Promise<PageOf<Rate>> {
  requireScope(ctx, 'read:reports')
  const { role } = await membershipIn(ctx, filter.workspaceId)
  requireAllowed(canManage(role), 'Your role may not see rates.')
  const { kind, userId, clientId, projectId, taskId, level } = filter
  let rates = ctx.db.kysely
    .selectFrom('rate')
    .selectAll()
    .where('workspace_id', '=', filter.workspaceId)
    .where('deleted_at', 'is', null)
  if (kind !== undefined) rates = rates.where('kind', '=', kind)
  if (userId !== undefined) rates = rates.where('user_id', '=', userId)
  if (clientId !== undefined) rates = rates.where('client_id', '=', clientId)
  if (projectId !== undefined) rates = rates.where('project_id', '=', projectId)
  if (taskId !== undefined) rates = rates.where('task_id', '=', taskId)
  if (level !== undefined) {
    const has = (column: 'user_id' | 'client_id' | 'project_id' | 'task_id', isThere: boolean) =>
      (rates = rates.where(column, isThere ? 'is not' : 'is', null))
    has('task_id', level === 'task')
    has('project_id', level === 'project' || level === 'project_member')
    has('client_id', level === 'client')
    has('user_id', level === 'member' || level === 'project_member')
  }
  return pageOf(
    page,
    (after, limit) =>
      rates
        .where(beyond(after, ['effective_from', 'id'], 'desc'))
        .orderBy('effective_from', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (rate) => [rate.effective_from, rate.id],
  )
}

export type NewRate = {
  workspace_id: number
  kind: RateKind
  /** What an entry must have for the rate to hold; nothing for the workspace's own. */
  user_id?: number | null
  client_id?: number | null
  project_id?: number | null
  task_id?: number | null
  /** Minor units an hour; null ends the rate of this level from the day on. */
  amount: number | null
  /** The client's or the workspace's currency unless it is said. */
  currency?: string
  /** The first day; always, unless it is said. */
  effective_from?: string | null
}

/** Sets a rate from a day on. Time before it, and what is billed or paid, keeps its own. */
export async function createRate(ctx: Ctx, input: NewRate): Promise<Rate> {
  requireScope(ctx, 'write:workspaces')
  return transact(ctx, async (ctx) => {
    const { workspace_id: workspaceId } = input
    await lockWorkspace(ctx, workspaceId)
    const membership = await membershipIn(ctx, workspaceId)
    requireAllowed(canManage(membership.role), 'Your role may not set rates.')
    const place = await placeOf(ctx, input)
    const currency =
      input.currency ?? (await usualCurrency(ctx, { workspaceId, ...place })) ?? membership.workspace.currency
    const inserting = ctx.db.kysely
      .insertInto('rate')
      .values({
        workspace_id: workspaceId,
        kind: input.kind,
        ...place,
        amount: checkedAmount(input.amount),
        currency: requireCurrency('currency', currency),
        effective_from: optionalDay('effective_from', input.effective_from ?? null) ?? ALWAYS,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const rate = await orConflict(ctx, inserting, sameDay)
    await emit(ctx, { workspaceId, kind: 'rate.created', subjectId: rate.id, before: null, after: rate })
    await enqueueReprice(ctx, rate)
    return rate
  })
}

async function placeOf(ctx: Ctx, input: NewRate): Promise<Place> {
  const place = {
    user_id: input.user_id ?? null,
    client_id: input.client_id ?? null,
    project_id: input.project_id ?? null,
    task_id: input.task_id ?? null,
  }
  const named = Object.values(place).filter((id) => id !== null).length
  const isPair = place.user_id !== null && place.project_id !== null && named === 2
  if (named > 1 && !isPair)
    throw invalid('project_id', 'A rate is for one thing, or for one person on one project.')
  const { workspace_id: workspaceId } = input
  if (place.user_id !== null) await activeMember(ctx, workspaceId, place.user_id)
  if (place.client_id !== null) await requireClientOf(ctx, workspaceId, place.client_id)
  if (place.project_id !== null) await requireProjectIn(ctx, workspaceId, place.project_id)
  if (place.task_id !== null) {
    const task = await requireTask(ctx, place.task_id)
    if (task.workspace_id !== workspaceId) throw notFound('task')
  }
  return place
}

/** The currency of the client a rate is for, where there is one. */
async function usualCurrency(
  ctx: Ctx,
  { workspaceId, client_id, project_id }: Place & { workspaceId: number },
): Promise<string | null> {
  if (client_id === null && project_id === null) return null
  const row = await ctx.db.kysely
    .selectFrom('client')
    .select('currency')
    .where('workspace_id', '=', workspaceId)
    .where(
      'id',
      '=',
      client_id ??
        sql<number>`(select project.client_id from project
          where project.workspace_id = ${workspaceId} and project.id = ${project_id})`,
    )
    .executeTakeFirst()
  return row?.currency ?? null
}

function checkedAmount(amount: number | null): number | null {
  if (amount === null || (Number.isInteger(amount) && amount >= 0 && amount <= MOST_AN_HOUR)) return amount
  throw invalid('amount', `A rate is a whole number of minor units an hour, at most ${MOST_AN_HOUR}.`)
}

export type RateChanges = { amount?: number | null; currency?: string; effective_from?: string | null }

/** Changes what a rate is, or from when it holds. */
export async function updateRate(ctx: Ctx, { id, version }: Target, changes: RateChanges): Promise<Rate> {
  requireScope(ctx, 'write:workspaces')
  return transact(ctx, async (ctx) => {
    const before = await rateToWrite(ctx, { id, version })
    const { amount, currency, effective_from } = changes
    const writing = ctx.db.kysely
      .updateTable('rate')
      .set({
        amount: amount === undefined ? before.amount : checkedAmount(amount),
        currency: currency === undefined ? before.currency : requireCurrency('currency', currency),
        effective_from:
          effective_from === undefined
            ? before.effective_from
            : (optionalDay('effective_from', effective_from) ?? ALWAYS),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const after = await orConflict(ctx, writing, sameDay)
    await emit(ctx, { workspaceId: after.workspace_id, kind: 'rate.updated', subjectId: id, before, after })
    const from = before.effective_from < after.effective_from ? before : after
    await enqueueReprice(ctx, from)
    return after
  })
}

/** Takes a rate back: the one before it at its level holds again, or that of the next level. */
export async function deleteRate(ctx: Ctx, target: Target): Promise<void> {
  requireScope(ctx, 'write:workspaces')
  await transact(ctx, async (ctx) => {
    const before = await rateToWrite(ctx, target)
    await softDelete(ctx, 'rate', before)
    await enqueueReprice(ctx, before)
  })
}

async function rateToWrite(ctx: Ctx, { id, version }: Target): Promise<Rate> {
  const rate = await inTurn(ctx, async (ctx) => {
    const found = await ctx.db.kysely
      .selectFrom('rate')
      .selectAll()
      .where('workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!found) throw notFound('rate')
    return found
  })
  const { role } = await membershipIn(ctx, rate.workspace_id)
  requireAllowed(canManage(role), 'Your role may not set rates.')
  requireVersion(rate, version)
  return rate
}

function sameDay() {
  return conflict('name_taken', 'There is already a rate for this from the same day.', 'effective_from')
}
