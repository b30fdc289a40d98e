import type { Deal } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { columnsOf, isOverdue } from './stages.ts'

function deal(values: Partial<Deal> & Pick<Deal, 'id'>): Deal {
  return {
    workspace_id: 1,
    client_id: null,
    contact_id: null,
    lead_id: null,
    project_id: null,
    name: 'Website',
    description: null,
    stage: 'prospecting',
    status: 'open',
    value: null,
    currency: 'EUR',
    probability: 50,
    weighted_value: null,
    expected_close_on: null,
    closed_on: null,
    closed_at: null,
    loss_reason: null,
    notes: null,
    owner_id: 1,
    created_by: 1,
    version: 1,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    ...values,
  }
}

test('open deals keep the order of the server, closed ones stand latest first, one being moved before all', () => {
  const won = { stage: 'closed_won', status: 'won' } as const
  const columns = columnsOf([
    deal({ id: 4 }),
    deal({ id: 2 }),
    deal({ id: 5, ...won, closed_on: '2026-02-01' }),
    deal({ id: 6, ...won, closed_on: '2026-03-01' }),
    deal({ id: 7, ...won, closed_on: '2026-03-01' }),
    deal({ id: 1, stage: 'closed_won' }),
  ])
  expect(columns.prospecting.map(({ id }) => id)).toEqual([4, 2])
  expect(columns.closed_won.map(({ id }) => id)).toEqual([1, 7, 6, 5])
  expect(columns.closed_lost).toEqual([])
})

test.each([
  ['the day before', '2026-03-01', 'open', true],
  ['on its day', '2026-03-02', 'open', false],
  ['without a day', null, 'open', false],
  ['once it is won', '2026-03-01', 'won', false],
] as const)('a deal expected %s is overdue or not', (_case, expected_close_on, status, overdue) => {
  expect(isOverdue(deal({ id: 1, expected_close_on, status }), '2026-03-02')).toBe(overdue)
})
