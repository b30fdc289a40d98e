import type { RoundingMode } from '../../db/schema.ts'

/** Seconds rounded to whole steps of `minutes`; `nearest` takes half a step up. */
export function roundSeconds(seconds: number, mode: RoundingMode, minutes: number): number {
  const step = minutes * 60
  switch (mode) {
    case 'none':
      return seconds
    case 'up':
      return Math.ceil(seconds / step) * step
    case 'down':
      return Math.floor(seconds / step) * step
    case 'nearest':
      return Math.floor((seconds + step / 2) / step) * step
  }
}
