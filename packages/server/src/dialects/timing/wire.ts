import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../core/context.ts'
import { invalid } from '../../core/errors.ts'
import type { BillingStatus, DefaultBillingStatus } from '../../core/rules/billing-status.ts'
import type { CustomFieldChanges } from '../../core/rules/custom-fields.ts'
import { isZone } from '../../core/rules/local-time.ts'
import { hasControlCharacters } from '../../core/rules/names.ts'

/**
 * What Timing clients send. Everything is optional to read and checked by name, since they spell things in many ways:
 * parameters in the query of a POST, `1` and `true`, references bare or as addresses, lists with and without brackets.
 */
export type Input = Readonly<Record<string, unknown>>

/** A request as its route reads it: who asks, what they sent, and the zone they named for dates without one. */
export type Call = { ctx: Ctx; input: Input; zone: string | undefined }

export function readCall(request: FastifyRequest): Call {
  return { ctx: request.ctx, input: inputOf(request), zone: zoneHeader(request) }
}

/** The query of a list, or a body over the query: one TypeScript client posts everything in the address. */
function inputOf({ query, body }: FastifyRequest): Input {
  const address = isRecord(query) ? filledOnly(query) : {}
  if (body === undefined || body === null) return address
  if (!isRecord(body)) throw invalid('body', 'The body must be an object.')
  return { ...address, ...body }
}

/** One client writes `start_date_min=` where it has no bound: in an address, empty is absent. `projects[]=` is a list. */
function filledOnly(query: Record<string, unknown>): Input {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

/** The zone of `X-Time-Zone`; one that does not exist is as good as none. */
function zoneHeader(request: FastifyRequest): string | undefined {
  const zone = request.headers['x-time-zone']
  return typeof zone === 'string' && isZone(zone.trim()) ? zone.trim() : undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Values. Each is undefined where it was not sent, and null where it was sent to be emptied.

/** A value with its text trimmed, and empty text read as null, as the service's framework does. */
export function valueOf(input: Input, name: string): unknown {
  const value = input[name]
  if (typeof value !== 'string') return value
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

export function textOf(input: Input, name: string): string | null | undefined {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  if (typeof value !== 'string') throw invalid(name, `The ${label(name)} field must be a string.`)
  return printable(value, name)
}

/** PostgreSQL cannot even look for some control characters. */
export function printable(text: string, name: string): string {
  if (!hasControlCharacters(text)) return text
  throw invalid(name, `The ${label(name)} field must not contain control characters.`)
}

export function requiredTextOf(input: Input, name: string): string {
  const text = textOf(input, name)
  if (text === undefined || text === null) throw missing(name)
  return text
}

const LONGEST_SEARCH = 500

/** Words to look for; each of them becomes a condition of the query. */
export function searchOf(input: Input, name: string): string | undefined {
  const text = textOf(input, name) ?? undefined
  if (text === undefined || text.length <= LONGEST_SEARCH) return text
  throw invalid(name, `The ${label(name)} field must not be greater than ${LONGEST_SEARCH} characters.`)
}

const BOOLEANS = new Map<string, boolean>([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

/** `1`, `0`, `true` and `false` in any case: the documents have the first two, several clients send the others. */
export function booleanOf(input: Input, name: string): boolean | undefined {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return undefined
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  const known = isPlain ? BOOLEANS.get(String(value).toLowerCase()) : undefined
  if (known === undefined) throw invalid(name, `The ${label(name)} field must be true or false.`)
  return known
}

export function numberOf(input: Input, name: string): number | null | undefined {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw invalid(name, `The ${label(name)} field must be a number.`)
}

/** A list under its name, or under an alias, or one value in its place; undefined where none was sent. */
export function listOf(input: Input, ...names: string[]): string[] | undefined {
  const name = names.find((each) => valueOf(input, each) !== undefined && valueOf(input, each) !== null)
  if (name === undefined) return undefined
  const value = input[name]
  const values = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [value]
  if (!values.every((each) => typeof each === 'string' || typeof each === 'number')) {
    throw invalid(name, `The ${label(name)} field must be a list of strings.`)
  }
  return values.map((each) => String(each).trim())
}

/** A list without its empty entries, which one client sends for "no such filter"; undefined where nothing is left. */
export function filledListOf(input: Input, name: string): string[] | undefined {
  const values = listOf(input, name)?.filter((each) => each !== '')
  return values && values.length > 0 ? values : undefined
}

/** Refuses to make empty what may only be left out. */
export function refuseEmpty(input: Input, ...names: string[]): void {
  const name = names.find((each) => valueOf(input, each) === null)
  if (name !== undefined) throw missing(name)
}

export function missing(name: string) {
  return invalid(name, `The ${label(name)} field is required.`)
}

/** How the service's messages call a field: in words, but the entries of a list by their path. */
export function label(name: string): string {
  return name.includes('.') ? name : name.replaceAll('_', ' ')
}

// Words.

const SETTABLE = ['not_billable', 'billable', 'billed', 'paid'] as const
const LISTABLE = ['undetermined', ...SETTABLE] as const

/** A status to give an entry. `undetermined` is what an entry has that nobody gave one; it can only be looked for. */
export function billingStatusOf(input: Input): BillingStatus | undefined {
  return wordOf(input, 'billing_status', SETTABLE) ?? undefined
}

export function billingStatusesOf(input: Input): (BillingStatus | 'undetermined')[] | undefined {
  return filledListOf(input, 'billing_status')?.map((each) => oneOf(each, 'billing_status', LISTABLE))
}

/** A project's default; empty, null and `automatic` (the word of Timing's scripting) inherit it. */
export function defaultStatusOf(input: Input): DefaultBillingStatus | null | undefined {
  if (valueOf(input, 'default_billing_status') === 'automatic') return null
  return wordOf(input, 'default_billing_status', ['not_billable', 'billable'] as const)
}

/** Some of these words, without empty ones; undefined where nothing is left. */
export function wordsOf<const T extends readonly string[]>(
  input: Input,
  name: string,
  words: T,
): T[number][] | undefined {
  return filledListOf(input, name)?.map((each, index) => oneOf(each, `${name}.${index}`, words))
}

export function wordOf<const T extends readonly string[]>(
  input: Input,
  name: string,
  words: T,
): T[number] | null | undefined {
  const text = textOf(input, name)
  return text === undefined || text === null ? text : oneOf(text, name, words)
}

export function oneOf<const T extends readonly string[]>(text: string, name: string, words: T): T[number] {
  const word = words.find((each) => each === text)
  if (word === undefined) throw invalid(name, `The selected ${label(name)} is invalid.`)
  return word
}

/** Custom fields to set, and those to delete by null. An empty array is how PHP writes an empty object. */
export function customFieldsOf(input: Input): CustomFieldChanges | undefined {
  const value = valueOf(input, 'custom_fields')
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return undefined
  if (!isRecord(value)) throw invalid('custom_fields', 'The custom fields field must be an object.')
  const changes: [string, string | null][] = Object.entries(value).map(([name, each]) => {
    if (typeof each === 'string' || each === null) return [name, each]
    throw invalid(`custom_fields.${name}`, `The custom_fields.${name} field must be a string.`)
  })
  return Object.fromEntries(changes)
}

/** A colour as `#RRGGBB`; the two digits of transparency that some clients send are dropped. */
export function colorOf(input: Input): string | null | undefined {
  const text = textOf(input, 'color')
  if (text === undefined || text === null) return text
  const match = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(text)
  if (!match) throw invalid('color', 'The color field must be a hexadecimal color.')
  return `#${match[1]}`
}
