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
 * Of a list of any length, the rows that are on the screen; the page scrolls, and paper has all of them. `top` goes to
 * what holds the rows, `total` is its height, and `offset` is what the start of each row counts from.
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
  return {
    top,
    offset,
    shown: rows.getVirtualItems(),
    total: rows.getTotalSize(),
    measure: rows.measureElement,
    scrollTo: (index: number) => {
      rows.scrollToIndex(index)
    },
    /** How many rows lie ready around those in sight. */
    overscan,
  }
}
