import type { Entry } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { planCopy } from './copied-week.ts'

const zone = 'Europe/Berlin'

function entry(started_on: string, from: string, to: string | null, rest: Partial<Entry> = {}): Entry {
  const what = { workspace_id: 1, project_id: 1, task_id: null, title: 'Work', tags: [], break_seconds: 0 }
  // What a copy reads; the rest of an entry does not matter to it.
  return { ...what, started_on, started_at: from, ended_at: to, ...rest } as unknown as Entry
}

test('time is copied to the same hours a week later, also over the change of the clock', () => {
  const before = entry('2026-03-26', '2026-03-26T08:00:00Z', '2026-03-26T10:30:00Z')
  const { fresh } = planCopy({ entries: [before], from: '2026-03-30', zone, isOpen: () => true })
  expect(fresh).toMatchObject([
    { title: 'Work', started_at: '2026-04-02T07:00:00.000Z', ended_at: '2026-04-02T09:30:00.000Z' },
  ])
})

test('only finished time of the week itself is copied, and only to cells that are open', () => {
  const entries = [
    entry('2026-03-08', '2026-03-08T08:00:00Z', '2026-03-08T09:00:00Z'),
    entry('2026-03-09', '2026-03-09T08:00:00Z', '2026-03-09T09:00:00Z'),
    entry('2026-03-10', '2026-03-10T08:00:00Z', '2026-03-10T09:00:00Z'),
    entry('2026-03-11', '2026-03-11T08:00:00Z', null),
  ]
  const isOpen = (_thing: unknown, day: string) => day !== '2026-03-17'
  const { fresh, left } = planCopy({ entries, from: '2026-03-16', zone, isOpen })
  expect(fresh.map(({ started_at }) => started_at)).toEqual(['2026-03-16T08:00:00.000Z'])
  expect(left).toBe(1)
})
