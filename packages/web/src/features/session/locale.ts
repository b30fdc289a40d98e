import type { Me } from '@sundial/sdk'
import { findLanguage } from '../../locales/languages.ts'

/**
 * The locale of all words, dates and numbers: the one of the account, or else the first of the browser's that the app
 * speaks. What is shown reads it back as `i18n.language`, so that nothing is half in another one.
 */
export function localeOf(me: Me | null | undefined): string {
  const { language, languages } = navigator
  return canonical(me?.locale) ?? languages.find((each) => findLanguage(each)) ?? canonical(language) ?? 'en'
}

/** An account may carry a locale that no browser can read. */
function canonical(locale: string | null | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale ?? [])[0]
  } catch {
    return undefined
  }
}
