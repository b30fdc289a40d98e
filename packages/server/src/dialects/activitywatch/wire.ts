import type { FastifyRequest } from 'fastify'
import { invalid } from '../../core/errors.ts'
import { readTime } from '../../core/rules/local-time.ts'
import { timesProblem } from '../../core/rules/usage-sample.ts'

/** An event as a watcher sends it. */
export type SentEvent = { at: number; durationMs: number; data: Readonly<Record<string, unknown>> }

type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function readFields(value: unknown, field: string): Fields {
  if (isFields(value)) return value
  throw invalid(field, 'Send an object.')
}

export function readText(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw invalid(name, 'Send a text that is not empty.')
}

const LONGEST_MS = 366 * 24 * 3600 * 1000

/** Reads an event. Without a time it is of now, and without a duration of one moment, as aw-server has it. */
export function readEvent(value: unknown, field: string, now: number): SentEvent {
  const { timestamp, duration = 0, data = {} } = readFields(value, field)
  if (typeof duration !== 'number' || !Number.isFinite(duration) || duration < 0)
    throw invalid(`${field}.duration`, 'The duration is a number of seconds that is not negative.')
  const durationMs = Math.round(duration * 1000)
  if (durationMs > LONGEST_MS) throw invalid(`${field}.duration`, 'An event may be at most a year long.')
  if (!isFields(data)) throw invalid(`${field}.data`, 'The data is an object.')
  const at = timestamp === undefined || timestamp === null ? now : readMoment(timestamp, `${field}.timestamp`)
  const problem = timesProblem({ started_at: at, ended_at: at }, now)
  if (problem) throw invalid(`${field}.timestamp`, problem.message)
  return { at, durationMs, data }
}

/** One event or a list of them. */
export function readEvents(body: unknown, now: number): { events: SentEvent[]; isList: boolean } {
  if (!Array.isArray(body)) return { events: [readEvent(body, 'event', now)], isList: false }
  return { events: body.map((each, index) => readEvent(each, `events.${index}`, now)), isList: true }
}

function readMoment(value: unknown, field: string): number {
  // A plus sign that was not encoded arrives as a space.
  const text = typeof value === 'string' ? value.replace(/ (\d{2}:?\d{2})$/, '+$1') : ''
  const time = readTime(text, 'UTC')
  if (time?.kind === 'instant') return time.at
  throw invalid(field, 'Write a date and time as ISO 8601 has it.')
}

/** The one value of a query parameter; undefined where it is absent or empty. */
function queryValue(request: FastifyRequest, name: string): string | undefined {
  const value = isFields(request.query) ? request.query[name] : undefined
  if (value === undefined || value === '') return undefined
  if (typeof value === 'string') return value
  throw invalid(name, 'Send this parameter once.')
}

export function queryMoment(request: FastifyRequest, name: string): number | undefined {
  const value = queryValue(request, name)
  return value === undefined ? undefined : readMoment(value, name)
}

export function queryNumber(request: FastifyRequest, name: string): number | undefined {
  const value = queryValue(request, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) throw invalid(name, 'Send a number.')
  return number
}

/** The file of a form: ActivityWatch's web page uploads what it exported as one. */
export function firstPartOf(contentType: string, text: string): string | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) return undefined
  const part = text.split(`--${boundary}`)[1] ?? ''
  const start = part.indexOf('\r\n\r\n')
  return start === -1 ? undefined : part.slice(start + 4)
}
