import { Temporal } from 'temporal-polyfill'
import { endOfDay, isDay, readTime, startOfDay } from '../../core/rules/local-time.ts'
import { validation } from './errors.ts'

/** Moments have no offset on this wire: some are what the wall clock of the installation shows, others are UTC. */

/** As the installation's clock shows it: `2026-03-02T09:00:00`. */
export function localTime(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return local.toString({ smallestUnit: 'second' })
}

export function localTimeOrNull(at: number | null, zone: string): string | null {
  return at === null ? null : localTime(at, zone)
}

/** In UTC, with nothing to say so; a fraction has six digits where there is one. */
export function utcTime(at: number): string {
  const [whole = '', fraction = ''] = new Date(at).toISOString().slice(0, -1).split('.')
  return fraction === '000' ? whole : `${whole}.${fraction}000`
}

export function utcTimeOrNull(at: number | null): string | null {
  return at === null ? null : utcTime(at)
}

/** A moment in a body. Without an offset it is the installation's time; with one it is what it says. */
export function momentOf(value: unknown, name: string, zone: string): number {
  const time = typeof value === 'string' ? readTime(value, zone) : undefined
  if (time?.kind === 'instant') return time.at
  throw validation('Validation failed', { [name]: ['Not a valid datetime.'] })
}

/** A bound of a query: a day counts whole. What cannot be read is no bound. */
export function startBound(text: string | undefined, zone: string): number | undefined {
  const time = text === undefined ? undefined : readTime(withPlus(text), zone)
  if (!time) return undefined
  return time.kind === 'day' ? startOfDay(time.day, zone) : time.at
}

/** The same for the end, which is the first moment that no longer counts. */
export function endBound(text: string | undefined, zone: string): number | undefined {
  const time = text === undefined ? undefined : readTime(withPlus(text), zone)
  if (!time) return undefined
  return time.kind === 'day' ? endOfDay(time.day, zone) : time.at + 1
}

/** A plus sign that was not encoded arrives as a space. */
function withPlus(text: string): string {
  return text.replace(/ (\d{2}:?\d{2})$/, '+$1')
}

export function isDayText(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)
}

/** A day of a body; what is no day is none, as the system has it. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const day = value.trim().slice(0, 10)
  return isDayText(day) ? day : null
}

/** `HH:MM:SS`, with as many hours as there are. */
export function clockOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Seconds as hours with two decimals. */
export function hoursOf(seconds: number): number {
  return Math.round((seconds / 3600) * 100) / 100
}
