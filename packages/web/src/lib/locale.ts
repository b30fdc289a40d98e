import i18n from 'i18next'

let collator = collatorOf('en')

/** The locale that everything is written in where no component asks. */
export function currentLocale(): string {
  return i18n.language || 'en'
}

/** Sorts names as the reader's language does, Ä beside A in German, Ñ after N in Spanish, and 9 before 10. */
export function compareNames(one: string, other: string): number {
  const locale = currentLocale()
  if (collator.locale !== locale) collator = collatorOf(locale)
  return collator.compare(one, other)
}

function collatorOf(locale: string) {
  return { locale, compare: new Intl.Collator(locale, { numeric: true }).compare }
}
