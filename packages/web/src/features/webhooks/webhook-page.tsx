import { Button, Menu } from '@mantine/core'
import type { Webhook } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconArrowLeft, IconDots, IconPencil, IconSend, IconTrash } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../../lib/api-error.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { useSendPing } from './deliveries.ts'
import { DeliveryList } from './delivery-list.tsx'
import { WebhookFacts } from './webhook-facts.tsx'
import { WebhookSecret } from './webhook-secret.tsx'
import { listOf, useDeleteWebhook, webhookQuery } from './webhooks.ts'
import classes from './webhook-page.module.css'

const EditWebhookDialog = lazy(async () => ({
  default: (await import('./webhook-dialog.tsx')).EditWebhookDialog,
}))

export function WebhookPage() {
  const { t } = useTranslation()
  // The page stands in the settings twice, each time below the list its webhook is in.
  const { id } = useParams({ strict: false })
  const query = useQuery(webhookQuery(Number(id)))
  // What was there a moment ago may have been deleted elsewhere; no number is no webhook either.
  const isGone = isApiError(query.error, 'not_found') || isApiError(query.error, 'invalid')
  const back = listOf({ hears_everywhere: query.data?.hears_everywhere ?? false })
  return (
    <>
      <Link to={back.to} className={classes.back}>
        <Icon of={IconArrowLeft} />
        {t(back.label)}
      </Link>
      {isGone ? (
        <EmptyState title={t('webhooks.noSuch')} text={t('webhooks.noSuchHint')} />
      ) : (
        <Loaded query={query}>{(webhook) => <WebhookOverview key={webhook.id} webhook={webhook} />}</Loaded>
      )}
    </>
  )
}

function WebhookOverview({ webhook }: { webhook: Webhook }) {
  return (
    <>
      <SettingsSection title={webhook.name} actions={<WebhookActions webhook={webhook} />}>
        <WebhookFacts webhook={webhook} />
      </SettingsSection>
      <WebhookSecret webhook={webhook} />
      <DeliveryList webhookId={webhook.id} />
    </>
  )
}

function WebhookActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const ping = useSendPing(webhook.id)
  const [dialog, setDialog] = useState<'edit' | 'delete'>()
  const close = () => {
    setDialog(undefined)
  }
  return (
    <div className={classes.actions}>
      <Button
        leftSection={<Icon of={IconSend} />}
        loading={ping.isPending}
        onClick={() => {
          ping.mutate()
        }}
      >
        {t('webhooks.ping')}
      </Button>
      <Button
        leftSection={<Icon of={IconPencil} />}
        onClick={() => {
          setDialog('edit')
        }}
      >
        {t('webhooks.edit')}
      </Button>
      <Menu width={200}>
        <Menu.Target>
          <IconButton icon={IconDots} size={36} label={t('webhooks.actionsFor', webhook)} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="danger"
            leftSection={<Icon of={IconTrash} />}
            onClick={() => {
              setDialog('delete')
            }}
          >
            {t('webhooks.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'edit' && (
        <Suspense>
          <EditWebhookDialog webhook={webhook} onClose={close} />
        </Suspense>
      )}
      {dialog === 'delete' && <DeleteDialog webhook={webhook} onClose={close} />}
    </div>
  )
}

function DeleteDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useDeleteWebhook()
  return (
    <ConfirmDialog
      title={t('webhooks.deleteTitle', webhook)}
      text={t('webhooks.deleteText')}
      confirmLabel={t('webhooks.delete')}
      isBusy={remove.isPending}
      onConfirm={() => {
        remove.mutate(webhook)
      }}
      onClose={onClose}
    />
  )
}
