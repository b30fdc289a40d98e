import { digitsOf } from '../../exporters/figures.ts'

/** Money on this wire is a number in whole units of its currency: 12.5 is twelve and a half. */
export function majorUnits(minor: number, currency: string): number {
  const digits = digitsOf(currency)
  return Number((minor / 10 ** digits).toFixed(digits))
}

export function minorUnits(major: number, currency: string): number {
  return Math.round(major * 10 ** digitsOf(currency))
}
