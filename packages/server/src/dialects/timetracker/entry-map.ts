import { clientsById } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import type { Entry } from '../../core/entries/entry.ts'
import { projectsById } from '../../core/projects/read.ts'
import { isBillable } from '../../core/rules/billing-status.ts'
import { durationSeconds } from '../../core/rules/duration.ts'
import { asOneText } from '../../core/rules/one-text.ts'
import { tasksById } from '../../core/tasks.ts'
import { clockOf, hoursOf, localTime, localTimeOrNull } from './times.ts'

/** The names that stand in an entry beside the ids. */
type Names = {
  projects: ReadonlyMap<number, { title: string }>
  tasks: ReadonlyMap<number, { name: string }>
  clients: ReadonlyMap<number, { name: string }>
}

/** Entries as the system shows them, with three questions for the names of all. */
export async function showEntries(ctx: Ctx, entries: readonly Entry[], zone: string) {
  const names: Names = {
    projects: await projectsById(ctx, idsIn(entries, 'project_id')),
    tasks: await tasksById(ctx, idsIn(entries, 'task_id')),
    clients: await clientsById(ctx, idsIn(entries, 'client_id')),
  }
  return entries.map((entry) => toEntry(entry, names, { now: ctx.now, zone }))
}

export async function showEntry(ctx: Ctx, entry: Entry, zone: string) {
  const [shown] = await showEntries(ctx, [entry], zone)
  return shown
}

function idsIn(entries: readonly Entry[], column: 'project_id' | 'task_id' | 'client_id'): number[] {
  return [...new Set(entries.flatMap((entry) => entry[column] ?? []))]
}

const SOURCES = { timer: 'auto', manual: 'manual', import: 'import' } as const

/** @public The bench's floor shows entries so, too. */
export function toEntry(
  entry: Entry,
  { projects, tasks, clients }: Names,
  { now, zone }: { now: number; zone: string },
) {
  const seconds = durationSeconds(entry, now)
  const isActive = entry.ended_at === null
  const tags = entry.tags.map((tag) => tag.name)
  const { id, user_id, project_id, client_id, task_id, break_seconds, invoice_number } = entry
  return {
    id,
    user_id,
    project_id,
    client_id,
    task_id,
    start_time: localTime(entry.started_at, zone),
    end_time: localTimeOrNull(entry.ended_at, zone),
    duration_seconds: isActive ? null : seconds,
    break_seconds,
    paused_at: localTimeOrNull(entry.paused_at, zone),
    duration_hours: isActive ? 0 : hoursOf(seconds),
    duration_formatted: clockOf(seconds),
    notes: asOneText(entry),
    tags: tags.length > 0 ? tags.join(', ') : null,
    tag_list: tags,
    source: SOURCES[entry.source],
    billable: isBillable(entry.billing_status),
    paid: entry.billing_status === 'paid',
    invoice_number,
    is_active: isActive,
    created_at: localTime(entry.created_at, zone),
    updated_at: localTime(entry.updated_at, zone),
    user: entry.user_email,
    project: project_id === null ? null : (projects.get(project_id)?.title ?? null),
    client: client_id === null ? null : (clients.get(client_id)?.name ?? null),
    task: task_id === null ? null : (tasks.get(task_id)?.name ?? null),
  }
}
