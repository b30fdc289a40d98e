import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { House } from '../http/house.ts'
import type { Wire } from '../http/wire.ts'
import { openApiOf } from './openapi.ts'

/** Serves the documents of every wire, made from its routes when first asked for. */
export function serveReference(app: FastifyInstance, house: House, wires: readonly Wire[]): void {
  for (const wire of wires) {
    const document = () => toJson(openApiOf(wire, house.routes, house))
    serveText(app, `/docs/${wire.name}/openapi.json`, { type: JSON_TYPE, produce: document })
    if (wire.name === 'native') serveText(app, `${wire.clientPath}/openapi.json`, { type: JSON_TYPE, produce: document })
  }
}

const JSON_TYPE = 'application/json; charset=utf-8'

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

type Text = { type: string; produce(): string }

/** A text that stays the same for the life of the process. */
function serveText(app: FastifyInstance, url: string, { type, produce }: Text): void {
  let made: { text: string; etag: string } | undefined
  app.get(url, (request, reply) => {
    made ??= withTag(produce())
    reply.headers({ 'content-type': type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', etag: made.etag })
    // Any program and any page may read what is public.
    reply.header('access-control-allow-origin', '*')
    if (request.headers['if-none-match'] === made.etag) return reply.code(304).send()
    return reply.send(made.text)
  })
}

function withTag(text: string): { text: string; etag: string } {
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}
