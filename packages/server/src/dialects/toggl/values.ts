import { Temporal } from 'temporal-polyfill'

/**
 * Moments as the service spells them. It has three ways: microseconds without their trailing zeros, whole seconds with
 * `Z` (in the answers to writes), and whole seconds with `+00:00` (in the answers to reads).
 */

/** `2024-11-08T10:00:00.123Z`: the `at` of entries, tags, people and organizations. */
export function exactTime(at: number): string {
  return new Date(at).toISOString().replace(/\.?0*Z$/, 'Z')
}

/** `2024-12-16T10:00:00Z`: start and stop in the answer to a write. */
export function writtenTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** `2024-12-16T10:00:00+00:00`: start and stop in lists, and the `at` of projects, clients and workspaces. */
export function listedTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`
}

/** `2024-12-16T11:00:00+01:00`: a moment on the wall of a zone, as reports show it. */
export function localTime(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset}`
}

export function unixSeconds(at: number): number {
  return Math.floor(at / 1000)
}

/** Seven days from Sunday, which is 0 here and 7 in core. */
export function sundayFirst(weekStart: number): number {
  return weekStart % 7
}

export function mondayFirst(beginningOfWeek: number): number {
  return beginningOfWeek === 0 ? 7 : beginningOfWeek
}
