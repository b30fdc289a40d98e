import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { describeEvents, eventLines, kindWords, tickedVerbs, withVerbs } from './events.ts'

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
    'webhooks.subject.entry, webhooks.someOf webhooks.subject.project/webhooks.verb.created, webhooks.verb.deleted',
  )
  expect(describeEvents(['project.created', 'project.updated', 'project.restored'], t)).toBe(
    'webhooks.allBut webhooks.subject.project/webhooks.verb.deleted, webhooks.verb.budget_reached',
  )
})

test('what is asked for is spelled out with a line for each subject', () => {
  expect(eventLines(['*'], t)).toEqual(['webhooks.everything'])
  expect(eventLines(['project.deleted', 'entry.stopped', 'entry.started'], t)).toEqual([
    'webhooks.eventNamed webhooks.subject.entry/webhooks.verb.started, webhooks.verb.stopped',
    'webhooks.eventNamed webhooks.subject.project/webhooks.verb.deleted',
  ])
})

test('what a message tells of is said in words, and as it is where nobody knows it', () => {
  expect(kindWords('entry.started', t)).toBe(
    'webhooks.eventNamed webhooks.subject.entry/webhooks.verb.started',
  )
  expect(kindWords('ping', t)).toBe('webhooks.pinged')
  expect(kindWords('entry.forgotten', t)).toBe('entry.forgotten')
  expect(kindWords('TIMER_STOPPED', t)).toBe('TIMER_STOPPED')
})
