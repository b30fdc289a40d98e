import { useWindowEvent } from '@mantine/hooks'
import { useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being printed: paper does not scroll, so all rows there are must be on it. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useWindowEvent('beforeprint', () => {
    flushSync(() => {
      setPrinting(true)
    })
  })
  useWindowEvent('afterprint', () => {
    setPrinting(false)
  })
  return isPrinting
}
