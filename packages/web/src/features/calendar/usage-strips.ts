import type { UsageSample } from '@sundial/sdk'
import { toLocal } from '../../lib/local-time.ts'
import { daySeconds, stepSeconds } from './blocks.ts'
import type { Times } from './entry-moves.ts'

/** A stretch of a day in which one thing was used more than any other. */
export type Strip = Times & { id: string; day: string; from: number; to: number; what: string | null }

type Sample = Pick<UsageSample, 'started_at' | 'ended_at' | 'application' | 'title' | 'is_away'>

const step = stepSeconds * 1000
/** Less of a quarter of an hour than this is not shown. */
const leastUsed = 60_000

/** The lane beside the days: quarters of an hour by what was used most in each, joined where that is the same. */
export function stripsOf(samples: readonly Sample[], days: readonly string[], zone: string): Strip[] {
  const quarters = new Map<number, Map<string | null, number>>()
  for (const sample of samples) {
    if (sample.is_away) continue
    const end = Date.parse(sample.ended_at)
    for (let at = Date.parse(sample.started_at); at < end;) {
      const quarter = Math.floor(at / step) * step
      const until = Math.min(end, quarter + step)
      add(quarters, quarter, { what: sample.application, length: until - at })
      at = until
    }
  }
  const strips: Strip[] = []
  for (const [start, used] of [...quarters].sort(([a], [b]) => a - b)) {
    const most = mostOf(used)
    if (!most || most.length < leastUsed) continue
    const { day, secondOfDay: from } = toLocal(start, zone)
    if (!days.includes(day)) continue
    const last = strips.at(-1)
    if (last && last.end === start && last.what === most.what && last.day === day) {
      last.end = start + step
      last.to = Math.min(daySeconds, from + stepSeconds)
    } else {
      const to = Math.min(daySeconds, from + stepSeconds)
      strips.push({ id: `usage ${start}`, day, from, to, start, end: start + step, what: most.what })
    }
  }
  return strips
}

/** What an entry of this time might be called: the title seen longest in what was used most. */
export function suggestTitle(samples: readonly Sample[], { start, end }: Times): string | undefined {
  const apps = new Map<string | null, number>()
  const titles = new Map<string | null, Map<string | null, number>>()
  for (const { started_at, ended_at, application, title, is_away } of samples) {
    const length = Math.min(end, Date.parse(ended_at)) - Math.max(start, Date.parse(started_at))
    if (is_away || length <= 0) continue
    apps.set(application, (apps.get(application) ?? 0) + length)
    add(titles, application, { what: title, length })
  }
  const app = mostOf(apps)
  if (!app) return undefined
  return mostOf(titles.get(app.what) ?? new Map())?.what ?? app.what ?? undefined
}

function add<K>(
  sums: Map<K, Map<string | null, number>>,
  key: K,
  { what, length }: { what: string | null; length: number },
) {
  const of = sums.get(key) ?? new Map<string | null, number>()
  of.set(what, (of.get(what) ?? 0) + length)
  sums.set(key, of)
}

function mostOf(sums: ReadonlyMap<string | null, number>) {
  const [most] = [...sums].sort(([, a], [, b]) => b - a)
  return most && { what: most[0], length: most[1] }
}
