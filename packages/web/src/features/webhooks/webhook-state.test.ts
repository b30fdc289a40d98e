import { expect, test } from 'vitest'
import { stateOf } from './webhook-state.ts'

const on = {
  is_enabled: true,
  disabled_reason: null,
  validated_at: '2026-03-02T09:00:00Z',
  failures_in_row: 0,
} as const

test('a webhook hears, stumbles, waits for its receiver, or is off for a reason', () => {
  expect(stateOf(on)).toBe('on')
  expect(stateOf({ ...on, failures_in_row: 3 })).toBe('stumbling')
  expect(stateOf({ ...on, validated_at: null, failures_in_row: 3 })).toBe('unconfirmed')
  expect(stateOf({ ...on, is_enabled: false, disabled_reason: 'gone', validated_at: null })).toBe('gone')
})
