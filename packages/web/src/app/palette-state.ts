import { useSyncExternalStore } from 'react'

/** Several places open the palette; its code is fetched when one first does. */
let state: 'never' | 'open' | 'closed' = 'never'
/** Where the focus was before. */
let cameFrom: Element | null = null
const listeners = new Set<() => void>()

export function setPaletteOpen(isOpen: boolean): void {
  if (isOpen && state !== 'open') cameFrom = document.activeElement
  state = isOpen ? 'open' : 'closed'
  for (const listener of listeners) listener()
}

export function focusBack(): void {
  if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true })
}

export function usePaletteState(): typeof state {
  return useSyncExternalStore(subscribe, () => state)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
