import { parseNamedDuration } from '../../lib/duration.ts'
import { addDays, fromLocal, toLocal } from '../../lib/local-time.ts'
import { parseTimeOfDay } from '../../lib/time-of-day.ts'

/** What one typed line says: `Fix basket @shop #bug $ 9:30-11`. */
export type TimerLine = {
  title: string
  projectQueries: string[]
  tags: string[]
  isBillable: boolean
  span?: TimeSpan | undefined
}

export type TimeSpan = { kind: 'range'; start: number; end: number } | { kind: 'duration'; seconds: number }

/** A mark counts only as a word of its own, so that `C#`, `me@example.com` and `$20` stay text. */
export function parseTimerLine(text: string, { readsSpan = true } = {}): TimerLine {
  const line: TimerLine = { title: '', projectQueries: [], tags: [], isBillable: false }
  const words: string[] = []
  for (const word of text.match(/[@#]"[^"]+"|\S+/g) ?? []) {
    const mark = /^([@#])"?([^"]+)"?$/.exec(word)
    const span = readsSpan && !line.span ? parseSpan(word) : undefined
    if (word === '$') line.isBillable = true
    else if (mark?.[1] === '@' && mark[2]) line.projectQueries.push(mark[2])
    else if (mark?.[1] === '#' && mark[2] && !/^\d+$/.test(mark[2])) line.tags.push(mark[2])
    else if (span) line.span = span
    else words.push(word)
  }
  line.title = words.join(' ')
  return line
}

/** The mark the caret stands in, for suggestions while it is typed. */
export function findMarkAt(
  text: string,
  caret: number,
): { mark: '@' | '#'; query: string; from: number } | undefined {
  const match = /(?:^|\s)([@#])([^\s@#"]*)$/.exec(text.slice(0, caret))
  if (!match) return undefined
  const query = match[2] ?? ''
  return { mark: match[1] === '@' ? '@' : '#', query, from: caret - query.length - 1 }
}

/**
 * Instants for what was typed. A duration ends now. A range lies on today and may pass midnight; one that would
 * begin more than half a day ahead is yesterday's, noted after midnight.
 */
export function resolveSpan(span: TimeSpan, zone: string, now: number): { start: number; end: number } {
  if (span.kind === 'duration') {
    const end = Math.floor(now / 1000) * 1000
    return { start: end - span.seconds * 1000, end }
  }
  const today = toLocal(now, zone).day
  const isAhead = fromLocal({ day: today, secondOfDay: span.start }, zone) - now > 12 * 3_600_000
  const day = isAhead ? addDays(today, -1) : today
  return {
    start: fromLocal({ day, secondOfDay: span.start }, zone),
    end: fromLocal({ day: span.end <= span.start ? addDays(day, 1) : day, secondOfDay: span.end }, zone),
  }
}

export function spanSeconds(span: TimeSpan): number {
  if (span.kind === 'duration') return span.seconds
  const seconds = span.end - span.start
  return seconds > 0 ? seconds : seconds + 86_400
}

function parseSpan(word: string): TimeSpan | undefined {
  const seconds = parseNamedDuration(word.toLowerCase())
  if (seconds) return { kind: 'duration', seconds }
  const range = /^(\d{1,2}(?::\d{2})?(?:[ap]m?)?)[-–](\d{1,2}(?::\d{2})?(?:[ap]m?)?)$/i.exec(word)
  // `2-3` is more often a count than a time; one side must look like a clock.
  if (!range?.[1] || !range[2] || !/[:apm]/i.test(word)) return undefined
  const start = parseTimeOfDay(range[1])
  const end = parseTimeOfDay(range[2])
  return start === undefined || end === undefined ? undefined : { kind: 'range', start, end }
}
