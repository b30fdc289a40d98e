import type { FastifyRequest } from 'fastify'
import { type AppError, invalid } from '../../core/errors.ts'
import { hasControlCharacters } from '../../core/rules/names.ts'

/** What a client sent, read by name: fields that nobody knows are ignored, as the service does. */
export type Input = Readonly<Record<string, unknown>>

/** The body as an object; a missing one is an empty one, as several clients send none where every field may be left out. */
export function bodyOf({ body }: Pick<FastifyRequest, 'body'>): Input {
  if (body === undefined || body === null) return {}
  if (isRecord(body)) return body
  throw notJson()
}

export function queryOf({ query }: Pick<FastifyRequest, 'query'>): Input {
  return isRecord(query) ? query : {}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function notJson(): AppError {
  return invalid('body', 'JSON is not valid', 'malformed')
}

// Fields of a body. Each is undefined where it was not sent, and null where it was sent to be emptied.

export function textOf(input: Input, name: string): string | null | undefined {
  const value = input[name]
  if (value === undefined || value === null) return value
  if (typeof value !== 'string') throw unexpected(input, name)
  if (hasControlCharacters(value)) throw invalid(name, `Invalid ${name}`)
  return value
}

export function numberOf(input: Input, name: string): number | null | undefined {
  const value = input[name]
  if (value === undefined || value === null) return value
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unexpected(input, name)
  return value
}

export function integerOf(input: Input, name: string): number | null | undefined {
  const value = numberOf(input, name)
  if (value !== undefined && value !== null && !Number.isSafeInteger(value)) throw unexpected(input, name)
  return value
}

export function flagOf(input: Input, name: string): boolean | null | undefined {
  const value = input[name]
  if (value === undefined || value === null) return value
  if (typeof value !== 'boolean') throw unexpected(input, name)
  return value
}

export function textsOf(input: Input, name: string): string[] | null | undefined {
  const values = listOf(input, name)
  if (values && !values.every((each) => typeof each === 'string')) throw unexpected(input, name)
  if (values?.some(hasControlCharacters)) throw invalid(name, `Invalid ${name}`)
  return values
}

export function integersOf(input: Input, name: string): number[] | null | undefined {
  const values = listOf(input, name)
  if (values && !values.every((each) => Number.isSafeInteger(each))) throw unexpected(input, name)
  // Checked just above.
  return values as number[] | null | undefined
}

function listOf(input: Input, name: string): unknown[] | null | undefined {
  const value = input[name]
  if (value === undefined || value === null) return value
  if (!Array.isArray(value)) throw unexpected(input, name)
  return value
}

/** The first of several spellings that was sent: `project_id` and `pid` are one field. */
export function spellingOf(input: Input, ...names: [string, ...string[]]): string {
  return names.find((name) => input[name] !== undefined) ?? names[0]
}

/** A value of the wrong type, as the service's own JSON reader puts it: the place is that in the shortest spelling. */
function unexpected(input: Input, name: string): AppError {
  const before = Object.entries(input).slice(0, Object.keys(input).indexOf(name) + 1)
  const offset = JSON.stringify(Object.fromEntries(before)).length - 1
  return invalid(name, `Unexpected ${JSON.stringify(name)} type ${typeName(input[name])}, offset=${offset}`)
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'number' : `number ${value}`
  return typeof value === 'boolean' ? 'bool' : typeof value
}

// Parameters of an address, which are text. Empty is absent.

export function queryText(query: Input, name: string): string | undefined {
  const value = Array.isArray(query[name]) ? query[name][0] : query[name]
  if (typeof value !== 'string' || value === '') return undefined
  if (hasControlCharacters(value)) throw invalid(name, `Invalid ${name}`)
  return value
}

export function queryInteger(query: Input, name: string, message = `Invalid ${name}`): number | undefined {
  const text = queryText(query, name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value)) throw invalid(name, message)
  return value
}

export function queryFlag(query: Input, name: string, message = `Invalid ${name}`): boolean | undefined {
  const text = queryText(query, name)?.toLowerCase()
  if (text === undefined) return undefined
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw invalid(name, message)
}

/** `true`, `false` or `both`, where both is undefined. */
export function queryTristate(
  query: Input,
  name: string,
  fallback: boolean | undefined,
): boolean | undefined {
  const text = queryText(query, name)?.toLowerCase()
  if (text === undefined) return fallback
  return text === 'both' ? undefined : queryFlag(query, name)
}

/** Ids with commas between them, or the parameter several times, with or without brackets. */
export function queryIds(query: Input, name: string, message = `Invalid ${name}`): number[] | undefined {
  const value = query[name]
  const texts = (Array.isArray(value) ? value : [value]).flatMap((each) =>
    typeof each === 'string' ? each.split(',').filter((text) => text.trim() !== '') : [],
  )
  if (texts.length === 0) return undefined
  const ids = texts.map((text) => Number(text.trim()))
  if (!ids.every((id) => Number.isSafeInteger(id))) throw invalid(name, message)
  return ids
}

/** An id of the path, or undefined where there is none that could be. */
export function pathId(text: string): number | undefined {
  const id = Number(text)
  return /^\d{1,16}$/.test(text) && Number.isSafeInteger(id) ? id : undefined
}

/** The ids of a path that names many things at once. */
export function pathIds(text: string, message: string): number[] {
  const ids = text.split(',').map((each) => pathId(each.trim()))
  if (!ids.every((id) => id !== undefined)) throw invalid('ids', message)
  return [...new Set(ids)]
}
