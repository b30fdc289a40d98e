import { useTranslation } from 'react-i18next'
import { isWholeNumber } from '../lib/whole-number.ts'

type Range = { least: number; most: number; isOptional?: boolean }

/** What is wrong with what is typed for a whole number, or null. */
export function useWholeNumberError() {
  const { t } = useTranslation()
  return (text: string, { isOptional = false, ...range }: Range): string | null => {
    if (isOptional && text.trim() === '') return null
    if (isWholeNumber(text, range)) return null
    return t('common.wholeNumberNeeded', { least: String(range.least), most: String(range.most) })
  }
}
