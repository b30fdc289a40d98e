import type { FastifyRequest } from 'fastify'

/** A secret as a client presented it. */
export type Presented =
  | { scheme: 'bearer' | 'token' | 'api_key'; secret: string }
  | { scheme: 'basic'; name: string; password: string }

/** Reads `Authorization` (Bearer, Token, Basic) or `X-API-Key`; the former wins. Undefined where neither makes sense. */
export function presentedCredentials(request: FastifyRequest): Presented | undefined {
  const header = request.headers.authorization?.trim()
  if (header) {
    const [scheme = '', ...rest] = header.split(/\s+/)
    const secret = rest.join(' ')
    if (/^bearer$/i.test(scheme) && secret) return { scheme: 'bearer', secret }
    if (/^token$/i.test(scheme) && secret)
      return { scheme: 'token', secret: secret.replace(/^token=/, '').replaceAll('"', '') }
    if (/^basic$/i.test(scheme)) return basic(secret)
    return undefined
  }
  const key = request.headers['x-api-key']
  return typeof key === 'string' && key.trim() ? { scheme: 'api_key', secret: key.trim() } : undefined
}

/** The key of clients that send it as a Bearer token and in no other way. */
export function bearerKey(request: FastifyRequest): string | undefined {
  const presented = presentedCredentials(request)
  return presented?.scheme === 'bearer' ? presented.secret : undefined
}

function basic(encoded: string): Presented | undefined {
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon === -1) return undefined
  return { scheme: 'basic', name: text.slice(0, colon), password: text.slice(colon + 1) }
}
