import type { Task } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { columnsOf } from './board-columns.ts'
import { filterTasks, isLate } from './task-filter.ts'
import { sortTasks } from './task-order.ts'
import { readSort, writeSort } from './task-search.ts'

let nextId = 1
const task = (name: string, fields: Partial<Task> = {}): Task => ({
  id: nextId++,
  workspace_id: 1,
  project_id: 1,
  name,
  description: null,
  status: 'todo',
  priority: 'medium',
  estimate_seconds: null,
  due_on: null,
  assignee_ids: [],
  tags: [],
  started_at: null,
  completed_at: null,
  version: 1,
  created_at: '2026-03-01T00:00:00Z',
  updated_at: '2026-03-01T00:00:00Z',
  ...fields,
})
const names = { projectOf: () => '', peopleOf: () => '', secondsOf: ({ id }: Task) => id }
const read = (tasks: readonly Task[]) => tasks.map(({ name }) => name)

test('what is due first stands first, and what has no day last, whichever way', () => {
  const tasks = [
    task('none'),
    task('late', { due_on: '2026-03-09' }),
    task('early', { due_on: '2026-03-02' }),
  ]
  expect(read(sortTasks(tasks, { by: 'due', isDescending: false }, names))).toEqual(['early', 'late', 'none'])
  expect(read(sortTasks(tasks, { by: 'due', isDescending: true }, names))).toEqual(['late', 'early', 'none'])
})

test('the most urgent stands first, and what is alike goes by its day', () => {
  const tasks = [
    task('b', { due_on: '2026-03-09' }),
    task('a', { due_on: '2026-03-02' }),
    task('now', { priority: 'urgent' }),
  ]
  expect(read(sortTasks(tasks, { by: 'priority', isDescending: false }, names))).toEqual(['now', 'a', 'b'])
})

test('a filter goes by status, project, assignee and every word', () => {
  const tasks = [
    task('Draw map', { assignee_ids: [7], tags: [{ id: 1, name: 'Paper' }] }),
    task('Draw boat', { project_id: 2 }),
    task('Gone', { status: 'cancelled' }),
  ]
  const any = { text: '', projectIds: undefined, assigneeId: undefined, status: 'open' as const }
  expect(read(filterTasks(tasks, any))).toEqual(['Draw map', 'Draw boat'])
  expect(read(filterTasks(tasks, { ...any, status: 'cancelled' }))).toEqual(['Gone'])
  expect(read(filterTasks(tasks, { ...any, text: 'paper draw' }))).toEqual(['Draw map'])
  expect(read(filterTasks(tasks, { ...any, projectIds: new Set([2]) }))).toEqual(['Draw boat'])
  expect(read(filterTasks(tasks, { ...any, assigneeId: 7 }))).toEqual(['Draw map'])
})

test('only what is open can be late', () => {
  const due = { due_on: '2026-03-02' }
  expect(isLate(task('a', due), '2026-03-03')).toBe(true)
  expect(isLate(task('a', due), '2026-03-02')).toBe(false)
  expect(isLate(task('a', { ...due, status: 'done' }), '2026-03-03')).toBe(false)
})

test('on the board what was done last stands first, and what is cancelled nowhere', () => {
  const done = (name: string, day: number) =>
    task(name, { status: 'done', completed_at: `2026-03-0${day}T00:00:00Z` })
  const columns = columnsOf([done('old', 1), done('new', 5), task('x', { status: 'cancelled' }), task('y')])
  expect(read(columns.done)).toEqual(['new', 'old'])
  expect(read(Object.values(columns).flat())).not.toContain('x')
})

test('the address says the order, and nothing where it is the usual one', () => {
  expect(writeSort({ by: 'due', isDescending: false })).toBeUndefined()
  expect(readSort(writeSort({ by: 'name', isDescending: true }))).toEqual({ by: 'name', isDescending: true })
  expect(readSort('nonsense')).toEqual({ by: 'due', isDescending: false })
})
