import { describe, expect, test } from 'vitest'
import { keptTexts, timesProblem } from './usage-sample.ts'

describe('the texts of a sample', () => {
  test.each<[string, Parameters<typeof keptTexts>[0], object]>([
    ['are null where nothing is said', {}, { application: null, title: null, path: null, domain: null }],
    ['are null where only blanks are said', { title: ' \t' }, { title: null }],
    ['are one line', { title: ' a\nb\u0000c ' }, { title: 'a b c' }],
    ['are cut where they are too long', { title: 'x'.repeat(5000) }, { title: 'x'.repeat(1000) }],
    ['lose half a sign where they are cut', { title: `${'x'.repeat(999)}😀` }, { title: 'x'.repeat(999) }],
    [
      'have a domain where the path is an address',
      { path: 'https://Docs.Example.org/a?b' },
      { domain: 'docs.example.org' },
    ],
    ['have it without www.', { path: 'http://www.example.org' }, { domain: 'example.org' }],
    [
      'have none where it is a file',
      { path: '/home/ada/plan.txt' },
      { domain: null, path: '/home/ada/plan.txt' },
    ],
    ['have none where it is no address at all', { path: 'https://' }, { domain: null, path: 'https://' }],
    [
      'never hold a password',
      { path: 'https://ada:secret@example.org/a' },
      { path: 'https://example.org/a', domain: 'example.org' },
    ],
  ])('%s', (_, given, expected) => {
    expect(keptTexts(given)).toMatchObject(expected)
  })
})

describe('the times of a sample', () => {
  const now = Date.UTC(2026, 2, 2)
  const day = 24 * 3600 * 1000
  test.each<[string, number, number, string | undefined]>([
    ['may be one moment', now, now, undefined],
    ['may be a whole day', now - day, now, undefined],
    ['may be a little ahead of our clock', now + day, now + day, undefined],
    ['are no longer than a day', now - day, now + 1, 'ended_at'],
    ['do not end before they start', now, now - 1, 'ended_at'],
    ['are not in the far future', now + day + 1, now + day + 2, 'started_at'],
    ['are not before 1970', -1, 0, 'started_at'],
    ['are numbers', Number.NaN, 0, 'started_at'],
  ])('%s', (_, started_at, ended_at, field) => {
    expect(timesProblem({ started_at, ended_at }, now)?.field).toBe(field)
  })
})
