import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../core/context.ts'
import { AppError, invalid } from '../../core/errors.ts'
import { findProject, type Project } from '../../core/projects/read.ts'
import { type ProjectReference, resolveProject } from '../../core/projects/resolve.ts'
import type { BillingStatus, DefaultBillingStatus } from '../../core/rules/billing-status.ts'
import type { CustomFieldChanges } from '../../core/rules/custom-fields.ts'
import { endOfDay, isZone, readTime, startOfDay } from '../../core/rules/local-time.ts'
import { getMe } from '../../core/me.ts'

/**
 * What Timing clients send. Everything is optional to read and checked by name, since they spell things in many ways:
 * parameters in the query of a POST, `1` and `true`, references bare or as addresses, lists with and without brackets.
 */
export type Input = Readonly<Record<string, unknown>>

/** The query of a list, or a body over the query: one client posts everything in the address. */
export function inputOf(request: FastifyRequest): Input {
  const query = isRecord(request.query) ? request.query : {}
  if (request.body === undefined || request.body === null) return query
  if (!isRecord(request.body))
    throw new AppError('invalid', 'bad_input', 'The body must be an object.', {
      fields: { body: 'The body must be an object.' },
    })
  return { ...query, ...request.body }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value with empty text read as null, as the service's framework does; undefined where it was not sent. */
function valueOf(input: Input, name: string): unknown {
  const value = input[name]
  if (typeof value !== 'string') return value
  const trimmed = value.trim()
  return trimmed === '' ? null : trimmed
}

export function textOf(input: Input, name: string): string | null | undefined {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  if (typeof value === 'string') return value
  throw invalid(name, `The ${label(name)} field must be a string.`)
}

export function requiredTextOf(input: Input, name: string): string {
  const text = textOf(input, name)
  if (text === undefined || text === null) throw invalid(name, `The ${label(name)} field is required.`)
  return text
}

const BOOLEANS: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false }

/** `1`, `0`, `true` and `false` in any case: the documents have the first two, several clients send the others. */
export function booleanOf(input: Input, name: string): boolean | undefined {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return undefined
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  const known = isPlain ? BOOLEANS[String(value).toLowerCase()] : undefined
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

/** A list under its name, with or without brackets, and under an alias; undefined where none was sent. */
export function listOf(input: Input, ...names: string[]): string[] | undefined {
  const name = names.find((each) => input[each] !== undefined)
  if (name === undefined) return undefined
  const value = input[name]
  const values = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [value]
  if (!values.every((each) => typeof each === 'string' || typeof each === 'number')) {
    throw invalid(name, `The ${label(name)} field must be a list of strings.`)
  }
  return values.map(String)
}

function label(name: string): string {
  return name.replaceAll('_', ' ')
}

// References.

type Kind = 'projects' | 'time-entries' | 'users' | 'teams'

/** The id in a reference: bare, `/projects/1`, with the API root before it, a whole address, or `{"self": …}`. */
export function idOf(value: unknown, kind: Kind): number | undefined {
  const text = isRecord(value) ? value['self'] : value
  if (typeof text === 'number') return Number.isSafeInteger(text) && text > 0 ? text : undefined
  if (typeof text !== 'string') return undefined
  // The Python samples of the documents send `\/projects\/1`.
  const plain = text.trim().replaceAll('\\/', '/')
  const match =
    /^(?:(?:https?:\/\/[^/?#]+)?(?:\/[^?#]*)?\/|(projects|time-entries|users|teams)\/|)(\d{1,16})$/.exec(
      plain,
    )
  const isOfKind = /^\d+$/.test(plain) || plain.startsWith(`${kind}/`) || plain.includes(`/${kind}/`)
  const id = Number(match?.[2])
  return isOfKind && Number.isSafeInteger(id) && id > 0 ? id : undefined
}

export function requiredIdOf(value: unknown, kind: Kind, name: string): number {
  const id = idOf(value, kind)
  if (id === undefined) throw invalid(name, `The selected ${label(name)} is invalid.`)
  return id
}

/** Ids out of a list; the empty text stands for none and becomes null. */
export function idsOf(values: readonly string[], kind: Kind, name: string): (number | null)[] {
  return values.map((value) => (value.trim() === '' ? null : requiredIdOf(value, kind, name)))
}

/**
 * The project somebody means by a reference, a title, or all titles from a root. Nothing is made on the quiet: what is
 * not found, or found more than once, is an error on the field.
 */
export async function projectOf(ctx: Ctx, input: Input, name: string): Promise<Project | null | undefined> {
  const value = valueOf(input, name)
  if (value === undefined || value === null) return value
  try {
    return await findMeant(ctx, value, name)
  } catch (error) {
    if (
      error instanceof AppError &&
      (error.code === 'not_found' || error.fields?.['project'] !== undefined)
    ) {
      throw invalid(
        name,
        error.code === 'not_found' ? `The selected ${label(name)} is invalid.` : error.message,
        error.reason,
      )
    }
    throw error
  }
}

async function findMeant(ctx: Ctx, value: unknown, name: string): Promise<Project> {
  const chain = chainOf(value)
  if (chain) return resolveProject(ctx, { chain })
  const id = idOf(value, 'projects')
  if (typeof value === 'string' && (id === undefined || /^\d+$/.test(value))) {
    return (await byTitle(ctx, { title: value }, id)) ?? (await resolveProject(ctx, { id: id ?? 0 }))
  }
  return resolveProject(ctx, { id: requiredIdOf(value, 'projects', name) })
}

/** A number on its own is a title first and an id second. */
async function byTitle(
  ctx: Ctx,
  title: ProjectReference,
  id: number | undefined,
): Promise<Project | undefined> {
  try {
    return await resolveProject(ctx, title)
  } catch (error) {
    if (error instanceof AppError && error.reason === 'no_such_thing' && id !== undefined)
      return findProject(ctx, id)
    throw error
  }
}

/** A title chain as an array, or as the JSON text of one. */
function chainOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((each) => typeof each === 'string')) return value
    return undefined
  }
  if (typeof value !== 'string' || !value.startsWith('[')) return undefined
  try {
    return chainOf(JSON.parse(value))
  } catch {
    // A title may begin with a bracket.
    return undefined
  }
}

