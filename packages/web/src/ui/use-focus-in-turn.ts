import { useEffect, useRef, type FocusEvent } from 'react'

type Had = { button: HTMLElement; turn: string; place: number }

/**
 * Keeps the focus in a list whose buttons take away their own row. Those that do the same are marked with the same
 * `data-turn`: when one that had the focus is gone, the one in its place has it, and without any, the page.
 */
export function useFocusInTurn() {
  const list = useRef<HTMLDivElement>(null)
  const had = useRef<Had>(undefined)

  // Whatever is drawn may have taken the button away.
  useEffect(() => {
    if (!had.current) return
    const { button, turn, place } = had.current
    if (button.isConnected) {
      had.current = { button, turn, place: Math.max(0, takers(list.current, turn).indexOf(button)) }
      return
    }
    had.current = undefined
    // Whoever has gone on to something else stays there.
    if (document.activeElement !== document.body) return
    const next = takers(list.current, turn)
    const taker = next[place] ?? next.at(-1) ?? document.getElementById('content')
    taker?.focus()
  })

  return {
    ref: list,
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const turn = target.dataset['turn']
      if (turn === undefined) return
      had.current = { button: target, turn, place: takers(list.current, turn).indexOf(target) }
    },
  }
}

function takers(list: HTMLElement | null, turn: string): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(`[data-turn="${turn}"]`) ?? [])]
}
