import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** On a phone the pages of the settings stand in a line that scrolls; given to it, the one that is open is in sight. */
export function useCurrentInSight() {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const line = nav.current
    const current = line?.querySelector<HTMLElement>('[aria-current="page"]')
    if (!line || !current) return
    // Not into view as the library of the browser has it, which moves the page too.
    line.scrollLeft = current.offsetLeft - (line.clientWidth - current.offsetWidth) / 2
  }, [pathname])
  return nav
}
