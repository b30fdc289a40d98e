import { expect, test } from 'vitest'
import { formatAgo } from './ago.ts'

test.each([
  [-5, undefined],
  [59, undefined],
  [60, '1 minute ago'],
  [3599, '59 minutes ago'],
  [3600, '1 hour ago'],
  [10_800, '3 hours ago'],
  [86_400, '1 day ago'],
  [30 * 86_400, '1 month ago'],
  [800 * 86_400, '2 years ago'],
])('%i seconds are %s', (seconds, text) => {
  expect(formatAgo(seconds, 'en')).toBe(text)
})
