import type { Membership } from '../../../core/access.ts'
import { type Client, clientsById } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import type { EntryRow } from '../../../core/entries/entry.ts'
import { membershipsOfPeople } from '../../../core/members.ts'
import { type ProjectRow, projectsById } from '../../../core/projects/read.ts'
import { hourlyRates } from '../../../core/rate-changes.ts'
import { isBillable } from '../../../core/rules/billing-status.ts'
import { durationSeconds } from '../../../core/rules/duration.ts'
import { asOneText } from '../../../core/rules/one-text.ts'
import { tagsById } from '../../../core/tags.ts'
import { type Task, tasksById } from '../../../core/tasks.ts'
import { trackedSeconds } from '../../../core/tracked.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { statusOf as clientStatusOf } from '../clients.ts'
import { uuidOf } from '../ids.ts'
import { budgetOf, isBilledByDefault, statusOf as projectStatusOf } from '../projects.ts'
import { priorityOf, statusOf as taskStatusOf } from '../tasks.ts'
import { membersWithRates } from '../team-members.ts'
import { hoursOf, hoursOrNull, isoDay, isoDayOrNull, isoTime } from '../values.ts'
import { toNamed } from '../workspaces.ts'

/**
 * What hooks are told, and what samples show: one thing for each message, in camelCase. Null where its project is none that
 * the reader can see, which a hook is then not told of.
 */

export function clientPayload(client: Client, place: Membership) {
  return {
    id: uuidOf('client', client.id),
    name: client.name,
    email: client.email,
    phone: client.phone,
    address: client.address,
    status: clientStatusOf(client),
    type: client.type,
    workspace: toNamed(place),
    ...timesOf(client),
  }
}

export async function projectPayload(ctx: Ctx, project: ProjectRow, place: Membership) {
  const current = (await projectsById(ctx, [project.id])).get(project.id)
  if (!current) return null
  const rate = (await hourlyRates(ctx, [place], { level: 'project', ids: [project.id] })).get(project.id)
  return {
    id: uuidOf('project', project.id),
    name: project.title,
    description: project.notes,
    status: projectStatusOf(project),
    workspace: toNamed(place),
    client: await clientIn(ctx, project.client_id),
    defaultBillable: isBilledByDefault(project, place),
    defaultBillableRate: rate ? majorUnits(rate.amount, rate.currency) : null,
    estimatedHours: hoursOrNull(project.estimate_seconds),
    // Like the rate, it is set by a change of its own, right after the project is there.
    estimatedBudget: budgetOf(ctx, current, place),
    isPrivate: project.is_private === 1,
    ...timesOf(project),
  }
}

export async function taskPayload(ctx: Ctx, task: Task, place: Membership) {
  const project = (await projectsById(ctx, [task.project_id])).get(task.project_id)
  if (!project) return null
  const people = task.assignee_ids.map((user_id) => ({ workspace_id: task.workspace_id, user_id }))
  const memberOf = await membershipsOfPeople(ctx, people)
  const members = await membersWithRates(
    ctx,
    place,
    people.flatMap((person) => memberOf(person) ?? []),
  )
  return {
    id: uuidOf('task', task.id),
    name: task.name,
    description: task.description,
    project: { id: uuidOf('project', project.id), name: project.title },
    client: await clientIn(ctx, project.client_id),
    workspace: toNamed(place),
    teamMembers: members.map(({ fields, rate }) => ({ ...fields, billableRate: rate })),
    status: taskStatusOf(task),
    priority: priorityOf(task),
    estimatedHours: hoursOrNull(task.estimate_seconds),
    actualHours: hoursOf((await trackedSeconds(ctx, 'task_id', [task.id])).get(task.id) ?? 0),
    dueDate: isoDayOrNull(task.due_on),
    ...timesOf(task),
  }
}

export type EntryAction = 'start_timer' | 'stop_timer' | 'manual_entry' | 'delete_entry'

/** An entry with the ids of its tags, as events keep it. */
export type TaggedEntry = EntryRow & { tag_ids: readonly number[] }

export async function entryPayload(
  ctx: Ctx,
  entry: TaggedEntry,
  { place, action }: { place: Membership; action: EntryAction },
) {
  const project = (await projectsById(ctx, [entry.project_id ?? 0])).get(entry.project_id ?? 0)
  const task = (await tasksById(ctx, [entry.task_id ?? 0])).get(entry.task_id ?? 0)
  const member = (await membershipsOfPeople(ctx, [entry]))(entry)
  const tags = await tagsById(ctx, entry.tag_ids)
  const isOver = action !== 'start_timer' && entry.ended_at !== null
  return {
    id: uuidOf('time_entry', entry.id),
    description: asOneText(entry),
    date: isoDay(entry.started_on),
    startTime: isoTime(entry.started_at),
    ...(action === 'start_timer'
      ? {}
      : {
          endTime: isOver ? isoTime(entry.ended_at ?? 0) : null,
          duration: isOver ? durationSeconds(entry, ctx.now) : null,
        }),
    billable: isBillable(entry.billing_status),
    action,
    workspace: toNamed(place),
    teamMember: member ? { id: uuidOf('team_member', member.id), name: member.name ?? member.email } : null,
    project: project ? { id: uuidOf('project', project.id), name: project.title } : null,
    task: task ? { id: uuidOf('task', task.id), name: task.name } : null,
    tags: entry.tag_ids.flatMap((id) => {
      const tag = tags.get(id)
      return tag ? [{ id: uuidOf('tag', id), name: tag.name }] : []
    }),
    ...timesOf(entry),
  }
}

async function clientIn(ctx: Ctx, id: number | null) {
  const client = (await clientsById(ctx, id === null ? [] : [id])).get(id ?? 0)
  if (!client) return null
  const { name, email, phone, type } = client
  return { id: uuidOf('client', client.id), name, email, phone, status: clientStatusOf(client), type }
}

function timesOf({ created_at, updated_at }: { created_at: number; updated_at: number }) {
  return { createdAt: isoTime(created_at), updatedAt: isoTime(updated_at) }
}
