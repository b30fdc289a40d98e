import type { Database } from '../../db/engine.ts'
import { type Membership, workspaceIds } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import type { Place } from '../page.ts'
import { inFewTexts, prepared } from '../prepared.ts'
import { entriesOf, type Entry, toEntry, whole } from './entry.ts'
import { type EntryFilter, inSpan, type Span, spanOf } from './filter.ts'
import { nextOf } from './walk.ts'

// One's own entries of a time are what clients ask for all day, so their query is kept.

/** What a filter may name and still ask for no more than that. */
const NAMES: ReadonlySet<string> = new Set<keyof EntryFilter>([
  'whose',
  'workspaceId',
  'startedFrom',
  'startedBefore',
  'overlapping',
  // Of no projects, which says nothing.
  'withChildren',
])

/** True for a filter that means one's own entries, of some time or of all. */
export function isOwnSpan(filter: EntryFilter): boolean {
  return (
    filter.whose === 'mine' &&
    Object.entries(filter).every(([name, value]) => value === undefined || NAMES.has(name))
  )
}

type Part = { after: Place | null; offset?: number; limit: number; order: 'asc' | 'desc' }

/** A part of one's own entries, by their start and id. */
export async function ownEntries(
  ctx: Ctx,
  { filter, within }: { filter: EntryFilter; within: readonly Membership[] },
  { after, offset, limit, order }: Part,
): Promise<Entry[]> {
  const rows = await (order === 'asc' ? oldestFirst : newestFirst)(ctx, {
    userId: actingUser(ctx).userId,
    workspaces: inFewTexts(workspaceIds(within)),
    span: spanOf(ctx, filter, within),
    after: after ?? undefined,
    offset,
    limit,
  })
  return rows.map(toEntry)
}

type Asked = {
  userId: number
  workspaces: number[]
  span: Span
  after: Place | undefined
  offset: number | undefined
  limit: number
}

const oldestFirst = prepared((db, asked: Asked) => ownQuery(db, asked, 'asc'))
const newestFirst = prepared((db, asked: Asked) => ownQuery(db, asked, 'desc'))

function ownQuery(db: Database, asked: Asked, order: 'asc' | 'desc') {
  const { userId, workspaces, span, after, offset, limit } = asked
  const entries = inSpan(db, entriesOf(db, userId, workspaces), span)
  const part = nextOf(entries, { after: after ?? null, limit, order })
  return whole(db.engine, offset === undefined ? part : part.offset(offset))
}
