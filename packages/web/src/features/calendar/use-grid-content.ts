import type { Entry } from '@sundial/sdk'
import { useMemo } from 'react'
import { addDays, fromLocal, toLocal } from '../../lib/local-time.ts'
import { useNowBy } from '../../lib/use-now.ts'
import type { Days } from '../reports/ranges.ts'
import { useFormats } from '../session/formats.ts'
import { blocksOf, stepSeconds } from './blocks.ts'
import { toBackground, toEvent } from './grid-events.ts'
import { useUsage } from './use-usage.ts'
import { listDays } from './views.ts'

const step = stepSeconds * 1000
/** The line across today. */
export const nowId = 'now'

/** All that stands in a grid of these days: blocks of entries, the lane of what devices saw, the line of now. */
export function useGridContent(range: Days, entries: readonly Entry[]) {
  const { zone } = useFormats()
  const quarter = useNowBy(step)
  const days = listDays(range).join(' ')
  const { day: today } = toLocal(quarter, zone)
  const usage = useUsage(range)
  const { strips } = usage
  const blocks = useMemo(() => {
    const midnight = fromLocal({ day: addDays(today, 1), secondOfDay: 0 }, zone)
    // What runs keeps the room of the quarter it is in, so that nothing else is laid over it meanwhile.
    return blocksOf(entries, days.split(' '), { zone, now: Math.min(quarter + step, midnight) })
  }, [entries, days, zone, quarter, today])
  const events = useMemo(
    () => [
      ...blocks.map(toEvent),
      ...strips.map(({ id, day }) => toBackground(id, day)),
      ...(days.includes(today) ? [toBackground(nowId, today)] : []),
    ],
    [blocks, strips, days, today],
  )
  return { days, blocks, strips, events, usage }
}
