export type TimeFormat = '24h' | '12h'

/** `9:02`, or `9:02 AM` for people on a twelve-hour clock. */
export function formatTimeOfDay(secondOfDay: number, format: TimeFormat): string {
  const minutes = Math.floor(secondOfDay / 60)
  const hour = Math.floor(minutes / 60) % 24
  const minute = String(minutes % 60).padStart(2, '0')
  if (format === '24h') return `${hour}:${minute}`
  return `${hour % 12 || 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`
}

/** Reads `9`, `930`, `0930`, `9:30`, `9.30`, `9:30pm`, `9p`. Undefined when it is no time of day. */
export function parseTimeOfDay(text: string): number | undefined {
  const input = text.trim().toLowerCase().replace(/\s+/g, '')
  const match = /^(\d{1,2})(?:[:.h]?([0-5]\d))?(a|p|am|pm)?$/.exec(input)
  if (!match) return undefined
  const half = match[3]?.[0]
  let hour = Number(match[1])
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half === 'p' ? 12 : 0)
  }
  const secondOfDay = hour * 3600 + Number(match[2] ?? 0) * 60
  return secondOfDay <= 86_400 && hour <= 24 ? secondOfDay % 86_400 : undefined
}
