import { type RawBuilder, sql } from 'kysely'
import { type Ctx, readTogether } from '../context.ts'
import { loadEntries, type VisibleEntries } from '../entries/entry.ts'
import { matchingEntries } from '../entries/filter.ts'
import { rawSeconds } from '../entries/seconds.ts'
import { alikeRows } from './alike.ts'
import { filterOf } from './definition.ts'
import { type CountedEntry, countedEntries, sourceOf } from './entries.ts'
import type { Question, RowSort } from './question.ts'

/** A page of a detailed report, for wires that number its rows. */
export type RowsQuestion = {
  question: Question
  sort: RowSort
  isDescending: boolean
  /** Entries that say the same stand as one row. */
  mergesAlike: boolean
  /** Where the page begins. The entry goes before the number, as numbers move when somebody adds an entry. */
  from: { row?: number; entryId?: number; startedAt?: number }
  limit: number
}

/** The entries of each row, in the order asked for. */
export type RowsPage = {
  rows: CountedEntry[][]
  /** The number of the first row, from 1. */
  firstRow: number
  /** The first entry of the next page. */
  next: { row: number; entryId: number; startedAt: number } | null
}

/** Reads one page of the rows of a detailed report. */
export async function reportRows(ctx: Ctx, asked: RowsQuestion): Promise<RowsPage> {
  return readTogether(ctx, (ctx) => (asked.mergesAlike ? mergedPage(ctx, asked) : plainPage(ctx, asked)))
}

async function mergedPage(ctx: Ctx, asked: RowsQuestion): Promise<RowsPage> {
  const rows = await alikeRows(ctx, asked)
  const { entryId, row = 1 } = asked.from
  const known = entryId === undefined ? -1 : rows.findIndex((each) => each.some(({ id }) => id === entryId))
  const start = known === -1 ? row - 1 : known
  return pageFrom(rows.slice(start, start + asked.limit + 1), start + 1, asked.limit)
}

async function plainPage(ctx: Ctx, asked: RowsQuestion): Promise<RowsPage> {
  const { question, limit, isDescending } = asked
  const source = await sourceOf(ctx, question)
  const matching = await matchingEntries(ctx, filterOf(question), source.within)
  const order = isDescending ? 'desc' : 'asc'
  const start = await startOf(ctx, matching, asked)
  const entries = await loadEntries(
    ctx,
    start.rest
      .orderBy(sortColumn(ctx, asked), order)
      .orderBy('entry.id', order)
      .offset(start.offset)
      .limit(limit + 1),
  )
  const rows = countedEntries(ctx, entries, source).map((entry) => [entry])
  return pageFrom(rows, start.firstRow, limit)
}

function pageFrom(rows: CountedEntry[][], firstRow: number, limit: number): RowsPage {
  const next = rows[limit]?.[0]
  return {
    rows: rows.slice(0, limit),
    firstRow,
    next: next ? { row: firstRow + limit, entryId: next.id, startedAt: next.started_at } : null,
  }
}

type Start = { rest: VisibleEntries; offset: number; firstRow: number }

async function startOf(ctx: Ctx, matching: VisibleEntries, asked: RowsQuestion): Promise<Start> {
  const { from, isDescending } = asked
  const place = await placeOf(ctx, matching, asked)
  const row = from.row ?? 1
  if (place === undefined) return { rest: matching, offset: row - 1, firstRow: row }
  const columns = sql.join([sortColumn(ctx, asked), sql.ref('entry.id')])
  const after = sql.raw(isDescending ? '<=' : '>=')
  const rest = matching.where(sql<boolean>`(${columns}) ${after} (${sql.join([...place])})`)
  if (from.row !== undefined) return { rest, offset: 0, firstRow: row }
  const before = sql.raw(isDescending ? '>' : '<')
  const { count } = await matching
    .where(sql<boolean>`(${columns}) ${before} (${sql.join([...place])})`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { rest, offset: 0, firstRow: count + 1 }
}

/** The sort values of the entry a page begins with; of one that is gone meanwhile, what the caller knows of it. */
async function placeOf(
  ctx: Ctx,
  matching: VisibleEntries,
  asked: RowsQuestion,
): Promise<readonly [string | number, number] | undefined> {
  const { entryId, startedAt } = asked.from
  if (entryId === undefined) return undefined
  const found = await matching
    .where('entry.id', '=', entryId)
    .select(sortColumn(ctx, asked).as('value'))
    .executeTakeFirst()
  if (found) return [found.value, entryId]
  return asked.sort === 'start' && startedAt !== undefined ? [startedAt, entryId] : undefined
}

function sortColumn(ctx: Ctx, { sort }: RowsQuestion): RawBuilder<string | number> {
  switch (sort) {
    case 'start':
      return sql`${sql.ref('entry.started_at')}`
    case 'seconds':
      return rawSeconds(ctx.now)
    case 'title':
      return sql`${sql.ref('entry.search_text')}`
    case 'change':
      return sql`${sql.ref('entry.updated_at')}`
    case 'person':
      return sql`(select lower(coalesce(person.name, person.email)) from ${sql.table('user')} as person
        where person.id = entry.user_id)`
  }
}
