import { sql } from 'kysely'
import type { RateKind } from '../db/schema.ts'
import {
  canManage,
  hasScope,
  type Membership,
  membershipIn,
  requireAllowed,
  requireScope,
  workspaceIds,
} from './access.ts'
import { type Ctx, lockWorkspace, transact } from './context.ts'
import { createRate, deleteRate, type Rate, updateRate } from './rates.ts'
import { ALWAYS, type Place } from './repricing.ts'
import { localDay } from './rules/local-time.ts'
import type { RateLevel } from './rules/rates.ts'

/** What a rate of each level names. */
const NAMED: Readonly<Record<RateLevel, readonly (keyof Place)[]>> = {
  workspace: [],
  member: ['user_id'],
  client: ['client_id'],
  project: ['project_id'],
  task: ['task_id'],
  project_member: ['project_id', 'user_id'],
}

type AtLevel = {
  level: RateLevel
  kind?: RateKind
  /** Only for these things, such as projects; for people on projects these are the projects. */
  of?: readonly number[]
}

/** More ids than this are more work for an engine than all there are. */
const MOST_NAMED = 500

/**
 * The rate in force today of everything that has one at a level, in those of these workspaces that one manages. Nothing
 * for anybody else, as rates are shown beside what everybody may see.
 */
export async function currentRates(
  ctx: Ctx,
  within: readonly Membership[],
  { level, kind = 'billable', of }: AtLevel,
): Promise<Rate[]> {
  const managed = within.filter(({ role }) => canManage(role))
  if (managed.length === 0 || of?.length === 0 || !hasScope(ctx, 'read:reports')) return []
  const names = NAMED[level]
  const [first] = names
  let asked = ratesOf(ctx, managed, kind)
  for (const column of COLUMNS) asked = asked.where(named(column), names.includes(column) ? '>' : '=', 0)
  if (first && of && of.length <= MOST_NAMED) asked = asked.where(named(first), 'in', [...of])
  const rates = await asked.execute()
  const todayIn = new Map(
    managed.map(({ workspace }) => [workspace.id, localDay(ctx.now, workspace.time_zone)]),
  )
  const latest = new Map<string, Rate>()
  for (const rate of rates) {
    const hasBegun = rate.effective_from <= (todayIn.get(rate.workspace_id) ?? '')
    if (hasBegun) latest.set(placeKey(rate), rate)
  }
  return [...latest.values()].filter((rate) => rate.amount !== null)
}

function placeKey({ workspace_id, user_id, client_id, project_id, task_id }: Rate): string {
  return [workspace_id, user_id, client_id, project_id, task_id].join(' ')
}

const COLUMNS = ['project_id', 'task_id', 'client_id', 'user_id'] as const satisfies (keyof Place)[]

/** Spelled as in the index that finds rates by what they name. */
function named(column: keyof Place) {
  return sql<number>`coalesce(${sql.ref(column)}, 0)`
}

function ratesOf(ctx: Ctx, within: readonly Membership[], kind: RateKind) {
  return ctx.db.kysely
    .selectFrom('rate')
    .selectAll()
    .where('workspace_id', 'in', workspaceIds(within))
    .where('kind', '=', kind)
    .where('deleted_at', 'is', null)
    .orderBy('effective_from')
}

type Priced = { level: 'project' | 'client'; ids: readonly number[] }

/** What an hour is billed at today for each of these projects or clients that has a rate of its own. */
export async function hourlyRates(
  ctx: Ctx,
  within: readonly Membership[],
  { level, ids }: Priced,
): Promise<Map<number, { amount: number; currency: string }>> {
  const rates = await currentRates(ctx, within, { level, of: ids })
  const column = level === 'project' ? 'project_id' : 'client_id'
  return new Map(
    rates.map((rate) => [rate[column] ?? 0, { amount: rate.amount ?? 0, currency: rate.currency }]),
  )
}

type HourlyRate = {
  level: 'project' | 'client'
  id: number
  /** Of a rate where there is none yet. */
  currency: string
  /** The amount in minor units of the currency in which the rate is shown; 0 for none. */
  amountIn: (currency: string) => number
}

