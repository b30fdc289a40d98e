import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import { AppError } from '../core/errors.ts'
import type { Wire } from './wire.ts'

/** One route of one wire, for the documents and the tests that are made from them. */
export type RouteEntry = {
  wire: string
  method: string
  /** The whole path, with `:name` for parameters. */
  url: string
  schema: FastifySchema | undefined
  isPublic: boolean
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Remembers each route that is added to `app` from here on. */
export function recordRoutes(app: FastifyInstance, wire: Wire, routes: RouteEntry[]): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    if (route.config?.isRefusal) return
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue
      routes.push({
        wire: wire.name,
        method,
        url: route.url,
        schema: route.schema,
        isPublic: route.config?.isPublic === true,
      })
    }
  })
}

/** Answers a known path called with a method it does not have: a 405 that says which ones it has. */
export function refuseOtherMethods(app: FastifyInstance, wire: Wire, routes: readonly RouteEntry[]): void {
  const byUrl = new Map<string, Set<string>>()
  for (const route of routes) {
    if (route.wire !== wire.name) continue
    byUrl.set(route.url, (byUrl.get(route.url) ?? new Set()).add(route.method))
  }
  for (const [url, known] of byUrl) {
    const missing = METHODS.filter((method) => !known.has(method))
    if (missing.length === 0) continue
    const allowed = [...known].join(', ')
    app.route({
      method: missing,
      url: url.slice(wire.prefix.length) || '/',
      config: { isRefusal: true },
      handler: (request, reply) => {
        reply.header('allow', allowed)
        throw new AppError(
          'unsupported',
          'wrong_method',
          `${request.method} is not supported here; ${allowed} is.`,
        )
      },
    })
  }
}
