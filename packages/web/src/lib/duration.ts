export type DurationFormat = 'clock' | 'decimal'

const formats = new Map<string, Intl.NumberFormat>()

/** `1:38`, or `1.63`, in German `1,63`, for people who count in decimals; under a minute the seconds show, so that nothing reads as zero. */
export function formatDuration(seconds: number, format: DurationFormat, locale = 'en'): string {
  if (format === 'decimal') return decimals(locale).format(hundredths(seconds))
  if (seconds > 0 && seconds < 60) return formatClock(seconds)
  const minutes = Math.floor(seconds / 60)
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}`
}

/** Like that, but whole: seconds show where there are any, so that figures can be added up by hand. */
export function formatExactDuration(seconds: number, format: DurationFormat, locale = 'en'): string {
  const isWhole = format === 'decimal' || seconds % 60 === 0
  return isWhole ? formatDuration(seconds, format, locale) : formatClock(seconds)
}

/** The seconds that a duration written in full stands for: decimal hours round each of them. */
export function exactSeconds(seconds: number, format: DurationFormat): number {
  return format === 'decimal' ? Math.round(hundredths(seconds) * 3600) : seconds
}

/** `0:42:07`, for what runs. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 3600)}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`
}

/** Reads `1:30`, `:45`, `1:30:15`, `1.5`, `1,5h`, `1h30`, `90m`; a bare number means hours. Undefined when it is none of these. */
export function parseDuration(text: string): number | undefined {
  const input = text.trim().toLowerCase()
  const clock = /^(\d{0,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(input)
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  const named = parseNamedDuration(input)
  if (named !== undefined) return named
  const decimal = /^(\d{0,4}(?:[.,]\d{1,4})?)$/.exec(input)
  if (decimal?.[1]) return Math.round(Number(decimal[1].replace(',', '.')) * 3600)
  return undefined
}

/** Only the forms that name their unit: `1h30`, `1h 30m`, `1.5h`, `90m`, `45min`. */
export function parseNamedDuration(text: string): number | undefined {
  const hours = /^(\d{1,4}(?:[.,]\d{1,4})?)\s?h(?:\s?(\d{1,2})\s?(?:m|min)?)?$/.exec(text)
  if (hours?.[1]) return Math.round(Number(hours[1].replace(',', '.')) * 3600) + Number(hours[2] ?? 0) * 60
  const minutes = /^(\d{1,5})\s?(?:m|min)$/.exec(text)
  if (minutes) return Number(minutes[1]) * 60
  return undefined
}

/** Decimal hours, as far as they are written. */
function hundredths(seconds: number): number {
  return Number((seconds / 3600).toFixed(2))
}

/** A field holds what can be typed back into it: no groups, and the figures that are read. */
function decimals(locale: string): Intl.NumberFormat {
  let format = formats.get(locale)
  if (!format) {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    format = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: false, ...digits })
    formats.set(locale, format)
  }
  return format
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
