import { describe, expect, test } from 'vitest'
import { addDays } from '../core/rules/local-time.ts'
import { PEOPLE, WEEKS } from './cast.ts'
import { at, firstDay, piecesOf } from './days.ts'

const TODAY = '2026-03-31'

function everything() {
  const first = firstDay(TODAY)
  const days = Array.from({ length: 7 * WEEKS }, (_, number) => ({ day: addDays(first, number), number }))
  return PEOPLE.map((person) => ({
    person,
    pieces: days.flatMap(({ day, number }) => piecesOf(person, day, number)),
  }))
}

describe('the days of the demo', () => {
  test('are the same every time', () => {
    expect(everything()).toEqual(everything())
  })

  test('begin on a Monday, half a year before', () => {
    expect(firstDay(TODAY)).toBe('2025-09-29')
  })

  test('give nobody two things to do at once', () => {
    for (const { pieces } of everything()) {
      const sorted = pieces.toSorted((a, b) => a.startedAt - b.startedAt)
      const clashes = sorted.filter((piece, index) => piece.startedAt < (sorted[index - 1]?.endedAt ?? 0))
      expect(clashes).toEqual([])
      expect(sorted.every((piece) => piece.endedAt > piece.startedAt + piece.pause * 1000)).toBe(true)
      expect(sorted.every((piece) => Number.isInteger(piece.startedAt / 1000))).toBe(true)
    }
  })

  test('have a viewer who only looks, late shifts, and time off', () => {
    const byKey = new Map(everything().map(({ person, pieces }) => [person.key, pieces]))
    expect(byKey.get('hana')).toEqual([])
    const gus = byKey.get('gus') ?? []
    const crossing = gus.filter(
      (piece) =>
        new Date(piece.startedAt - 8 * 3600_000).getUTCDate() !==
        new Date(piece.endedAt - 8 * 3600_000).getUTCDate(),
    )
    expect(crossing.length).toBeGreaterThan(5)
    const christmas = everything().flatMap(({ pieces }) =>
      pieces.filter(
        (piece) =>
          piece.startedAt > at('2025-12-25', 6, 'UTC') && piece.endedAt < at('2025-12-25', 18, 'UTC'),
      ),
    )
    expect(christmas.filter((piece) => !piece.isPrivate)).toEqual([])
  })
})
