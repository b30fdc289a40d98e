import type { Budget } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { forecast, measured, paceFrom } from './budget-state.ts'

function budget(values: Partial<Budget>): Budget {
  return {
    project_id: 1,
    period: 'total',
    period_key: 'total',
    seconds: null,
    amount: null,
    currency: null,
    alert_percent: 80,
    used_seconds: 0,
    used_amount: 0,
    used_percent: 0,
    ...values,
  }
}

const today = '2026-03-16'

test('a budget is of time or of money, and says what is left of it', () => {
  expect(
    measured(budget({ seconds: 36_000, used_seconds: 9000, used_amount: 77, used_percent: 25 })),
  ).toEqual({
    unit: 'time',
    total: 36_000,
    used: 9000,
    left: 27_000,
    percent: 25,
    state: 'fine',
  })
  expect(
    measured(budget({ amount: 10_000, currency: 'EUR', used_amount: 8000, used_percent: 80 })),
  ).toMatchObject({
    unit: 'money',
    left: 2000,
    state: 'alert',
  })
})

test('a budget is used up when nothing is left, and over only beyond that', () => {
  expect(measured(budget({ seconds: 3600, used_seconds: 3600, used_percent: 100 })).state).toBe('used_up')
  expect(measured(budget({ seconds: 3600, used_seconds: 3601, used_percent: 100 })).state).toBe('over')
  expect(
    measured(budget({ seconds: 3600, used_seconds: 3500, used_percent: 97, alert_percent: null })).state,
  ).toBe('fine')
})

test('the pace of four weeks says on which day a budget is used up', () => {
  const left = { total: 100, used: 40, left: 60 }
  expect(forecast(left, { recent: 56, period: 'total', today })).toEqual({
    kind: 'used_up_on',
    day: '2026-04-15',
  })
  expect(forecast(left, { recent: 2800, period: 'total', today })).toEqual({ kind: 'used_up_on', day: today })
  expect(forecast(left, { recent: 0, period: 'total', today })).toEqual({ kind: 'idle' })
  expect(forecast({ total: 1e9, used: 0, left: 1e9 }, { recent: 1, period: 'total', today })).toEqual({
    kind: 'lasts_long',
  })
})

test('a budget of each month is measured against the end of its month', () => {
  const state = { total: 100, used: 40, left: 60 }
  expect(forecast(state, { recent: 28, period: 'month', today })).toEqual({
    kind: 'lasts_month',
    percent: 55,
  })
  expect(forecast(state, { recent: 28 * 6, period: 'month', today })).toEqual({
    kind: 'used_up_on',
    day: '2026-03-26',
  })
  expect(forecast(state, { recent: 28 * 60, period: 'month', today: '2026-03-31' })).toEqual({
    kind: 'lasts_month',
    percent: 40,
  })
})

test('four weeks end today', () => {
  expect(paceFrom(today)).toBe('2026-02-17')
})
