import { canManage, type Membership, requireScope, workspaceIds } from '../access.ts'
import { type Ctx, readTogether } from '../context.ts'
import { hasLiveTag, matchingEntries, matchingParts, workspacesOf } from '../entries/filter.ts'
import { invalid } from '../errors.ts'
import { localDay } from '../rules/local-time.ts'
import type { Report } from './answer.ts'
import { type Calendar, keyFor, type KeyColumns, type ProjectPlace } from './columns.ts'
import { labelsOf, projectPlaces } from './labels.ts'
import type { Line } from './lines.ts'
import { refuseTooMany, sumsBy } from './measure.ts'
import { nest } from './nest.ts'
import { type Piece, pieceColumns, piecesOf, sumOfPiece } from './pieces.ts'
import { EVER, filterOf } from './definition.ts'
import type { Grouping, Question } from './question.ts'
import { type Sight, toMeasures } from './sums.ts'
import { addPiece, addToTree, countAt, emptyTree, linesAt, overrule, type Tree } from './tree.ts'

const MOST_GROUPINGS = 3

/** Answers a question to the entries one may see: lines, sub-totals and the total, currency by currency. */
export async function runReport(ctx: Ctx, question: Question): Promise<Report> {
  const { groupBy } = question
  if (groupBy.length > MOST_GROUPINGS) throw invalid('group_by', `Group by at most ${MOST_GROUPINGS} things.`)
  if (new Set(groupBy).size < groupBy.length) throw invalid('group_by', 'Group by each thing once.')
  return readTogether(ctx, async (ctx) => {
    const within = await workspacesOf(ctx, question.filter)
    const sight = sightOf(question, within)
    refuseHidden(question, sight)
    const tree = await treeOf(ctx, question, within)
    const labels = await labelsOf(ctx, { groupBy, tree }, within)
    const { zone, from, to, attribution, rounding, sort, limit } = question
    const rowCount = groupBy.length === 0 ? 0 : countAt(tree, groupBy.length)
    return {
      from: from === null ? null : localDay(from, zone),
      to: to === null ? null : localDay(to - 1, zone),
      time_zone: zone,
      group_by: [...groupBy],
      attribution,
      rounding,
      total: toMeasures(tree.sum, sight),
      groups: nest(tree, { groupBy, labels, sort, sight, limit }),
      row_count: rowCount,
      is_cut: rowCount > limit,
      repeats_entries: groupBy.includes('tag'),
      as_of: ctx.now,
    }
  })
}

/** The innermost lines of a question, for wires that sort and name them in their own way, and where they come from. */
export async function reportLines(
  ctx: Ctx,
  question: Question,
): Promise<{ lines: Line[]; within: Membership[] }> {
  const within = await workspacesOf(ctx, question.filter)
  const tree = await treeOf(ctx, question, within)
  const lines = tree.sum.entries === 0 ? [] : [...linesAt(tree, question.groupBy.length)]
  return { lines, within }
}

async function treeOf(ctx: Ctx, question: Question, within: readonly Membership[]): Promise<Tree> {
  requireScope(ctx, 'read:reports')
  const places = needsPlaces(question.groupBy) ? await projectPlaces(ctx, within) : new Map()
  return isAddedUpByEngine(question)
    ? summedTree(ctx, { question, within, places })
    : piecedTree(ctx, { question, within, places })
}

/** Which amounts the reader of a question's answer may know. */
export async function sightInReport(ctx: Ctx, question: Question): Promise<Sight> {
  return sightOf(question, await workspacesOf(ctx, question.filter))
}

export function sightOf({ shows }: Question, within: readonly Membership[]): Sight {
  return {
    billable: shows !== 'time' && within.some(({ role }) => role !== 'viewer'),
    cost: shows === undefined && within.some(({ role }) => canManage(role)),
  }
}

/** Refuses what would say amounts to those who may not know them: what an hour is billed at, and an order by it. */
function refuseHidden({ groupBy, sort }: Question, sight: Sight): void {
  if (sight.billable) return
  const message = 'You may not see amounts here.'
  if (groupBy.includes('rate')) throw invalid(`group_by.${groupBy.indexOf('rate')}`, message)
  if (sort?.endsWith('amount')) throw invalid('sort', message)
}

function needsPlaces(groupBy: readonly Grouping[]): boolean {
  return groupBy.some((by) => by === 'client' || by.startsWith('project:'))
}

/** Time that stays whole under its start and is rounded by itself, if at all, needs no look at each entry. */
export function isAddedUpByEngine({ attribution, rounding }: Question): boolean {
  return attribution === 'start' && (rounding.mode === 'none' || rounding.per === 'entry')
}

