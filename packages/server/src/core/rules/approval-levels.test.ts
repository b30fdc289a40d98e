import { describe, expect, test } from 'vitest'
import { levelsOf, narrowed, policyFor, stepsOf } from './approval-levels.ts'

const OWNER = 1
const people = { ownerId: OWNER, active: new Set([1, 2, 3, 4, 9]), admins: [9, 1] }

describe('the levels of a request', () => {
  test.each([
    [
      'are those of the policy, in order',
      [[2], [3, 4]],
      [
        { level: 1, approverIds: [2] },
        { level: 2, approverIds: [3, 4] },
      ],
    ],
    ['skip one that names only the owner', [[OWNER], [3]], [{ level: 2, approverIds: [3] }]],
    ['leave the owner out of one that names others too', [[OWNER, 2]], [{ level: 1, approverIds: [2] }]],
    [
      'keep one whose people have left, for the admins',
      [[7], [3]],
      [
        { level: 1, approverIds: [] },
        { level: 2, approverIds: [3] },
      ],
    ],
    ['are the admins without a policy', [], [{ level: 1, approverIds: [9] }]],
    ['are the admins when all are skipped', [[OWNER], [OWNER]], [{ level: 1, approverIds: [9] }]],
    ['name nobody twice', [[2, 2]], [{ level: 1, approverIds: [2] }]],
  ])('%s', (_, policy, levels) => {
    expect(levelsOf(policy, people)).toEqual(levels)
  })

  test('are asked only of those who are named, where some of them are', () => {
    const levels = levelsOf([[2, 3], [4]], people)
    expect(narrowed(levels, [3])).toEqual([
      { level: 1, approverIds: [3] },
      { level: 2, approverIds: [4] },
    ])
    expect(narrowed(levels, [])).toEqual(levels)
    expect(narrowed(levels, [3, 9])).toBeUndefined()
  })
})

describe('the policy for an entry', () => {
  const policy = (id: number, more: Partial<Parameters<typeof policyFor>[0][number]> = {}) => ({
    id,
    project_id: null,
    user_id: null,
    min_seconds: null,
    billable_only: 0 as const,
    ...more,
  })
  const entry = { project_id: 5, user_id: OWNER, seconds: 3600, isBillable: true }

  test.each([
    [
      'of its project comes first',
      [policy(1), policy(2, { user_id: OWNER }), policy(3, { project_id: 5 })],
      3,
    ],
    ['of its owner comes before one for all', [policy(1), policy(2, { user_id: OWNER })], 2],
    [
      'of its owner on its project is the closest',
      [policy(1, { project_id: 5 }), policy(2, { project_id: 5, user_id: OWNER })],
      2,
    ],
    ['is the oldest of several', [policy(8), policy(4)], 4],
    ['of another project is none', [policy(1, { project_id: 6 })], undefined],
    ['of somebody else is none', [policy(1, { user_id: 2 })], undefined],
    [
      'needs the entry to be as long',
      [policy(1, { min_seconds: 3601 }), policy(2, { min_seconds: 3600 })],
      2,
    ],
    ['may be for billable time only', [policy(1, { billable_only: 1 })], 1],
  ])('%s', (_, policies, id) => {
    expect(policyFor(policies, entry)?.id).toBe(id)
  })

  test('for billable time does not ask about the rest', () => {
    expect(policyFor([policy(1, { billable_only: 1 })], { ...entry, isBillable: false })).toBeUndefined()
  })
})

test('each level knows its place in its own request, also beside earlier requests of the same entry', () => {
  const rows = [
    { id: 3, parent_id: null },
    { id: 4, parent_id: 3 },
    { id: 8, parent_id: null },
    { id: 9, parent_id: 8 },
    { id: 11, parent_id: 9 },
  ]
  expect([...stepsOf(rows)]).toEqual([
    [3, { step: 1, steps: 2 }],
    [4, { step: 2, steps: 2 }],
    [8, { step: 1, steps: 3 }],
    [9, { step: 2, steps: 3 }],
    [11, { step: 3, steps: 3 }],
  ])
})
