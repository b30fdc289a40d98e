import type { Ctx } from '../../../core/context.ts'
import type { EventRow } from '../../../core/events.ts'
import { findProject } from '../../../core/projects/read.ts'
import type { HookMessage, WireHooks } from '../../../core/webhooks/message.ts'
import { signatureOf } from '../../../core/webhooks/signature.ts'
import type { Webhook } from '../../../core/webhooks/webhook.ts'
import { exactTime } from '../values.ts'
import { filterOf } from './filters.ts'
import { payloadOf } from './payloads.ts'

/** What subscriptions are told, in the words of Webhooks v1 (https://engineering.toggl.com/docs/webhooks_start). */
export function togglHooks(baseUrl: string): WireHooks {
  return {
    async render(ctx, message) {
      const body = JSON.stringify(
        message.event ? await eventMessage(ctx, message, message.event) : pingMessage(ctx, message, baseUrl),
      )
      return { body, headers: { 'x-webhook-signature-256': signatureOf(body, message.secret) } }
    },
  }
}

/** A ping, with the code by which the receiver can show that it expects us, for as long as it has not. */
export function pingMessage(ctx: Ctx, { webhook }: Pick<HookMessage, 'webhook'>, baseUrl: string) {
  const { id, workspace_id: workspaceId, validated_at, validation_code: code } = webhook
  return {
    event_id: 0,
    created_at: exactTime(ctx.now),
    creator_id: webhook.user_id,
    metadata: { request_type: 'POST', event_user_id: webhook.user_id },
    payload: 'ping',
    subscription_id: id,
    timestamp: exactTime(ctx.now),
    url_callback: webhook.url,
    ...(validated_at !== null || code === null
      ? {}
      : {
          validation_code: code,
          validation_code_url: `${baseUrl}/toggl/webhooks/api/v1/validate/${workspaceId}/${id}/${code}`,
        }),
  }
}

/** What happened, with the thing as it then was. */
async function eventMessage(ctx: Ctx, { webhook }: { webhook: Webhook }, event: EventRow) {
  return {
    event_id: event.id,
    created_at: exactTime(event.at),
    creator_id: event.user_id,
    metadata: { ...metadataOf(event), ...(await projectOf(ctx, event)) },
    payload: await payloadOf(ctx, event),
    subscription_id: webhook.id,
    timestamp: exactTime(ctx.now),
    url_callback: webhook.url,
  }
}

/** On which project the thing is, and whether that is private. */
async function projectOf(ctx: Ctx, event: EventRow): Promise<Record<string, string>> {
  // An event holds the row it is about, of which entries and tasks have a project.
  const row = JSON.parse(event.after ?? event.before ?? '{}') as { project_id?: number | null }
  const id = event.subject_kind === 'project' ? event.subject_id : row.project_id
  const project = id ? await findProject(ctx, id) : undefined
  return project === undefined
    ? {}
    : { project_id: String(project.id), project_is_private: String(project.is_private === 1) }
}

const REQUEST = { created: 'POST', updated: 'PUT', deleted: 'DELETE' } as const

/** Where each kind of thing is on v9, and the name of its id. */
const PLACES: Readonly<Record<string, { path: string; id: string }>> = {
  client: { path: 'clients', id: 'client_id' },
  project: { path: 'projects', id: 'project_id' },
  tag: { path: 'tags', id: 'tag_id' },
  task: { path: 'tasks', id: 'task_id' },
  time_entry: { path: 'time_entries', id: 'time_entry_id' },
  workspace_user: { path: 'workspace_users', id: 'workspace_user_id' },
}

/** Every value is a text, as the service has it. */
function metadataOf(event: EventRow): Record<string, string> {
  const { entity, action } = filterOf(event.kind) ?? {
    entity: event.subject_kind,
    action: 'updated' as const,
  }
  const place = PLACES[entity]
  const below =
    place === undefined ? '' : `/${place.path}${action === 'created' ? '' : `/${event.subject_id}`}`
  return {
    action,
    event_user_id: String(event.user_id ?? ''),
    model: entity,
    path: `/api/v9/workspaces/${event.workspace_id}${below}`,
    request_type: REQUEST[action],
    workspace_id: String(event.workspace_id),
    ...(place === undefined ? {} : { [place.id]: String(event.subject_id) }),
    ...(event.subject_user_id === null ? {} : { model_owner_id: String(event.subject_user_id) }),
  }
}
