import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ownPaths } from './own-paths.ts'

test('every page at the root is known to the installed app', () => {
  const source = readFileSync(new URL('router.tsx', import.meta.url), 'utf8')
  const routes = source.matchAll(/getParentRoute: \(\) => (?:root|shell)Route,\s+path: '\/([a-z-]*)/g)
  const first = [...routes].map(([, name = '']) => name).filter(Boolean)
  expect([...new Set(first)].toSorted()).toEqual([...ownPaths])
})
