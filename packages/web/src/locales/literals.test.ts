import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = new URL('../', import.meta.url)

/** What is no word of any language: a name, an example of what is typed. */
const allowed = ['Sundial', 'https://example.com/hooks']

/** Where whoever builds the app looks at its parts; it is in English, as the code is. */
const workshop = 'app/design/'

const attributes =
  /\b(?:label|title|aria-label|aria-description|placeholder|alt|description|hint|text)=(?:"([^"]*)"|\{'([^'\\]*)'\})/g
const text = /<[a-zA-Z][^<>]*>\s*([^<>{}=;()&|]*)\s*<\//g

test('no component says anything that is not in the catalogue', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.startsWith(workshop),
  )
  const said = files.flatMap((file) => {
    const code = readFileSync(new URL(file, source), 'utf8')
    return [...code.matchAll(attributes), ...code.matchAll(text)]
      .map(([, one, other]) => (one ?? other ?? '').trim())
      .filter((words) => /\p{L}{2}/u.test(words) && !allowed.includes(words))
      .map((words) => `${file}: ${words}`)
  })
  expect(said).toEqual([])
})
