import type { Membership } from '../../core/access.ts'
import { clientsById } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import type { EntryFields } from '../../core/entries/columns.ts'
import type { Entry } from '../../core/entries/entry.ts'
import type { EntryFilter } from '../../core/entries/filter.ts'
import { createEntry } from '../../core/entries/write.ts'
import { invalid } from '../../core/errors.ts'
import { membershipsOfPeople } from '../../core/members.ts'
import { projectsById } from '../../core/projects/read.ts'
import { isBillable, isInvoiced } from '../../core/rules/billing-status.ts'
import { durationSeconds } from '../../core/rules/duration.ts'
import { wholeSeconds } from '../../core/rules/local-time.ts'
import { asOneText, fromOneText } from '../../core/rules/one-text.ts'
import { tagsById } from '../../core/tags.ts'
import { tasksById } from '../../core/tasks.ts'
import { uuidOf, uuidOrNull } from './ids.ts'
import {
  booleanOf,
  dayOf,
  type Input,
  isSent,
  momentOf,
  numberOf,
  referenceOf,
  referencesOf,
  requireFields,
  textOf,
  wordsOf,
} from './input.ts'
import { requireTeamMember } from './tasks.ts'
import { isoDay, isoTime, isoTimeOrNull, placesById } from './values.ts'

/** Writes down time that was worked, from what was sent. */
export async function createEntryFrom(ctx: Ctx, place: Membership, input: Input): Promise<Entry> {
  requireFields(input, 'start_time', 'end_time', 'billable')
  const start = secondOf(input, 'start_time') ?? 0
  const end = secondOf(input, 'end_time') ?? 0
  requireForward(start, end)
  // Its day is that of its start, whatever is sent as its date, which has to be one all the same.
  momentOf(input, 'date')
  return createEntry(ctx, {
    ...entryFieldsOf(input),
    workspace_id: place.workspace_id,
    billing_status: booleanOf(input, 'billable') === true ? 'billable' : 'not_billable',
    started_at: start,
    ended_at: end,
    break_seconds: breakOf(input, (end - start) / 1000),
    source: booleanOf(input, 'manually_entered') === false ? 'timer' : 'manual',
    user_id: await ownerOf(ctx, place, input),
  })
}

/** A moment as entries keep it: the second in which it lies. */
export function secondOf(input: Input, name: string): number | undefined {
  const at = momentOf(input, name)
  return at === undefined ? undefined : wholeSeconds(at)
}

/** The system wants its entries to last. */
export function requireForward(start: number, end: number): void {
  if (end <= start) throw invalid('end_time', 'end_time must be after start_time')
}

/** A duration that is shorter than the time between start and end leaves room for a break. */
export function breakOf(input: Input, span: number): number {
  const duration = numberOf(input, 'duration')
  if (duration === undefined || duration === null) return 0
  if (Number.isInteger(duration) && duration >= 0 && duration <= span) return span - duration
  throw invalid(
    'duration',
    'Must be a whole number of seconds, at most those between start_time and end_time',
  )
}

/** Whose time it is: one's own, unless a member of the workspace is named. */
async function ownerOf(ctx: Ctx, place: Membership, input: Input): Promise<number | undefined> {
  const id = referenceOf(input, 'team_member_id', 'team_member')
  if (!id || id === place.member_id) return undefined
  return (await requireTeamMember(ctx, place.workspace_id, id)).user_id
}

/** What an entry says, as far as it was sent; a text that comes back as it was shown keeps its title apart as before. */
export function entryFieldsOf(input: Input, before?: Entry): EntryFields {
  const tags = referencesOf(input, 'tag_ids', 'tag')
  const description = textOf(input, 'description')
  const isKept = description === undefined || (before && description === asOneText(before))
  return {
    ...(isKept ? {} : fromOneText(description ?? '')),
    ...(tags ? { tag_ids: tags } : isSent(input, 'tag_ids') ? { tag_ids: [] } : {}),
    ...placeOf(input, before),
  }
}

/** Where an entry is booked. What comes back as it was shown stays, also where its project is closed to one by now. */
function placeOf(input: Input, before: Entry | undefined): Pick<EntryFields, 'project_id' | 'task_id'> {
  const project = referenceOf(input, 'project_id', 'project')
  const task = referenceOf(input, 'task_id', 'task')
  return {
    project_id: before && project === before.project_id ? undefined : project,
    task_id: before && task === before.task_id ? undefined : task,
  }
}

