import type { FastifyInstance, FastifyRequest } from 'fastify'
import { maxSatisfying, validRange } from 'semver'
import { invalid } from '../../core/errors.ts'
import type { House } from '../../http/house.ts'
import { CORE, PREFIX } from './paths.ts'
import { versionOne } from './v1/routes.ts'

/** One version of the core API: what `X-Accept-Version` asks for, and the routes it gets. */
export type ApiVersion = {
  /** A semantic version; one with a suffix, such as `2.0.0-beta.1`, is served only to who asks for it. */
  version: string
  routes: (app: FastifyInstance, house: House) => void
}

/** The versions that are served. Another one goes here, with the routes that differ and those it takes over. */
export const VERSIONS: readonly ApiVersion[] = [versionOne]

const REQUESTED = 'x-accept-version'
const SERVED = 'x-api-version'
const CONSTRAINT = 'timetrackerInVersion'

/**
 * Serves each version's routes to those who ask for it: by a number, such as `1.0.0`, or less of one, such as `1` or
 * `v1.0`, which is the latest of those. Who asks for none gets the latest that is stable.
 */
export function serveVersions(
  app: FastifyInstance,
  { house, versions }: { house: House; versions: readonly ApiVersion[] },
): void {
  const numbers = versions.map(({ version }) => version)
  const latest = maxSatisfying(numbers, '*') ?? undefined
  // The router asks of every request on every wire, nearly all of which have no such header.
  const chosenBy = (requested: string | string[] | undefined): string | undefined => {
    if (requested === undefined) return latest
    const wanted = String(requested).trim()
    return validRange(wanted) === null ? undefined : (maxSatisfying(numbers, wanted) ?? undefined)
  }
  const isCore = ({ url }: Pick<FastifyRequest, 'url'>) => url.startsWith(`${PREFIX}${CORE}/`)

  app.addConstraintStrategy({
    name: CONSTRAINT,
    storage() {
      const handlers = new Map<unknown, never>()
      return {
        get: (version) => handlers.get(version) ?? null,
        set(version, handler) {
          // The router's own handlers, which it gives no type of its own.
          handlers.set(version, handler as never)
        },
      }
    },
    validate() {},
    deriveConstraint: ({ headers }) => chosenBy(headers[REQUESTED]),
  })
  app.addHook('onRequest', async (request) => {
    if (!isCore(request) || chosenBy(request.headers[REQUESTED]) !== undefined) return
    throw invalid(
      'X-Accept-Version',
      `This version is not served. Ask for ${numbers.join(' or ')}, or for none to get the latest stable one.`,
    )
  })
  app.addHook('onSend', async (request, reply) => {
    const version = isCore(request) ? chosenBy(request.headers[REQUESTED]) : undefined
    if (version !== undefined) reply.header(SERVED, version)
  })
  for (const each of versions) {
    app.register(
      async (versioned) => {
        versioned.addHook('onRoute', (route) => {
          route.constraints = { ...route.constraints, [CONSTRAINT]: each.version }
        })
        each.routes(versioned, house)
      },
      { prefix: CORE },
    )
  }
}
