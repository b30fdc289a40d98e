import { useMediaQuery } from '@mantine/hooks'
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type FocusEvent } from 'react'
import { useIsPrinting } from '../../lib/use-is-printing.ts'
import { phone } from '../../ui/media.ts'
import type { ListItem } from './list-items.ts'

/** Where a line stands in the list: its number, the room before it, and how its height is made known. */
export type LinePlace = {
  index: number
  gap: number | undefined
  measure: (element: HTMLElement | null) => void
}

/** Lines in advance of those on the screen. */
const overscan = 10

/**
 * The lines to draw, from top to bottom: those on the screen, some around them, and the one that had the focus last, wherever
 * it is, so that what is typed there and the menu that hangs on it stay while the list moves on.
 */
export function useLines(items: readonly ListItem[]) {
  const container = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [focusedKey, setFocusedKey] = useState<string>()
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false }) ?? false
  const isPrinting = useIsPrinting()
  const focused = focusedKey === undefined ? -1 : items.findIndex(({ key }) => key === focusedKey)

  const list = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => heightOf(items[index], isPhone),
    overscan: isPrinting ? items.length : overscan,
    scrollMargin: top,
    getItemKey: (index) => items[index]?.key ?? index,
    rangeExtractor: (range) => withLine(range, focused),
  })

  useLayoutEffect(() => {
    setTop((container.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
  }, [isPhone, items.length])

  let end = top
  const places = list.getVirtualItems().map(({ index, start, size }): LinePlace => {
    const gap = start > end ? start - end : undefined
    end = start + size
    return { index, gap, measure: list.measureElement }
  })
  return {
    container,
    places,
    height: list.getTotalSize(),
    isNearEnd: items.length > 0 && (list.range?.endIndex ?? 0) >= items.length - 1 - overscan,
    onFocus: ({ target }: FocusEvent) => {
      const line = target.closest<HTMLElement>('[data-index]')
      // What has opened over the page belongs to a line, and is not in it.
      if (line && container.current?.contains(line)) setFocusedKey(items[Number(line.dataset['index'])]?.key)
    },
  }
}

/** As the style sheets have it; the true heights follow. */
function heightOf(item: ListItem | undefined, isPhone: boolean): number {
  if (item?.kind !== 'day') return isPhone ? 60 : 40
  if (item.isFirst) return 40
  return isPhone ? 64 : 72
}

function withLine(range: Range, line: number): number[] {
  const shown = defaultRangeExtractor(range)
  if (line < 0 || shown.includes(line)) return shown
  return [...shown, line].sort((a, b) => a - b)
}
