import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Displacement, makeRoom, overlaps, type Range, rangeOf } from './overlap.ts'

type Placed = { id: number; started_at: number; ended_at: number | null }

const NOW = 60

describe('two stretches of time', () => {
  test.each([
    ['apart', [0, 10], [20, 30], false],
    ['touching', [0, 10], [10, 20], false],
    ['one second into each other', [0, 11], [10, 20], true],
    ['one inside the other', [0, 30], [10, 20], true],
    ['the same', [0, 10], [0, 10], true],
    ['an empty one inside', [0, 10], [5, 5], false],
    ['two empty ones at one moment', [5, 5], [5, 5], false],
  ])('%s', (_, a, b, expected) => {
    const [x, y] = [toRange(a), toRange(b)]
    expect(overlaps(x, y)).toBe(expected)
    expect(overlaps(y, x)).toBe(expected)
  })
})

describe('the stretch of an entry', () => {
  test.each([
    ['finished', { started_at: 10, ended_at: 20 }, { start: 10, end: 20 }],
    ['running: to now', { started_at: 10, ended_at: null }, { start: 10, end: NOW }],
    [
      'running, from a clock ahead of ours: empty',
      { started_at: 70, ended_at: null },
      { start: 70, end: 70 },
    ],
  ])('%s', (_, entry, expected) => {
    expect(rangeOf(entry, NOW)).toEqual(expected)
  })
})

describe('making room for 20–40', () => {
  test.each<[string, number, number | null, object | undefined]>([
    ['what lies inside is deleted', 25, 35, { kind: 'delete' }],
    ['what fills it exactly is deleted', 20, 40, { kind: 'delete' }],
    ['what hangs into its head is shortened', 10, 30, { kind: 'end', ended_at: 20 }],
    ['what hangs out of its tail starts later', 30, 50, { kind: 'start', started_at: 40 }],
    ['what contains it is split', 10, 50, { kind: 'split', ended_at: 20, rest_started_at: 40 }],
    ['what touches its start stays', 10, 20, undefined],
    ['what touches its end stays', 40, 50, undefined],
    ['a running entry from before it is split, as it reaches to now', 10, null, { kind: 'split' }],
    ['a running entry from inside it starts later', 30, null, { kind: 'start', started_at: 40 }],
    ['a running entry from after it stays', 45, null, undefined],
    ['an empty entry inside stays', 30, 30, undefined],
  ])('%s', (_, started_at, ended_at, expected) => {
    const [displacement] = makeRoom([{ started_at, ended_at }], { start: 20, end: 40 }, NOW)
    if (expected) expect(displacement).toMatchObject(expected)
    else expect(displacement).toBeUndefined()
  })

  const placed = fc
    .record({
      id: fc.nat(),
      started_at: fc.integer({ min: 0, max: 100 }),
      length: fc.option(fc.integer({ min: 0, max: 50 })),
    })
    .map(({ id, started_at, length }): Placed => {
      return { id, started_at, ended_at: length === null ? null : started_at + length }
    })
  const entries = fc.array(placed, { maxLength: 12 })
  const range = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]): Range => ({ start, end: start + length }))
  const present = fc.integer({ min: 0, max: 150 })

  test('leaves nothing that overlaps the range', () => {
    fc.assert(
      fc.property(entries, range, present, (all, room, now) => {
        const left = remaining(all, room, now)
        expect(left.filter((piece) => overlaps(piece, room))).toEqual([])
      }),
    )
  })

  test('keeps every second outside the range, of each entry', () => {
    fc.assert(
      fc.property(placed, range, present, (entry, room, now) => {
        const outside = secondsOf([rangeOf(entry, now)]).filter((at) => at < room.start || at >= room.end)
        expect(secondsOf(remaining([entry], room, now))).toEqual(outside)
      }),
    )
  })

  test('changes nothing a second time', () => {
    fc.assert(
      fc.property(entries, range, present, (all, room, now) => {
        const left = remaining(all, room, now).map(({ start, end }) => ({ started_at: start, ended_at: end }))
        expect(makeRoom(left, room, now)).toEqual([])
      }),
    )
  })
})

function toRange([start = 0, end = 0]: number[]): Range {
  return { start, end }
}

/** The stretches that are left of these entries once room is made. */
function remaining(entries: Placed[], room: Range, now: number): Range[] {
  const displaced = new Map(makeRoom(entries, room, now).map((each) => [each.entry, each]))
  return entries.flatMap((entry) => {
    const displacement = displaced.get(entry)
    return displacement ? pieces(displacement, now) : [rangeOf(entry, now)]
  })
}

function pieces(displacement: Displacement<Placed>, now: number): Range[] {
  const { start, end } = rangeOf(displacement.entry, now)
  switch (displacement.kind) {
    case 'delete':
      return []
    case 'end':
      return [{ start, end: displacement.ended_at }]
    case 'start':
      return [{ start: displacement.started_at, end }]
    case 'split':
      return [
        { start, end: displacement.ended_at },
        { start: displacement.rest_started_at, end },
      ]
  }
}

function secondsOf(ranges: Range[]): number[] {
  return ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index))
}
