import type { Webhook } from '@sundial/sdk'

export type WebhookState =
  | 'on'
  /** On, but what was sent last did not arrive. */
  | 'stumbling'
  | 'unconfirmed'
  | NonNullable<Webhook['disabled_reason']>

export function stateOf(
  webhook: Pick<Webhook, 'is_enabled' | 'disabled_reason' | 'validated_at' | 'failures_in_row'>,
): WebhookState {
  if (!webhook.is_enabled) return webhook.disabled_reason ?? 'switched_off'
  if (webhook.validated_at === null) return 'unconfirmed'
  return webhook.failures_in_row > 0 ? 'stumbling' : 'on'
}
