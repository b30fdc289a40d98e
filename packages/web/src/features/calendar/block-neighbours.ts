import type { Block } from './blocks.ts'

/** The block that an arrow leads to: up and down within its day, left and right to the nearest hour of the next day with any. */
export function neighbourOf(blocks: readonly Block[], id: string, arrow: string): Block | undefined {
  const index = blocks.findIndex((block) => block.id === id)
  const here = blocks[index]
  if (!here) return undefined
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const next = blocks[index + (arrow === 'ArrowDown' ? 1 : -1)]
    return next?.day === here.day ? next : undefined
  }
  const isAhead = arrow === 'ArrowRight'
  const others = blocks.filter(({ day }) => (isAhead ? day > here.day : day < here.day))
  const day = (isAhead ? others[0] : others.at(-1))?.day
  return others
    .filter((block) => block.day === day)
    .sort((a, b) => Math.abs(a.from - here.from) - Math.abs(b.from - here.from))[0]
}
