import type { Rate } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { fallbackOf, namesOf, rateOn, ratesOf, type RatePlace } from './rate-levels.ts'

let lastId = 0

function rate(place: RatePlace, amount: number | null, effective_from: string | null = null): Rate {
  lastId += 1
  return {
    id: lastId,
    workspace_id: 1,
    kind: 'billable',
    level: place.level,
    ...namesOf(place),
    amount,
    currency: 'EUR',
    effective_from,
    version: 1,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  }
}

const workspace: RatePlace = { level: 'workspace' }
const oda: RatePlace = { level: 'member', userId: 7 }
const client: RatePlace = { level: 'client', clientId: 3 }
const project: RatePlace = { level: 'project', projectId: 5, clientId: 3 }
const odaThere: RatePlace = { ...project, level: 'project_member', userId: 7 }
const task: RatePlace = { ...project, level: 'task', taskId: 9 }
const day = '2026-03-15'

function fallback(rates: Rate[], place: RatePlace) {
  const { rate: found, differs } = fallbackOf(rates, { place, kind: 'billable', day })
  return [found?.level, found?.amount, differs]
}

test('the rates of a place are only its own, the newest first', () => {
  const rates = [
    rate(project, 1),
    rate(project, 2, '2026-03-01'),
    rate(odaThere, 3),
    rate(client, 4),
    rate(workspace, 5),
    { ...rate(project, 6), kind: 'cost' as const },
  ]
  expect(ratesOf(rates, project, 'billable').map(({ amount }) => amount)).toEqual([2, 1])
  expect(ratesOf(rates, odaThere, 'billable').map(({ amount }) => amount)).toEqual([3])
  expect(ratesOf(rates, workspace, 'billable').map(({ amount }) => amount)).toEqual([5])
})

test('a day falls under the last rate that has begun', () => {
  const rates = [rate(project, 1), rate(project, 2, '2026-03-01'), rate(project, 3, '2026-04-01')]
  expect(rateOn(rates, '2026-02-28')?.amount).toBe(1)
  expect(rateOn(rates, '2026-03-01')?.amount).toBe(2)
  expect(rateOn(rates, '2027-01-01')?.amount).toBe(3)
  expect(rateOn([rate(project, 2, '2026-03-01')], '2026-02-28')).toBeUndefined()
})

test('where a place has no rate, the next level holds that has one', () => {
  const rates = [rate(workspace, 80)]
  expect(fallback(rates, project)).toEqual(['workspace', 80, false])
  rates.push(rate(client, 90))
  expect(fallback(rates, project)).toEqual(['client', 90, false])
  rates.push(rate(project, 95))
  expect(fallback(rates, odaThere)).toEqual(['project', 95, false])
  expect(fallback(rates, task)).toEqual(['project', 95, false])
  expect(fallback(rates, workspace)).toEqual([undefined, undefined, false])
})

test('a rate that has ended, or not begun, holds nothing', () => {
  const rates = [
    rate(workspace, 80),
    rate(client, 90),
    rate(client, null, '2026-03-01'),
    rate(project, 99, '2026-04-01'),
  ]
  expect(fallback(rates, project)).toEqual(['workspace', 80, false])
  expect(fallback(rates, odaThere)).toEqual(['workspace', 80, false])
})

test('people with rates of their own make a project’s time differ, unless its client settles it', () => {
  const rates = [rate(workspace, 80), rate(oda, 100)]
  expect(fallback(rates, project)).toEqual(['workspace', 80, true])
  expect(fallback(rates, client)).toEqual(['workspace', 80, true])
  expect(fallback(rates, odaThere)).toEqual(['member', 100, false])
  expect(fallback(rates, oda)).toEqual(['workspace', 80, false])
  expect(fallback([...rates, rate(client, 90)], project)).toEqual(['client', 90, false])
})
