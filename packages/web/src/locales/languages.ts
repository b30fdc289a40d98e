/** The languages the app speaks; each is a folder here. */
export const languages = ['en', 'de', 'es'] as const

export type Language = (typeof languages)[number]

/** The one of them that a locale such as `de-AT` asks for; undefined when the app does not speak it. */
export function findLanguage(locale: string): Language | undefined {
  const wanted = locale.split('-')[0]?.toLowerCase()
  return languages.find((language) => language === wanted)
}
