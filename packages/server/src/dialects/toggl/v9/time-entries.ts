import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { getEntry } from '../../../core/entries/read.ts'
import { deleteEntry, updateEntry } from '../../../core/entries/write.ts'
import { wholeSeconds } from '../../../core/rules/local-time.ts'
import { findTimer } from '../../../core/timer.ts'
import { workspaceAt, workspaceById } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { bodyOf, type Input, integerOf, pathId, queryFlag, queryOf, spellingOf } from '../wire.ts'
import { NO_ENTRY } from './entry-input.ts'
import { listedEntries } from './entry-list.ts'
import { toCreatedEntry, toTimeEntry, toWrittenEntry } from './entry-map.ts'
import { metaOf } from './entry-meta.ts'
import { patchEntries } from './entry-patch.ts'
import { type Changed, createFrom, updateFrom } from './entry-writing.ts'

type InWorkspace = { Params: { workspace_id: string } }
type OneEntry = { Params: { workspace_id: string; time_entry_id: string } }
type Anywhere = { Params: { time_entry_id: string } }

export function timeEntryRoutes(app: FastifyInstance): void {
  readRoutes(app)
  writeRoutes(app)
  aliasRoutes(app)
}

function readRoutes(app: FastifyInstance): void {
  app.get('/me/time_entries', { schema: { summary: 'List my time entries' } }, async (request) => {
    const entries = await listedEntries(request.ctx, queryOf(request))
    return shown(request, entries)
  })

  app.get(
    '/me/time_entries/current',
    { schema: { summary: 'Show my running time entry' } },
    async (request, reply) => current(request, reply),
  )

  app.get<Anywhere>(
    '/me/time_entries/:time_entry_id',
    { schema: { summary: 'Show a time entry' } },
    async (request) => {
      const id = pathId(request.params.time_entry_id) ?? 0
      const entry = await orNotFound(getEntry(request.ctx, id), 'Resource can not be found')
      return (await shown(request, [entry]))[0]
    },
  )
}

async function shown(request: FastifyRequest, entries: readonly Entry[]) {
  const meta = await wantedMeta(request, entries)
  return entries.map((entry) => toTimeEntry(entry, request.ctx.now, meta(entry)))
}

/** Names and colours, where the query asks for them. */
async function wantedMeta(request: FastifyRequest, entries: readonly Entry[]) {
  return queryFlag(queryOf(request), 'meta') ? metaOf(request.ctx, entries) : () => undefined
}

/** The running entry, or the word null where none runs. */
async function current(request: FastifyRequest, reply: FastifyReply) {
  const entry = await findTimer(request.ctx)
  if (!entry) return reply.type('application/json; charset=utf-8').send('null')
  return (await shown(request, [entry]))[0]
}

