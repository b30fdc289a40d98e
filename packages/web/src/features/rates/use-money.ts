import { useMemo } from 'react'
import { formatAmount, formatBareAmount, parseAmount } from '../../lib/money.ts'
import { useFormats } from '../session/formats.ts'

/** Writes and reads money as the signed-in person does, with the days it holds from and the shares used of it. */
export function useMoney() {
  const { locale } = useFormats()
  return useMemo(() => {
    const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    const percentFormat = new Intl.NumberFormat(locale, { style: 'percent' })
    return {
      locale,
      amount: (minor: number, currency: string) => formatAmount(minor, currency, locale),
      bare: (minor: number, currency: string) => formatBareAmount(minor, currency, locale),
      parse: (text: string, currency: string) => parseAmount(text, currency, locale),
      /** Of whole hundredths. */
      percent: (whole: number) => percentFormat.format(whole / 100),
      day: (day: string) => dayFormat.format(Date.parse(`${day}T00:00:00Z`)),
    }
  }, [locale])
}
