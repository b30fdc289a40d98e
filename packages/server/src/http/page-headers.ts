import type { House } from './house.ts'

/** The headers of a page: what it may load and who may frame it. Styles inside a page need the nonce. */
export function pageHeaders({ baseUrl }: Pick<House, 'baseUrl'>, nonce?: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    nonce ? `style-src 'self' 'nonce-${nonce}'` : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Browsers heed these two only where the connection is secure, and complain in their console elsewhere.
    ...(baseUrl.startsWith('https:')
      ? {
          'cross-origin-opener-policy': 'same-origin',
          'strict-transport-security': 'max-age=31536000; includeSubDomains',
        }
      : {}),
  }
}
