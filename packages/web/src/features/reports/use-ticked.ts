import type { ReportEntry } from '@sundial/sdk'
import { useMemo, useState } from 'react'

export type Ticked = {
  entries: readonly ReportEntry[]
  isTicked: (id: number) => boolean
  set: (entries: readonly ReportEntry[], isTicked: boolean) => void
  clear: () => void
}

/** Which entries of a report are ticked; one that is no longer in it is not. */
export function useTicked(all: readonly ReportEntry[]): Ticked {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  return useMemo(
    () => ({
      entries: all.filter(({ id }) => ids.has(id)),
      isTicked: (id) => ids.has(id),
      set: (entries, isTicked) => {
        setIds((before) => {
          const after = new Set(before)
          for (const { id } of entries) {
            if (isTicked) after.add(id)
            else after.delete(id)
          }
          return after
        })
      },
      clear: () => {
        setIds(new Set())
      },
    }),
    [all, ids],
  )
}
