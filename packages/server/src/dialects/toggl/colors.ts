/** The colours of the service, by the numbers that older clients name them with. */
export const PALETTE = [
  '#0b83d9',
  '#9e5bd9',
  '#d94182',
  '#e36a00',
  '#bf7000',
  '#2da608',
  '#06a893',
  '#c9806b',
  '#465bb3',
  '#990099',
  '#c7af14',
  '#566614',
  '#d92b2b',
  '#525266',
] as const

/** The number by which v8 and reports name a colour: its own, or that of the one in the palette that is nearest. */
export function colorNumber(hex: string): string {
  const distances = PALETTE.map((each) => distance(each, hex))
  return String(distances.indexOf(Math.min(...distances)))
}

/** A colour as the service writes it. */
export function hexOf(color: string): string {
  return color.toLowerCase()
}

function distance(one: string, other: string): number {
  const [a, b] = [channels(one), channels(other)]
  return a.reduce((sum, channel, index) => sum + (channel - (b[index] ?? 0)) ** 2, 0)
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))
}
