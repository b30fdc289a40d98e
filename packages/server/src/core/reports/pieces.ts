import { sql } from 'kysely'
import type { Row } from '../../db/schema.ts'
import type { Membership } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { VisibleEntries } from '../entries/entry.ts'
import { AppError } from '../errors.ts'
import { beyond } from '../page.ts'
import type { Price } from '../entries/pricing.ts'
import { isBillable } from '../rules/billing-status.ts'
import { dayNumberFinder } from '../rules/day-finder.ts'
import { durationSeconds } from '../rules/duration.ts'
import { groupBy } from '../rules/group-by.ts'
import { dayNumber, dayOfNumber, firstDayOf, midnightsWithin } from '../rules/local-periods.ts'
import { amountOf, dealOut } from '../rules/money.ts'
import { roundSeconds } from '../rules/rounding.ts'
import type { KeyColumns } from './columns.ts'
import { seenIn } from './measure.ts'
import type { Attribution, Rounding } from './question.ts'
import { addMoney, emptySum, type Sum } from './sums.ts'

/** What has to be looked at entry by entry: time split at midnight, or rounded by the day or in total. */
export type PieceQuestion = {
  /** The entries of each workspace, or one's own of all. */
  parts: readonly VisibleEntries[]
  within: readonly Membership[]
  zone: string
  range: { from: number; to: number }
  attribution: Attribution
  rounding: Rounding
  /** Which texts are told apart; the others are not read. */
  texts: readonly ('title' | 'notes')[]
}

const COLUMNS = [
  'id',
  'workspace_id',
  'user_id',
  'project_id',
  'client_id',
  'task_id',
  'billing_status',
  'started_at',
  'ended_at',
  'paused_at',
  'break_seconds',
  'billable_rate',
  'billable_currency',
  'billable_amount',
  'cost_rate',
  'cost_currency',
  'cost_amount',
] as const

type PieceEntry = Pick<Row<'entry'>, (typeof COLUMNS)[number] | 'title' | 'notes'>

/** A stretch of an entry on one day, with what it counts and what it is worth. */
export type Piece = {
  entry: PieceEntry
  day: number
  seconds: number
  billable: number | null
  cost: number | null
}

/** Every piece of the range, in the order in which the entries began. */
export async function piecesOf(ctx: Ctx, question: PieceQuestion): Promise<Piece[]> {
  const { attribution, rounding, zone, range } = question
  const pieces: Piece[] = []
  const entries = await entriesOf(question)
  const dayAt = dayReader(zone, entries, ctx.now)
  for (const entry of entries) {
    const whole = rounding.per === 'entry' ? rounding : { ...rounding, mode: 'none' as const }
    const all =
      attribution === 'split'
        ? splitEntry(entry, ctx.now, { zone, dayAt, ...range })
        : [uncut(entry, ctx.now, dayAt)]
    for (const piece of priced(entry, all, whole)) {
      if (piece.isWithin) pieces.push(piece)
    }
  }
  if (rounding.mode !== 'none' && rounding.per !== 'entry') roundTogether(pieces, rounding)
  return pieces
}

const AT_ONCE = 5000
const MOST_ENTRIES = 500_000

async function entriesOf({ parts, within, texts }: PieceQuestion): Promise<PieceEntry[]> {
  const text = (name: 'title' | 'notes') =>
    (texts.includes(name) ? sql<string | null>`${sql.ref(`entry.${name}`)}` : sql<null>`null`).as(name)
  const entries: PieceEntry[] = []
  for (const part of parts) {
    for (let last: PieceEntry | undefined; ;) {
      const place = last ? [last.started_at, last.id] : null
      const page = await part
        .where(beyond(place, ['entry.started_at', 'entry.id']))
        .orderBy('entry.started_at')
        .orderBy('entry.id')
        .limit(AT_ONCE)
        .select(COLUMNS.map((column) => `entry.${column}` as const))
        .select([text('title'), text('notes')])
        .execute()
      for (const entry of page) entries.push(entry)
      if (entries.length > MOST_ENTRIES)
        throw new AppError(
          'too_large',
          'too_many_rows',
          'To split or round this way, a report reads every entry. Ask for a shorter range.',
        )
      last = page.at(-1)
      if (page.length < AT_ONCE) break
    }
  }
  hideMoney(entries, within)
  return entries.sort((a, b) => a.started_at - b.started_at || a.id - b.id)
}

function hideMoney(entries: PieceEntry[], within: readonly Membership[]): void {
  const { billable, cost } = seenIn(within)
  if (billable === null && cost === null) return
  for (const entry of entries) {
    if (billable && !billable.includes(entry.workspace_id)) {
      entry.billable_currency = null
      entry.billable_rate = null
    }
    if (cost && !cost.includes(entry.workspace_id)) entry.cost_currency = null
  }
}

/** A stretch of the clock, before breaks and rounding. */
type Stretch = { day: number; seconds: number; isWithin: boolean }

type Cutting = { zone: string; dayAt: DayReader; from: number; to: number }

/** The local day of an instant, as a number. */
type DayReader = (at: number) => number

/** Reads days by the few offsets that a zone has between the first entry and now. */
function dayReader(zone: string, entries: readonly PieceEntry[], now: number): DayReader {
  const first = entries[0]?.started_at ?? now
  const last = entries.reduce(
    (latest, entry) => Math.max(latest, entry.started_at, entry.ended_at ?? now),
    first,
  )
  return dayNumberFinder(zone, first, last + 1)
}

function uncut(entry: PieceEntry, now: number, dayAt: DayReader): Stretch {
  return {
    day: dayAt(entry.started_at),
    seconds: durationSeconds(entry, now),
    isWithin: true,
  }
}

