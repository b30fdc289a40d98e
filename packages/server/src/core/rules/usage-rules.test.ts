import { describe, expect, test } from 'vitest'
import { type UsageCondition, usageMatcher } from './usage-rules.ts'

const texts = {
  application: 'Firefox',
  title: 'Élan · Floor plan',
  path: 'https://docs.example.org/plans/7',
  domain: 'docs.example.org',
}

describe('a rule', () => {
  test.each<[UsageCondition['field'], UsageCondition['match'], string, boolean]>([
    ['application', 'is', 'firefox', true],
    ['application', 'is', 'fire', false],
    ['application', 'starts_with', 'FIRE', true],
    ['application', 'contains', 'ref', true],
    ['application', 'contains', 'chrome', false],
    ['title', 'starts_with', 'élan', true],
    ['title', 'starts_with', 'e\u0301LAN', true],
    ['title', 'starts_with', 'elan', false],
    ['title', 'contains', 'floor', true],
    ['title', 'is', 'floor plan', false],
    ['path', 'starts_with', 'https://docs.example.org/plans', true],
    ['path', 'contains', '/PLANS/', true],
    ['domain', 'is', 'docs.example.org', true],
    ['domain', 'is', 'example.org', false],
    ['domain', 'contains', 'example.org', true],
    ['keyword', 'contains', 'fox', true],
    ['keyword', 'contains', 'plans/7', true],
    ['keyword', 'contains', 'floor', true],
    ['keyword', 'is', 'firefox', true],
    ['keyword', 'contains', 'sketchbook', false],
  ])('for the %s that %s %s: %s', (field, match, value, expected) => {
    expect(usageMatcher([{ field, match, value }])(texts) !== undefined).toBe(expected)
  })

  test('never applies to a text that is not there', () => {
    const nothing = { application: null, title: null, path: null, domain: null }
    for (const field of ['application', 'title', 'path', 'domain', 'keyword'] as const)
      expect(usageMatcher([{ field, match: 'contains', value: '' }])(nothing)).toBeUndefined()
  })
})

test('of several rules the first that applies decides', () => {
  const rules = [
    { id: 1, field: 'domain', match: 'is', value: 'example.com' },
    { id: 2, field: 'application', match: 'is', value: 'Firefox' },
    { id: 3, field: 'keyword', match: 'contains', value: 'plan' },
  ] as const
  expect(usageMatcher(rules)(texts)?.id).toBe(2)
  expect(usageMatcher(rules)({ ...texts, application: 'Safari' })?.id).toBe(3)
})
