import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountableSample, countedStretches, isWindow, tellerOf } from './usage-time.ts'

let nextId = 0

function sample(from: number, to: number, texts: Partial<CountableSample> = {}): CountableSample {
  nextId += 1
  return {
    id: nextId,
    device: 'laptop',
    started_at: from * 1000,
    ended_at: to * 1000,
    application: null,
    title: null,
    path: null,
    domain: null,
    is_away: 0,
    workspace_id: null,
    project_id: null,
    is_assigned_by_hand: 0,
    ...texts,
  }
}

const firefox = { application: 'Firefox', title: 'Floor plan — Mozilla Firefox' }
const page = {
  application: 'firefox',
  title: 'Floor plan',
  path: 'https://example.org/p',
  domain: 'example.org',
}
const away = { is_away: 1 as const }

/** Which text was told of which seconds. */
function told(samples: CountableSample[], taken: [number, number][] = []) {
  const ranges = taken.map(([start, end]) => ({ start: start * 1000, end: end * 1000 }))
  return countedStretches(samples, ranges).map(({ sample: { domain, title }, application, ...at }) => [
    domain ?? title ?? application,
    at.started_at / 1000,
    at.ended_at / 1000,
  ])
}

describe('the time that counts', () => {
  test('is that of each sample, where nothing else was recorded', () => {
    expect(told([sample(0, 10, { title: 'A' }), sample(10, 30, { title: 'B' })])).toEqual([
      ['A', 0, 10],
      ['B', 10, 30],
    ])
  })

  test('has no time away in it, from whichever stream', () => {
    expect(told([sample(0, 60, { title: 'A' }), sample(20, 30, away), sample(25, 40, away)])).toEqual([
      ['A', 0, 20],
      ['A', 40, 60],
    ])
  })

  test('is away only on the device that says so', () => {
    const other = sample(0, 60, { title: 'A', device: 'desktop' })
    expect(told([other, sample(0, 60, away)])).toEqual([['A', 0, 60]])
  })

  test('counts what overlaps once, for what began later', () => {
    expect(told([sample(0, 30, { title: 'A' }), sample(10, 20, { title: 'B' })])).toEqual([
      ['A', 0, 10],
      ['B', 10, 20],
      ['A', 20, 30],
    ])
  })

  test('is told by the page where the browser is in front, and keeps the name of its window', () => {
    const samples = [sample(0, 30, firefox), sample(5, 30, page)]
    expect(told(samples)).toEqual([
      ['Floor plan — Mozilla Firefox', 0, 5],
      ['example.org', 5, 30],
    ])
    expect(countedStretches(samples)[1]?.application).toBe('Firefox')
  })

  test('is not that of a page in the background', () => {
    const sketch = { application: 'Sketchbook', title: 'Sheet 2' }
    expect(told([sample(0, 30, sketch), sample(5, 60, page)])).toEqual([
      ['Sheet 2', 0, 30],
      ['example.org', 30, 60],
    ])
  })

  test('is told by the page of the browser in front where two have one open', () => {
    const other = {
      application: 'chrome',
      title: 'News',
      path: 'https://news.example.com',
      domain: 'news.example.com',
    }
    expect(told([sample(0, 30, firefox), sample(0, 30, page), sample(5, 30, other)])).toEqual([
      ['example.org', 0, 30],
    ])
  })

  test('is told by the file of an editor whose window names it', () => {
    const terminal = { application: 'Terminal', title: 'vim plan.md' }
    const file = { application: 'editor', title: 'house', path: '/home/ada/plan.md' }
    const [stretch] = countedStretches([sample(0, 10, terminal), sample(0, 10, file)])
    expect(stretch?.sample.path).toBe('/home/ada/plan.md')
  })

  test('has no time inside entries where they are told otherwise', () => {
    expect(
      told(
        [sample(0, 60, { title: 'A' })],
        [
          [10, 20],
          [15, 30],
        ],
      ),
    ).toEqual([
      ['A', 0, 10],
      ['A', 30, 60],
    ])
  })

  test('is nothing of a sample that only says somebody was there', () => {
    expect(told([sample(0, 60)])).toEqual([])
  })

  test.each<[string, Partial<CountableSample>, Partial<CountableSample>, number | null]>([
    ['the page’s own', { project_id: 1 }, { project_id: 2 }, 2],
    ['the window’s where the page has none', { project_id: 1 }, {}, 1],
    [
      'what a hand gave the window before a rule’s',
      { project_id: 1, is_assigned_by_hand: 1 },
      { project_id: 2 },
      1,
    ],
    ['none where a hand took the page off', { project_id: 1 }, { is_assigned_by_hand: 1 }, null],
  ])('is on a project: %s', (_, window, tab, expected) => {
    const [stretch] = countedStretches([
      sample(0, 9, { ...firefox, ...window }),
      sample(0, 9, { ...page, ...tab }),
    ])
    expect(stretch?.project_id).toBe(expected)
  })

  test('is whole seconds that add up, whatever the milliseconds', () => {
    const samples = [0, 1, 2, 3, 4].map((n) => ({
      ...sample(0, 0, { title: `T${n}` }),
      started_at: n * 1600,
      ended_at: (n + 1) * 1600,
    }))
    const seconds = countedStretches(samples).map(
      ({ started_at, ended_at }) => (ended_at - started_at) / 1000,
    )
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBe(8)
  })
})

