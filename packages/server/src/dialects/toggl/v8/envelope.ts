import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppError } from '../../../core/errors.ts'
import { refused } from '../errors.ts'
import { bodyOf, type Input, isRecord } from '../wire.ts'

/**
 * How version 8 wraps things, as https://github.com/toggl/toggl_api_docs says: a body names what it holds, an answer
 * holds it under `data`, lists are bare, and what is null is left out.
 */

export type Thing = Readonly<Record<string, unknown>>

/** What a body holds under its name; a body without it is refused in the words of the service's framework. */
export function wrapped(request: Pick<FastifyRequest, 'body'>, name: string): Input {
  const inner = bodyOf(request)[name]
  if (isRecord(inner)) return inner
  throw blank(name)
}

/** `Name can't be blank`. */
export function blank(field: string): AppError {
  return refused(`${field} can't be blank`)
}

export function data(thing: Thing): { data: Thing } {
  return { data: withoutNulls(thing) }
}

/** One thing where the path names one, and a list where it names several. */
export function dataOfAll(things: readonly Thing[], isMany: boolean): { data: unknown } {
  const shown = things.map(withoutNulls)
  return { data: isMany ? shown : shown[0] }
}

/** A bare list. The service has no empty ones: it writes `null`. */
export function sendList(reply: FastifyReply, things: readonly Thing[]): FastifyReply {
  return sendJson(reply, things.length > 0 ? things.map(withoutNulls) : null)
}

/** Writes the JSON here, since to the server a bare null is no body and a bare text no JSON. */
export function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(value))
}

export function withoutNulls(thing: Thing): Thing {
  return Object.fromEntries(
    Object.entries(thing).filter(([, value]) => value !== null && value !== undefined),
  )
}
