/** A half-open stretch of time, `[start, end)`. */
export type Range = { start: number; end: number }

/** What becomes of an entry when `range` is given to another one. */
export type Displacement<T> =
  | { kind: 'delete'; entry: T }
  | { kind: 'end'; entry: T; ended_at: number }
  | { kind: 'start'; entry: T; started_at: number }
  | { kind: 'split'; entry: T; ended_at: number; rest_started_at: number }

type Placed = { started_at: number; ended_at: number | null }

/** Touching stretches do not overlap; an empty one overlaps nothing. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end
}

/** The stretch an entry takes up; a running one reaches to `now`. */
export function rangeOf(entry: Placed, now: number): Range {
  return { start: entry.started_at, end: entry.ended_at ?? Math.max(now, entry.started_at) }
}

/**
 * Makes room for `range`: what lies inside is deleted, what hangs over an edge is cut there, what contains it is split.
 * Entries that do not overlap are left out of the answer.
 */
export function makeRoom<T extends Placed>(
  entries: readonly T[],
  range: Range,
  now: number,
): Displacement<T>[] {
  return entries
    .filter((entry) => overlaps(rangeOf(entry, now), range))
    .map((entry): Displacement<T> => {
      const { start, end } = rangeOf(entry, now)
      const startsBefore = start < range.start
      const endsAfter = end > range.end
      if (startsBefore && endsAfter) {
        return { kind: 'split', entry, ended_at: range.start, rest_started_at: range.end }
      }
      if (startsBefore) return { kind: 'end', entry, ended_at: range.start }
      if (endsAfter) return { kind: 'start', entry, started_at: range.end }
      return { kind: 'delete', entry }
    })
}
