import { Button } from '@mantine/core'
import type { ListedWebhook } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { useMoment } from './deliveries.ts'
import { describeEvents } from './events.ts'
import { WebhookStateLine } from './webhook-state-line.tsx'
import { WebhookSwitch } from './webhook-switch.tsx'
import { listOf, useWireTitle, type WebhookKeeper, webhooksQuery } from './webhooks.ts'
import classes from './webhook-list.module.css'

const NewWebhookDialog = lazy(async () => ({
  default: (await import('./webhook-dialog.tsx')).NewWebhookDialog,
}))

type Props = { keeper: WebhookKeeper; title: string; text: string }

export function WebhookList({ keeper, title, text }: Props) {
  const { t } = useTranslation()
  const query = useQuery(webhooksQuery(keeper))
  const [isCreating, setCreating] = useState(false)
  const createButton = (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setCreating(true)
      }}
    >
      {t('webhooks.new')}
    </Button>
  )
  return (
    <SettingsSection title={title} text={text} actions={createButton}>
      <Loaded query={query}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <EmptyState title={t('webhooks.empty')} text={t('webhooks.emptyHint')} />
          ) : (
            <ul data-rows className={list.rows}>
              {webhooks.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isCreating && (
        <Suspense>
          <NewWebhookDialog
            keeper={keeper}
            onClose={() => {
              setCreating(false)
            }}
          />
        </Suspense>
      )}
    </SettingsSection>
  )
}

function WebhookRow({ webhook }: { webhook: ListedWebhook }) {
  const { t } = useTranslation()
  const wire = useWireTitle(webhook.wire)
  return (
    <li className={`${list.row} ${classes.webhook}`}>
      <Link to={listOf(webhook).page} params={{ id: String(webhook.id) }} className={classes.what}>
        <span className={`${list.text} ${classes.name}`}>{webhook.name}</span>
        <span className={list.quiet}>{webhook.url}</span>
        <span className={classes.facts}>
          {describeEvents(webhook.events, t)} · {wire} · <LastDelivery delivery={webhook.last_delivery} />
        </span>
        <WebhookStateLine webhook={webhook} />
      </Link>
      {!webhook.is_enabled && <span className={list.quiet}>{t('webhooks.isOff')}</span>}
      <WebhookSwitch webhook={webhook} />
    </li>
  )
}

function LastDelivery({ delivery }: { delivery: ListedWebhook['last_delivery'] }) {
  const { t } = useTranslation()
  const moment = useMoment()
  if (delivery === null) return t('webhooks.neverTold')
  return t('webhooks.lastTold', {
    moment: moment(delivery.created_at),
    status: t(`webhooks.statusInLine.${delivery.status}`),
  })
}
