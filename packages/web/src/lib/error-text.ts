import i18n from 'i18next'
import { isApiError } from './api-error.ts'

/** What happened and what to do, in the reader's language where the catalogue knows the reason. */
export function errorText(error: unknown): string {
  if (!isApiError(error)) return i18n.t('errors.unknown')
  const { reason, code, message } = error
  return i18n.t([`errors.${reason}`, `errors.${code}`], { defaultValue: message || i18n.t('errors.unknown') })
}