describe('for all that devices can record, the time that counts', () => {
  const texts = fc.constantFrom<Partial<CountableSample>>(
    {},
    away,
    firefox,
    page,
    { application: 'Sketchbook', title: 'Sheet 2' },
    { application: 'chrome', title: 'News', path: 'https://example.com', domain: 'example.com' },
    { application: 'editor', title: 'house', path: '/plan.md' },
    { application: 'Terminal', title: 'vim plan.md', project_id: 1 },
  )
  const samples = fc.array(
    fc
      .record({ from: fc.nat(60), length: fc.nat(30), texts, device: fc.constantFrom('laptop', 'desktop') })
      .map(({ from, length, texts: said, device }) => sample(from, from + length, { ...said, device })),
    { maxLength: 14 },
  )
  const taken = fc.array(
    fc
      .tuple(fc.nat(60), fc.nat(20))
      .map(([start, length]) => ({ start: start * 1000, end: (start + length) * 1000 })),
    { maxLength: 3 },
  )

  test('is what a look at each second gives', () => {
    fc.assert(
      fc.property(samples, taken, (all, entries) => {
        for (const device of ['laptop', 'desktop']) {
          const counted = countedStretches(all, entries).filter((each) => each.sample.device === device)
          for (let second = 0; second < 100; second++) {
            const at = second * 1000
            const here = counted.filter(({ started_at, ended_at }) => started_at <= at && at < ended_at)
            expect(
              here.map(({ sample: { id }, application, project_id }) => ({ id, application, project_id })),
            ).toEqual(bruteForce(all, { device, at, entries }))
          }
        }
      }),
    )
  })

  test('adds up where a range is cut in two by when samples start', () => {
    fc.assert(
      fc.property(samples, fc.nat(60), (all, cut) => {
        const seconds = (keep: (start: number) => boolean) =>
          countedStretches(all)
            .filter((each) => keep(each.sample.started_at))
            .reduce((sum, each) => sum + each.ended_at - each.started_at, 0)
        expect(seconds((start) => start < cut * 1000) + seconds((start) => start >= cut * 1000)).toBe(
          seconds(() => true),
        )
      }),
    )
  })

  type Moment = { device: string; at: number; entries: { start: number; end: number }[] }

  function bruteForce(all: CountableSample[], { device, at, entries }: Moment) {
    if (entries.some(({ start, end }) => start <= at && at < end)) return []
    const here = all
      .filter((each) => each.device === device && each.started_at <= at && at < each.ended_at)
      .toSorted((a, b) => a.started_at - b.started_at || a.id - b.id)
    if (here.some((each) => each.is_away === 1)) return []
    const telling = here.filter((each) => each.application !== null)
    const teller = tellerOf(
      telling.findLast(isWindow),
      telling.filter((each) => !isWindow(each)),
    )
    return teller
      ? [{ id: teller.sample.id, application: teller.application, project_id: teller.project_id }]
      : []
  }
})