/** The system knows billable and not. What is on an invoice stays as it is, and cannot be called not billable. */
export function billingChange(
  before: Entry,
  isBilled: boolean | undefined,
): Pick<EntryFields, 'billing_status'> {
  if (isBilled === undefined || isBilled === isBillable(before.billing_status)) return {}
  if (isInvoiced(before.billing_status)) throw invalid('billable', 'This time is on an invoice')
  return { billing_status: isBilled ? 'billable' : 'not_billable' }
}

/** Which entries a search or a list means. */
export async function entryFilterOf(ctx: Ctx, place: Membership, input: Input): Promise<EntryFilter> {
  const memberId = referenceOf(input, 'team_member_id', 'team_member')
  const one = (id: number | null | undefined) => (id ? [id] : undefined)
  const isBilled = booleanOf(input, 'billable')
  const isTyped = booleanOf(input, 'manually_entered')
  const before = (name: string) => {
    const at = momentOf(input, name)
    return at === undefined ? undefined : at + 1
  }
  return {
    workspaceId: place.workspace_id,
    whose: memberId ? [(await requireTeamMember(ctx, place.workspace_id, memberId)).user_id] : 'everyone',
    phrase: wordsOf(input, 'description'),
    projectIds: one(referenceOf(input, 'project_id', 'project')),
    taskIds: one(referenceOf(input, 'task_id', 'task')),
    clientIds: one(referenceOf(input, 'client_id', 'client')),
    tagIds: referencesOf(input, 'tag_ids', 'tag'),
    ...(isBilled === undefined ? {} : { billingStatuses: isBilled ? BILLABLE : NOT_BILLABLE }),
    ...(isTyped === undefined
      ? {}
      : { sources: isTyped ? (['manual', 'import'] as const) : (['timer'] as const) }),
    startedOn: {
      from: dayOf(input, 'date_after') ?? undefined,
      to: dayOf(input, 'date_before') ?? undefined,
    },
    startedFrom: momentOf(input, 'start_time_after'),
    startedBefore: before('start_time_before'),
    ended: { from: momentOf(input, 'end_time_after'), before: before('end_time_before') },
    updatedFrom: momentOf(input, 'updated_since'),
  }
}

const BILLABLE = ['billable', 'billed', 'paid'] as const
const NOT_BILLABLE = ['not_billable', 'undetermined'] as const

/** Entries as both surfaces show them; the names in them are one question for each kind. */
export async function showEntries(ctx: Ctx, entries: readonly Entry[]) {
  const ids = (column: 'project_id' | 'task_id') => [
    ...new Set(entries.flatMap((entry) => entry[column] ?? [])),
  ]
  const placeOf = await placesById(ctx)
  const projects = await projectsById(ctx, ids('project_id'))
  const tasks = await tasksById(ctx, ids('task_id'))
  const clientOf = (entry: Entry) => projects.get(entry.project_id ?? 0)?.client_id ?? entry.client_id
  const clients = await clientsById(ctx, [...new Set(entries.flatMap((entry) => clientOf(entry) ?? []))])
  const tags = await tagsById(ctx, [...new Set(entries.flatMap((entry) => entry.tags.map((tag) => tag.id)))])
  const memberOf = await membershipsOfPeople(ctx, entries)
  return entries.map((entry) => {
    const member = memberOf(entry)
    const clientId = clientOf(entry)
    return {
      id: uuidOf('time_entry', entry.id),
      date: isoDay(entry.started_on),
      description: asOneText(entry),
      start_time: isoTime(entry.started_at),
      end_time: isoTimeOrNull(entry.ended_at),
      duration: entry.ended_at === null ? null : durationSeconds(entry, ctx.now),
      billable: isBillable(entry.billing_status),
      manually_entered: entry.source !== 'timer',
      workspace_id: uuidOf('workspace', entry.workspace_id),
      workspace_name: placeOf(entry.workspace_id).workspace.name,
      team_member_id: uuidOrNull('team_member', member?.id ?? null),
      team_member_name: entry.user_name ?? entry.user_email,
      project_id: uuidOrNull('project', entry.project_id),
      project_name: projects.get(entry.project_id ?? 0)?.title ?? null,
      client_id: uuidOrNull('client', clientId),
      client_name: clients.get(clientId ?? 0)?.name ?? null,
      task_id: uuidOrNull('task', entry.task_id),
      task_name: tasks.get(entry.task_id ?? 0)?.name ?? null,
      tags: entry.tags.map(({ id, name }) => ({
        id: uuidOf('tag', id),
        name,
        color: tags.get(id)?.color ?? null,
      })),
      created_at: isoTime(entry.created_at),
      updated_at: isoTime(entry.updated_at),
    }
  })
}

/** The same of one. */
export async function showEntry(ctx: Ctx, entry: Entry) {
  const [shown] = await showEntries(ctx, [entry])
  return shown
}
