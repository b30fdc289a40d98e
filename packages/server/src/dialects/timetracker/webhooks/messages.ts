import { clientsById } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import type { EventRow } from '../../../core/events.ts'
import { peopleById } from '../../../core/people.ts'
import { projectsById } from '../../../core/projects/read.ts'
import { durationSeconds } from '../../../core/rules/duration.ts'
import { tasksById } from '../../../core/tasks.ts'
import type { WireHooks } from '../../../core/webhooks/message.ts'
import { signatureOf } from '../../../core/webhooks/signature.ts'
import { clockOf, hoursOf, utcTime } from '../times.ts'
import { settingsOf } from './settings.ts'
import { typesOf, typeToldTo } from './events.ts'

/** What its webhooks are told: an activity, with the person and the thing it is about. */
export const timeTrackerHooks: WireHooks = {
  async render(ctx, { webhook, secret, event }) {
    const { types, method, headers } = settingsOf(webhook)
    const type = event ? typeToldTo(types, typesOf(event)) : 'webhook.test'
    if (type === undefined) return null
    const body = JSON.stringify(event ? await activityOf(ctx, type, event) : pingOf(ctx))
    return {
      body,
      method,
      headers: {
        'user-agent': 'TimeTracker-Webhook/1.0',
        'x-webhook-event': type,
        'x-webhook-id': String(webhook.id),
        ...lowered(headers),
        'x-webhook-signature': signatureOf(body, secret),
      },
    }
  },
}

/** So that a header of one's own takes the place of ours, however it is written. */
function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function pingOf(ctx: Ctx) {
  return {
    event_type: 'webhook.test',
    timestamp: utcTime(ctx.now),
    user: null,
    entity: null,
    action: 'test',
    description: 'Test of the webhook',
  }
}

type Row = Readonly<Record<string, unknown>>

async function activityOf(ctx: Ctx, type: string, event: EventRow) {
  const [entity = '', action = ''] = type.split('.')
  // An event holds the row it is about, as `emit` wrote it.
  const row = JSON.parse(event.after ?? event.before ?? '{}') as Row
  const people = await peopleById(ctx, [event.user_id ?? 0, Number(row['user_id'] ?? 0)])
  const person = people.get(event.user_id ?? 0)
  const told =
    entity === 'time_entry' ? await entryToldOf(ctx, row) : { name: nameOf(row, people), data: undefined }
  return {
    event_type: type,
    timestamp: utcTime(event.at),
    user: person
      ? { id: person.id, username: person.email, display_name: person.name ?? person.email }
      : null,
    entity: { type: entity, id: event.subject_id, name: told.name },
    action,
    description: `${WORDS[action] ?? 'Updated'} ${entity.replaceAll('_', ' ')}${told.name ? ` "${told.name}"` : ''}`,
    ...(told.data ? { data: told.data } : {}),
  }
}

const WORDS: Readonly<Record<string, string>> = {
  created: 'Created',
  deleted: 'Deleted',
  started: 'Started',
  stopped: 'Stopped',
  archived: 'Archived',
  unarchived: 'Unarchived',
  completed: 'Completed',
  assigned: 'Assigned',
}

/** A member has no name of its own, but that of the person. */
function nameOf(
  row: Row,
  people: ReadonlyMap<number, { email: string; name: string | null }>,
): string | null {
  const name = row['name'] ?? row['title']
  if (typeof name === 'string') return name
  const person = people.get(Number(row['user_id'] ?? 0))
  return person ? (person.name ?? person.email) : null
}

/** Time is told by what it was for and how long it took. */
async function entryToldOf(ctx: Ctx, row: Row) {
  const id = (name: string) => Number(row[name] ?? 0)
  const project = (await projectsById(ctx, [id('project_id')])).get(id('project_id'))
  const clientId = project?.client_id ?? id('client_id')
  const client = (await clientsById(ctx, [clientId])).get(clientId)
  const task = (await tasksById(ctx, [id('task_id')])).get(id('task_id'))
  const seconds = secondsOf(row, ctx.now)
  const name = [project?.title ?? client?.name ?? null, task?.name].filter(Boolean).join(' - ')
  return {
    name: name === '' ? null : name,
    data: {
      project_name: project?.title ?? null,
      client_name: client?.name ?? null,
      task_name: task?.name ?? null,
      duration_formatted: clockOf(seconds),
      duration_hours: hoursOf(seconds),
      target_user_id: id('user_id'),
    },
  }
}

function secondsOf(row: Row, now: number): number {
  const moment = (name: string) => (typeof row[name] === 'number' ? row[name] : null)
  const span = {
    started_at: moment('started_at') ?? now,
    ended_at: moment('ended_at'),
    paused_at: moment('paused_at'),
    break_seconds: moment('break_seconds') ?? 0,
  }
  return durationSeconds(span, now)
}
