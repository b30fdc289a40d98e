import { expect, test } from 'vitest'
import { phaseOf } from './project-phase.ts'

const OPEN = { is_archived: 0, starts_on: null, ends_on: null } as const

test.each([
  ['active', OPEN],
  ['archived', { ...OPEN, is_archived: 1, starts_on: '2030-01-01' } as const],
  ['upcoming', { ...OPEN, starts_on: '2026-03-03' }],
  ['active', { ...OPEN, starts_on: '2026-03-02', ends_on: '2026-03-02' }],
  ['ended', { ...OPEN, ends_on: '2026-03-01' }],
])('a project is %s where it says %j', (phase, project) => {
  expect(phaseOf(project, '2026-03-02')).toBe(phase)
})
