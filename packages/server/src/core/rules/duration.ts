/** What of an entry its length depends on; instants in milliseconds. */
export type Span = {
  started_at: number
  ended_at: number | null
  paused_at: number | null
  break_seconds: number
}

/** The worked seconds of an entry, never negative. A running one counts to `now`, a paused one to its pause. */
export function durationSeconds(span: Span, now: number): number {
  const until = span.ended_at ?? span.paused_at ?? now
  return Math.max(0, Math.floor((until - span.started_at) / 1000) - span.break_seconds)
}

/** The break an entry can hold after its start or end moved: never more than its length. */
export function clippedBreak(span: Span): number {
  const until = span.ended_at ?? span.paused_at
  if (until === null) return span.break_seconds
  return Math.min(span.break_seconds, Math.floor((until - span.started_at) / 1000))
}

/** The break of an entry that ends here: an open pause ends with it. */
export function brokenSeconds(span: Span, endedAt: number): number {
  if (span.paused_at === null) return span.break_seconds
  return span.break_seconds + Math.max(0, (endedAt - span.paused_at) / 1000)
}

/** The end that gives an entry this duration, its break included. */
export function endFor(startedAt: number, seconds: number, breakSeconds: number): number {
  return startedAt + (seconds + breakSeconds) * 1000
}
