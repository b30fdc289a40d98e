import { useRef, type DragEvent } from 'react'

/**
 * Keeps a block under the pointer where it was taken hold of. The grid takes the pointer for the top of what is dragged,
 * so what it hears of it is moved up by as much as the block was held below its top.
 */
export function useHold() {
  const held = useRef(0)
  return {
    begin: (event: DragEvent<HTMLElement>) => {
      held.current = event.clientY - event.currentTarget.getBoundingClientRect().top
    },
    shift: ({ nativeEvent }: DragEvent<HTMLElement>) => {
      const value = nativeEvent.clientY - held.current
      Object.defineProperty(nativeEvent, 'clientY', { value })
    },
  }
}
