const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** Such as “3 hours ago”, in the largest unit that fits; undefined for less than a minute. */
export function formatAgo(seconds: number, locale: string): string | undefined {
  const fitting = units.find(([, length]) => seconds >= length)
  if (!fitting) return undefined
  const [unit, length] = fitting
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(seconds / length), unit)
}
