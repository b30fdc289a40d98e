import { membershipsOf } from '../../../core/access.ts'
import type { Client } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import type { EventRow } from '../../../core/events.ts'
import type { ProjectRow } from '../../../core/projects/read.ts'
import type { Task } from '../../../core/tasks.ts'
import type { WireHooks } from '../../../core/webhooks/message.ts'
import { signatureOf } from '../../../core/webhooks/signature.ts'
import { uuidOf } from '../ids.ts'
import { isoTime } from '../values.ts'
import { hookEventOf } from './events.ts'
import {
  clientPayload,
  type EntryAction,
  entryPayload,
  projectPayload,
  type TaggedEntry,
  taskPayload,
} from './payloads.ts'

/** What hooks are told: the thing itself, one for each message; what it is about stands in the headers. */
export const timeTrackerInHooks: WireHooks = {
  async render(ctx, { event, secret, deliveryId }) {
    const name = event ? hookEventOf(event) : 'PING'
    const told = event && name ? await payloadOf(ctx, event) : { action: 'ping', sentAt: isoTime(ctx.now) }
    if (name === undefined || told === null) return null
    const body = JSON.stringify(told)
    return {
      body,
      headers: {
        'user-agent': 'Timetracker-Webhooks/1.0',
        'x-timetracker-event': name,
        'x-timetracker-delivery': uuidOf('delivery', deliveryId),
        'x-timetracker-signature': signatureOf(body, secret),
      },
    }
  },
  // As Zapier has it of hooks that nobody listens to any more.
  removesGone: true,
}

/** The thing as it was right after the event; null where its project is gone by now, or who is told. */
async function payloadOf(ctx: Ctx, event: EventRow): Promise<object | null> {
  const place = (await membershipsOf(ctx)).find((each) => each.workspace_id === event.workspace_id)
  if (!place) return null
  // An event holds the row of the kind it is about, as the verb that wrote it had it.
  const row: unknown = JSON.parse(event.after ?? event.before ?? 'null')
  switch (event.subject_kind) {
    case 'client':
      return clientPayload(row as Client, place)
    case 'project':
      return projectPayload(ctx, row as ProjectRow, place)
    case 'task':
      return taskPayload(ctx, row as Task, place)
    default:
      return entryPayload(ctx, row as TaggedEntry, { place, action: ACTIONS[event.kind] ?? 'manual_entry' })
  }
}

const ACTIONS: Readonly<Record<string, EntryAction>> = {
  'entry.started': 'start_timer',
  'entry.stopped': 'stop_timer',
  'entry.deleted': 'delete_entry',
}
