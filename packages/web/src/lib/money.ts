/** Writing and reading amounts of money, which everywhere else are whole minor units (cents) of a currency. */

const formatters = new Map<string, Intl.NumberFormat>()

/** `€95.50`, with as many digits as the currency has. */
export function formatAmount(minor: number, currency: string, locale?: string): string {
  return formatterFor(currency, 'currency', locale).format(minor / 10 ** currencyDigits(currency))
}

/** `95.50`: what stands in a field, which its currency stands beside. */
export function formatBareAmount(minor: number, currency: string, locale?: string): string {
  return formatterFor(currency, 'decimal', locale).format(minor / 10 ** currencyDigits(currency))
}

/** How many digits stand behind the point: 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return formatterFor(currency, 'currency', 'en').resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Reads `95`, `95.50`, `95,50`, `1,234.50`, `1.234,50`, `1 234,50`, `€ 95` as minor units. Point and comma both may
 * begin the decimals; the locale decides only where both readings are possible. Undefined when it is no amount, or has
 * more decimals than the currency; more than can be counted is infinite.
 */
export function parseAmount(text: string, currency: string, locale?: string): number | undefined {
  const typed = text
    .toUpperCase()
    .replace(currency, '')
    .replaceAll(/[\s\p{Sc}'’]/gu, '')
  if (!/^\d[\d.,]*$/.test(typed)) return undefined
  const digits = currencyDigits(currency)
  const mark = decimalMark(typed, digits, locale)
  const [whole = '', decimals = '', ...more] = mark ? typed.split(mark) : [typed]
  if (more.length > 0 || decimals.length > digits || !isWhole(whole) || !/^\d*$/.test(decimals))
    return undefined
  const minor = Number(whole.replaceAll(/[.,]/g, '') + decimals.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : Infinity
}

/** Which of point and comma begins the decimals; undefined where there are none. */
function decimalMark(typed: string, digits: number, locale: string | undefined): string | undefined {
  const last = typed.at(Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(',')))
  if (last !== '.' && last !== ',') return undefined
  const isAlone = typed.indexOf(last) === typed.lastIndexOf(last)
  const hasOther = typed.includes(last === '.' ? ',' : '.')
  if (hasOther) return isAlone ? last : undefined
  if (!isAlone) return undefined
  // 1.234 is a thousand and more where people write it so, and three decimals elsewhere.
  const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(typed)
  if (!looksGrouped) return last
  if (digits === 0) return undefined
  return last === localDecimalMark(locale) ? last : undefined
}

/** Digits alone, or in groups of three with one kind of mark between them. */
function isWhole(text: string): boolean {
  return /^(\d+|\d{1,3}(,\d{3})+|\d{1,3}(\.\d{3})+)$/.test(text)
}

function localDecimalMark(locale: string | undefined): string {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}

function formatterFor(currency: string, style: 'currency' | 'decimal', locale: string | undefined) {
  const key = `${locale ?? ''} ${currency} ${style}`
  let formatter = formatters.get(key)
  if (!formatter) {
    const digits = style === 'decimal' ? currencyDigits(currency) : undefined
    formatter = new Intl.NumberFormat(locale, {
      style,
      ...(style === 'currency'
        ? { currency }
        : {
            // A field holds what can be typed back into it.
            numberingSystem: 'latn',
            useGrouping: false,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }),
    })
    formatters.set(key, formatter)
  }
  return formatter
}
