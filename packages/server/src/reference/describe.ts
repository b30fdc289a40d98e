import type { FastifySchema } from 'fastify'
import type { TSchema } from 'typebox'
import type { DescribedRoute, ReferenceGroup, RouteReference } from '../http/reference.ts'
import type { RouteEntry } from '../http/route-table.ts'
import type { Wire } from '../http/wire.ts'

/** Every route of a wire with all that is known about it. Throws where one is not described. */
export function describeRoutes(wire: Wire, routes: readonly RouteEntry[]): DescribedRoute[] {
  return routes
    .filter((route) => route.wire === wire.name && !route.isDeclined)
    .map((route) => {
      const path = route.url.slice(wire.clientPath.length)
      const name = `${route.method} ${path}`
      const { routes: written } = wire.reference
      const reference = written ? written[name] : schemaReference(route.schema ?? {})
      const summary = route.schema?.summary
      if (!reference || !summary) throw new Error(`${wire.title}: ${name} is not described.`)
      return { ...reference, method: route.method, path, summary, isPublic: route.isPublic }
    })
}

/** The heading a route stands under: the one that names the longest beginning of its path. */
export function groupOf(wire: Wire, { method, path }: DescribedRoute): ReferenceGroup {
  const beginnings = wire.reference.groups.flatMap((group) => group.roots.map((root) => ({ group, root })))
  const [longest] = beginnings
    .filter(({ root }) => `${path}/`.startsWith(`/${root}/`))
    .toSorted((a, b) => b.root.length - a.root.length)
  if (!longest) throw new Error(`${wire.title}: ${method} ${path} belongs to no group.`)
  return longest.group
}

/** What the schemas say that a route is checked by. */
function schemaReference(schema: FastifySchema): RouteReference | undefined {
  if (!schema.operationId) return undefined
  // Our routes are described by TypeBox schemas, one answer each, of which Fastify knows no more than `unknown`.
  const { params, querystring, body } = schema as Record<string, TSchema | undefined>
  const [[status, answer] = ['204', undefined]] = Object.entries(schema.response as Record<string, TSchema>)
  return {
    operationId: schema.operationId,
    params,
    query: querystring,
    headers: schema.requestHeaders,
    body,
    isBodyOptional: isEmptyEnough(body),
    status: Number(status),
    answer: status === '204' ? undefined : answer,
    answerType: schema.produces?.[0],
  }
}

/** A body without a required field may be left out. */
function isEmptyEnough(body: TSchema | undefined): boolean {
  return body !== undefined && 'type' in body && body.type === 'object' && !('required' in body)
}
