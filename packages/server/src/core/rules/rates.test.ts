import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelOf, rateBook, rateInForce, type RateRow, ratesFitting } from './rates.ts'

const none = { user_id: null, client_id: null, project_id: null, task_id: null }
const rate = (fields: Partial<RateRow>): RateRow => ({
  ...none,
  kind: 'billable',
  amount: 100,
  currency: 'EUR',
  effective_from: '0001-01-01',
  ...fields,
})
const entry = { user_id: 1, client_id: 2, project_id: 3, task_id: 4, started_on: '2026-03-02' }

describe('the rate in force', () => {
  const workspace = rate({ amount: 1 })
  const member = rate({ amount: 2, user_id: 1 })
  const client = rate({ amount: 3, client_id: 2 })
  const project = rate({ amount: 4, project_id: 3 })
  const task = rate({ amount: 5, task_id: 4 })
  const onProject = rate({ amount: 6, project_id: 3, user_id: 1 })
  const later = rate({ amount: 7, project_id: 3, effective_from: '2026-03-01' })

  test.each<[string, RateRow[], number | null]>([
    ['is none without rates', [], null],
    ['is the workspace’s where there is no other', [workspace], 1],
    ['is the person’s before the workspace’s', [workspace, member], 2],
    ['is the client’s before the person’s', [member, client], 3],
    ['is the project’s before the client’s', [client, project], 4],
    ['is the task’s before the project’s', [project, task], 5],
    ['is the person’s on the project before any', [task, onProject, project], 6],
    ['is the latest of its level', [project, later], 7],
    ['falls back where its level ends', [client, project, rate({ ...later, amount: null })], 3],
    ['may be nothing an hour', [workspace, rate({ amount: 0, user_id: 1 })], 0],
    ['is not of another kind', [rate({ kind: 'cost' })], null],
  ])('%s', (_, rates, amount) => {
    expect(rateInForce(rates, 'billable')?.amount ?? null).toBe(amount)
  })

  test.each<[string, Partial<RateRow>, boolean]>([
    ['of another person', { user_id: 9 }, false],
    ['of another project', { project_id: 9 }, false],
    ['of another person on the project', { project_id: 3, user_id: 9 }, false],
    ['from the day on', { effective_from: '2026-03-02' }, true],
    ['from the next day on', { effective_from: '2026-03-03' }, false],
    ['of its task', { task_id: 4 }, true],
  ])('%s fits: %s', (_, fields, fits) => {
    expect(ratesFitting(rateBook([rate(fields)]), entry)).toHaveLength(fits ? 1 : 0)
  })
})

test('a book finds what looking through all rates finds', () => {
  const id = fc.option(fc.integer({ min: 1, max: 2 }), { nil: null })
  const named = fc.oneof(
    fc.constant({}),
    fc.record({ user_id: id }),
    fc.record({ client_id: id }),
    fc.record({ task_id: id }),
    fc.record({ project_id: id, user_id: id }),
  )
  const day = fc.constantFrom('0001-01-01', '2026-03-01', '2026-03-02', '2026-03-03')
  const rates = fc.array(
    fc
      .tuple(named, day, fc.nat(9))
      .map(([fields, effective_from, amount]) => rate({ ...fields, effective_from, amount })),
  )
  const asked = fc.record({
    user_id: fc.integer({ min: 1, max: 2 }),
    client_id: id,
    project_id: id,
    task_id: id,
    started_on: day,
  })
  fc.assert(
    fc.property(rates, asked, (rates, asked) => {
      const fits = (each: RateRow) =>
        each.effective_from <= asked.started_on &&
        (Object.keys(none) as (keyof typeof none)[]).every(
          (key) => each[key] === null || each[key] === asked[key],
        )
      const found = ratesFitting(rateBook(rates), asked)
      expect(found.toSorted(byText)).toEqual(rates.filter(fits).toSorted(byText))
    }),
  )
})

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}

test('a rate’s level is what it names', () => {
  expect(levelOf(none)).toBe('workspace')
  expect(levelOf({ ...none, project_id: 1 })).toBe('project')
  expect(levelOf({ ...none, project_id: 1, user_id: 1 })).toBe('project_member')
})
