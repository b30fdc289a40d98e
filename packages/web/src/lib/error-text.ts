import i18n from 'i18next'
import { findLanguage } from '../locales/languages.ts'
import { isApiError } from './api-error.ts'
import { currentLocale } from './locale.ts'

/** What happened and what to do, in the reader's language where the catalogue knows the reason. */
export function errorText(error: unknown): string {
  if (!isApiError(error)) return i18n.t('errors.unknown')
  const { reason, code, message } = error
  const defaultValue = message || i18n.t('errors.unknown')
  const language = findLanguage(currentLocale()) ?? 'en'
  if (language === 'en') return i18n.t([`errors.${reason}`, `errors.${code}`], { defaultValue })
  // The server writes English; what it says there of this one case is said here of all like it.
  return i18n.t([`errors.${reason}`, `refusals.${reason}`, `errors.${code}`, `refusals.${code}`], {
    defaultValue,
  })
}
