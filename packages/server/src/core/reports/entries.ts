import { type Membership, requireScope } from '../access.ts'
import { type Ctx, readTogether } from '../context.ts'
import type { Entry } from '../entries/entry.ts'
import { matchingParts, workspacesOf } from '../entries/filter.ts'
import { entriesBeyond, walkEntries } from '../entries/walk.ts'
import { type Page, type PageOf, pageOf } from '../page.ts'
import { projectsById } from '../projects/read.ts'
import { durationSeconds } from '../rules/duration.ts'
import { roundSeconds } from '../rules/rounding.ts'
import type { ReportEntry } from './answer.ts'
import { namesOf } from './labels.ts'
import { Lookup } from './lookup.ts'
import { seenIn } from './measure.ts'
import { worthOf } from './pieces.ts'
import { filterOf } from './definition.ts'
import type { Question } from './question.ts'
import { isAddedUpByEngine, questionPieces, sightOf } from './report.ts'

/** An entry with what a report counts of it: the amounts are those of the seconds. */
export type CountedEntry = Entry & { seconds: number }

/** What an entry counts in a report. */
type Counted = { seconds: number; billable: number | null; cost: number | null }

/** The entries behind a report, newest first, each with what the report counts of it. */
export async function listReportEntries(
  ctx: Ctx,
  question: Question,
  page: Page,
): Promise<PageOf<ReportEntry>> {
  return readTogether(ctx, async (ctx) => {
    const source = await sourceOf(ctx, question)
    const { rows, next } = await pageOf(
      page,
      (after, limit) => entriesBeyond(ctx, source.parts, { after, limit, order: 'desc' }),
      (entry) => [entry.started_at, entry.id],
    )
    return { rows: await toReportEntries(ctx, rows, source), next }
  })
}

const AT_ONCE = 1000

/** All of them, oldest first, a thousand at a time. */
export async function* allReportEntries(ctx: Ctx, question: Question): AsyncGenerator<ReportEntry[]> {
  const source = await sourceOf(ctx, question)
  for await (const entries of everyEntry(ctx, source)) yield toReportEntries(ctx, entries, source)
}

/** The same, as they are kept. */
export function everyEntry(ctx: Ctx, { parts }: Source): AsyncGenerator<Entry[]> {
  return walkEntries(ctx, parts, { after: null, limit: AT_ONCE, order: 'asc' })
}

/** What entries are read from and counted by. */
export async function sourceOf(ctx: Ctx, question: Question) {
  requireScope(ctx, 'read:reports')
  const within = await workspacesOf(ctx, question.filter)
  return {
    question,
    within,
    projects: new Lookup((ids) => projectsById(ctx, ids)),
    clients: new Lookup((ids) => namesOf(ctx, { by: 'client', ids }, within)),
    tasks: new Lookup((ids) => namesOf(ctx, { by: 'task', ids }, within)),
    parts: await matchingParts(ctx, filterOf(question), within),
    counted: isAddedUpByEngine(question) ? null : await countedByPieces(ctx, question, within),
  }
}

export type Source = Awaited<ReturnType<typeof sourceOf>>

async function countedByPieces(
  ctx: Ctx,
  question: Question,
  within: readonly Membership[],
): Promise<Map<number, Counted>> {
  const pieces = await questionPieces(ctx, question, within)
  const add = (a: number | null, b: number | null) => (a === null && b === null ? null : (a ?? 0) + (b ?? 0))
  const counted = new Map<number, Counted>()
  for (const { entry, seconds, billable, cost } of pieces) {
    const known = counted.get(entry.id) ?? { seconds: 0, billable: null, cost: null }
    counted.set(entry.id, {
      seconds: known.seconds + seconds,
      billable: add(known.billable, billable),
      cost: add(known.cost, cost),
    })
  }
  return counted
}

function countedOf(ctx: Ctx, entry: Entry, { question, counted }: Source): Counted {
  if (counted) return counted.get(entry.id) ?? { seconds: 0, billable: null, cost: null }
  const { rounding } = question
  const seconds = roundSeconds(durationSeconds(entry, ctx.now), rounding.mode, rounding.minutes)
  const counts = { total: seconds, rounding }
  return { seconds, billable: worthOf(entry, 'billable', counts), cost: worthOf(entry, 'cost', counts) }
}

/** The entries as a report counts them, without the amounts that the reader may not know. */
export function countedEntries(ctx: Ctx, entries: readonly Entry[], source: Source): CountedEntry[] {
  const seen = seenIn(source.within)
  const isSeen = (ids: readonly number[] | null, entry: Entry) =>
    ids === null || ids.includes(entry.workspace_id)
  const sight = sightOf(source.question, source.within)
  return entries.map((entry) => {
    const { seconds, billable, cost } = countedOf(ctx, entry, source)
    const seesBillable = sight.billable && isSeen(seen.billable, entry)
    const seesCost = sight.cost && isSeen(seen.cost, entry)
    return {
      ...entry,
      seconds,
      billable_rate: seesBillable ? entry.billable_rate : null,
      billable_amount: seesBillable ? billable : null,
      billable_currency: seesBillable ? entry.billable_currency : null,
      cost_rate: seesCost ? entry.cost_rate : null,
      cost_amount: seesCost ? cost : null,
      cost_currency: seesCost ? entry.cost_currency : null,
    }
  })
}

async function toReportEntries(ctx: Ctx, entries: readonly Entry[], source: Source): Promise<ReportEntry[]> {
  const { projects, clients, tasks } = source
  const clientOf = (entry: Entry) =>
    entry.project_id === null ? entry.client_id : (projects.get(entry.project_id)?.client_id ?? null)
  await projects.learn(entries.flatMap((entry) => entry.project_id ?? []))
  await clients.learn(entries.flatMap((entry) => clientOf(entry) ?? []))
  await tasks.learn(entries.flatMap((entry) => entry.task_id ?? []))
  return countedEntries(ctx, entries, source).map((entry) => ({
    id: entry.id,
    user_id: entry.user_id,
    user: entry.user_name ?? entry.user_email,
    project: projects.get(entry.project_id)?.title_chain ?? [],
    client: clients.get(clientOf(entry))?.label ?? null,
    task: tasks.get(entry.task_id)?.label ?? null,
    title: entry.title,
    notes: entry.notes,
    tags: entry.tags.map((tag) => tag.name),
    started_at: entry.started_at,
    ended_at: entry.ended_at,
    seconds: entry.seconds,
    billing_status: entry.billing_status,
    approval_status: entry.approval_status,
    billable_rate: entry.billable_rate,
    billable_amount: entry.billable_amount,
    billable_currency: entry.billable_currency,
    cost_amount: entry.cost_amount,
    cost_currency: entry.cost_currency,
  }))
}