const LONG_MS = 20 * 366 * 24 * 3600 * 1000

/** Days are told apart as far as there are entries, so that an open range costs no more than what is in it. */
async function calendarOf(ctx: Ctx, question: Question, within: readonly Membership[]): Promise<Calendar> {
  const { zone, weekStart } = question
  const from = question.from ?? EVER.from
  const to = question.to ?? EVER.to
  if (to - from <= LONG_MS) return { zone, weekStart, from, to }
  const { first, last } = await ctx.db.kysely
    .selectFrom('entry')
    .where('workspace_id', 'in', workspaceIds(within))
    .select(({ fn }) => [fn.min('started_at').as('first'), fn.max('started_at').as('last')])
    .executeTakeFirstOrThrow()
  const start = Math.min(Math.max(from, first ?? ctx.now), to)
  return { zone, weekStart, from: start, to: Math.max(start, Math.min(to, (last ?? ctx.now) + 1)) }
}

type Source = {
  question: Question
  within: readonly Membership[]
  places: ReadonlyMap<number, ProjectPlace>
}

async function summedTree(ctx: Ctx, { question, within, places }: Source): Promise<Tree> {
  const entries = await matchingEntries(ctx, filterOf(question), within)
  const calendar = await calendarOf(ctx, question, within)
  return aboveTags(question.groupBy, async (groupBy) => {
    const rows = await sumsBy(ctx, { entries, calendar, rounding: question.rounding, within }, groupBy)
    const tree = emptyTree()
    for (const { columns, sum } of rows) addToTree(tree, keysOf(groupBy, columns, places), sum)
    return tree
  })
}

/** Above the tags an entry counts once, however many it has, so what stands there is asked for by itself. */
async function aboveTags(
  groupBy: readonly Grouping[],
  ask: (groupBy: readonly Grouping[]) => Promise<Tree>,
): Promise<Tree> {
  const tree = await ask(groupBy)
  const tagAt = groupBy.indexOf('tag')
  if (tagAt !== -1) overrule(tree, await ask(groupBy.slice(0, tagAt)))
  return tree
}

function keysOf(
  groupBy: readonly Grouping[],
  columns: KeyColumns,
  places: ReadonlyMap<number, ProjectPlace>,
) {
  return groupBy.map((by) => keyFor(by, columns, places))
}

async function piecedTree(ctx: Ctx, { question, within, places }: Source): Promise<Tree> {
  const pieces = await questionPieces(ctx, question, within)
  const columnsOf = pieceColumns(question.weekStart)
  const tags = question.groupBy.includes('tag') ? await tagsOf(ctx, pieces, within) : undefined
  return aboveTags(question.groupBy, async (groupBy) => {
    const tree = emptyTree()
    const isTagged = groupBy.includes('tag')
    for (const piece of pieces) {
      const counted = { entryId: piece.entry.id, sum: sumOfPiece(piece) }
      for (const tag of isTagged ? (tags?.get(piece.entry.id) ?? [null]) : [null])
        addPiece(tree, keysOf(groupBy, columnsOf(piece, tag), places), counted)
    }
    refuseTooMany(countAt(tree, groupBy.length))
    return tree
  })
}

/** The pieces a question counts, where each entry has to be looked at. */
export async function questionPieces(
  ctx: Ctx,
  question: Question,
  within: readonly Membership[],
): Promise<Piece[]> {
  const { zone, attribution, rounding } = question
  const range = { from: question.from ?? EVER.from, to: question.to ?? EVER.to }
  const parts = await matchingParts(ctx, filterOf(question), within)
  const texts = (['title', 'notes'] as const).filter((name) => question.groupBy.includes(name))
  return piecesOf(ctx, { parts, within, range, zone, attribution, rounding, texts })
}

const IDS_AT_ONCE = 5000

async function tagsOf(
  ctx: Ctx,
  pieces: readonly Piece[],
  within: readonly Membership[],
): Promise<Map<number, number[]>> {
  const ids = [...new Set(pieces.map(({ entry }) => entry.id))]
  const tags = new Map<number, number[]>()
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = await ctx.db.kysely
      .selectFrom('entry_tag')
      .select(['entry_id', 'tag_id'])
      .where(hasLiveTag())
      .where('workspace_id', 'in', workspaceIds(within))
      .where('entry_id', 'in', ids.slice(start, start + IDS_AT_ONCE))
      .execute()
    for (const { entry_id, tag_id } of rows) {
      const known = tags.get(entry_id)
      if (known) known.push(tag_id)
      else tags.set(entry_id, [tag_id])
    }
  }
  return tags
}
