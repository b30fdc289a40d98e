import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

/** Lets the arrows carry a card from column to column; within one there is nowhere to go. */
export function toNextColumn(columns: readonly string[]): KeyboardCoordinateGetter {
  return (event, { currentCoordinates, context }) => {
    if (event.code.startsWith('Arrow')) event.preventDefault()
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.code]
    if (step === undefined) return undefined
    const next = columns[columns.findIndex((column) => column === context.over?.id) + step]
    const column = next && context.droppableRects.get(next)
    if (!column || !context.collisionRect) return undefined
    return { x: column.left + (column.width - context.collisionRect.width) / 2, y: currentCoordinates.y }
  }
}
