import type { ReportDocument } from './document.ts'

const digitsByCurrency = new Map<string, number>()

/** How many digits a currency has below its unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  const known = digitsByCurrency.get(currency)
  if (known !== undefined) return known
  const digits = readDigits(currency)
  digitsByCurrency.set(currency, digits)
  return digits
}

function readDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Minor units as wires have them that count money in whole units of its currency: 12.5 is twelve and a half. */
export function majorUnits(minor: number, currency: string): number {
  const digits = digitsOf(currency)
  return Number((minor / 10 ** digits).toFixed(digits))
}

export function minorUnits(major: number, currency: string): number {
  return Math.round(major * 10 ** digitsOf(currency))
}

/** Minor units as a number for programs: `-1234.50`. Made of digits, so that no cent is lost to a fraction. */
export function decimalOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`
}

/** Minor units for people: `−1,234.50`. */
export function amountText(minor: number, currency: string): string {
  const [whole = '', part] = decimalOf(minor, currency).split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',').replace('-', '−')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** Seconds as hours for programs, to four digits: sums of a year's rows stay right to the minute. */
export function hoursOf(seconds: number): string {
  return String(Math.round((seconds / 3600) * 10_000) / 10_000)
}

/** `h:mm:ss`; hours are not bounded by the day. */
export function clockText(seconds: number): string {
  const whole = Math.abs(Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return `${seconds < 0 ? '-' : ''}${hours}:${two(minutes)}:${two(rest)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** A duration for people, as the document wants it: `1,234:05:00` or `1,234.08 h`. */
export function durationText(seconds: number, format: ReportDocument['durationFormat']): string {
  const text = format === 'clock' ? clockText(seconds) : (seconds / 3600).toFixed(2)
  const grouped = text.replace(/^\d+/, (hours) => hours.replaceAll(/\B(?=(?:\d{3})+$)/g, ','))
  return format === 'clock' ? grouped : `${grouped} h`
}