function writeRoutes(app: FastifyInstance): void {
  app.post<InWorkspace>(
    '/workspaces/:workspace_id/time_entries',
    { schema: { summary: 'Create or start a time entry' } },
    async (request) => created(request, (await workspaceAt(request)).workspace_id),
  )

  app.put<OneEntry>(
    '/workspaces/:workspace_id/time_entries/:time_entry_id',
    { schema: { summary: 'Update a time entry' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      return updated(request, { before: await entryAt(request, workspaceId) })
    },
  )

  app.patch<OneEntry>(
    '/workspaces/:workspace_id/time_entries/:time_entry_id/stop',
    { schema: { summary: 'Stop a time entry' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      if (pathId(request.params.time_entry_id) === undefined)
        throw refused('Invalid or missing time_entry_id')
      return stopped(request, await entryAt(request, workspaceId))
    },
  )

  app.patch<{ Params: { workspace_id: string; time_entry_ids: string } }>(
    '/workspaces/:workspace_id/time_entries/:time_entry_ids',
    { schema: { summary: 'Update many time entries' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      return patchEntries(request.ctx, workspaceId, {
        ids: request.params.time_entry_ids,
        operations: request.body,
      })
    },
  )

  app.delete<OneEntry>(
    '/workspaces/:workspace_id/time_entries/:time_entry_id',
    { schema: { summary: 'Delete a time entry' } },
    async (request, reply) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      return removed(request.ctx, await entryAt(request, workspaceId), reply)
    },
  )
}

/**
 * Paths that stand in no document and that clients use all the same; the workspace is in the body, or that of the entry.
 * A change that names another one moves the entry there, as the browser extension does where one picks its project.
 */
function aliasRoutes(app: FastifyInstance): void {
  app.post(
    '/time_entries',
    { schema: { summary: 'Create or start a time entry (alias)' } },
    async (request) => created(request, await namedWorkspace(request.ctx, bodyOf(request))),
  )

  app.post('/time_entries/start', { schema: { summary: 'Start a time entry (alias)' } }, async (request) => {
    const body = { ...bodyOf(request), duration: -1, stop: null }
    return created(request, await namedWorkspace(request.ctx, body), body)
  })

  app.get(
    '/time_entries/current',
    { schema: { summary: 'Show my running time entry (alias)' } },
    async (request, reply) => current(request, reply),
  )

  app.put<Anywhere>(
    '/time_entries/:time_entry_id',
    { schema: { summary: 'Update a time entry (alias)' } },
    async (request) => {
      const before = await entryAt(request)
      const workspaceId = await workspaceIn(request.ctx, bodyOf(request))
      return updated(request, { before, workspaceId })
    },
  )

  app.delete<Anywhere>(
    '/time_entries/:time_entry_id',
    { schema: { summary: 'Delete a time entry (alias)' } },
    async (request, reply) => removed(request.ctx, await entryAt(request), reply),
  )
}

async function namedWorkspace(ctx: Ctx, body: Input): Promise<number> {
  const id = await workspaceIn(ctx, body)
  if (id === undefined) throw refused('wid is required for time entry creation')
  return id
}

async function workspaceIn(ctx: Ctx, body: Input): Promise<number | undefined> {
  const id = integerOf(body, spellingOf(body, 'workspace_id', 'wid'))
  return id === undefined || id === null ? undefined : (await workspaceById(ctx, id)).workspace_id
}

async function created(request: FastifyRequest, workspaceId: number, body = bodyOf(request)) {
  requireCreatedWith(body)
  const { ctx } = request
  const { entry, isOpen } = await createFrom(ctx, body, workspaceId)
  const meta = await wantedMeta(request, [entry])
  return toCreatedEntry(entry, ctx.now, { isOpen, meta: meta(entry) })
}

/** The service wants to know who writes, in these very words. */
function requireCreatedWith({ created_with: client }: Input): void {
  if (typeof client === 'string' && client.trim() !== '') return
  throw refused('created_with needs to be provided an a valid string')
}

async function updated(request: FastifyRequest, changed: Changed) {
  const entry = await updateFrom(request.ctx, changed, bodyOf(request))
  const meta = await wantedMeta(request, [entry])
  return toWrittenEntry(entry, request.ctx.now, meta(entry))
}

async function stopped({ ctx }: FastifyRequest, before: Entry) {
  if (before.ended_at !== null) throw inWords('conflict', 'nothing_running', 'Time entry already stopped')
  const ended_at = Math.max(wholeSeconds(ctx.now), before.started_at)
  return toWrittenEntry(await updateEntry(ctx, { id: before.id }, { ended_at }), ctx.now)
}

async function removed(ctx: Ctx, { id }: Entry, reply: FastifyReply) {
  await deleteEntry(ctx, { id })
  return reply.send()
}

/** The entry of the path. One in another workspace than that of the path is not there. */
async function entryAt({ ctx, params }: FastifyRequest<Anywhere>, workspaceId?: number): Promise<Entry> {
  const entry = await orNotFound(getEntry(ctx, pathId(params.time_entry_id) ?? 0), NO_ENTRY)
  if (workspaceId === undefined || entry.workspace_id === workspaceId) return entry
  throw inWords('not_found', 'no_such_thing', NO_ENTRY)
}
