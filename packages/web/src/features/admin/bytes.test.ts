import { expect, test } from 'vitest'
import { formatBytes } from './bytes.ts'

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [12_400_000, '12.4 MB'],
  [3_000_000_000, '3 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en-GB')).toBe(text)
})
