import { sql } from 'kysely'
import type { Row } from '../db/schema.ts'
import {
  canManage,
  hasScope,
  type Membership,
  membershipIn,
  membershipsOf,
  requireScope,
  workspaceIds,
} from './access.ts'
import { clientsById } from './clients.ts'
import type { Ctx } from './context.ts'
import { crmMemberships, whereCrmVisible } from './crm/access.ts'
import type { Contact } from './crm/contacts.ts'
import type { Deal } from './crm/deals.ts'
import type { Lead } from './crm/leads.ts'
import { type Entry, loadEntries, visibleEntries, type VisibleEntries } from './entries/entry.ts'
import { invalid } from './errors.ts'
import { holds } from './like.ts'
import { isModuleOn } from './modules.ts'
import { isInUse, type Project, visibleProjects, withChains } from './projects/read.ts'
import { searchWords } from './rules/names.ts'
import { type Task, visibleTasks, withLinks } from './tasks.ts'

/** What can be looked for, and the scope it takes beside that of searching. */
const SCOPES = {
  project: 'read:projects',
  task: 'read:tasks',
  client: 'read:clients',
  entry: 'read:time_entries',
  contact: 'read:contacts',
  lead: 'read:leads',
  deal: 'read:deals',
} as const

export type SearchKind = keyof typeof SCOPES
// Every key of `SCOPES`, in its order.
export const SEARCH_KINDS = Object.keys(SCOPES) as SearchKind[]

export type Search = {
  text: string
  kinds?: readonly SearchKind[]
  workspaceId?: number
  /** How many of each kind at most. */
  limit: number
}

/** What was found of each kind; a kind that was not asked for, or that the key may not read, has none. */
export type Found = {
  project: Project[]
  task: (Task & { project_title: string })[]
  client: Row<'client'>[]
  entry: Entry[]
  contact: (Contact & { client_name: string | null })[]
  lead: Lead[]
  deal: Deal[]
}

export const SHORTEST_SEARCH = 2
const LONGEST_SEARCH = 200

/** Looks for things whose words hold every word of a text, whatever its case: at most `limit` of each kind. */
export async function search(
  ctx: Ctx,
  { text, kinds = SEARCH_KINDS, workspaceId, limit }: Search,
): Promise<Found> {
  requireScope(ctx, 'read:projects')
  const words = searchWords(text.slice(0, LONGEST_SEARCH))
  if (text.trim().length < SHORTEST_SEARCH)
    throw invalid('q', `Write at least ${SHORTEST_SEARCH} characters to look for.`)
  const within = workspaceId === undefined ? await membershipsOf(ctx) : [await membershipIn(ctx, workspaceId)]
  const question = { words, within, limit }
  const find = <T>(kind: SearchKind, ask: (ctx: Ctx, question: Question) => Promise<T[]>): Promise<T[]> =>
    kinds.includes(kind) && hasScope(ctx, SCOPES[kind]) ? ask(ctx, question) : Promise.resolve([])
  return {
    project: await find('project', findProjects),
    task: await find('task', findTasks),
    client: await find('client', findClients),
    entry: await find('entry', findEntries),
    contact: await find('contact', findContacts),
    lead: await find('lead', findLeads),
    deal: await find('deal', findDeals),
  }
}

type Question = { words: readonly string[]; within: readonly Membership[]; limit: number }

/** Projects in use, by title or description. */
async function findProjects(ctx: Ctx, { words, within, limit }: Question): Promise<Project[]> {
  let projects = visibleProjects(ctx, within).where(isInUse)
  for (const word of words) projects = projects.where(holds('project.search_text', word))
  const rows = await projects.orderBy('project.title_key').orderBy('project.id').limit(limit).execute()
  return withChains(ctx, rows)
}

/** Tasks of projects in use, by name or description. */
async function findTasks(ctx: Ctx, { words, within, limit }: Question): Promise<Found['task']> {
  let tasks = (await visibleTasks(ctx))
    .where('task.workspace_id', 'in', workspaceIds(within))
    .where(isInUse)
    .select('project.title as project_title')
  for (const word of words) tasks = tasks.where(holds('task.search_text', word))
  const rows = await tasks.orderBy('task.name_key').orderBy('task.id').limit(limit).execute()
  const titles = new Map(rows.map((row) => [row.id, row.project_title]))
  const found = await withLinks(ctx, rows)
  return found.map((task) => ({ ...task, project_title: titles.get(task.id) ?? '' }))
}

/** Clients by name, address, contact person or notes. */
async function findClients(ctx: Ctx, { words, within, limit }: Question): Promise<Row<'client'>[]> {
  const on = within.filter((membership) => isModuleOn(membership, 'clients'))
  let clients = ctx.db.kysely
    .selectFrom('client')
    .selectAll()
    .where('workspace_id', 'in', workspaceIds(on))
    .where('deleted_at', 'is', null)
  for (const word of words) clients = clients.where(holds('search_text', word))
  return clients.orderBy('name_key').orderBy('id').limit(limit).execute()
}

async function findContacts(ctx: Ctx, { words, within, limit }: Question): Promise<Found['contact']> {
  let contacts = ctx.db.kysely
    .selectFrom('contact')
    .selectAll('contact')
    .where(whereCrmVisible(ctx, 'contact', await crmWithin(ctx, 'contact', within)))
  for (const word of words) contacts = contacts.where(holds('search_text', word))
  const rows = await contacts.orderBy('name_key').orderBy('id').limit(limit).execute()
  const clients = await clientsById(
    ctx,
    rows.map((row) => row.client_id),
  )
  return rows.map((row) => ({ ...row, client_name: clients.get(row.client_id)?.name ?? null }))
}

