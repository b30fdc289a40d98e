import { useWindowEvent } from '@mantine/hooks'
import { isFreeKey } from '../../lib/free-keys.ts'
import type { Address } from './use-address.ts'
import { stepView, type View } from './views.ts'

const viewOfKey: Record<string, View> = { d: 'day', w: 'week', m: 'month' }

/** One-key commands of the calendar; arrows only where the grid has not taken them for itself. */
export function useCalendarKeys({ view, day, go }: Address): void {
  useWindowEvent('keydown', (event) => {
    if (!isFreeKey(event) || event.shiftKey) return
    const next = viewOfKey[event.key]
    if (next) go({ view: next })
    else if (event.key === 't') go({ day: undefined })
    else if (event.key === 'ArrowLeft') go({ day: stepView(view, day, -1) })
    else if (event.key === 'ArrowRight') go({ day: stepView(view, day, 1) })
    else return
    event.preventDefault()
  })
}
