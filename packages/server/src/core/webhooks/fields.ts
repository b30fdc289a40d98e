import { randomBytes } from 'node:crypto'
import { invalid } from '../errors.ts'
import { unknownPattern } from '../rules/webhook-events.ts'
import { requiredText } from '../text.ts'

/** How the installation limits addresses. */
export type AddressRule = { allowsPlainHttp: boolean }

const MOST_PATTERNS = 100
const LONGEST_URL = 2000
const LONGEST_SECRET = 255
const SECRET_BYTES = 24

export function checkedUrl(text: string, { allowsPlainHttp }: AddressRule): string {
  const address = requiredText('url', text, LONGEST_URL)
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw invalid('url', 'Write an address such as https://example.com/hook.')
  if (url.username || url.password)
    throw invalid('url', 'The address may not hold a user name or a password.')
  if (url.protocol === 'http:' && !allowsPlainHttp)
    throw invalid('url', 'The address must begin with https://, so that nobody reads along.')
  return address
}

export function checkedPatterns(patterns: readonly string[]): string[] {
  const unknown = unknownPattern(patterns)
  if (unknown !== undefined)
    throw invalid('events', `${JSON.stringify(unknown.slice(0, 64))} is no event a webhook can be told of.`)
  if (patterns.length === 0 || patterns.length > MOST_PATTERNS)
    throw invalid('events', `A webhook hears of 1 to ${MOST_PATTERNS} kinds of events.`)
  return [...new Set(patterns)]
}

export function checkedSecret(secret: string): string {
  if (secret === '' || secret.length > LONGEST_SECRET)
    throw invalid('secret', `A secret has 1 to ${LONGEST_SECRET} characters.`)
  return secret
}

/** As Standard Webhooks writes secrets. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}
