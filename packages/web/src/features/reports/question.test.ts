import { expect, test } from 'vitest'
import { countFilters, isSameQuestion, readQuestion, toSearch } from './question.ts'

test('a question survives the address', () => {
  const question = {
    range: 'last_month',
    user_id: [3, 4],
    project_id: [7],
    with_children: false,
    no_tag: true,
    billing_status: ['billable', 'billed'],
    q: 'basket & more',
    group_by: ['client', 'project:1', 'month'],
    rounding: 'up',
    rounding_minutes: 15,
    sort: '-amount',
  } as const
  const mutable = JSON.parse(JSON.stringify(question)) as Parameters<typeof toSearch>[0]
  expect(readQuestion(toSearch(mutable))).toEqual(question)
})

test('a word that stands once is a list of one', () => {
  expect(readQuestion({ project_id: '7', group_by: 'user' })).toEqual({ project_id: [7], group_by: ['user'] })
})

test('what the API would not understand is left out', () => {
  const search = {
    range: 'soon',
    user_id: ['x', '-1'],
    group_by: ['mood', 'day', 'day'],
    sort: 'up',
    evil: '1',
  }
  expect(readQuestion(search)).toEqual({ group_by: ['day'] })
})

test('the order of the words does not matter, their values do', () => {
  expect(isSameQuestion({ q: 'a', range: 'today' }, { range: 'today', q: 'a' })).toBe(true)
  expect(isSameQuestion({ q: 'a' }, { q: 'b' })).toBe(false)
})

test('only what leaves entries out counts as a filter', () => {
  expect(countFilters({ range: 'today', everyone: true, group_by: ['user'], sort: 'label' })).toBe(0)
  expect(countFilters({ tag_id: [1], no_tag: true, q: 'x' })).toBe(2)
})
