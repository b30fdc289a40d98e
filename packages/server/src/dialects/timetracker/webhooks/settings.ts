import type { Webhook } from '../../../core/webhooks/webhook.ts'
import { isRecord } from '../input.ts'

export const METHODS = ['POST', 'PUT', 'PATCH'] as const
export type Method = (typeof METHODS)[number]

/** What a webhook of this wire keeps beside what core knows of it. */
export type HookSettings = {
  description: string | null
  /** The event types it asked for, in the system's words. */
  types: string[]
  method: Method
  headers: Record<string, string>
}

export function settingsOf({ details }: Pick<Webhook, 'details'>): HookSettings {
  const { description, types, method, headers } = details
  return {
    description: typeof description === 'string' ? description : null,
    types: Array.isArray(types) ? types.filter((type) => typeof type === 'string') : [],
    method: METHODS.find((each) => each === method) ?? 'POST',
    headers: isRecord(headers)
      ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      : {},
  }
}
