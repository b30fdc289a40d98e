import type { Row } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { type PriceList, priceIn, priceList, pricedAnew, type Price } from '../entries/pricing.ts'
import { isInvoiced } from '../rules/billing-status.ts'
import { dayFinder } from '../rules/day-finder.ts'
import { localDay } from '../rules/local-time.ts'
import { nameKey, searchText } from '../rules/names.ts'
import { beyond } from '../page.ts'

/** Notes that a row breaks a rule. */
export type Note = (rule: ReckonedRule, id: number) => void

export const RECKONED = {
  entry_day: 'The day of an entry is not that of its start in its zone.',
  entry_price: 'The rates or amounts of an entry are not what its rates and its time come to.',
  entry_search: 'The text in which an entry is looked for is not that of its words.',
  search_text: 'The text in which a thing is looked for is not that of its words.',
  name_key: 'The text by which a name is compared is not that of the name.',
  webhook_events: 'A webhook is told of other events than it asks for.',
} as const

export type ReckonedRule = keyof typeof RECKONED

const AT_ONCE = 5000

/** Reckons anew what this program keeps beside what it follows from, as no engine can: some thousand rows at a time. */
export async function reckonAnew(ctx: Ctx, note: Note): Promise<void> {
  const days = await dayKeeper(ctx)
  const isRepricing = await isWaitingForPrices(ctx)
  const workspaces = await ctx.db.kysely.selectFrom('workspace').select('id').orderBy('id').execute()
  for (const { id } of workspaces) {
    const prices = await priceList(ctx, id)
    await eachEntry(ctx, id, (entry) => {
      if (days(entry) !== entry.started_on) note('entry_day', entry.id)
      if (!isPriced(entry, { prices, isRepricing })) note('entry_price', entry.id)
      if (searchText(entry.title, entry.notes) !== entry.search_text) note('entry_search', entry.id)
    })
  }
  await reckonNames(ctx, note)
  await reckonWebhooks(ctx, note)
}

type Reckoned = Pick<
  Row<'entry'>,
  | keyof Price
  | 'id'
  | 'workspace_id'
  | 'user_id'
  | 'project_id'
  | 'task_id'
  | 'client_id'
  | 'title'
  | 'notes'
  | 'search_text'
  | 'started_at'
  | 'ended_at'
  | 'paused_at'
  | 'break_seconds'
  | 'time_zone'
  | 'started_on'
  | 'billing_status'
>

async function eachEntry(ctx: Ctx, workspaceId: number, look: (entry: Reckoned) => void): Promise<void> {
  for (let after = 0; ;) {
    const entries = await ctx.db.kysely
      .selectFrom('entry')
      .select(['id', 'workspace_id', 'user_id', 'project_id', 'task_id', 'client_id', 'title', 'notes'])
      .select(['search_text', 'started_at', 'ended_at', 'paused_at', 'break_seconds', 'time_zone'])
      .select(['started_on', 'billing_status', 'billable_rate', 'billable_currency', 'billable_amount'])
      .select(['cost_rate', 'cost_currency', 'cost_amount'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const entry of entries) look(entry)
    const last = entries.at(-1)
    if (!last || entries.length < AT_ONCE) return
    after = last.id
  }
}

/** Billed time keeps its rates, and all other has those in force, unless a change of rates has still to reach it. */
function isPriced(entry: Reckoned, now: { prices: PriceList; isRepricing: boolean }): boolean {
  const keepsRates = now.isRepricing || isInvoiced(entry.billing_status)
  const right = pricedAnew(entry, keepsRates ? entry : now.prices)
  return Object.entries(priceIn(entry)).every(([column, value]) => right[column as keyof Price] === value)
}

async function isWaitingForPrices(ctx: Ctx): Promise<boolean> {
  const waiting = await ctx.db.kysely
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'reprice')
    .where('failed_at', 'is', null)
    .limit(1)
    .execute()
  return waiting.length > 0
}

