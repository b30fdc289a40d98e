import type { Entry } from '@sundial/sdk'
import { useMemo, useState } from 'react'

export type EntrySelection = {
  ids: ReadonlySet<number>
  entries: readonly Entry[]
  seconds: number
  /** On a phone rows have no ticks until one asks for them; a touch then ticks instead of opening. */
  isPicking: boolean
  setPicking: (isPicking: boolean) => void
  set: (entries: readonly Entry[], isSelected: boolean) => void
  clear: () => void
}

/** Which rows are ticked. Rows that vanish from the list, here or elsewhere, leave the selection too. */
export function useEntrySelection(entries: readonly Entry[]): EntrySelection {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [isPicking, setPicking] = useState(false)
  return useMemo(() => {
    const selected = entries.filter(({ id }) => ticked.has(id))
    return {
      ids: new Set(selected.map(({ id }) => id)),
      entries: selected,
      seconds: selected.reduce((sum, entry) => sum + entry.duration_seconds, 0),
      isPicking,
      setPicking: (wanted) => {
        setPicking(wanted)
        if (!wanted) setTicked(new Set())
      },
      set: (rows, isSelected) => {
        setTicked((before) => {
          const after = new Set(before)
          for (const { id } of rows) {
            if (isSelected) after.add(id)
            else after.delete(id)
          }
          return after
        })
      },
      clear: () => {
        setPicking(false)
        setTicked(new Set())
      },
    }
  }, [entries, ticked, isPicking])
}
