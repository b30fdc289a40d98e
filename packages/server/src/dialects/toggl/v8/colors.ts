import { PALETTE } from '../colors.ts'
import { refused } from '../errors.ts'
import type { Input } from '../wire.ts'

/** The colour that was sent, as a hex value: a number of the palette, as text or not, or a hex value already. */
export function hexColorOf({ color, hex_color: hex }: Input): unknown {
  if (color === undefined || color === null) return hex
  if (typeof color === 'string' && color.startsWith('#')) return color
  const isNumber = typeof color === 'number' || (typeof color === 'string' && /^\d{1,2}$/.test(color))
  const known = isNumber ? PALETTE[Number(color)] : undefined
  if (known === undefined) throw refused('Color is invalid')
  return known
}