/**
 * Sets the rate of a thing for wires that know one. Here rates are dated: the first one holds always, and each after it
 * from today on, so that what was worked before keeps its price. What is sent back as it was shown changes nothing.
 */
export async function setHourlyRate(
  ctx: Ctx,
  place: Membership,
  { level, id, ...wanted }: HourlyRate,
): Promise<void> {
  const at = {
    workspaceId: place.workspace_id,
    kind: 'billable' as const,
    ...(level === 'project' ? { project_id: id } : { client_id: id }),
  }
  const maySet = canManage(place.role) && hasScope(ctx, 'write:workspaces')
  const known = maySet
    ? await rateInForce(ctx, at)
    : (await hourlyRates(ctx, [place], { level, ids: [id] })).get(id)
  const currency = known && known.amount !== null ? known.currency : wanted.currency
  const amount = wanted.amountIn(currency)
  if (amount === (known?.amount ?? 0)) return
  await setRate(ctx, { ...at, amount: amount === 0 ? null : amount, currency, reach: 'today_unless_first' })
}

/**
 * From when a new rate holds: from a day, from today, from today unless it is the first ever set there, as long as the
 * one it takes the place of, or always and alone.
 */
export type RateReach = 'today' | 'today_unless_first' | 'current' | 'always' | { from: string }

export type RatePlace = Partial<Place> & { workspaceId: number; kind: RateKind }

/** The rate in force today at one place, one that was ended too; for who may set another. */
export async function rateInForce(ctx: Ctx, place: RatePlace): Promise<Rate | undefined> {
  return (await ratesToSet(ctx, place)).current
}

export type NewAmount = RatePlace & {
  /** Minor units an hour; null leaves it to the next level. */
  amount: number | null
  currency?: string
  reach: RateReach
}

/** Says what an hour costs from today, or instead of the rate in force, or instead of all there were. */
export async function setRate(
  ctx: Ctx,
  { workspaceId, kind, amount, currency, reach, ...named }: NewAmount,
): Promise<void> {
  requireScope(ctx, 'write:workspaces')
  await transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    const known = await ratesToSet(ctx, { workspaceId, kind, ...named })
    const { all, place } = known
    const from = typeof reach === 'object' ? reach.from : firstDay(reach, known)
    const kept = all.find((rate) => rate.effective_from === from)
    if (reach === 'always') for (const rate of all) if (rate !== kept) await deleteRate(ctx, { id: rate.id })
    if (kept) await updateRate(ctx, { id: kept.id }, { amount, currency })
    else if (amount !== null || all.length > 0)
      await createRate(ctx, {
        workspace_id: workspaceId,
        kind,
        ...place,
        amount,
        currency,
        effective_from: from === ALWAYS ? null : from,
      })
  })
}

type KnownRates = { place: Place; all: Rate[]; current: Rate | undefined; today: string }

function firstDay(reach: Exclude<RateReach, object>, { all, current, today }: KnownRates): string {
  if (reach === 'today') return today
  if (reach === 'today_unless_first') return all.length > 0 ? today : ALWAYS
  return reach === 'current' && current ? current.effective_from : ALWAYS
}

async function ratesToSet(ctx: Ctx, { workspaceId, kind, ...ids }: RatePlace): Promise<KnownRates> {
  requireScope(ctx, 'write:workspaces')
  const membership = await membershipIn(ctx, workspaceId)
  requireAllowed(canManage(membership.role), 'Your role may not set rates.')
  const place = { user_id: null, client_id: null, project_id: null, task_id: null, ...ids }
  const today = localDay(ctx.now, membership.workspace.time_zone)
  let rates = ratesOf(ctx, [membership], kind)
  for (const column of COLUMNS) rates = rates.where(named(column), '=', place[column] ?? 0)
  const all = await rates.execute()
  return { place, all, current: all.findLast((rate) => rate.effective_from <= today), today }
}
