import { Switch } from '@mantine/core'
import type { Webhook } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { useSwitchWebhook } from './webhooks.ts'

/** Whoever switches it on is the one it is told for from then on. */
export function WebhookSwitch({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const change = useSwitchWebhook(webhook.id)
  return (
    <Switch
      aria-label={t('webhooks.tellNamed', webhook)}
      checked={change.isPending ? change.variables : webhook.is_enabled}
      onChange={(event) => {
        change.mutate(event.currentTarget.checked)
      }}
    />
  )
}
