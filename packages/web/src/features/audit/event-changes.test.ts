import { expect, test } from 'vitest'
import { readFilter, toQuery } from './audit-filter.ts'
import { changesOf } from './event-changes.ts'

test('a change tells the fields that differ, and nothing of what goes with every change', () => {
  const before = {
    id: 1,
    version: 1,
    updated_at: 1,
    title: 'Draft',
    title_key: 'draft',
    notes: null,
    tag_ids: [1],
  }
  const after = {
    id: 1,
    version: 2,
    updated_at: 2,
    title: 'Final',
    title_key: 'final',
    notes: '',
    tag_ids: [1],
  }
  expect(changesOf({ before, after }, 'updated')).toEqual([
    { field: 'title', before: 'Draft', after: 'Final' },
  ])
})

test('lists are told when what is in them differs', () => {
  const changes = changesOf({ before: { tag_ids: [1] }, after: { tag_ids: [] } }, 'updated')
  expect(changes).toEqual([{ field: 'tag_ids', before: [1], after: [] }])
})

test('of what is made, all that is set is told', () => {
  const after = { id: 1, name: 'bug', name_key: 'bug', color: null, custom_fields: '{}', is_active: 1 }
  expect(changesOf({ before: null, after }, 'created')).toEqual([
    { field: 'name', before: null, after: 'bug' },
    { field: 'is_active', before: null, after: 1 },
  ])
})

test('of what is deleted, what it had is told, though its row is still there', () => {
  const row = { id: 1, name: 'bug', color: null }
  const changes = changesOf({ before: row, after: { ...row, deleted_at: 5 } }, 'deleted')
  expect(changes).toEqual([{ field: 'name', before: 'bug', after: null }])
})

test('an address that says something unknown narrows nothing', () => {
  const search = { user_id: 'x', subject_kind: 'spaceship', verb: 'flown', from: '2026-13-40', to: 'soon' }
  expect(Object.values(readFilter(search)).filter((value) => value !== undefined)).toEqual([])
})

test('days begin and end where the reader is, also when the clocks change', () => {
  const filter = readFilter({ user_id: '7', verb: 'deleted', from: '2024-03-31', to: '2024-03-31' })
  expect(toQuery(filter, 'Europe/Berlin')).toMatchObject({
    user_id: 7,
    verb: 'deleted',
    from: '2024-03-30T23:00:00.000Z',
    before: '2024-03-31T22:00:00.000Z',
  })
})
