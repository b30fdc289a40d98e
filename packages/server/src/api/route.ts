import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Ctx } from '../core/context.ts'
import { invalid } from '../core/errors.ts'
import { answerOnce } from '../core/idempotency.ts'
import type { Page } from '../core/page.ts'

/** What one call takes. */
type Call<P extends TSchema, Q extends TSchema, B extends TSchema> = {
  params: Static<P>
  query: Static<Q>
  body: Static<B>
  /** The version of `If-Match`. */
  version: number | undefined
  request: FastifyRequest
  reply: FastifyReply
}

type Route<P extends TSchema, Q extends TSchema, B extends TSchema> = {
  method: HTTPMethods
  url: string
  summary: string
  params?: P
  query?: Q
  body?: B
  /** The answer of the good case; none for 204. */
  answer?: TSchema
  status?: 200 | 201 | 202 | 204
  isPublic?: boolean
  isPasswordDoor?: boolean
  handle(ctx: Ctx, call: Call<P, Q, B>): Promise<unknown>
}

const None = Type.Object({})

/**
 * Adds a route of our own API. What `handle` gives is the answer; a write with an `Idempotency-Key` is done once, and
 * told again to whoever repeats it.
 */
export function route<
  P extends TSchema = typeof None,
  Q extends TSchema = typeof None,
  B extends TSchema = typeof None,
>(app: FastifyInstance, options: Route<P, Q, B>): void {
  const { method, url, summary, params, query, body, answer, isPublic, isPasswordDoor } = options
  const status = options.status ?? (answer ? 200 : 204)
  app.route({
    method,
    url,
    config: { isPublic, isPasswordDoor },
    schema: {
      summary,
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { [status]: answer ?? Type.Null() },
    },
    async handler(request, reply) {
      const call = {
        // Fastify has checked all three against these very schemas.
        params: request.params as Static<P>,
        query: request.query as Static<Q>,
        body: (request.body ?? {}) as Static<B>,
        version: ifMatch(request),
        request,
        reply,
      }
      const key = request.headers['idempotency-key']
      if (method === 'GET' || isPublic || typeof key !== 'string') {
        return send(reply, status, await options.handle(request.ctx, call))
      }
      const once = { key, request: { method, url: request.url, body: request.body }, status }
      const { answer: stored, isReplay } = await answerOnce(request.ctx, once, (ctx) =>
        options.handle(ctx, call),
      )
      if (isReplay) reply.header('idempotent-replayed', 'true')
      return send(reply, status, stored)
    },
  })
}

function send(reply: FastifyReply, status: number, answer: unknown): FastifyReply {
  if (reply.sent) return reply
  if (status === 204) return reply.code(204).send()
  if (hasVersion(answer)) reply.header('etag', `"${answer.version}"`)
  return reply.code(status).send(answer)
}

function hasVersion(answer: unknown): answer is { version: number } {
  return (
    typeof answer === 'object' && answer !== null && 'version' in answer && typeof answer.version === 'number'
  )
}

function ifMatch(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())?.[1]
  if (version === undefined) throw invalid('if-match', 'Send the version you have read, such as "3".')
  return Number(version)
}

/** The query of a list: which workspace, where to go on, and how many at most. */
export const listQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
}

export function pageFrom(query: { cursor?: string; limit?: number }): Page {
  return { cursor: query.cursor ?? null, limit: query.limit ?? 50 }
}

export const IdParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
