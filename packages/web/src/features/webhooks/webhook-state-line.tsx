import type { Webhook } from '@sundial/sdk'
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { stateOf } from './webhook-state.ts'
import classes from './webhook-state-line.module.css'

/** Says what keeps a webhook from hearing; nothing where the switch beside it says it all. */
export function WebhookStateLine({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const state = stateOf(webhook)
  if (state === 'on' || state === 'switched_off') return null
  return (
    <span className={classes.state} data-bad={state !== 'unconfirmed' || undefined}>
      <Icon of={state === 'unconfirmed' ? IconHourglass : IconAlertTriangle} size={16} />
      {state === 'stumbling'
        ? t('webhooks.stumbling', { count: webhook.failures_in_row })
        : t(`webhooks.state.${state}`)}
    </span>
  )
}
