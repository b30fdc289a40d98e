/** Reading and writing instants (milliseconds, UTC) as people in a time zone do. Days are `YYYY-MM-DD`. */

const DAY = 86_400_000
const formatters = new Map<string, Intl.DateTimeFormat>()

export type LocalTime = { day: string; secondOfDay: number }

export function toLocal(instant: number, zone: string): LocalTime {
  const shifted = new Date(instant + offsetAt(instant, zone))
  return {
    day: shifted.toISOString().slice(0, 10),
    secondOfDay: shifted.getUTCHours() * 3600 + shifted.getUTCMinutes() * 60 + shifted.getUTCSeconds(),
  }
}

/** A time that occurs twice is the earlier one; a time the clocks skip is read with the offset before the skip. */
export function fromLocal({ day, secondOfDay }: LocalTime, zone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + secondOfDay * 1000
  const before = asUtc - offsetAt(asUtc - DAY, zone)
  const after = asUtc - offsetAt(asUtc + DAY, zone)
  const real = [before, after].filter((instant) => instant + offsetAt(instant, zone) === asUtc)
  return real.length > 0 ? Math.min(...real) : before
}

/** Whether a word of an address names a day. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

/** The first day of the week that holds `day`; `weekStart` is 1 for Monday to 7 for Sunday. */
export function startOfWeek(day: string, weekStart: number): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return addDays(day, -((weekday - weekStart + 7) % 7))
}

export function guessZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

function offsetAt(instant: number, zone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterFor(zone).formatToParts(instant)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  return asUtc - Math.floor(instant / 1000) * 1000
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}
