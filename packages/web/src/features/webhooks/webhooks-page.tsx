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
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { useMoment } from './deliveries.ts'
import { describeEvents } from './events.ts'
import { WebhookStateLine } from './webhook-state-line.tsx'
import { WebhookSwitch } from './webhook-switch.tsx'
import { useWireTitle, webhooksQuery } from './webhooks.ts'
import classes from './webhooks-page.module.css'

const NewWebhookDialog = lazy(async () => ({
  default: (await import('./webhook-dialog.tsx')).NewWebhookDialog,
}))

export function WebhooksPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  if (canManageWorkspace(role)) return <WebhookList key={workspace.id} workspaceId={workspace.id} />
  return (
    <SettingsSection title={t('settings.webhooks')}>
      <EmptyState title={t('webhooks.notYours')} text={t('webhooks.notYoursHint')} />
    </SettingsSection>
  )
}

function WebhookList({ workspaceId }: { workspaceId: number }) {
  const { t } = useTranslation()
  const query = useQuery(webhooksQuery(workspaceId))
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
    <SettingsSection title={t('settings.webhooks')} text={t('webhooks.text')} actions={createButton}>
      <Loaded query={query}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <EmptyState title={t('webhooks.empty')} text={t('webhooks.emptyHint')} />
          ) : (
            <ul className={list.rows}>
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
            workspaceId={workspaceId}
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
      <Link to="/settings/webhooks/$id" params={{ id: String(webhook.id) }} className={classes.what}>
        <span className={`${list.text} ${classes.name}`}>{webhook.name}</span>
        <span className={list.quiet}>{webhook.url}</span>
        <span className={classes.facts}>
          {describeEvents(webhook.events, t)} · {wire} · <LastDelivery delivery={webhook.last_delivery} />
        </span>
        <WebhookStateLine webhook={webhook} />
      </Link>
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
