import { Temporal } from 'temporal-polyfill'

/** A moment or a day as a person wrote it: a day has no time, a moment without an offset needs a zone to be one. */
export type WrittenTime = { kind: 'day'; day: string } | { kind: 'instant'; at: number; hadOffset: boolean }

const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/
const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2999
const LONGEST_OFFSET_MINUTES = 14 * 60

/**
 * Reads ISO 8601 as people and programs write it: `T` or a space, seconds and fractions optional, `Z`, `+01`, `+0100`
 * or `+01:00`. A moment without an offset is read in `zone`, the earlier one where a clock was set back, the later side
 * of the gap where it was set forward. Gives undefined for what is no date: 31 February, 25:00, an offset beyond 14 h,
 * a year before 1900 or after 2999.
 */
export function readTime(text: string, zone: string): WrittenTime | undefined {
  const match = WRITTEN.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = match
  if (Number(year) < EARLIEST_YEAR || Number(year) > LATEST_YEAR) return undefined
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  try {
    if (hour === undefined) {
      return { kind: 'day', day: Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() }
    }
    const local = Temporal.PlainDateTime.from(
      {
        ...date,
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
        millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
      },
      { overflow: 'reject' },
    )
    if (offset === undefined) {
      return { kind: 'instant', at: local.toZonedDateTime(zone).epochMilliseconds, hadOffset: false }
    }
    const minutes = offsetMinutes(offset)
    if (minutes === undefined) return undefined
    const at = local.toZonedDateTime('UTC').epochMilliseconds - minutes * 60_000
    return { kind: 'instant', at, hadOffset: true }
  } catch {
    return undefined
  }
}

function offsetMinutes(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0
  const digits = text.slice(1).replace(':', '')
  const minutesPart = Number(digits.slice(2) || '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + minutesPart
  if (minutesPart > 59 || minutes > LONGEST_OFFSET_MINUTES) return undefined
  return text.startsWith('-') ? -minutes : minutes
}

// Asking takes a twentieth of a list's time. There are some six hundred names, twice as many with their spellings.
const knownZones = new Set<string>()

/** True for the name of a time zone this program knows. */
export function isZone(name: string): boolean {
  if (knownZones.has(name)) return true
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    knownZones.add(name)
    return true
  } catch {
    return false
  }
}

/** True for a real calendar day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return readTime(text, 'UTC')?.kind === 'day'
}

/** The calendar day on the wall of `zone` at an instant. */
export function localDay(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The instant at which a day begins in a zone: usually midnight, later where midnight was skipped. */
export function startOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** The instant at which a day is over in a zone, which is the start of the next one. */
export function endOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
}

/** The day `days` after another; before it when negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Drops what is below a second. Starts, ends and pauses are kept so, which lets stop − start − break be the duration. */
export function wholeSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000
}
