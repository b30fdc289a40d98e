/** What a device saw in one stretch of time. */
export type UsageTexts = {
  application: string | null
  title: string | null
  /** A path or an address. */
  path: string | null
  domain: string | null
}

/** As many characters of each text are kept; a longer one is cut, since a long title is no reason to lose time. */
const LONGEST = { application: 255, title: 1000, path: 2000, domain: 255 } as const

export const LONGEST_SAMPLE_MS = 24 * 3600 * 1000
/** Clocks of devices differ from ours, but not by more than a day. */
const FURTHEST_AHEAD_MS = 24 * 3600 * 1000

/** The texts of a sample as they are kept: in one line, cut to their longest, null where nothing is left. */
export function keptTexts(given: Partial<Omit<UsageTexts, 'domain'>>): UsageTexts {
  const path = oneLine(given.path ?? null, 20_000)
  const address = path === null ? undefined : webAddress(path)
  return {
    application: oneLine(given.application ?? null, LONGEST.application),
    title: oneLine(given.title ?? null, LONGEST.title),
    path: oneLine(address === undefined ? path : withoutPassword(address, path ?? ''), LONGEST.path),
    domain: address === undefined ? null : domainOf(address),
  }
}

/** True where a sample says nothing but that somebody was there. */
export function isWithoutTexts({ application, title, path, domain }: UsageTexts): boolean {
  return application === null && title === null && path === null && domain === null
}

/** What is wrong with when a sample was, by field; undefined where nothing is. */
export function timesProblem(
  { started_at, ended_at }: { started_at: number; ended_at: number },
  now: number,
): { field: 'started_at' | 'ended_at'; message: string } | undefined {
  if (!Number.isSafeInteger(started_at) || started_at < 0)
    return { field: 'started_at', message: 'The start is no moment since 1970.' }
  if (!Number.isSafeInteger(ended_at)) return { field: 'ended_at', message: 'The end is no moment.' }
  if (ended_at < started_at) return { field: 'ended_at', message: 'The end lies before the start.' }
  if (started_at > now + FURTHEST_AHEAD_MS)
    return { field: 'started_at', message: 'The start lies in the future.' }
  if (ended_at - started_at > LONGEST_SAMPLE_MS)
    return { field: 'ended_at', message: 'A sample may be at most 24 hours long.' }
  return undefined
}

function oneLine(text: string | null, longest: number): string | null {
  const line = (text ?? '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longest)
  // Half a sign, as the cut may leave one, is no text.
  return line.replaceAll(/\p{Cs}/gu, '').trim() || null
}

function webAddress(path: string): URL | undefined {
  if (!/^https?:\/\//i.test(path) || !URL.canParse(path)) return undefined
  return new URL(path)
}

function domainOf({ hostname }: URL): string | null {
  return oneLine(hostname.toLowerCase().replace(/^www\./, ''), LONGEST.domain)
}

/** A password that somebody wrote into an address is no record of what they did. */
function withoutPassword(address: URL, written: string): string {
  if (address.username === '' && address.password === '') return written
  const bare = new URL(address)
  bare.username = ''
  bare.password = ''
  return bare.href
}
