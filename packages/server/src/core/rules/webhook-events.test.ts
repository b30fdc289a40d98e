import { expect, test } from 'vitest'
import { DELIVERABLE_EVENTS, EVENT_PATTERNS, isDeliverable, unknownPattern } from './webhook-events.ts'

test('a pattern is a kind of event, all about one kind of thing, or everything', () => {
  expect(EVENT_PATTERNS).toEqual(expect.arrayContaining(['*', 'entry.*', 'entry.started', 'workspace.*']))
  expect(unknownPattern(EVENT_PATTERNS)).toBeUndefined()
  for (const wrong of ['', 'entry', 'entry.', '*.created', 'token.created', 'entry.*.x'])
    expect(unknownPattern(['*', wrong])).toBe(wrong)
})

test('keys, accounts, money and webhooks are nothing to be told of', () => {
  expect(DELIVERABLE_EVENTS.every(isDeliverable)).toBe(true)
  for (const kind of [
    'token.created',
    'user.updated',
    'rate.created',
    'webhook.updated',
    'report_link.created',
  ])
    expect(isDeliverable(kind)).toBe(false)
})
