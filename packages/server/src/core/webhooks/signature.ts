import { createHmac } from 'node:crypto'

/** How most systems sign what their webhooks are told: `sha256=` and the HMAC of the body's very bytes, in hexadecimal. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
