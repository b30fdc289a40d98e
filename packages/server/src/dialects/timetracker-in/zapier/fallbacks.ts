import type { FastifyInstance } from 'fastify'
import { membershipIn } from '../../../core/access.ts'
import { listClientsByNumber } from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import { type Entry, snapshotOf } from '../../../core/entries/entry.ts'
import { listEntries } from '../../../core/entries/read.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { listTasksByNumber } from '../../../core/task-lists.ts'
import {
  clientPayload,
  type EntryAction,
  entryPayload,
  projectPayload,
  taskPayload,
} from '../webhooks/payloads.ts'
import { SAMPLE_CLIENT, SAMPLE_PROJECT, SAMPLE_TASK, sampleEntry } from './samples.ts'

const NEWEST = { offset: 0, limit: 1, by: 'created_at', order: 'desc' } as const

/** What a hook would be told, for forms that are made before it is: of the newest thing there is, or else of a sample. */
export function fallbackRoutes(app: FastifyInstance): void {
  fallbackRoute(app, 'clients', async (ctx) => {
    const [client] = (await listClientsByNumber(ctx, {}, NEWEST)).rows
    return client ? clientPayload(client, await membershipIn(ctx, client.workspace_id)) : SAMPLE_CLIENT
  })
  fallbackRoute(app, 'projects', async (ctx) => {
    const [project] = await listProjectsByNumber(ctx, {}, NEWEST)
    return (
      (project && (await projectPayload(ctx, project, await membershipIn(ctx, project.workspace_id)))) ??
      SAMPLE_PROJECT
    )
  })
  fallbackRoute(app, 'tasks', async (ctx) => {
    const [task] = (await listTasksByNumber(ctx, {}, NEWEST)).rows
    return (task && (await taskPayload(ctx, task, await membershipIn(ctx, task.workspace_id)))) ?? SAMPLE_TASK
  })
  entryRoute(app, 'start', { action: 'start_timer', source: 'timer' })
  entryRoute(app, 'stop', { action: 'stop_timer', source: 'timer' })
  entryRoute(app, 'manual', { action: 'manual_entry', source: 'manual' })
}

function fallbackRoute(app: FastifyInstance, path: string, newest: (ctx: Ctx) => Promise<object>): void {
  app.get(
    `/triggers/${path}/fallback`,
    { schema: { summary: `A sample of what hooks of ${path} are told` } },
    async ({ ctx }) => [await newest(ctx)],
  )
}

type Kind = { action: EntryAction; source: Entry['source'] }

function entryRoute(app: FastifyInstance, path: string, { action, source }: Kind): void {
  fallbackRoute(app, `time-entries/${path}`, async (ctx) => {
    const isRunning = action === 'start_timer' ? undefined : false
    const filter = { whose: 'mine', sources: [source], isRunning } as const
    const [entry] = (await listEntries(ctx, filter, { limit: 1, cursor: null })).rows
    if (!entry) return sampleEntry(action)
    const place = await membershipIn(ctx, entry.workspace_id)
    return entryPayload(ctx, snapshotOf(entry), { place, action })
  })
}
