import { Button, SegmentedControl, UnstyledButton } from '@mantine/core'
import type { Delivery } from '@sundial/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { deliveriesQuery, deliveryStatuses, useMoment } from './deliveries.ts'
import { kindWords } from './events.ts'
import { DeliveryStatus } from './delivery-status.tsx'
import classes from './delivery-list.module.css'

const DeliveryDialog = lazy(async () => ({ default: (await import('./delivery-dialog.tsx')).DeliveryDialog }))

/** What a webhook was told in the last days; the list keeps itself up to date while it is open. */
export function DeliveryList({ webhookId }: { webhookId: number }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Delivery['status']>()
  const [openId, setOpenId] = useState<number>()
  const query = useInfiniteQuery(deliveriesQuery(webhookId, status))
  const deliveries = query.data?.pages.flatMap((page) => page.data)
  return (
    <SettingsSection
      title={t('webhooks.deliveries')}
      text={t('webhooks.deliveriesText')}
      actions={<StatusFilter value={status} onChange={setStatus} />}
    >
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {deliveries?.length === 0 && (
        <EmptyState
          title={status ? t('webhooks.noneOfStatus') : t('webhooks.noDeliveries')}
          text={status ? undefined : t('webhooks.noDeliveriesHint')}
        />
      )}
      {deliveries && deliveries.length > 0 && (
        <ul data-rows className={list.rows} aria-label={t('webhooks.deliveries')}>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onOpen={setOpenId} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('webhooks.loadMore')}
          </Button>
        </div>
      )}
      {openId !== undefined && (
        <Suspense>
          <DeliveryDialog
            deliveryId={openId}
            onClose={() => {
              setOpenId(undefined)
            }}
          />
        </Suspense>
      )}
    </SettingsSection>
  )
}

type FilterProps = {
  value: Delivery['status'] | undefined
  onChange: (status: Delivery['status'] | undefined) => void
}

function StatusFilter({ value, onChange }: FilterProps) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('webhooks.filter')}
      data={[
        { value: 'all', label: t('webhooks.anyStatus') },
        ...deliveryStatuses.map((status) => ({ value: status, label: t(`webhooks.status.${status}`) })),
      ]}
      value={value ?? 'all'}
      onChange={(choice) => {
        onChange(deliveryStatuses.find((status) => status === choice))
      }}
    />
  )
}

type RowProps = { delivery: Delivery; onOpen: (id: number) => void }

function DeliveryRow({ delivery, onOpen }: RowProps) {
  const { t } = useTranslation()
  const moment = useMoment()
  return (
    <li className={list.row}>
      <UnstyledButton
        className={classes.delivery}
        onClick={() => {
          onOpen(delivery.id)
        }}
      >
        <span className={classes.status}>
          <DeliveryStatus status={delivery.status} />
        </span>
        <span className={classes.kind}>{kindWords(delivery.kind, t)}</span>
        <span className={classes.quiet}>
          {delivery.attempts > 1 && `${t('webhooks.tries', { count: delivery.attempts })} · `}
          {delivery.response_status ?? (delivery.error && t('webhooks.noAnswer'))}
          {delivery.took_ms !== null && ` · ${t('webhooks.took', { count: delivery.took_ms })}`}
        </span>
        <span className={classes.when}>{moment(delivery.created_at)}</span>
      </UnstyledButton>
    </li>
  )
}
