import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { type Membership, membershipsOf, requireScope } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { type Module, requireModule } from '../../core/modules.ts'
import type { Scope } from '../../core/rules/scopes.ts'
import { refusal } from './errors.ts'

/** What a route works with: who asks, and the one workspace that this wire knows. */
export type Call = {
  ctx: Ctx
  place: Membership
  workspaceId: number
  request: FastifyRequest
  reply: FastifyReply
}

type Route = {
  method: HTTPMethods | HTTPMethods[]
  url: string
  summary: string
  /** What a key needs; nothing for one's own profile. `admin:all` is no role: who administers is for the verb to ask. */
  scope?: Scope | 'admin:all'
  /** The module it belongs to, which may be switched off. */
  module?: Module
  bodyLimit?: number
  handle: (call: Call) => Promise<unknown>
}

/**
 * Adds a route. The system looks at the key's scopes before anything else, and at the module next; the verbs of core
 * ask for the same scopes again, and for the rest.
 */
export function route(
  app: FastifyInstance,
  { method, url, summary, scope, module, bodyLimit, handle }: Route,
): void {
  app.route({
    method,
    url,
    schema: { summary },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    async handler(request, reply) {
      const { ctx } = request
      if (scope) requireKeyScope(ctx, scope)
      const place = await placeOf(ctx)
      if (module) requireModule(place, module)
      return handle({ ctx, place, workspaceId: place.workspace_id, request, reply })
    },
  })
}

function requireKeyScope(ctx: Ctx, scope: Scope | 'admin:all'): void {
  if (scope !== 'admin:all') return requireScope(ctx, scope)
  const granted = ctx.actor.kind === 'user' ? ctx.actor.scopes : []
  if (granted.some((each) => each === '*' || each === scope)) return
  throw new AppError('forbidden', 'missing_scope', 'This key does not have that scope.', {
    fields: { scope },
  })
}

/** The workspace of the key, or its owner's default: a key knows no other on this wire. */
async function placeOf(ctx: Ctx): Promise<Membership> {
  const [place] = await membershipsOf(ctx)
  if (!place) throw refusal('Access denied', { status: 403, code: 'forbidden' })
  return place
}
