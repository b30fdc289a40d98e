import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { UserActor } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { counted } from '../core/queries.ts'
import { pathOf } from './answered.ts'
import { readBodies } from './body.ts'
import { refusalOf } from './failures.ts'
import type { House } from './house.ts'
import { limitKey, tooMany } from './rate-limit.ts'
import { recordRoutes, refuseOtherMethods } from './route-table.ts'
import { compileLazily } from './schemas.ts'
import { readSessionCookie } from './session-cookie.ts'
import type { Wire } from './wire.ts'

/**
 * Mounts a wire at its prefix: its bodies, its limits, who calls, its routes, and its own words for everything that
 * goes wrong there, unknown paths and wrong methods included.
 */
export async function mountWire(app: FastifyInstance, house: House, wire: Wire): Promise<void> {
  await app.register(
    async (wired) => {
      compileLazily(wired)
      readBodies(wired, { readsAnyBody: wire.readsAnyBody === true })
      wired.addHook('onRequest', (request, reply) => begin(house, wire, { request, reply }))
      wired.addHook('preHandler', (request, reply) => guardPasswordDoor(house, request, reply))
      wired.addHook('onSend', async (request, reply) => finish(wire, { request, reply }))
      wired.setErrorHandler((error, request, reply) => answerFailure(house, wire, { error, request, reply }))
      wired.setNotFoundHandler((request, reply) => {
        if (request.method === 'OPTIONS' && wire.preflight)
          return reply.code(204).headers(wire.preflight).send()
        throw new AppError(
          'not_found',
          'no_such_route',
          `There is nothing at ${request.method} ${pathOf(request)}.`,
        )
      })
      recordRoutes(wired, wire, house.routes)
      await wire.routes(wired)
      refuseOtherMethods(wired, wire, [...house.routes])
    },
    { prefix: wire.prefix },
  )
}

type Exchange = { request: FastifyRequest; reply: FastifyReply }

async function begin(house: House, wire: Wire, { request, reply }: Exchange): Promise<void> {
  reply.headers(wire.headers)
  const client = request.headers['user-agent']?.slice(0, 200) ?? null
  const { db, queries } = counted(house.db)
  request.queries = queries
  request.ctx = {
    db,
    actor: { kind: 'anonymous' },
    now: house.clock(),
    operation: { id: request.id, hasWritten: false },
    via: { wire: wire.name, client },
    secrets: house.secrets,
    log: request.log,
  }
  const key = limitKey(wire, request)
  if (request.method === 'OPTIONS' && wire.preflight) {
    reply.headers(wire.limitHeaders(house.limiter.untouched(wire, key)))
    return
  }
  const { usage, exceeded } = await house.limiter.count(wire, key)
  request.limitUsage = usage
  reply.headers(wire.limitHeaders(usage))
  if (exceeded)
    throw tooMany('Too many requests. Wait a little and try again.', exceeded.resetAt - house.clock())
  // JSON can be refused by field; an address that holds U+0000, which no database keeps as text, is refused as a whole.
  if (/%00/.test(request.url)) throw new AppError('invalid', 'malformed', 'The address cannot be read.')
  if (request.is404 || request.routeOptions.config.isPublic) return
  const actor = await wire.authenticate(request.ctx, request)
  request.ctx = { ...request.ctx, actor }
  if (actor.kind === 'user') noteUse(house, wire, { request, actor })
}

function noteUse(
  house: House,
  wire: Wire,
  { request, actor }: { request: FastifyRequest; actor: UserActor },
) {
  const { now, via } = request.ctx
  if (actor.tokenId !== null) house.usage.noteToken(actor.tokenId, now)
  // The pages of a foreign system may be called by the web app's own session, which is no client of it.
  const isWebApp = actor.sessionId !== null && readSessionCookie(house, request) !== undefined
  if (wire.connect && !isWebApp)
    house.usage.noteWire({ user_id: actor.userId, wire: via.wire, client: via.client, used_at: now })
}

/** The last touch of every answer: the operation that was written, and the content type as the system spells it. */
function finish(wire: Wire, { request, reply }: Exchange): void {
  const { operation } = request.ctx
  if (operation.hasWritten && reply.statusCode < 400) reply.header('x-operation-id', operation.id)
  const type = String(reply.getHeader('content-type') ?? '')
  if (wire.jsonType && type.startsWith('application/json')) reply.header('content-type', wire.jsonType)
}

async function guardPasswordDoor(house: House, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!request.routeOptions.config.isPasswordDoor) return
  const account = triedAccount(request)
  await house.limiter.countPasswordTry(request.ip, account)
  // A door that was opened forgets the tries it took. 202 opens none: it answers whoever asks for a reset link.
  reply.raw.once('finish', () => {
    if (reply.statusCode < 300 && reply.statusCode !== 202 && account !== undefined)
      house.limiter.forgivePasswordTries(request.ip, account).catch(() => {})
  })
}

/** Whose password is tried: the one who is signed in, or the one the body names; undefined for a secret link. */
function triedAccount({ ctx, body }: FastifyRequest): string | undefined {
  if (ctx.actor.kind === 'user') return `user ${ctx.actor.userId}`
  if (typeof body !== 'object' || body === null) return undefined
  const named = 'email' in body ? body.email : 'username' in body ? body.username : undefined
  return typeof named === 'string' ? named : undefined
}

type Failure = Exchange & { error: unknown }

function answerFailure(house: House, wire: Wire, { error, request, reply }: Failure): FastifyReply {
  const refusal = refusalOf(error, house.db.engine) ?? null
  const painted = wire.paint(refusal, request)
  request.failure = refusal ? { refusal } : { bug: error }
  if (refusal?.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter))
  return reply
    .code(painted.status)
    .headers(painted.headers ?? {})
    .send(painted.body)
}
