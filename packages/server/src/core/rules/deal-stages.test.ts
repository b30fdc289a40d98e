import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEAL_STAGES, DEAL_STATUSES, standingAfter, weightedValue } from './deal-stages.ts'

const OPEN = { stage: 'proposal', status: 'open' } as const

describe('where a deal stands', () => {
  test.each([
    [{}, OPEN],
    [{ stage: 'negotiation' }, { stage: 'negotiation', status: 'open' }],
    [{ stage: 'closed_won' }, { stage: 'closed_won', status: 'won' }],
    [{ stage: 'closed_lost' }, { stage: 'closed_lost', status: 'lost' }],
    [{ status: 'won' }, { stage: 'closed_won', status: 'won' }],
    [{ status: 'lost' }, { stage: 'closed_lost', status: 'lost' }],
    [{ status: 'cancelled' }, { stage: 'proposal', status: 'cancelled' }],
    [
      { status: 'won', stage: 'proposal' },
      { stage: 'closed_won', status: 'won' },
    ],
    [
      { status: 'open', stage: 'closed_won' },
      { stage: 'negotiation', status: 'open' },
    ],
  ] as const)('after %j from an open proposal is %j', (change, after) => {
    expect(standingAfter(OPEN, change)).toEqual(after)
  })

  test.each([
    ['won', 'closed_won'],
    ['lost', 'closed_lost'],
  ] as const)('is open in negotiation when a deal that was %s is opened again', (status, stage) => {
    expect(standingAfter({ status, stage }, { status: 'open' })).toEqual({
      status: 'open',
      stage: 'negotiation',
    })
    expect(standingAfter({ status, stage }, { stage: 'proposal' })).toEqual(OPEN)
  })

  test('never has a stage that contradicts its status, whatever is named', () => {
    const stage = fc.constantFrom(...DEAL_STAGES)
    const status = fc.constantFrom(...DEAL_STATUSES)
    const change = fc.record({ stage, status }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const end = changes.reduce(standingAfter, { stage: 'prospecting', status: 'open' } as const)
        expect(end.status === 'won').toBe(end.stage === 'closed_won')
        expect(end.status === 'lost').toBe(end.stage === 'closed_lost')
      }),
    )
  })
})

test.each([
  [100_000, 50, 50_000],
  [333, 50, 167],
  [1, 49, 0],
  [0, 100, 0],
  [100_000_000_000_00, 100, 100_000_000_000_00],
  [null, 80, null],
])('%j at %j percent weighs %j', (value, probability, weighted) => {
  expect(weightedValue(value, probability)).toBe(weighted)
})
