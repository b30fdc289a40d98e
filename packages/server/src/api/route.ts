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
  /** What the call is named in the OpenAPI document. */
  operationId: string
  method: HTTPMethods
  url: string
  summary: string
  params?: P
  query?: Q
  body?: B
  /** The answer of the good case; none for 204, and for 302, where `handle` gives the address to go to. */
  answer?: TSchema
  status?: 200 | 201 | 202 | 204 | 302
  /** The type of the answer where it is not JSON. */
  answerType?: string
  /** Writes only what the caller has read, where `If-Match` says which version that was. */
  takesVersion?: boolean
  isPublic?: boolean
  isPasswordDoor?: boolean
  handle(ctx: Ctx, call: Call<P, Q, B>): Promise<unknown>
}

const None = Type.Object({})

const IdempotencyKey = Type.String({
  minLength: 1,
  maxLength: 255,
  description:
    'Any text of your own. A repetition under it within a day gets the first answer again and does nothing.',
})
const IfMatch = Type.String({
  description:
    'The version you have read. Where the row has changed since, the answer is 409 and nothing is written.',
  examples: ['"3"'],
})

/**
 * Adds a route of our own API. What `handle` gives is the answer; a write with an `Idempotency-Key` is done once, and
 * told again to whoever repeats it.
 */
export function route<
  P extends TSchema = typeof None,
  Q extends TSchema = typeof None,
  B extends TSchema = typeof None,
>(app: FastifyInstance, options: Route<P, Q, B>): void {
  const { operationId, method, url, summary, params, query, body, answer, isPublic, isPasswordDoor } = options
  const status = options.status ?? (answer ? 200 : 204)
  const isRepeatable = method !== 'GET' && !isPublic
  app.route({
    method,
    url,
    config: { isPublic, isPasswordDoor },
    schema: {
      operationId,
      summary,
      ...(options.answerType ? { produces: [options.answerType] } : {}),
      requestHeaders: {
        ...(isRepeatable ? { 'Idempotency-Key': IdempotencyKey } : {}),
        ...(options.takesVersion ? { 'If-Match': IfMatch } : {}),
      },
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: { [status]: answer ?? Type.Null() },
    },
    preValidation(request, _reply, done) {
      // Where every field may be left out, the body may be too.
      if (body && request.body === undefined) request.body = {}
      done()
    },
    async handler(request, reply) {
      const call = {
        // Fastify has checked all three against these very schemas.
        params: request.params as Static<P>,
        query: request.query as Static<Q>,
        body: request.body as Static<B>,
        version: options.takesVersion ? ifMatch(request) : undefined,
        request,
        reply,
      }
      const key = request.headers['idempotency-key']
      if (!isRepeatable || typeof key !== 'string') {
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
  if (status === 302) return reply.redirect(String(answer), 302)
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
  cursor: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Where to go on: the next_cursor of the page before.' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 500, default: 50, description: 'How many rows at most.' }),
  ),
}

export function pageFrom(query: { cursor?: string; limit?: number }): Page {
  return { cursor: query.cursor ?? null, limit: query.limit ?? 50 }
}

export const IdParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
