import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { getEntry, getEntryOrTombstone } from '../../../core/entries/read.ts'
import { deleteEntry, updateEntries, updateEntry } from '../../../core/entries/write.ts'
import { wholeSeconds } from '../../../core/rules/local-time.ts'
import { findTimer } from '../../../core/timer.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { unixSeconds } from '../values.ts'
import { entryFieldsOf, NO_ENTRY, ownerOf } from '../v9/entry-input.ts'
import { createFrom, updateFrom } from '../v9/entry-writing.ts'
import { type Input, pathId, pathIds, queryOf } from '../wire.ts'
import { listedEntries } from './entry-list.ts'
import { toEntry, toWrittenEntry } from './entry-map.ts'
import { blank, data, dataOfAll, sendJson, sendList, wrapped } from './envelope.ts'
import { defaultWorkspace, entryWorkspace } from './place.ts'

type OneEntry = { Params: { time_entry_id: string } }

export function timeEntryRoutes(app: FastifyInstance): void {
  makeRoutes(app)
  readRoutes(app)
  changeRoutes(app)
}

function makeRoutes(app: FastifyInstance): void {
  app.post('/time_entries', { schema: { summary: 'Create a time entry' } }, async (request) => {
    const { ctx } = request
    const input = entryOf(request)
    requireWhole(input)
    const workspaceId = await entryWorkspace(ctx, input)
    if (workspaceId === undefined) throw refused('wid is required for time entry creation')
    const { entry } = await createFrom(ctx, input, workspaceId)
    return data(toWrittenEntry(entry, ctx.now, input))
  })

  app.post('/time_entries/start', { schema: { summary: 'Start a time entry' } }, async (request) => {
    const { ctx } = request
    const input = entryOf(request)
    const workspaceId = (await entryWorkspace(ctx, input)) ?? (await defaultWorkspace(ctx))
    const { start: _, stop: __, ...said } = input
    const now = { ...said, duration: -unixSeconds(ctx.now) }
    const { entry } = await createFrom(ctx, now, workspaceId)
    return data(toWrittenEntry(entry, ctx.now, {}))
  })
}

/** What the body says of an entry. The documents write no tags as one without a name. */
function entryOf(request: FastifyRequest): Input {
  const input = wrapped(request, 'time_entry')
  const { tags } = input
  return Array.isArray(tags) ? { ...input, tags: tags.filter((name) => name !== '') } : input
}

/** A timer may be started without a word; what is written down is to be whole, and to say who writes it. */
function requireWhole(input: Input): void {
  const isMissing = (field: string) => [undefined, null, ''].some((nothing) => input[field] === nothing)
  if (isMissing('start')) throw blank('Start')
  if (isMissing('duration') && isMissing('stop')) throw blank('Duration')
  const client = input['created_with']
  if (typeof client === 'string' && client.trim() !== '') return
  throw refused('created_with needs to be provided an a valid string')
}

function readRoutes(app: FastifyInstance): void {
  app.get('/time_entries', { schema: { summary: 'List time entries' } }, async (request, reply) => {
    const { ctx } = request
    const entries = await listedEntries(ctx, queryOf(request))
    if (typeof entries === 'string') return badDate(reply, entries)
    return sendList(
      reply,
      entries.map((entry) => toEntry(entry, ctx.now)),
    )
  })

  app.get(
    '/time_entries/current',
    { schema: { summary: 'Show the running time entry' } },
    async ({ ctx }) => {
      const entry = await findTimer(ctx)
      return entry ? data(toEntry(entry, ctx.now)) : { data: null }
    },
  )

  app.get<OneEntry>(
    '/time_entries/:time_entry_id',
    { schema: { summary: 'Show a time entry, deleted or not' } },
    async ({ ctx, params }) => {
      const id = pathId(params.time_entry_id) ?? 0
      return data(toEntry(await orNotFound(getEntryOrTombstone(ctx, id), NO_ENTRY), ctx.now))
    },
  )
}

/** The one refusal of this version that is neither JSON nor a 404. */
function badDate(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(400).type('text/plain; charset=utf-8').send(`${message}\n`)
}

function changeRoutes(app: FastifyInstance): void {
  app.put<OneEntry>(
    '/time_entries/:time_entry_id/stop',
    { schema: { summary: 'Stop a time entry' } },
    async (request) => {
      const { ctx } = request
      const before = await entryAt(request)
      if (before.ended_at !== null) throw inWords('conflict', 'nothing_running', 'Time entry already stopped')
      const ended_at = Math.max(wholeSeconds(ctx.now), before.started_at)
      return data(toWrittenEntry(await updateEntry(ctx, { id: before.id }, { ended_at }), ctx.now, {}))
    },
  )

  app.put<OneEntry>(
    '/time_entries/:time_entry_id',
    { schema: { summary: 'Update a time entry, or the tags of several' } },
    async (request) => {
      const { ctx, params } = request
      const input = entryOf(request)
      if (params.time_entry_id.includes(',')) {
        const entries = await retag(ctx, pathIds(params.time_entry_id, NO_ENTRY), input)
        return dataOfAll(
          entries.map((entry) => toWrittenEntry(entry, ctx.now, {})),
          true,
        )
      }
      const before = await entryAt(request)
      const workspaceId = await entryWorkspace(ctx, input)
      const updated = await updateFrom(ctx, { before, workspaceId }, input)
      return data(toWrittenEntry(updated, ctx.now, input))
    },
  )

  app.delete<OneEntry>(
    '/time_entries/:time_entry_id',
    { schema: { summary: 'Delete a time entry' } },
    async (request, reply) => {
      const { id } = await entryAt(request)
      await deleteEntry(request.ctx, { id })
      return sendJson(reply, [id])
    },
  )
}

/** Several entries at once get, keep or lose tags and nothing else. */
async function retag(ctx: Ctx, ids: readonly number[], input: Input): Promise<Entry[]> {
  const said = { tags: input['tags'], tag_action: input['tag_action'] }
  const { tags, tag_change } = await entryFieldsOf(ctx, said, { workspaceId: 0 })
  if (!tags) throw blank('tags')
  return orNotFound(updateEntries(ctx, { ids, owner: ownerOf(input) }, { tags, tag_change }), NO_ENTRY)
}

function entryAt({ ctx, params }: FastifyRequest<OneEntry>): Promise<Entry> {
  return orNotFound(getEntry(ctx, pathId(params.time_entry_id) ?? 0), NO_ENTRY)
}
