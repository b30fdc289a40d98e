import type { FastifyRequest } from 'fastify'
import { AppError } from '../../core/errors.ts'
import { hasControlCharacters } from '../../core/rules/names.ts'
import { readJson } from '../../http/body.ts'
import { validation } from './errors.ts'

/**
 * What TimeTracker clients send. Bodies are JSON objects, of which unknown fields are ignored but where a schema is
 * strict; numbers that do not parse fall back to nothing in queries.
 */
export type Input = Readonly<Record<string, unknown>>

/** A body as it came, with the type its client declared. */
export type RawBody = { type: string; bytes: Buffer }

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The body of an endpoint that needs one: JSON, and declared to be. An empty one is none, and so is `null`. */
export function bodyOf({ body }: FastifyRequest): Input {
  const raw = rawBody(body)
  if (!raw || !/^application\/([\w.+-]+\+)?json\b/i.test(raw.type)) throw notJson()
  const value = raw.bytes.length === 0 ? undefined : readJson(raw.bytes.toString('utf8'))
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw validation('Invalid input', { _schema: ['Invalid input type.'] })
  return value
}

function notJson(): AppError {
  return new AppError('invalid', 'unsupported_media_type', 'The body must be JSON.')
}

/** The body of an endpoint that can do without: whatever makes no sense counts as none. */
export function looseBodyOf({ body }: FastifyRequest): Input {
  const raw = rawBody(body)
  if (!raw || raw.bytes.length === 0) return {}
  try {
    const value = readJson(raw.bytes.toString('utf8'))
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

export function rawBody(body: unknown): RawBody | undefined {
  // The only parser of this wire's bodies gives this type, and a request without a body has none.
  return body as RawBody | undefined
}

/** The query, of which a name that occurs more than once counts by its first value. */
export function queryOf({ query }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  if (!isRecord(query)) return {}
  const firsts = Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return Object.fromEntries(firsts.filter(([, value]) => typeof value === 'string'))
}

/** A whole number of a query; anything else is as good as nothing. */
export function numberIn(
  query: Readonly<Record<string, string | undefined>>,
  name: string,
): number | undefined {
  const text = query[name]?.trim()
  if (text === undefined || !/^[+-]?\d{1,15}$/.test(text)) return undefined
  return Number(text)
}

/** `true` in any case is true, any other text false, and no text nothing. */
export function flagIn(
  query: Readonly<Record<string, string | undefined>>,
  name: string,
): boolean | undefined {
  const text = query[name]
  return text === undefined ? undefined : text.toLowerCase() === 'true'
}

/** Words to look for: PostgreSQL cannot even look for some control characters. */
export function wordsIn(
  query: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const text = query[name]?.trim().slice(0, 200)
  return text === undefined || text === '' || hasControlCharacters(text) ? undefined : text
}

/** An id of the path; what is no whole number is no id of anything. */
export function pathId({ params }: FastifyRequest, name: string): number {
  const text = isRecord(params) ? params[name] : undefined
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text))
    throw new AppError('not_found', 'no_such_route', 'There is no such thing.')
  return Number(text)
}

// ---- the fields of a body ----

/** A text, trimmed; null where it was sent as null, undefined where it was not sent. A number is as good as its digits. */
export function textOf(input: Input, name: string): string | null | undefined {
  const value = input[name]
  if (value === undefined || value === null) return value
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  throw validation('Validation failed', { [name]: ['Not a valid string.'] })
}

/** A text that is to be kept; null and nothing both leave it as it is, as the system's updates do. */
export function keptText(input: Input, name: string): string | undefined {
  return textOf(input, name) ?? undefined
}

export function integerOf(input: Input, name: string): number | null | undefined {
  const value = input[name]
  if (value === undefined || value === null || value === '') return value === '' ? null : value
  const number = typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number
  throw validation('Validation failed', { [name]: ['Not a valid integer.'] })
}

export function decimalOf(input: Input, name: string): number | null | undefined {
  const value = input[name]
  if (value === undefined || value === null || value === '') return value === '' ? null : value
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw validation('Validation failed', { [name]: ['Not a valid number.'] })
}

const BOOLEANS = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
])

export function booleanOf(input: Input, name: string): boolean | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  const known = BOOLEANS.get(typeof value === 'string' ? value.toLowerCase() : value)
  if (known === undefined) throw validation('Validation failed', { [name]: ['Not a valid boolean.'] })
  return known
}

/** Words between commas, or a list of them; undefined where none were sent. */
export function tagsOf(input: Input, name = 'tags'): string[] | undefined {
  const value = input[name]
  if (value === undefined || value === null) return undefined
  const words: unknown[] | undefined = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : undefined
  if (!words?.every((word) => typeof word === 'string'))
    throw validation('Validation failed', { [name]: ['Not a valid string.'] })
  return words.map((word) => word.trim()).filter((word) => word !== '')
}

/** One of these words; another one is refused by name. */
export function wordOf<const T extends readonly string[]>(
  input: Input,
  name: string,
  words: T,
): T[number] | undefined {
  const text = keptText(input, name)
  if (text === undefined) return undefined
  const word = words.find((each) => each === text)
  if (word !== undefined) return word
  throw validation('Validation failed', { [name]: [`Must be one of: ${words.join(', ')}.`] })
}

/** Fields that a strict schema does not know. */
export function refuseUnknown(input: Input, known: readonly string[]): void {
  const unknown = Object.keys(input).filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw validation('Validation failed', Object.fromEntries(unknown.map((name) => [name, ['Unknown field.']])))
}

/** Custom fields as an object; null deletes one, as a number is as good as its digits. */
export function customFieldsOf(input: Input): Record<string, string | null> | undefined {
  const value = input['custom_fields']
  if (value === undefined || value === null) return undefined
  if (!isRecord(value))
    throw validation('Validation failed', { custom_fields: ['Not a valid mapping type.'] })
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, each === null ? null : customText(name, each)]),
  )
}

function customText(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw validation('Validation failed', { [`custom_fields.${name}`]: ['Not a valid string.'] })
}
