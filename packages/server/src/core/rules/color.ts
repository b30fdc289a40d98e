/** A colour for a project that was given none: any hue, 70 % saturation, full value, as #RRGGBB. */
export function colorOfHue(hue: number): string {
  const channel = (n: number) => {
    const k = (n + hue / 60) % 6
    return Math.round(255 * (1 - 0.7 * Math.max(0, Math.min(k, 4 - k, 1))))
  }
  return `#${[channel(5), channel(3), channel(1)].map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}
