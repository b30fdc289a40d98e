import { expect, test } from 'vitest'
import { burnDown, burnDownFrom } from './burn-down.ts'
import type { Measured } from './budget-state.ts'

const budget = (total: number, used: number): Measured => ({
  unit: 'time',
  total,
  used,
  left: total - used,
  percent: Math.floor((used / total) * 100),
  state: 'fine',
})

const asked = { startsOn: null, endsOn: null, today: '2026-03-11' }
const at = (result: ReturnType<typeof burnDown>, day: string) =>
  result?.points.find((point) => point.day === day)

test('what is left goes down from the start to what the server says today', () => {
  const usedOn = new Map([
    ['2026-03-02', 10],
    ['2026-03-09', 30],
  ])
  const result = burnDown({ ...asked, budget: budget(100, 40), period: 'total', usedOn })
  expect(at(result, '2026-03-02')).toMatchObject({ left: 90, ideal: null, expected: null })
  expect(at(result, '2026-03-08')).toMatchObject({ left: 90 })
  expect(at(result, '2026-03-11')).toMatchObject({ left: 60, expected: 60 })
  expect(result).toMatchObject({ hasIdeal: false, hasForecast: true })
})

test('it is expected to go on as in the last four weeks, until it is used up', () => {
  const usedOn = new Map([['2026-03-02', 28]])
  const { points = [] } = burnDown({ ...asked, budget: budget(38, 28), period: 'total', usedOn }) ?? {}
  expect(points.find(({ day }) => day === '2026-03-12')).toMatchObject({ left: null, expected: 9 })
  expect(points.at(-1)).toMatchObject({ day: '2026-03-22', expected: 0 })
})

test('the ideal line reaches nothing on the day the project ends', () => {
  const result = burnDown({
    ...asked,
    budget: budget(100, 0),
    period: 'total',
    usedOn: new Map(),
    startsOn: '2026-03-01',
    endsOn: '2026-03-21',
  })
  expect(at(result, '2026-03-01')).toMatchObject({ ideal: 100, left: 100 })
  expect(at(result, '2026-03-11')).toMatchObject({ ideal: 50 })
  expect(result?.points.at(-1)).toMatchObject({ day: '2026-03-21', ideal: 0 })
  expect(result?.hasForecast).toBe(false)
})

test('a budget of each month is that of this month, whatever was used before', () => {
  const usedOn = new Map([
    ['2026-02-20', 500],
    ['2026-03-03', 40],
  ])
  const result = burnDown({ ...asked, budget: budget(100, 40), period: 'month', usedOn })
  expect(result?.points[0]).toMatchObject({ day: '2026-03-01', left: 100, ideal: 100 })
  expect(result?.points.at(-1)).toMatchObject({ day: '2026-03-31', ideal: 0, expected: 0 })
  expect(burnDownFrom('month', asked.today)).toBe('2026-02-12')
  expect(burnDownFrom('month', '2026-03-31')).toBe('2026-03-01')
  expect(burnDownFrom('total', asked.today)).toBeUndefined()
})

test('years are drawn with no more points than can be told apart', () => {
  const usedOn = new Map([['2020-01-01', 1]])
  const { points = [] } = burnDown({ ...asked, budget: budget(100, 1), period: 'total', usedOn }) ?? {}
  expect(points.length).toBeLessThan(100)
  expect(points.filter(({ day }) => day === asked.today)).toHaveLength(1)
  expect(points.map(({ day }) => day)).toEqual([...new Set(points.map(({ day }) => day))].sort())
})

test('there is nothing to draw on the first day', () => {
  expect(burnDown({ ...asked, budget: budget(100, 0), period: 'total', usedOn: new Map() })).toBeUndefined()
})

test('what is overdrawn stands below nothing, and no more is expected', () => {
  const usedOn = new Map([['2026-03-02', 120]])
  const result = burnDown({ ...asked, budget: budget(100, 120), period: 'total', usedOn })
  expect(at(result, '2026-03-11')).toMatchObject({ left: -20, expected: null })
})