async function findLeads(ctx: Ctx, { words, within, limit }: Question): Promise<Lead[]> {
  let leads = ctx.db.kysely
    .selectFrom('lead')
    .selectAll('lead')
    .where(whereCrmVisible(ctx, 'lead', await crmWithin(ctx, 'lead', within)))
  for (const word of words) leads = leads.where(holds('search_text', word))
  return leads.orderBy('score', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

async function findDeals(ctx: Ctx, { words, within, limit }: Question): Promise<Deal[]> {
  let deals = ctx.db.kysely
    .selectFrom('deal')
    .selectAll('deal')
    .where(whereCrmVisible(ctx, 'deal', await crmWithin(ctx, 'deal', within)))
  for (const word of words) deals = deals.where(holds('search_text', word))
  return deals.orderBy('id', 'desc').limit(limit).execute()
}

/** Of the workspaces to look in, those where one may see leads, deals or contacts. */
async function crmWithin(ctx: Ctx, table: 'contact' | 'lead' | 'deal', within: readonly Membership[]) {
  const allowed = new Set((await crmMemberships(ctx, table, undefined)).map((each) => each.workspace_id))
  return within.filter((each) => allowed.has(each.workspace_id))
}

/** Shorter words are in no index. */
const SHORTEST_INDEXED = 3
const IDS_AT_ONCE = 200
/** How many of everybody's entries are read for words that are in no index. */
const NEWEST_READ = 20_000

/**
 * Finished entries by title or notes, those that were made last first. One's own lie together and are read through;
 * everybody's are found by the index of their words.
 */
async function findEntries(ctx: Ctx, { words, within, limit }: Question): Promise<Entry[]> {
  // A personal workspace has nobody else's.
  const seesOthers = ({ role, workspace }: Membership) =>
    canManage(role) && workspace.personal_user_id === null
  const managed = within.filter(seesOthers)
  const rest = within.filter((membership) => !seesOthers(membership))
  const found = [
    ...(managed.length > 0 ? await findEverybodys(ctx, { words, within: managed, limit }) : []),
    ...(rest.length > 0 ? await findOwn(ctx, { words, within: rest, limit }) : []),
  ]
  return found.toSorted((a, b) => b.id - a.id).slice(0, limit)
}

async function findOwn(ctx: Ctx, { words, within, limit }: Question): Promise<Entry[]> {
  const own = holding(await visibleEntries(ctx, 'mine', within), words)
  // As a sum, or an engine reads the workspace by id in the hope that the first of one's own are near.
  return loadEntries(ctx, own.orderBy(sql`entry.id + 0`, 'desc').limit(limit))
}

/**
 * Those that hold every word, found by reading each, as the text is put together anew: PostgreSQL's index of words would
 * first find everybody's, and for short words all there are.
 */
function holding(entries: VisibleEntries, words: readonly string[]): VisibleEntries {
  return words
    .reduce((some, word) => some.where(holds(sql<string>`entry.search_text || ''`, word)), entries)
    .where('entry.ended_at', 'is not', null)
}

async function findEverybodys(ctx: Ctx, { words, within, limit }: Question): Promise<Entry[]> {
  const indexed = words.filter((word) => [...word].length >= SHORTEST_INDEXED)
  if (indexed.length === 0) return findAmongNewest(ctx, { words, within, limit })
  const found: Entry[] = []
  let below = Number.MAX_SAFE_INTEGER
  // Most of what the index gives is visible, so this ends after the first round but where much is deleted or closed.
  while (found.length < limit) {
    const ids = await ctx.db.engine.findEntryIds(ctx.db.kysely, {
      words: indexed,
      workspaceIds: workspaceIds(within),
      below,
      limit: IDS_AT_ONCE,
    })
    const entries = holding(await visibleEntries(ctx, 'everyone', within), words)
    const some = ids.length > 0 ? entries.where('entry.id', 'in', ids) : undefined
    if (some)
      found.push(...(await loadEntries(ctx, some.orderBy('entry.id', 'desc').limit(limit - found.length))))
    if (ids.length < IDS_AT_ONCE) break
    below = ids.at(-1) ?? 0
  }
  return found
}

/** Of each workspace its newest, which share what is read. */
async function findAmongNewest(ctx: Ctx, { words, within, limit }: Question): Promise<Entry[]> {
  const found: Entry[] = []
  for (const membership of within) {
    const newest = ctx.db.kysely
      .selectFrom('entry as newest')
      .select('newest.id')
      .where('newest.workspace_id', '=', membership.workspace_id)
      .orderBy('newest.id', 'desc')
      .limit(Math.ceil(NEWEST_READ / within.length))
      .as('newest')
    const oldest = ctx.db.kysely.selectFrom(newest).select((eb) => eb.fn.min('newest.id').as('id'))
    const entries = holding(await visibleEntries(ctx, 'everyone', [membership]), words)
    const some = entries.where('entry.id', '>=', oldest).orderBy('entry.id', 'desc').limit(limit)
    found.push(...(await loadEntries(ctx, some)))
  }
  return found
}
