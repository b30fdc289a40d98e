import type { Ctx } from '../../../core/context.ts'
import { secretOf, validateWebhook } from '../../../core/webhooks/webhooks.ts'
import { signatureOf } from '../../../core/webhooks/signature.ts'
import type { Webhook } from '../../../core/webhooks/webhook.ts'
import type { House } from '../../../http/house.ts'
import { refused } from '../errors.ts'
import { isRecord } from '../wire.ts'
import { pingMessage } from './messages.ts'

export type Ping = {
  webhook: Webhook
  /** What the refusal says was wanted: the service says `200` in some places and `2xx` in others. */
  wants: '200' | '2xx'
}

/** Pings an address at once; refused where it does not answer well. Gives the answer. */
export async function requireAnswer(house: House, ctx: Ctx, { webhook, wants }: Ping): Promise<string> {
  const body = JSON.stringify(pingMessage(ctx, { webhook }, house.baseUrl))
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Sundial',
    'x-webhook-signature-256': signatureOf(body, await secretOf(ctx, webhook.id)),
  }
  const { status, text } = await posted(house, webhook.url, { headers, body })
  if (status >= 200 && status < 300) return text
  throw refused(`URL endpoint ${webhook.url} responded with status ${status} instead of ${wants}`)
}

/** Pings an address with the code of its subscription; whoever sends the code back at once has shown that it listens. */
export async function greet(house: House, ctx: Ctx, ping: Ping): Promise<void> {
  const text = await requireAnswer(house, ctx, ping)
  const { id, validation_code: code, validated_at: validatedAt } = ping.webhook
  if (validatedAt === null && code !== null && codeIn(text) === code) await validateWebhook(ctx, id, code)
}

async function posted(
  { outbound }: House,
  url: string,
  message: { headers: Record<string, string>; body: string },
) {
  try {
    return await outbound.post(url, message)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw refused(`URL endpoint ${url} request failed with error: ${words}`)
  }
}

function codeIn(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return isRecord(answer) && typeof answer['validation_code'] === 'string'
      ? answer['validation_code']
      : undefined
  } catch {
    return undefined
  }
}
