import { useSyncExternalStore } from 'react'

let now = Date.now()
let ticking: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The time, once a second; every clock on the screen ticks together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}

/** The time as of the last whole step since the epoch: a component that uses it is drawn again once a step. */
export function useNowBy(step: number): number {
  return useSyncExternalStore(subscribe, () => Math.floor(now / step) * step)
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now()
    ticking = setInterval(tick, 1000)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(ticking)
  }
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}
