import { expect, test } from 'vitest'
import { localeChoices, localeExample } from './languages.ts'

test('each language is called what it calls itself, and the one in use is among them', () => {
  const labels = localeChoices('pt-BR').map(({ label }) => label)
  expect(labels).toContain('English (United Kingdom)')
  expect(labels).toContain('Deutsch (Schweiz)')
  expect(labels).toContain('Español (España)')
  expect(labels).toContain('Português (Brasil)')
})

test('an example is written as it is there', () => {
  expect(localeExample('de-DE')).toBe('Freitag, 31. Juli 2026 · 1.234,50')
  expect(localeExample('en-US')).toBe('Friday, July 31, 2026 · 1,234.50')
})
