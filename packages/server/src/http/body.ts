import type { FastifyInstance } from 'fastify'
import qs from 'qs'
import { AppError } from '../core/errors.ts'

/** Reads request bodies: JSON, where an empty one is none; on the wires that need it, forms and undeclared JSON too. */
export function readBodies(app: FastifyInstance, { readsAnyBody }: { readsAnyBody: boolean }): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/([\w.+-]+\+)?json\b/i,
    { parseAs: 'string' },
    async (_: unknown, text: string) => readJson(text),
  )
  if (!readsAnyBody) return
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, text: string) =>
      text.trimStart().startsWith('{') ? readJson(text) : parseQuery(text),
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, text: string) => readJson(text))
}

/** JSON without the keys that would reach into an object's prototype. */
export function readJson(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text, (key, value: unknown) =>
      key === '__proto__' || key === 'constructor' ? undefined : value,
    )
  } catch {
    throw new AppError('invalid', 'malformed', 'The body is not JSON.')
  }
}

/** A query or form with `x[]=`, `x[0]=` and repeated names as lists. */
export function parseQuery(text: string): Record<string, unknown> {
  return qs.parse(text, {
    depth: 2,
    arrayLimit: 2000,
    parameterLimit: 5000,
    ignoreQueryPrefix: true,
    plainObjects: true,
  })
}
