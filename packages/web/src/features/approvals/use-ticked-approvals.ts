import type { Approval } from '@sundial/sdk'
import { useMemo, useState } from 'react'

export type TickedApprovals = {
  approvals: readonly Approval[]
  isTicked: (id: number) => boolean
  set: (approvals: readonly Approval[], isTicked: boolean) => void
  clear: () => void
}

/** Which rows are ticked; those that were decided, here or elsewhere, are no more. */
export function useTickedApprovals(shown: readonly Approval[]): TickedApprovals {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  return useMemo(
    () => ({
      approvals: shown.filter(({ id }) => ids.has(id)),
      isTicked: (id) => ids.has(id),
      set: (approvals, isTicked) => {
        setIds((before) => {
          const after = new Set(before)
          for (const { id } of approvals) {
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
    [shown, ids],
  )
}
