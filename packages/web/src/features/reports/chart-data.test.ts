import type { Report, ReportLine } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { barsOf, restPart } from './chart-data.ts'

const measures = (seconds: number) => ({ entries: 1, seconds, billable_seconds: 0, money: [] })

function line(by: string, key: number | string | null, below: ReportLine[] | number): ReportLine {
  const groups = typeof below === 'number' ? [] : below
  const seconds = typeof below === 'number' ? below : below.reduce((sum, { total }) => sum + total.seconds, 0)
  return {
    by,
    key,
    label: key === null ? null : String(key),
    chain: null,
    color: null,
    total: measures(seconds),
    groups,
  }
}

function report(groups: ReportLine[], repeats = false): Report {
  return {
    from: '2026-03-02',
    to: '2026-03-04',
    time_zone: 'UTC',
    group_by: ['day', 'project'],
    attribution: 'start',
    rounding: { mode: 'none', minutes: 15, per: 'entry' },
    total: measures(groups.reduce((sum, { total }) => sum + total.seconds, 0)),
    groups,
    row_count: groups.length,
    is_cut: false,
    repeats_entries: repeats,
    as_of: '2026-03-04T12:00:00Z',
  }
}

const days = { from: '2026-03-02', to: '2026-03-04' }

test('each day of the range has a bar, whether there is time in it or not', () => {
  const asked = report([line('day', '2026-03-03', [line('project', 1, 600), line('project', null, 60)])])
  const { bars, parts, period } = barsOf(asked, { days, weekStart: 1 })
  expect(period).toBe('day')
  expect(bars.map(({ start, total }) => [start, total])).toEqual([
    ['2026-03-02', 0],
    ['2026-03-03', 660],
    ['2026-03-04', 0],
  ])
  expect(parts.map(({ id }) => id)).toEqual(['part 1', 'part none'])
})

test('the parts of a bar add up to it, however many there are', () => {
  const many = Array.from({ length: 9 }, (_, index) => line('project', index + 1, (index + 1) * 60))
  const { bars, parts } = barsOf(report([line('day', '2026-03-02', many)]), { days, weekStart: 1 })
  expect(parts).toHaveLength(6)
  expect(parts.at(-1)?.id).toBe(restPart)
  const [first] = bars
  expect([...(first?.seconds.values() ?? [])].reduce((a, b) => a + b, 0)).toBe(first?.total)
  expect(first?.seconds.get('part 9')).toBe(540)
})

test('where lines repeat entries, a bar has no parts, which would be longer than it', () => {
  const asked = report([line('day', '2026-03-02', [line('tag', 1, 60)])], true)
  expect(barsOf(asked, { days, weekStart: 1 }).parts).toEqual([])
})
