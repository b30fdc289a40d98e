import { Button } from '@mantine/core'
import type { DeliveryDetails } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { deliveryQuery, useMoment, useRedeliver } from './deliveries.ts'
import { DeliveryStatus } from './delivery-status.tsx'
import { kindWords } from './events.ts'
import { ToldChanges } from './told-changes.tsx'
import classes from '../../ui/facts.module.css'

type Props = { deliveryId: number; onClose: () => void }

/** One message with what was sent and answered. */
export function DeliveryDialog({ deliveryId, onClose }: Props) {
  const { t } = useTranslation()
  const query = useQuery(deliveryQuery(deliveryId))
  const redeliver = useRedeliver()
  return (
    <Dialog title={t('webhooks.delivery')} size={640} onClose={onClose}>
      <div className={dialog.form}>
        <Loaded query={query}>
          {(delivery) => (
            <>
              <DeliveryFacts delivery={delivery} />
              <ToldChanges sent={delivery.request_body} workspaceId={delivery.workspace_id} />
              <Texts delivery={delivery} />
            </>
          )}
        </Loaded>
        <FormError error={redeliver.error} />
        <div className={dialog.actions}>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button
            leftSection={<Icon of={IconRefresh} />}
            loading={redeliver.isPending}
            onClick={() => {
              redeliver.mutate(deliveryId, {
                onSuccess: () => {
                  showNotice({ message: t('webhooks.sentAgain') })
                  onClose()
                },
              })
            }}
          >
            {t('webhooks.redeliver')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function DeliveryFacts({ delivery }: { delivery: DeliveryDetails }) {
  const { t } = useTranslation()
  const moment = useMoment()
  const facts = [
    [
      t('webhooks.event'),
      <span key="kind">
        {kindWords(delivery.kind, t)} <code className={classes.quiet}>{delivery.kind}</code>
      </span>,
    ],
    [t('webhooks.happened'), moment(delivery.created_at)],
    [t('webhooks.is'), <DeliveryStatus key="status" status={delivery.status} />],
    [t('webhooks.why'), delivery.error],
    [t('webhooks.attempts'), delivery.attempts > 0 && delivery.attempts],
    [t('webhooks.lastTry'), delivery.attempted_at && moment(delivery.attempted_at)],
    [t('webhooks.nextTry'), delivery.next_attempt_at && moment(delivery.next_attempt_at)],
    [t('webhooks.answerCode'), delivery.response_status],
    [t('webhooks.duration'), delivery.took_ms !== null && t('webhooks.took', { count: delivery.took_ms })],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== false && (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Texts({ delivery }: { delivery: DeliveryDetails }) {
  const { t } = useTranslation()
  const { request_body: sent, response_text: answered } = delivery
  return (
    <>
      {sent !== null && <CopyField label={t('webhooks.sent')} value={sent} shown={readable(sent)} />}
      {answered && <CopyField label={t('webhooks.answered')} value={answered} shown={readable(answered)} />}
    </>
  )
}

/** JSON with a line for each part; a copy still has it as it was, since a signature is over each sign of it. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
