import { useTranslation } from 'react-i18next'
import { useMoney } from '../rates/use-money.ts'

/** The most the server takes, in minor units. */
const mostValue = 100_000_000_000_00

/** What a lead or a deal is worth, as it stands in a field; an empty one is not known yet. */
export function useValue() {
  const { t } = useTranslation()
  const money = useMoney()
  return {
    write: (minor: number | null, currency: string) => (minor === null ? '' : money.bare(minor, currency)),
    read: (text: string, currency: string) => money.parse(text, currency) ?? null,
    error(text: string, currency: string): string | null {
      if (!text.trim()) return null
      const minor = money.parse(text, currency)
      if (minor === undefined) return t('rates.badAmount', { example: money.bare(120_000, 'EUR') })
      return minor > mostValue ? t('crm.tooMuch') : null
    },
  }
}
