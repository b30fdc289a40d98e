import i18next from 'i18next'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { findLanguage, languages } from './languages.ts'
import { withAllForms } from './plural-forms.ts'

const others = { de, es }
const english = textsOf(en)

/** Such as `timer.stop` and what it says. */
function textsOf(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...textsOf(value, `${prefix}${key}.`)]
        : [[prefix + key, String(value)] as const],
    ),
  )
}

/** What is filled in and what is marked up: `{{name}}`, `<1>`, `$t(…)`. How a value is written may differ. */
function holesOf(text: string): string[] {
  const holes = text.match(/\{\{[^}]+\}\}|<\/?\w+\s*\/?>|\$t\([^)]*\)/g) ?? []
  return holes.map((hole) => hole.replace(/,.*\}\}/, '}}')).sort()
}

/** Sentences that are the same in both languages. */
const same: Record<string, readonly string[]> = {
  de: [],
  es: [],
}

test('each language has a file for each group of words', () => {
  const files = (language: string) => readdirSync(new URL(language, import.meta.url))
  for (const language of languages) expect(files(language)).toEqual(files('en'))
})

test.each(Object.entries(others))('%s fills in what English does, key by key', (_, catalogue) => {
  for (const [key, text] of textsOf(catalogue)) {
    const model = english.get(key) ?? english.get(key.replace(/_[a-z]+$/, '_other'))
    expect({ key, holes: holesOf(text) }).toEqual({ key, holes: holesOf(model ?? '') })
  }
})

test.each(Object.entries(others))('%s leaves no sentence in English', (language, catalogue) => {
  const isSentence = (text: string) =>
    text
      .replaceAll(/\{\{[^}]+\}\}/g, '')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word)).length > 1
  const copies = [...textsOf(catalogue)].filter(
    ([key, text]) => text === english.get(key) && isSentence(text) && !same[language]?.includes(key),
  )
  expect(copies).toEqual([])
})

test.each(Object.entries(others))('%s raises its voice nowhere', (_, catalogue) => {
  const loud = [...textsOf(catalogue)].filter(([, text]) => /[!¡]|\.{3}/.test(text))
  expect(loud).toEqual([])
})

test('a million is counted in the language itself', async () => {
  const i18n = i18next.createInstance()
  await i18n.init({
    fallbackLng: 'en',
    resources: {
      en: { translation: en },
      es: { translation: withAllForms(es, 'es') },
      de: { translation: withAllForms(de, 'de') },
    },
  })
  expect(i18n.t('clients.count', { lng: 'es', count: 1_000_000 })).toBe('1000000 clientes')
  expect(i18n.t('clients.count', { lng: 'es-MX', count: 1 })).toBe('1 cliente')
  expect(i18n.t('clients.count', { lng: 'de-AT', count: 1_000_000 })).toBe('1000000 Kunden')
})

test('a locale asks for a language the app speaks, or for none', () => {
  expect(findLanguage('de-AT')).toBe('de')
  expect(findLanguage('es-419')).toBe('es')
  expect(findLanguage('EN-gb')).toBe('en')
  expect(findLanguage('den')).toBeUndefined()
  expect(findLanguage('fr-FR')).toBeUndefined()
})
