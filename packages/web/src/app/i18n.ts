import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { en } from '../locales/en/index.ts'
import { findLanguage, type Language } from '../locales/languages.ts'
import { withAllForms } from '../locales/plural-forms.ts'

declare module 'i18next' {
  // Module augmentation only works with an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** Each comes by itself, and only the one that is read. */
const catalogues = {
  en: async () => (await import('../locales/en/index.ts')).en,
  de: async () => (await import('../locales/de/index.ts')).de,
  es: async () => (await import('../locales/es/index.ts')).es,
}

let wanted = ''

/** Ready before the first render, so that nobody sees words of another language first. */
export async function startTranslations(locale: string): Promise<void> {
  wanted = locale
  const language = languageFor(locale)
  const translation = await load(language)
  await i18n.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
    initAsync: false,
    // Else it advertises in the console.
    showSupportNotice: false,
  })
  // Where a word stands inside a sentence; German writes its nouns large everywhere.
  i18n.services.formatter?.add('lowercase', (word: string, _, { lng }) => word.toLocaleLowerCase(String(lng)))
  markPage(locale)
}

/** From now on all words, dates and numbers are in this locale; in English where the app does not speak it. */
export async function speak(locale: string): Promise<void> {
  if (locale === wanted) return
  wanted = locale
  const language = languageFor(locale)
  if (!i18n.hasResourceBundle(language, 'translation'))
    i18n.addResourceBundle(language, 'translation', await load(language))
  // Somebody chose again while this one was on its way.
  if (wanted !== locale) return
  await i18n.changeLanguage(locale)
  markPage(locale)
}

async function load(language: Language) {
  return withAllForms(await catalogues[language](), language)
}

function languageFor(locale: string): Language {
  return findLanguage(locale) ?? 'en'
}

/** Screen readers pronounce, and browsers hyphenate, by what the page says of itself. */
function markPage(locale: string): void {
  const page = document.documentElement
  page.lang = findLanguage(locale) ? locale : 'en'
  page.dir = i18n.dir(page.lang)
}
