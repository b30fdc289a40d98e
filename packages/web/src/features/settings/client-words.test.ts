import { expect, test } from 'vitest'
import { clientWords } from './client-words.ts'

// Only the parts are of interest here.
const t = ((key: string, values: Record<string, string> = {}) =>
  values['system'] ? `${values['name']} on ${values['system']}` : key) as never

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome on Windows',
  ],
  ['curl/8.5.0', 'curl'],
  ['Timing/2026.1', 'Timing'],
  ['node', 'node'],
  [null, 'sessions.unknownClient'],
])('%s is %s', (user_agent, words) => {
  expect(clientWords({ user_agent }, t)).toBe(words)
})
