import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ctx } from '../../core/context.ts'
import { getEntry } from '../../core/entries/read.ts'
import { createEntry, deleteEntry, updateEntry } from '../../core/entries/write.ts'
import { notFound } from '../../core/errors.ts'
import { changedTimes, requiredTimes } from './dates.ts'
import { fieldsOf, overlapOf } from './entry-input.ts'
import { shownEntries } from './entry-list.ts'
import { toEntry } from './map.ts'
import { idOf, otherUserOf } from './lookup.ts'
import { booleanOf, type Call, readCall } from './wire.ts'

type IdParams = { Params: { time_entry_id: string } }

export function timeEntryRoutes(app: FastifyInstance): void {
  app.post('/time-entries', { schema: { summary: 'Create a time entry' } }, async (request, reply) => {
    const call = readCall(request)
    const { ctx, input } = call
    const entry = await createEntry(ctx, {
      ...(await requiredTimes(call)),
      ...(await fieldsOf(ctx, input)),
      overlap: overlapOf(input),
    })
    return reply.code(201).send({ data: toEntry(entry, ctx.now) })
  })

  app.get<IdParams>(
    '/time-entries/:time_entry_id',
    { schema: { summary: 'Show a time entry' } },
    async (request) => {
      const call = readCall(request)
      const { id } = await targetOf(call, request)
      const [data] = await shownEntries(call, [await getEntry(call.ctx, id)])
      return { data }
    },
  )

  app.route<IdParams>({
    method: ['PUT', 'PATCH'],
    url: '/time-entries/:time_entry_id',
    schema: { summary: 'Update a time entry' },
    async handler(request) {
      const sent = readCall(request)
      const target = await targetOf(sent, request)
      const call = await withoutEcho(sent, target.id)
      const { ctx, input } = call
      const changes = {
        ...(await changedTimes(call)),
        ...(await fieldsOf(ctx, input)),
        overlap: overlapOf(input),
      }
      return { data: toEntry(await updateEntry(ctx, target, changes), ctx.now) }
    },
  })

  app.delete<IdParams>(
    '/time-entries/:time_entry_id',
    { schema: { summary: 'Delete a time entry' } },
    async (request, reply) => {
      const call = readCall(request)
      await deleteEntry(call.ctx, await targetOf(call, request))
      return reply.code(204).send()
    },
  )
}

/** The entry of the path, with its owner where the caller names one, who has to be the true one. */
async function targetOf({ ctx, input }: Call, { params }: FastifyRequest<IdParams>) {
  const id = idOf(params.time_entry_id, 'time-entries')
  if (id === undefined) throw notFound('time entry')
  const owner = otherUserOf(input)
  if (owner !== undefined) await requireOwner(ctx, id, owner)
  return { id, owner }
}

/** An `other_user_id` that is not the owner's names an entry that does not exist. */
async function requireOwner(ctx: Ctx, entryId: number, ownerId: number): Promise<void> {
  const entry = await getEntry(ctx, entryId)
  if (entry.user_id !== ownerId) throw notFound('time entry')
}

/**
 * The call without what a client merely repeats that sends back the whole entry it has read: the present as the end of
 * a running timer, which must not stop it, and `undetermined`, which cannot be set.
 */
async function withoutEcho(call: Call, id: number): Promise<Call> {
  const { ctx, input } = call
  const saysRunning = booleanOf(input, 'is_running') === true
  const saysUndetermined = input['billing_status'] === 'undetermined'
  if (!saysRunning && !saysUndetermined) return call
  const entry = await getEntry(ctx, id)
  const repeated = new Set([
    ...(saysRunning && entry.ended_at === null ? ['end_date'] : []),
    ...(saysUndetermined && entry.billing_status === null ? ['billing_status'] : []),
  ])
  const kept = Object.entries(input).filter(([name]) => !repeated.has(name))
  return { ...call, input: Object.fromEntries(kept) }
}
