/** What can be chosen for words, dates and numbers; the server takes any tag, so an account may hold another. */
const locales = [
  'en-GB',
  'en-US',
  'en-CA',
  'en-AU',
  'en-IE',
  'de-DE',
  'de-AT',
  'de-CH',
  'es-ES',
  'es-MX',
  'es-AR',
] as const

/** The choices with each in its own language, such as “Deutsch (Schweiz)”, and the one in use beside them. */
export function localeChoices(current: string | null): { value: string; label: string }[] {
  const tags = new Set<string>([...locales, ...(current === null ? [] : [current])])
  return [...tags].map((value) => ({ value, label: nameOf(value) }))
}

function nameOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag)
  const own = (type: 'language' | 'region', code: string) =>
    new Intl.DisplayNames(tag, { type, fallback: 'code' }).of(code) ?? code
  const name = own('language', language)
  const capital = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  return region ? `${capital} (${own('region', region)})` : capital
}

/** A date and a number as they are written there. */
export function localeExample(tag: string | null): string {
  const locale = tag ?? navigator.language
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  // An afternoon in summer: the order of day and month shows.
  return `${date.format(Date.UTC(2026, 6, 31))} · ${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(1234.5)}`
}
