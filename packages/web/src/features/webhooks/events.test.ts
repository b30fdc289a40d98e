import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { describeEvents, tickedVerbs, withVerbs } from './events.ts'

// Says its key, with what is put into it.
const t = ((key: string, values?: object) =>
  values ? `${key} ${Object.values(values).join('/')}` : key) as unknown as TFunction

test('a pattern for all about a thing ticks each of its verbs, and everything ticks them all', () => {
  expect(tickedVerbs(['member.*'], 'member')).toEqual(['created', 'updated'])
  expect(tickedVerbs(['*'], 'workspace')).toEqual(['updated', 'deleted'])
  expect(tickedVerbs(['entry.stopped', 'tag.created', 'entry.created'], 'entry')).toEqual([
    'created',
    'stopped',
  ])
  expect(tickedVerbs(['member.*'], 'tag')).toEqual([])
})

test('ticking the last verb makes one pattern of them, and taking one away leaves the others', () => {
  expect(withVerbs(['tag.*', 'member.created'], 'member', ['updated', 'created'])).toEqual([
    'tag.*',
    'member.*',
  ])
  expect(withVerbs(['member.*', 'tag.*'], 'member', ['updated'])).toEqual(['tag.*', 'member.updated'])
  expect(withVerbs(['member.*', 'tag.*'], 'member', [])).toEqual(['tag.*'])
})

test('what is asked for is said in a line', () => {
  expect(describeEvents(['*'], t)).toBe('webhooks.everything')
  expect(describeEvents(['project.created', 'entry.*', 'project.deleted'], t)).toBe(
    'webhooks.subject.entry, webhooks.someOf webhooks.subject.project/2/5',
  )
})