const YEAR_MS = 366 * 24 * 3600 * 1000

/** The day of each entry; most are of these years, whose offsets are looked up once a zone. */
async function dayKeeper(ctx: Ctx): Promise<(entry: Reckoned) => string> {
  const from = ctx.now - 10 * YEAR_MS
  const to = ctx.now + YEAR_MS
  const finders = new Map<string, (at: number) => string>()
  return ({ started_at, time_zone }) => {
    if (started_at < from || started_at >= to) return localDay(started_at, time_zone)
    let find = finders.get(time_zone)
    if (!find) finders.set(time_zone, (find = dayFinder(time_zone, from, to)))
    return find(started_at)
  }
}

async function reckonNames(ctx: Ctx, note: Note): Promise<void> {
  await eachNamed(ctx, 'project', (row) => {
    if (row.title_key !== nameKey(row.title)) note('name_key', row.id)
    if (row.search_text !== searchText(row.title, row.code, row.notes)) note('search_text', row.id)
  })
  await eachNamed(ctx, 'task', (row) => {
    if (row.name_key !== nameKey(row.name)) note('name_key', row.id)
    if (row.search_text !== searchText(row.name, row.description)) note('search_text', row.id)
  })
  await eachNamed(ctx, 'client', (row) => {
    if (row.name_key !== nameKey(row.name)) note('name_key', row.id)
    const text = searchText(row.name, row.email, row.contact_person, row.notes)
    if (row.search_text !== text) note('search_text', row.id)
  })
  await eachNamed(ctx, 'tag', (row) => {
    if (row.name_key !== nameKey(row.name)) note('name_key', row.id)
  })
  await eachNamed(ctx, 'contact', (row) => {
    const text = searchText(`${row.first_name} ${row.last_name}`, row.email, row.title)
    if (row.search_text !== text) note('search_text', row.id)
  })
  await eachNamed(ctx, 'lead', (row) => {
    const text = searchText(`${row.first_name} ${row.last_name}`, row.company_name, row.email)
    if (row.search_text !== text) note('search_text', row.id)
  })
  await eachNamed(ctx, 'deal', (row) => {
    if (row.search_text !== searchText(row.name, row.description)) note('search_text', row.id)
  })
}

type Named = 'project' | 'task' | 'client' | 'tag' | 'contact' | 'lead' | 'deal'

async function eachNamed<T extends Named>(ctx: Ctx, table: T, look: (row: Row<T>) => void): Promise<void> {
  let after: [number, number] | null = null
  for (;;) {
    const named: { workspace_id: number; id: number }[] = await ctx.db.kysely
      .selectFrom<Named>(table)
      .selectAll()
      .where(beyond(after, ['workspace_id', 'id']))
      .orderBy('workspace_id')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    // Every column of this very table.
    for (const row of named as Row<T>[]) look(row)
    const last = named.at(-1)
    if (!last || named.length < AT_ONCE) return
    after = [last.workspace_id, last.id]
  }
}

/** The patterns by which events find their webhooks are those that its row lists. */
async function reckonWebhooks(ctx: Ctx, note: Note): Promise<void> {
  const patterns = await ctx.db.kysely.selectFrom('webhook_event').selectAll().execute()
  const found = new Map<number, Set<string>>()
  for (const { webhook_id, pattern } of patterns)
    found.set(webhook_id, (found.get(webhook_id) ?? new Set()).add(pattern))
  const webhooks = await ctx.db.kysely
    .selectFrom('webhook')
    .select(['id', 'events'])
    .where('deleted_at', 'is', null)
    .execute()
  for (const { id, events } of webhooks) {
    // The column is only ever written from a list of texts.
    const asked = new Set(JSON.parse(events) as string[])
    const told = found.get(id) ?? new Set()
    if (asked.size !== told.size || [...asked].some((each) => !told.has(each))) note('webhook_events', id)
  }
}