// Dates.

/** The zone of `X-Time-Zone`; one that does not exist is as good as none. */
export function zoneHeader(request: FastifyRequest): string | undefined {
  const zone = request.headers['x-time-zone']
  return typeof zone === 'string' && isZone(zone.trim()) ? zone.trim() : undefined
}

type Edge = 'start' | 'end'

/**
 * A moment in the input. A day without a time is its first moment, or at an `end` edge the last, in the zone of the
 * header or else of the account; a time without an offset is in the zone of the header or else UTC.
 */
export async function momentOf(
  ctx: Ctx,
  request: FastifyRequest,
  field: { name: string; edge: Edge },
): Promise<number | undefined> {
  const text = textOf(inputOf(request), field.name)
  if (text === undefined || text === null) return undefined
  const header = zoneHeader(request)
  // A plus sign that was not encoded in an address arrives as a space.
  const time = readTime(text.replace(/(:\d{2}(?:\.\d+)?) (\d{2}(?::?\d{2})?)$/, '$1+$2'), header ?? 'UTC')
  if (!time) throw invalid(field.name, `The ${label(field.name)} field must be a valid date.`)
  if (time.kind === 'instant') return time.at
  const zone = header ?? (await getMe(ctx)).time_zone
  return field.edge === 'start' ? startOfDay(time.day, zone) : endOfDay(time.day, zone)
}

// Words.

const SETTABLE = ['not_billable', 'billable', 'billed', 'paid'] as const
const LISTABLE = ['undetermined', ...SETTABLE] as const

/** A status to give an entry. `undetermined` is what an entry has that nobody gave one; it can only be looked for. */
export function billingStatusOf(input: Input): BillingStatus | undefined {
  return wordOf(input, 'billing_status', SETTABLE) ?? undefined
}

export function billingStatusesOf(input: Input): (BillingStatus | 'undetermined')[] | undefined {
  return listOf(input, 'billing_status')?.map((each) => oneOf(each, 'billing_status', LISTABLE))
}

/** A project's default; empty, null and `automatic` (the word of Timing's scripting) inherit it. */
export function defaultStatusOf(input: Input): DefaultBillingStatus | null | undefined {
  if (input['default_billing_status'] === 'automatic') return null
  return wordOf(input, 'default_billing_status', ['not_billable', 'billable'] as const)
}

function wordOf<const T extends readonly string[]>(
  input: Input,
  name: string,
  words: T,
): T[number] | null | undefined {
  const text = textOf(input, name)
  return text === undefined || text === null ? text : oneOf(text, name, words)
}

function oneOf<const T extends readonly string[]>(text: string, name: string, words: T): T[number] {
  const word = words.find((each) => each === text)
  if (word === undefined) throw invalid(name, `The selected ${label(name)} is invalid.`)
  return word
}

/** Custom fields to set, and those to delete by null. An empty array is how PHP writes an empty object. */
export function customFieldsOf(input: Input): CustomFieldChanges | undefined {
  const value = input['custom_fields']
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
