import type { Icon as Glyph } from '@tabler/icons-react'

/** Icons are drawn one way everywhere; their meaning is always said by a label beside or behind them. */
export function Icon({ of: Shape, size = 18 }: { of: Glyph; size?: number }) {
  return <Shape size={size} stroke={1.5} aria-hidden />
}
