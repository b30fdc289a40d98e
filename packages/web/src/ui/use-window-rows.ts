import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type Key } from 'react'
import { useIsPrinting } from '../lib/use-is-printing.ts'

type Rows = {
  count: number
  /** How high a row is until it is measured. */
  height: number
  keyOf: (index: number) => Key
}

/** Rows in advance of those on the screen. */
const overscan = 12

/**
 * Of a list of any length, the rows that are on the screen; the page scrolls, and paper has all of them. `top` and `space`
 * go to what holds the rows: they stand one below the other with room for those that are not there, so that a row of
 * another height than was thought is in its place from the first moment.
 */
export function useWindowRows({ count, height, keyOf }: Rows) {
  const top = useRef<HTMLDivElement & HTMLUListElement>(null)
  const [offset, setOffset] = useState(0)
  // oxlint-disable-next-line react/exhaustive-deps -- whatever stands above may have grown; the same number sets nothing off
  useLayoutEffect(() => {
    setOffset(Math.round((top.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
  })
  const isPrinting = useIsPrinting()
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: isPrinting ? count : overscan,
    scrollMargin: offset,
    getItemKey: keyOf,
  })
  const shown = rows.getVirtualItems()
  const before = (shown[0]?.start ?? offset) - offset
  const after = rows.getTotalSize() - ((shown.at(-1)?.end ?? offset) - offset)
  return {
    top,
    space: { paddingTop: before, paddingBottom: after },
    shown,
    measure: rows.measureElement,
    scrollTo: (index: number) => {
      rows.scrollToIndex(index)
    },
    /** How many rows lie ready around those in sight. */
    overscan,
  }
}
