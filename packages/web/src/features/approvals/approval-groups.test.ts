import type { Approval } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { currentLevels, groupApprovals } from './approval-groups.ts'

type Given = Partial<Omit<Approval, 'entry'>> & { id: number; entry?: Partial<Approval['entry']> }

function approval({ entry, ...rest }: Given): Approval {
  const day = entry?.started_on ?? '2026-03-18'
  // What grouping reads; the rest of an approval does not matter to it.
  const plain = {
    entry_id: rest.id,
    timesheet_id: null,
    step: 1,
    steps: 1,
    status: 'pending',
    created_at: '1',
  }
  return {
    ...plain,
    ...rest,
    entry: { user_id: 1, duration_seconds: 3600, started_on: day, started_at: `${day}T08:00:00Z`, ...entry },
  } as Approval
}

test('approvals stand by person and week, a submitted week apart from single entries', () => {
  const nameOf = (id: number) => ({ 1: 'Oda', 2: 'Ada' })[id] ?? ''
  const groups = groupApprovals(
    [
      approval({ id: 5, timesheet_id: 9 }),
      approval({ id: 4, timesheet_id: 9, entry: { started_on: '2026-03-16' } }),
      approval({ id: 3 }),
      approval({ id: 2, entry: { started_on: '2026-03-15' } }),
      approval({ id: 1, entry: { user_id: 2, duration_seconds: 60 } }),
    ],
    { weekStart: 1, nameOf },
  )
  expect(
    groups.map(({ userId, from, timesheetId, seconds, approvals }) => [
      [userId, from, timesheetId, seconds].join(' '),
      approvals.map(({ id }) => id),
    ]),
  ).toEqual([
    ['2 2026-03-16  60', [1]],
    ['1 2026-03-09  3600', [2]],
    ['1 2026-03-16  3600', [3]],
    ['1 2026-03-16 9 7200', [4, 5]],
  ])
})

test('a request stands at its first level that is not approved, or at its last', () => {
  const request = (entry_id: number, created_at: string, statuses: Approval['status'][]) =>
    statuses.map((status, index) =>
      approval({
        id: entry_id * 10 + index,
        entry_id,
        created_at,
        status,
        step: index + 1,
        steps: statuses.length,
      }),
    )
  const current = currentLevels([
    ...request(1, '1', ['pending', 'pending']).toReversed(),
    ...request(2, '1', ['approved', 'pending']),
    ...request(3, '1', ['rejected', 'cancelled']),
    ...request(3, '2', ['approved', 'approved']),
    ...request(4, '1', ['approved', 'cancelled']),
  ])
  expect(current.map(({ id, status }) => [id, status]).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
    [10, 'pending'],
    [21, 'pending'],
    [30, 'rejected'],
    [31, 'approved'],
    [41, 'cancelled'],
  ])
})