/** Cut at each local midnight and at the bounds of the range. The break comes off the earliest pieces. */
function splitEntry(entry: PieceEntry, now: number, { zone, dayAt, from, to }: Cutting): Stretch[] {
  const start = entry.started_at
  const end = Math.max(start, entry.ended_at ?? entry.paused_at ?? now)
  const isOnOneDay = start >= from && end <= to && dayAt(start) === dayAt(Math.max(start, end - 1))
  if (isOnOneDay) return [uncut(entry, now, dayAt)]
  const inside = [from, to].filter((at) => at > start && at < end)
  const cuts = [...new Set([start, ...midnightsWithin(zone, start, end), ...inside, end])].sort(
    (a, b) => a - b,
  )
  let breakLeft = entry.break_seconds
  const stretches: Stretch[] = []
  for (const [index, at] of cuts.entries()) {
    const next = cuts[index + 1]
    if (next === undefined && index > 0) break
    const length = Math.floor(((next ?? at) - at) / 1000)
    const pause = Math.min(breakLeft, length)
    breakLeft -= pause
    stretches.push({
      day: dayAt(at),
      seconds: length - pause,
      isWithin: at >= from && at < to,
    })
  }
  return stretches
}

/** Rounds an entry as a whole, and deals its time and its worth out to its stretches. */
function priced(entry: PieceEntry, stretches: Stretch[], rounding: Rounding): (Piece & Stretch)[] {
  const [only] = stretches
  const raw = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0)
  const total = roundSeconds(raw, rounding.mode, rounding.minutes)
  const billable = worthOf(entry, 'billable', { total, rounding })
  const cost = worthOf(entry, 'cost', { total, rounding })
  if (only && stretches.length === 1) {
    return [{ entry, day: only.day, isWithin: only.isWithin, seconds: total, billable, cost }]
  }
  const weights = stretches.map((stretch) => stretch.seconds)
  const shares = (whole: number | null) => (whole === null ? null : dealOut(whole, weights))
  const seconds = shares(total)
  const [billables, costs] = [shares(billable), shares(cost)]
  return stretches.map(({ day, isWithin }, index) => ({
    entry,
    day,
    isWithin,
    seconds: seconds?.[index] ?? 0,
    billable: billables?.[index] ?? null,
    cost: costs?.[index] ?? null,
  }))
}

/** What an entry comes to: what is kept with it, unless it runs or its time is rounded. */
export function worthOf(
  entry: Pick<PieceEntry, keyof Price>,
  kind: 'billable' | 'cost',
  { total, rounding }: { total: number; rounding: Rounding },
): number | null {
  const rate = entry[`${kind}_rate`]
  if (rate === null || entry[`${kind}_currency`] === null) return null
  const kept = rounding.mode === 'none' ? entry[`${kind}_amount`] : null
  return kept ?? amountOf(total, rate)
}

/** Rounds what lies together as one, and deals it out again, so that every line still adds up to its total. */
function roundTogether(pieces: Piece[], { mode, minutes, per }: Rounding): void {
  const together = groupBy(pieces, ({ day, entry }) => (per === 'total' ? '' : `${day} ${entry.project_id}`))
  for (const group of together.values()) {
    const weights = group.map((piece) => piece.seconds)
    const raw = weights.reduce((a, b) => a + b, 0)
    const shares = dealOut(roundSeconds(raw, mode, minutes), weights)
    for (const [index, piece] of group.entries()) piece.seconds = shares[index] ?? 0
    for (const kind of ['billable', 'cost'] as const) dealMoney(group, kind)
  }
}

/** What rounded time comes to at each rate, dealt out to the pieces at that rate. */
function dealMoney(pieces: Piece[], kind: 'billable' | 'cost'): void {
  const worth = pieces.filter((piece) => piece[kind] !== null)
  const rateOf = ({ entry }: Piece) => entry[`${kind}_rate`] ?? 0
  const alike = groupBy(worth, (piece) => `${rateOf(piece)} ${piece.entry[`${kind}_currency`]}`)
  for (const group of alike.values()) {
    const [first] = group
    if (!first) continue
    const weights = group.map((piece) => piece.seconds)
    const amount = amountOf(
      weights.reduce((a, b) => a + b, 0),
      rateOf(first),
    )
    const shares = dealOut(amount, weights)
    for (const [index, piece] of group.entries()) piece[kind] = shares[index] ?? 0
  }
}

/** Reads what a piece stands under, in the columns in which the engine says it of an entry. */
export function pieceColumns(weekStart: number): (piece: Piece, tagId: number | null) => KeyColumns {
  const periods = new Map<number, Pick<KeyColumns, 'day' | 'week' | 'month' | 'year'>>()
  function periodsOf(day: number) {
    const known = periods.get(day)
    if (known) return known
    const first = (period: 'week' | 'month' | 'year') =>
      dayNumber(firstDayOf(dayOfNumber(day), period, weekStart))
    const made = { day, week: first('week'), month: first('month'), year: first('year') }
    periods.set(day, made)
    return made
  }
  // Written onto the entry: a copy of each of some hundred thousand takes longer than all the rest.
  return ({ entry, day }, tag_id) => Object.assign(entry, periodsOf(day), { tag_id })
}

export function sumOfPiece({ entry, seconds, billable, cost }: Piece): Sum {
  const sum = emptySum()
  sum.entries = 1
  sum.seconds = seconds
  sum.billable_seconds = isBillable(entry.billing_status) ? seconds : 0
  addMoney(sum, entry.billable_currency, { billable: billable })
  addMoney(sum, entry.cost_currency, { cost: cost })
  return sum
}
