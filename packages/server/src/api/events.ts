import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Actor, Ctx } from '../core/context.ts'
import { EVENT_VERBS, type EventFilter, listEvents, SUBJECT_KINDS } from '../core/events.ts'
import { audienceOf } from '../core/live.ts'
import { undoOperation } from '../core/undo.ts'
import type { House } from '../http/house.ts'
import { toEvent } from './map.ts'
import { listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'
import { readOptionalInstant } from './times.ts'

/** Who makes a request, as far as that is still true. */
type Recognise = (ctx: Ctx, request: FastifyRequest) => Promise<Actor>

const EventQuery = Type.Object({
  ...listQuery,
  workspace_id: Shape.Id,
  user_id: Type.Optional(Type.Integer({ ...Shape.Id, description: 'Who did it.' })),
  subject_kind: Type.Optional(Shape.oneOf(SUBJECT_KINDS)),
  subject_id: Type.Optional(Shape.Id),
  verb: Type.Optional(Shape.oneOf(EVENT_VERBS)),
  from: Type.Optional(Shape.Instant),
  before: Type.Optional(Shape.Instant),
})

function eventFilter(query: Static<typeof EventQuery>): EventFilter {
  return {
    workspaceId: query.workspace_id,
    userId: query.user_id,
    subjectKinds: query.subject_kind && [query.subject_kind],
    subjectId: query.subject_id,
    verb: query.verb,
    from: readOptionalInstant('from', query.from),
    before: readOptionalInstant('before', query.before),
  }
}

/** What happened, as it happens, and how to take it back. */
export function eventRoutes(app: FastifyInstance, house: House, recognise: Recognise): void {
  route(app, {
    operationId: 'listEvents',
    method: 'GET',
    url: '/events',
    summary: 'What happened in a workspace, newest first',
    query: EventQuery,
    answer: Shape.listOf(Shape.Event),
    async handle(ctx, { query }) {
      const { rows, next } = await listEvents(ctx, eventFilter(query), pageFrom(query))
      return { data: rows.map(toEvent), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'streamEvents',
    method: 'GET',
    url: '/events/stream',
    summary:
      'A stream (text/event-stream) that tells when something changes; Last-Event-ID brings what was missed',
    answer: Type.String({ description: 'Server-sent events named `change`.' }),
    async handle(ctx, { request, reply }) {
      const lastId = Number(request.headers['last-event-id'])
      const audience = await audienceOf(ctx)
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',

        // What follows the end of a stream comes on a new connection, so that a server that closes need not wait.
        connection: 'close',
      })
      await house.live.follow(ctx, {
        response: reply.raw,
        audience,
        async askAgain() {
          const later = { ...ctx, now: house.clock() }
          return audienceOf({ ...later, actor: await recognise(later, request) })
        },
        lastEventId: Number.isSafeInteger(lastId) && lastId > 0 ? lastId : null,
      })
    },
  })
  route(app, {
    operationId: 'undoOperation',
    method: 'POST',
    url: '/operations/:operation_id/undo',
    summary: 'Take back what one request wrote',
    params: Type.Object({ operation_id: Type.String({ maxLength: 100 }) }),
    answer: Shape.Operation,
    async handle(ctx, { params }) {
      await undoOperation(ctx, params.operation_id)
      return { operation_id: ctx.operation.id }
    },
  })
}
