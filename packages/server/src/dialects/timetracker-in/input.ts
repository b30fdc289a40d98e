import type { FastifyRequest } from 'fastify'
import { AppError, invalid } from '../../core/errors.ts'
import { hasControlCharacters } from '../../core/rules/names.ts'
import { readTime } from '../../core/rules/local-time.ts'
import { idOfUuid, type Kind } from './ids.ts'

/**
 * What clients send: the system's own documents mix `snake_case` and `camelCase`, so each field may come either way and
 * is read by its snake_case name. Nothing at all, as an empty text, is as good as null: forms cannot send less.
 */
export type Input = Readonly<Record<string, unknown>>

export function bodyOf({ body }: FastifyRequest): Input {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body))
    throw new AppError('invalid', 'malformed', 'The body must be a JSON object.')
  return bySnakeCase(body)
}

/** The query, of which a name that occurs more than once counts by its first value. */
export function queryOf({ query }: FastifyRequest): Input {
  if (typeof query !== 'object' || query === null) return {}
  const firsts = Object.entries(query).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? (value[0] as unknown) : value,
  ])
  return bySnakeCase(Object.fromEntries(firsts))
}

/** Where a field comes both ways, the snake_case one counts. */
function bySnakeCase(fields: object): Input {
  const entries = Object.entries(fields).map(([name, value]) => [snakeCase(name), name, value] as const)
  const exact = entries.filter(([snake, name]) => snake === name)
  const others = entries.filter(([snake, name]) => snake !== name)
  return Object.fromEntries([...others, ...exact].map(([snake, , value]) => [snake, value]))
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Whether a field was sent, if only as null. */
export function isSent(input: Input, name: string): boolean {
  return input[name] !== undefined
}

/** Refuses a body that lacks any of these. */
export function requireFields(input: Input, ...names: string[]): void {
  const missing = names.filter(
    (name) => input[name] === undefined || input[name] === null || input[name] === '',
  )
  if (missing.length === 0) return
  throw new AppError(
    'invalid',
    'bad_input',
    `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} required`,
    {
      fields: Object.fromEntries(missing.map((name) => [name, 'Required'])),
    },
  )
}

/** Refuses a change that would leave any of these empty. */
export function refuseEmpty(input: Input, ...names: string[]): void {
  requireFields(input, ...names.filter((name) => isSent(input, name)))
}

type Maybe<T> = T | null | undefined

function valueOf(input: Input, name: string): unknown {
  const value = input[name]
  return value === '' ? null : value
}

export function textOf(input: Input, name: string): Maybe<string> {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw invalid(name, 'Must be a string')
}

/** A text to look for; PostgreSQL cannot even look for some control characters. */
export function wordsOf(input: Input, name: string): string | undefined {
  const text = textOf(input, name)?.trim()
  if (text === undefined || text === '') return undefined
  if (hasControlCharacters(text)) throw invalid(name, 'Must not hold control characters')
  return text.slice(0, 255)
}

export function numberOf(input: Input, name: string): Maybe<number> {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  const number = typeof value === 'string' && NUMBER.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw invalid(name, 'Must be a number')
}

const NUMBER = /^\s*[+-]?\d+(\.\d+)?\s*$/

/** A number above zero. */
export function positiveOf(input: Input, name: string): Maybe<number> {
  const number = numberOf(input, name)
  if (typeof number === 'number' && number <= 0) throw invalid(name, 'Must be a positive number')
  return number
}

/** Hours as seconds, of which there is one at least. */
export function estimateOf(input: Input, name: string): Maybe<number> {
  const hours = positiveOf(input, name)
  if (hours === undefined || hours === null) return hours
  const seconds = Math.round(hours * 3600)
  if (seconds < 1 || !Number.isSafeInteger(seconds))
    throw invalid(name, 'Must be hours, of a second at least')
  return seconds
}

/** Searches send `"true"` and `"false"`; anything may. */
export function booleanOf(input: Input, name: string): boolean | undefined {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value
  if (value === 'true' || value === 'false') return value === 'true'
  throw invalid(name, 'Must be true or false')
}

/** An ISO 8601 date or time; one without an offset is UTC. */
export function momentOf(input: Input, name: string): number | undefined {
  const text = textOf(input, name)
  if (text === undefined || text === null) return undefined
  const time = readTime(text, 'UTC')
  if (time?.kind === 'instant') return time.at
  if (time) return Date.parse(`${time.day}T00:00:00Z`)
  throw invalid(name, 'Must be an ISO 8601 datetime')
}

/** The day of a date or time, as it is written: who writes midnight at home means the day at home. */
export function dayOf(input: Input, name: string): Maybe<string> {
  const text = textOf(input, name)
  if (text === undefined || text === null) return text
  momentOf(input, name)
  return text.trim().slice(0, DAY_LENGTH)
}

const DAY_LENGTH = 'YYYY-MM-DD'.length

/** One of these words; another one is refused by name. */
export function wordOf<const W extends string>(
  input: Input,
  name: string,
  words: readonly W[],
): W | undefined {
  const text = textOf(input, name)
  if (text === undefined || text === null) return undefined
  const word = words.find((each) => each === text)
  if (word !== undefined) return word
  throw invalid(name, `Must be one of: ${words.join(', ')}`)
}

const NAMES: Record<Kind, string> = {
  workspace: 'Workspace',
  client: 'Client',
  project: 'Project',
  task: 'Task',
  tag: 'Tag',
  time_entry: 'Time entry',
  team_member: 'Team member',
  user: 'User',
  role: 'Role',
  delivery: 'Delivery',
}

export function missing(kind: Kind): AppError {
  return new AppError('not_found', 'no_such_thing', `${NAMES[kind]} not found`)
}

/** The number behind an id that names a thing of this kind; what names none is not found, whatever is wrong with it. */
export function idOf(kind: Kind, text: unknown): number {
  const id = idOfUuid(kind, text)
  if (id === undefined) throw missing(kind)
  return id
}

export function referenceOf(input: Input, name: string, kind: Kind): Maybe<number> {
  const value = valueOf(input, name)
  return value === undefined || value === null ? value : idOf(kind, value)
}

/** Ids as a list, or as one text with commas between them; undefined where none were sent. */
export function referencesOf(input: Input, name: string, kind: Kind): number[] | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  const texts: unknown[] = Array.isArray(value) ? value : (textOf(input, name) ?? '').split(',')
  const named = texts
    .map((text) => (typeof text === 'string' ? text.trim() : text))
    .filter((text) => text !== '')
  return [...new Set(named.map((text) => idOf(kind, text)))]
}

/** The id of a path. */
export function pathId({ params }: FastifyRequest, name: string, kind: Kind): number {
  // Parameters are always text.
  return idOf(kind, (params as Readonly<Record<string, string | undefined>>)[name])
}
