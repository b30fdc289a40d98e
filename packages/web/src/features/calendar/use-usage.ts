import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, type PointerEvent } from 'react'
import type { Days } from '../reports/ranges.ts'
import { useFormats } from '../session/formats.ts'
import type { Times } from './entry-moves.ts'
import { usageQuery } from './usage.ts'
import { stripsOf, suggestTitle } from './usage-strips.ts'
import { listDays } from './views.ts'

/** How wide the lane is, where there is one. */
export const laneWidth = 12

/** The lane of what devices saw on these days, and what an entry that is dragged along it might be called. */
export function useUsage({ from, to }: Days) {
  const { zone } = useFormats()
  const { data } = useQuery(usageQuery({ from, to }))
  const strips = useMemo(() => stripsOf(data ?? [], listDays({ from, to }), zone), [data, from, to, zone])
  const isInLane = useRef(false)
  return {
    strips,
    /** Notes where a drag begins: over the lane or beside it. */
    notePress: ({ target, clientX }: PointerEvent<HTMLElement>) => {
      const day = target instanceof Element ? target.closest('[data-drag-slot-group]')?.parentElement : null
      isInLane.current =
        strips.length > 0 &&
        day !== null &&
        day !== undefined &&
        clientX - day.getBoundingClientRect().left < laneWidth
    },
    titleOfDrag: (times: Times) => (isInLane.current ? suggestTitle(data ?? [], times) : undefined),
    titleOf: (times: Times) => suggestTitle(data ?? [], times),
  }
}
