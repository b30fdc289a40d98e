import { type TSchema, Type } from 'typebox'
import { changes, flag, list, nullable, oneOf, text } from './words.ts'

/** The words in which the calls of version 8 are described: how it wraps things, and what several lists take. */

/** One thing under `data`. */
export function one(thing: TSchema) {
  return { status: 200, answer: Type.Object({ data: thing }) }
}

/** One thing where the path names one, a list where it names several. */
export function oneOrMany(thing: TSchema) {
  return { status: 200, answer: Type.Object({ data: Type.Union([thing, list(thing)]) }) }
}

/** A bare list; `null` where it is empty. */
export function all(thing: TSchema) {
  return { status: 200, answer: nullable(list(thing)) }
}

export const GONE = { status: 200, answer: list(Type.Integer(), 'What was deleted.') }

/** A body that names what it holds. */
export function wrapped(name: string, fields: Record<string, TSchema>, ...required: string[]) {
  const inner: Record<string, TSchema> = { ...changes(fields).properties }
  for (const field of required) inner[field] = fields[field] ?? Type.Unknown()
  return Type.Object({ [name]: Type.Object(inner) })
}

export function several(name: string, description: string) {
  return Type.Object({ [name]: text(description, '1,2') })
}

export const Active = Type.Optional(oneOf(['true', 'false', 'both'], 'Those in use, unless it is said.'))
export const ProjectQuery = Type.Object({
  active: Active,
  actual_hours: Type.Optional(flag('Adds the hours worked on each.')),
  only_templates: Type.Optional(flag('Only templates, of which there are none.')),
})
