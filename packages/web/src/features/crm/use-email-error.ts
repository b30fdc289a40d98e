import { useTranslation } from 'react-i18next'
import { isEmail } from '../../lib/email.ts'

/** An address may be missing, but not be none. */
export function useEmailError(): (text: string) => string | null {
  const { t } = useTranslation()
  return (text) => (text.trim() === '' || isEmail(text) ? null : t('crm.badEmail'))
}
