import { describe, expect, test } from 'vitest'
import type { BillingStatus } from '../../db/schema.ts'
import { isBeforeLock, isFrozen, isLocked } from './locks.ts'

const open = { locked_before: null, protects_billed: 0 } as const

describe('the lock date', () => {
  test.each([
    ['the day before it', '2026-02-28', '2026-03-01', true],
    ['the day itself', '2026-03-01', '2026-03-01', false],
    ['the day after', '2026-03-02', '2026-03-01', false],
    ['any day when there is none', '1999-01-01', null, false],
  ])('locks %s: %s before %s is %s', (_, started_on, locked_before, expected) => {
    const entry = { started_on, approval_status: null }
    expect(isLocked(entry, { ...open, locked_before })).toBe(expected)
    expect(isBeforeLock(entry, { ...open, locked_before })).toBe(expected)
  })
})

test.each([
  ['approved', true],
  ['pending', false],
  ['rejected', false],
  [null, false],
] as const)('an entry whose approval is %s is locked: %s', (approval_status, expected) => {
  expect(isLocked({ started_on: '2026-03-01', approval_status }, open)).toBe(expected)
})

describe('protection of billed time', () => {
  test.each<[BillingStatus | null, 0 | 1, boolean]>([
    ['billed', 1, true],
    ['paid', 1, true],
    ['billable', 1, false],
    ['not_billable', 1, false],
    [null, 1, false],
    ['billed', 0, false],
    ['paid', 0, false],
  ])('freezes %s time with the switch at %s: %s', (billing_status, protects_billed, expected) => {
    const entry = { billing_status }
    expect(isFrozen(entry, { ...open, protects_billed })).toBe(expected)
  })
})
