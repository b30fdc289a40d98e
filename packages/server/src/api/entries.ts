import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Ctx } from '../core/context.ts'
import type { EntryFilter } from '../core/entries/filter.ts'
import { getEntry, listEntries } from '../core/entries/read.ts'
import { createEntry, deleteEntries, deleteEntry, updateEntries, updateEntry } from '../core/entries/write.ts'
import { filterFrom, filterOf, rangeOf } from '../core/reports/definition.ts'
import { toEntry } from './map.ts'
import { filterFields } from './report-schemas.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'
import { readInstant, readOptionalInstant } from './times.ts'

const Query = Type.Object({
  ...listQuery,
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'How many rows at most.' }),
  ),
  ...filterFields,
  attribute: Type.Optional(
    Shape.oneOf(['overlap', 'start'], {
      description: 'Entries with time in the range, or those that start in it.',
    }),
  ),
})

const OwnerQuery = Type.Object({
  user_id: Type.Optional({
    ...Shape.Id,
    description: 'The owner, where the entry belongs to somebody else.',
  }),
})

export function entryRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listEntries',
    method: 'GET',
    url: '/entries',
    summary: 'List entries, newest first',
    query: Query,
    answer: Shape.listOf(Shape.Entry),
    async handle(ctx, { query }) {
      const { rows, next } = await listEntries(ctx, await listFilter(ctx, query), pageFrom(query))
      return { data: rows.map((entry) => toEntry(entry, ctx.now)), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createEntry',
    method: 'POST',
    url: '/entries',
    summary: 'Write down time',
    body: Shape.NewEntry,
    answer: Shape.Entry,
    status: 201,
    async handle(ctx, { body }) {
      const entry = await createEntry(ctx, {
        ...body,
        started_at: readInstant('started_at', body.started_at),
        ended_at: readInstant('ended_at', body.ended_at),
      })
      return toEntry(entry, ctx.now)
    },
  })
  route(app, {
    operationId: 'updateEntries',
    method: 'PATCH',
    url: '/entries',
    summary: 'Change many entries alike, all or none',
    body: Shape.BulkEntryChanges,
    answer: Shape.Entries,
    async handle(ctx, { body }) {
      const owner = body.for_others ? ('anybody' as const) : undefined
      const entries = await updateEntries(ctx, { ids: body.ids, owner }, body.changes)
      return { data: entries.map((entry) => toEntry(entry, ctx.now)) }
    },
  })
  route(app, {
    operationId: 'deleteEntries',
    method: 'DELETE',
    url: '/entries',
    summary: 'Delete many entries, all or none',
    query: Type.Object({
      ids: Type.Array(Shape.Id, { minItems: 1, maxItems: 1000 }),
      for_others: Type.Optional(Type.Boolean({ description: 'Also entries that belong to somebody else.' })),
    }),
    handle: (ctx, { query }) =>
      deleteEntries(ctx, { ids: query.ids, owner: query.for_others ? 'anybody' : undefined }),
  })
  route(app, {
    operationId: 'getEntry',
    method: 'GET',
    url: '/entries/:id',
    summary: 'Show an entry',
    params: IdParams,
    answer: Shape.Entry,
    handle: async (ctx, { params }) => toEntry(await getEntry(ctx, params.id), ctx.now),
  })
  route(app, {
    operationId: 'updateEntry',
    method: 'PATCH',
    url: '/entries/:id',
    summary: 'Change an entry; ending the running one stops the timer',
    takesVersion: true,
    params: IdParams,
    body: Shape.EntryChanges,
    answer: Shape.Entry,
    async handle(ctx, { params, body, version }) {
      const { user_id: owner, started_at, ended_at, ...fields } = body
      const entry = await updateEntry(
        ctx,
        { id: params.id, owner: owner ?? undefined, version },
        {
          ...fields,
          started_at: readOptionalInstant('started_at', started_at),
          ended_at: ended_at === null ? null : readOptionalInstant('ended_at', ended_at),
        },
      )
      return toEntry(entry, ctx.now)
    },
  })
  route(app, {
    operationId: 'deleteEntry',
    method: 'DELETE',
    url: '/entries/:id',
    summary: 'Delete an entry; undo brings it back',
    takesVersion: true,
    params: IdParams,
    query: OwnerQuery,
    handle: (ctx, { params, query, version }) =>
      deleteEntry(ctx, { id: params.id, owner: query.user_id, version }),
  })
}

/** A list asks for those with time in its range, unless it says that they have to start in it. */
async function listFilter(ctx: Ctx, query: Static<typeof Query>): Promise<EntryFilter> {
  const hasRange = (query.range ?? query.from ?? query.to) !== undefined
  const { from, to } = hasRange ? await rangeOf(ctx, query) : { from: null, to: null }
  const attribution = query.attribute === 'start' ? ('start' as const) : ('split' as const)
  return filterOf({ filter: filterFrom(ctx, query), from, to, attribution })
}
