import type { Ctx } from '../context.ts'
import { beyond, type Place } from '../page.ts'
import { inFewTexts, prepared } from '../prepared.ts'
import { groupBy } from '../rules/group-by.ts'
import { type Entry, type EntryRow, loadEntries, toEntry, type VisibleEntries, whole } from './entry.ts'

type Walk = { after: Place | null; limit: number; order: 'asc' | 'desc' }

/** The next entries of several lists as one, by their start and id. */
export async function entriesBeyond(
  ctx: Ctx,
  parts: readonly VisibleEntries[],
  walk: Walk,
): Promise<Entry[]> {
  const found: Entry[] = []
  // What was deleted between the two looks is missing, and others take its place.
  for await (const entries of walkEntries(ctx, parts, walk)) {
    found.push(...entries)
    if (found.length >= walk.limit) break
  }
  return found.slice(0, walk.limit)
}

/** All entries of several lists as one from a place on, by their start and id, `limit` at a time. */
export async function* walkEntries(
  ctx: Ctx,
  parts: readonly VisibleEntries[],
  walk: Walk,
): AsyncGenerator<Entry[]> {
  const [only, another] = parts
  if (only && !another) return yield* walkOne(ctx, only, walk)
  const lists = parts.map((entries) => new PlacesOf(entries, walk))
  for (let isOver = false; !isOver;) {
    const places: EntryPlace[] = []
    while (places.length < walk.limit && !isOver) {
      for (const list of lists) if (list.isEmpty) await list.fill()
      const next = firstOf(lists, walk.order)?.take()
      if (next) places.push(next)
      else isOver = true
    }
    const entries = await entriesAt(ctx, places)
    yield entries.sort((a, b) => distanceOf(a, b, walk.order))
  }
}

const rowsById = prepared(({ kysely, engine }, workspaceId: number, ids: number[]) =>
  whole(engine, kysely.selectFrom('entry'))
    .where('entry.workspace_id', '=', workspaceId)
    .where('entry.id', 'in', ids)
    .where('entry.deleted_at', 'is', null),
)

/** The entries that stand in these places, but for those that were deleted meanwhile; in no order. */
async function entriesAt(ctx: Ctx, places: readonly EntryPlace[]): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const [workspaceId, some] of groupBy(places, (place) => place.workspace_id)) {
    const rows = await rowsById(ctx, workspaceId, inFewTexts(some.map((place) => place.id)))
    for (const row of rows) entries.push(toEntry(row))
  }
  return entries
}

async function* walkOne(ctx: Ctx, entries: VisibleEntries, { after, limit, order }: Walk) {
  for (let from = after; ;) {
    const rows = await loadEntries(ctx, nextOf(entries, { after: from, limit, order }))
    const last = rows.at(-1)
    if (rows.length > 0) yield rows
    if (!last || rows.length < limit) return
    from = [last.started_at, last.id]
  }
}

/** The next of a list in its order, by start and id. */
export function nextOf(entries: VisibleEntries, { after, limit, order }: Walk): VisibleEntries {
  return entries
    .where(beyond(after, ['entry.started_at', 'entry.id'], order))
    .orderBy('entry.started_at', order)
    .orderBy('entry.id', order)
    .limit(limit)
}

type EntryPlace = Pick<EntryRow, 'workspace_id' | 'id' | 'started_at'>

/** Negative where the first comes first. */
function distanceOf(a: EntryPlace, b: EntryPlace, order: 'asc' | 'desc'): number {
  const distance = a.started_at - b.started_at || a.id - b.id
  return order === 'asc' ? distance : -distance
}

/** The list whose next entry comes first. */
function firstOf(lists: readonly PlacesOf[], order: 'asc' | 'desc'): PlacesOf | undefined {
  let first: PlacesOf | undefined
  for (const list of lists) {
    if (list.next && (!first?.next || distanceOf(list.next, first.next, order) < 0)) first = list
  }
  return first
}

/** Where the entries of one list stand, which its index tells by itself, read some at a time. */
class PlacesOf {
  readonly #entries: VisibleEntries
  readonly #walk: Walk
  #places: EntryPlace[] = []
  #at = 0
  #after: Place | null
  #isOver = false

  constructor(entries: VisibleEntries, walk: Walk) {
    this.#entries = entries
    this.#walk = walk
    this.#after = walk.after
  }

  /** True where all that was read is taken, and there may be more. */
  get isEmpty(): boolean {
    return !this.#isOver && this.#at >= this.#places.length
  }

  async fill(): Promise<void> {
    this.#places = await nextOf(this.#entries, { ...this.#walk, after: this.#after })
      .select(['entry.workspace_id', 'entry.id', 'entry.started_at'])
      .execute()
    this.#at = 0
    this.#isOver = this.#places.length < this.#walk.limit
    const last = this.#places.at(-1)
    if (last) this.#after = [last.started_at, last.id]
  }

  get next(): EntryPlace | undefined {
    return this.#places[this.#at]
  }

  take(): EntryPlace | undefined {
    return this.#places[this.#at++]
  }
}
