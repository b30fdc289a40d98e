import { invalid } from '../core/errors.ts'
import { endOfDay, readTime, startOfDay } from '../core/rules/local-time.ts'
import { requireZone } from '../core/text.ts'

/** A moment in a body: with an offset, so that nobody has to guess. */
export function readInstant(field: string, text: string): number {
  const time = readTime(text, 'UTC')
  if (time?.kind === 'instant' && time.hadOffset) return time.at
  throw invalid(field, 'Write a real date and time with its offset, such as 2026-03-31T09:00:00+02:00.')
}

export function readOptionalInstant<T extends null | undefined>(field: string, text: string | T): number | T {
  return typeof text === 'string' ? readInstant(field, text) : text
}

/** The bounds of a range: moments with an offset, or whole days in `zone`. */
export function readRange(query: { from?: string; to?: string }, zone: string) {
  return {
    from:
      query.from === undefined ? undefined : readBound('from', query.from, (day) => startOfDay(day, zone)),
    to: query.to === undefined ? undefined : readBound('to', query.to, (day) => endOfDay(day, zone)),
  }
}

function readBound(field: string, text: string, ofDay: (day: string) => number): number {
  // A plus sign that was not encoded arrives as a space.
  const time = readTime(text.replace(/ (\d{2}:?\d{2})$/, '+$1'), 'UTC')
  if (time?.kind === 'day') return ofDay(time.day)
  if (time?.kind === 'instant' && time.hadOffset) return time.at
  throw invalid(field, 'Write a day, such as 2026-03-31, or a moment with its offset.')
}

export function readZone(zone: string | undefined, otherwise: string): string {
  return zone === undefined ? otherwise : requireZone('time_zone', zone)
}
