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
  /** The system has it and this server does not: it says so, and no document describes it. */
  isDeclined: boolean
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
        isDeclined: route.config?.isDeclined === true,
      })
    }
  })
}

/** Answers a known path called with a method it does not have: a 405 that says which ones it has. */
export function refuseOtherMethods(app: FastifyInstance, wire: Wire, routes: readonly RouteEntry[]): void {
  // Two routes may call the same place in a path by different names.
  const byPath = new Map<string, { url: string; methods: Set<string> }>()
  for (const route of routes) {
    if (route.wire !== wire.name) continue
    const path = route.url.replace(/:\w+/g, ':')
    const known = byPath.get(path) ?? { url: route.url, methods: new Set() }
    known.methods.add(route.method)
    byPath.set(path, known)
  }
  for (const { url, methods: known } of byPath.values()) {
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
