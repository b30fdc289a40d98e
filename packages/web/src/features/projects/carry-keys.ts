import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

/** Lets the arrows carry a project from one place that takes it to the next, up and down. */
export const toNextPlace: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  if (event.code.startsWith('Arrow')) event.preventDefault()
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.code]
  if (step === undefined) return undefined
  const places = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id)
      return rect ? [{ id, middle: rect.top + rect.height / 2 }] : []
    })
    .sort((a, b) => a.middle - b.middle)
  const carried = context.collisionRect
  if (!carried) return undefined
  const here = context.over ? places.findIndex(({ id }) => id === context.over?.id) : -1
  const middle = carried.top + carried.height / 2
  const next =
    here >= 0
      ? places[here + step]
      : step > 0
        ? places.find((place) => place.middle > middle)
        : places.findLast((place) => place.middle < middle)
  return next && { x: currentCoordinates.x, y: next.middle - carried.height / 2 }
}
