import { sql } from 'kysely'
import { actingAs, type Ctx, readTogether } from '../context.ts'
import { rawSeconds } from '../entries/seconds.ts'
import type { Measures } from '../reports/answer.ts'
import { runReport } from '../reports/report.ts'
import { RECKONED, type ReckonedRule, reckonAnew } from './reckoned.ts'
import { type Rule, RULES } from './rules.ts'

/** Something that is wrong with the database: which rule it breaks, how often, and the first ids of what breaks it. */
export type Damage = { rule: string; means: string; count: number; ids: number[] }

const IDS_SHOWN = 10
const FAULTS_SHOWN = 20

/**
 * Looks for whatever is not as this program leaves it, at one moment of a database that may be in use: what the engine
 * itself finds broken, rows that do not fit one another, and what is kept beside what it follows from.
 */
export async function findDamage(ctx: Ctx): Promise<Damage[]> {
  return readTogether(ctx, async (ctx) => {
    const damage = await faults(ctx)
    for (const rule of RULES) damage.push(...(await broken(ctx, rule)))
    damage.push(...(await reckoned(ctx)), ...(await wrongReports(ctx)))
    return damage
  })
}

async function faults(ctx: Ctx): Promise<Damage[]> {
  const found = await ctx.db.engine.findFaults(ctx.db.kysely)
  if (found.length === 0) return []
  const means = found.slice(0, FAULTS_SHOWN).join('; ')
  return [{ rule: 'storage', means, count: found.length, ids: [] }]
}

async function broken(ctx: Ctx, { name, means, wrong }: Rule): Promise<Damage[]> {
  const { rows } = await sql<{ id: number; count: number }>`
    select id, count(*) over () as count from (${wrong}) as wrong order by id limit ${sql.lit(IDS_SHOWN)}`.execute(
    ctx.db.kysely,
  )
  const count = rows[0]?.count ?? 0
  return count === 0 ? [] : [{ rule: name, means, count, ids: rows.map((row) => row.id) }]
}

async function reckoned(ctx: Ctx): Promise<Damage[]> {
  const found = new Map<ReckonedRule, Damage>()
  await reckonAnew(ctx, (rule, id) => {
    const damage = found.get(rule) ?? { rule, means: RECKONED[rule], count: 0, ids: [] }
    damage.count += 1
    if (damage.ids.length < IDS_SHOWN) damage.ids.push(id)
    found.set(rule, damage)
  })
  return [...found.values()]
}

type Sums = { entries: number; seconds: number; billable: number; cost: number }

/** What a report says of a workspace to its owner is the sum of its entries, to the second and the cent. */
async function wrongReports(ctx: Ctx): Promise<Damage[]> {
  const ids: number[] = []
  for (const { id, owner, ...sums } of await sumsOfEntries(ctx)) {
    const told = await reported(actingAs(ctx, owner), id)
    if (told.some((each) => !isSame(each, sums))) ids.push(id)
  }
  if (ids.length === 0) return []
  const means = 'What a report says of a workspace is not the sum of its entries.'
  return [{ rule: 'report_sum', means, count: ids.length, ids: ids.slice(0, IDS_SHOWN) }]
}

/** The finished entries of each workspace that has an owner to tell of it. */
async function sumsOfEntries(ctx: Ctx): Promise<(Sums & { id: number; owner: number })[]> {
  const seconds = rawSeconds(ctx.now)
  const { rows } = await sql<Sums & { id: number; owner: number }>`
    select sums.*, owner from (
      select workspace_id as id, count(*) as entries, sum(${seconds}) as seconds,
        coalesce(sum(billable_amount), 0) as billable, coalesce(sum(cost_amount), 0) as cost
      from entry where deleted_at is null and ended_at is not null group by workspace_id) as sums
    join workspace on workspace.id = sums.id and workspace.deleted_at is null
    join (select workspace_id, min(user_id) as owner from member where role = 'owner' and is_active = 1
      group by workspace_id) as owners on owners.workspace_id = sums.id
    order by sums.id`.execute(ctx.db.kysely)
  return rows
}

/** The total of a report about a workspace, and the sum of its lines. */
async function reported(ctx: Ctx, workspaceId: number): Promise<[Sums, Sums]> {
  const { total, groups } = await runReport(ctx, {
    filter: { whose: 'everyone', workspaceId, isRunning: false },
    from: null,
    to: null,
    zone: 'UTC',
    weekStart: 1,
    groupBy: ['user'],
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    sort: null,
    limit: Number.MAX_SAFE_INTEGER,
  })
  const lines = groups.map((group) => inAll(group.total))
  const sum = (of: keyof Sums) => lines.reduce((all, line) => all + line[of], 0)
  const summed = {
    entries: sum('entries'),
    seconds: sum('seconds'),
    billable: sum('billable'),
    cost: sum('cost'),
  }
  return [inAll(total), summed]
}

/** Whatever its currencies: this compares sums, and shows none. */
function inAll({ entries, seconds, money }: Measures): Sums {
  const sum = (of: 'billable' | 'cost') => money.reduce((all, each) => all + (each[of] ?? 0), 0)
  return { entries, seconds, billable: sum('billable'), cost: sum('cost') }
}

function isSame(a: Sums, b: Sums): boolean {
  return a.entries === b.entries && a.seconds === b.seconds && a.billable === b.billable && a.cost === b.cost
}
