import type { Entry } from '@sundial/sdk'
import { toLocal } from '../../lib/local-time.ts'

/** The finished seconds of each day. As everywhere, all of an entry belongs to the day on which it began. */
export function sumByDay(entries: readonly Entry[], zone: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { started_at, ended_at, duration_seconds } of entries) {
    if (ended_at === null) continue
    const { day } = toLocal(Date.parse(started_at), zone)
    sums.set(day, (sums.get(day) ?? 0) + duration_seconds)
  }
  return sums
}
