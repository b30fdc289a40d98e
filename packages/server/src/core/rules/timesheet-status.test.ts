import { expect, test } from 'vitest'
import { timesheetStatus } from './timesheet-status.ts'

test.each([
  ['draft', [0, 0, 0, 0]],
  ['draft', [3, 0, 0, 0]],
  ['submitted', [0, 3, 0, 0]],
  ['submitted', [1, 2, 4, 0]],
  ['rejected', [0, 2, 4, 1]],
  ['rejected', [5, 0, 0, 1]],
  ['approved', [0, 0, 4, 0]],
  ['draft', [1, 0, 4, 0]],
] as const)('a week is %s with %j entries open, pending, approved and rejected', (status, counts) => {
  const [open, pending, approved, rejected] = counts
  expect(timesheetStatus({ open, pending, approved, rejected })).toBe(status)
})
