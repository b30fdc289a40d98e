import { invalid } from '../core/errors.ts'
import { readTime } from '../core/rules/local-time.ts'

/** A moment in a body: with an offset, so that nobody has to guess. */
export function readInstant(field: string, text: string): number {
  const time = readTime(text, 'UTC')
  if (time?.kind === 'instant' && time.hadOffset) return time.at
  throw invalid(field, 'Write a real date and time with its offset, such as 2026-03-31T09:00:00+02:00.')
}

export function readOptionalInstant<T extends null | undefined>(field: string, text: string | T): number | T {
  return typeof text === 'string' ? readInstant(field, text) : text
}
