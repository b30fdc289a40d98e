import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import type { Project } from '../../../core/projects/read.ts'
import type { CountedEntry } from '../../../core/reports/entries.ts'
import { isBillable } from '../../../core/rules/billing-status.ts'
import { colorNumber, hexOf } from '../colors.ts'
import { listedTime, localTime } from '../values.ts'
import { type Names, namesOfIds } from './names.ts'

/** What the projects, clients and tasks of entries are called. */
export function namesIn(ctx: Ctx, entries: readonly CountedEntry[], membership: Membership): Promise<Names> {
  const distinct = (ids: (number | null)[]) => [...new Set(ids)].filter((id) => id !== null)
  return namesOfIds(ctx, membership, {
    projects: distinct(entries.map(({ project_id }) => project_id)),
    clients: distinct(entries.map(({ client_id }) => client_id)),
    tasks: distinct(entries.map(({ task_id }) => task_id)),
  })
}

function clientIdOf({ project_id, client_id }: CountedEntry, projects: Names['projects']): number | null {
  return project_id === null ? client_id : (projects.get(project_id)?.client_id ?? null)
}

/** The row of entries that say the same, of which there is one unless they are put together. */
export type SaidRow = {
  first: CountedEntry
  person: string
  email: string
  client: string | null
  project: Project | undefined
  task: string | null
  isBillable: boolean
  seconds: number
  /** Minor units; null where there is no rate, or the reader may not know. */
  amount: number | null
  startedAt: number
  endedAt: number
}

export function saidRow(entries: readonly CountedEntry[], names: Names): SaidRow {
  const [first] = entries
  if (!first) throw new Error('A row stands for at least one entry')
  const client = clientIdOf(first, names.projects)
  const amounts = entries.flatMap(({ billable_amount }) => billable_amount ?? [])
  return {
    first,
    person: first.user_name ?? first.user_email,
    email: first.user_email,
    client: names.clients.get(client ?? 0)?.label ?? null,
    project: names.projects.get(first.project_id ?? 0),
    task: names.tasks.get(first.task_id ?? 0)?.label ?? null,
    isBillable: isBillable(first.billing_status),
    seconds: entries.reduce((sum, { seconds }) => sum + seconds, 0),
    amount: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    startedAt: entries.reduce((start, entry) => Math.min(start, entry.started_at), first.started_at),
    endedAt: entries.reduce((end, entry) => Math.max(end, entry.ended_at ?? end), first.started_at),
  }
}

/** How a row is spelled: in which zone, with which currency where it has none, and with names or only ids. */
export type Spelling = { zone: string; currency: string; isEnriched: boolean; names: Names }

/** A row of the detailed report. */
export function toRow(entries: readonly CountedEntry[], number: number, spelling: Spelling) {
  const row = saidRow(entries, spelling.names)
  const { first } = row
  return {
    user_id: first.user_id,
    username: row.person,
    ...(spelling.isEnriched ? enrichment(row) : {}),
    project_id: first.project_id,
    task_id: first.task_id,
    billable: row.isBillable,
    description: first.title ?? '',
    tag_ids: first.tags.map(({ id }) => id),
    billable_amount_in_cents: row.amount,
    hourly_rate_in_cents: first.billable_rate,
    currency: first.billable_currency ?? spelling.currency,
    time_entries: entries.map((entry) => toStretch(entry, spelling)),
    row_number: number,
  }
}

function enrichment({ first, email, client, project, task }: SaidRow) {
  return {
    email,
    client_name: client,
    project_name: project?.title ?? null,
    project_color: project ? colorNumber(project.color) : null,
    project_hex: project ? hexOf(project.color) : null,
    task_name: task,
    tag_names: first.tags.map(({ name }) => name),
  }
}

function toStretch(entry: CountedEntry, { zone, isEnriched }: Spelling) {
  return {
    id: entry.id,
    seconds: entry.seconds,
    start: localTime(entry.started_at, zone),
    stop: localTime(entry.ended_at ?? entry.started_at, zone),
    at: listedTime(entry.updated_at),
    ...(isEnriched ? { at_tz: localTime(entry.updated_at, zone) } : {}),
  }
}
