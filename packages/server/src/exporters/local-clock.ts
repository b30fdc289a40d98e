import { Temporal } from 'temporal-polyfill'

/** The wall clock of a zone at an instant, as the milliseconds that UTC would show the same reading at. */
export type LocalClock = (at: number) => number

/** Remembers the offset of the stretch it was last asked about; asking Temporal for each row takes most of an export. */
export function localClock(zone: string): LocalClock {
  let stretch = { from: Infinity, until: -Infinity, offset: 0 }
  return (at) => {
    if (at < stretch.from || at >= stretch.until) stretch = stretchAt(at, zone)
    return at + stretch.offset
  }
}

function stretchAt(at: number, zone: string): { from: number; until: number; offset: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  // A millisecond later, so that a change at this very instant counts as the stretch's beginning.
  const begin = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const end = local.getTimeZoneTransition('next')
  return {
    from: begin?.epochMilliseconds ?? -Infinity,
    until: end?.epochMilliseconds ?? Infinity,
    offset: Math.round(local.offsetNanoseconds / 1e6),
  }
}

/** `2026-03-01` of a wall clock. */
export function dayText(local: number): string {
  return new Date(local).toISOString().slice(0, 10)
}

/** `2026-03-01 09:05:00` of a wall clock. */
export function dateTimeText(local: number): string {
  return new Date(local).toISOString().slice(0, 19).replace('T', ' ')
}

/** `09:05` of a wall clock. */
export function timeText(local: number): string {
  return new Date(local).toISOString().slice(11, 16)
}

/** `2026-03-01T08:05:00Z` of an instant. */
export function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
