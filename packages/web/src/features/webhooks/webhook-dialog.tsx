import { Button, Input, SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { CreatedWebhook, Webhook, WebhookEvent } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstWrong } from '../../ui/focus-first-wrong.ts'
import { FormActions } from '../../ui/form-actions.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { EventChecks } from './event-checks.tsx'
import { eventLines } from './events.ts'
import {
  isOfOwnApi,
  useCreateWebhook,
  useUpdateWebhook,
  useWireTitle,
  type WebhookKeeper,
} from './webhooks.ts'

type Close = { onClose: () => void }

export function NewWebhookDialog({ keeper, onClose }: Close & { keeper: WebhookKeeper }) {
  const { t } = useTranslation()
  const create = useCreateWebhook(keeper)
  if (create.data) return <SecretDialog webhook={create.data} onClose={onClose} />
  return (
    <FormDialog
      title={t('webhooks.new')}
      submitLabel={t('webhooks.create')}
      webhook={undefined}
      isBusy={create.isPending}
      error={create.error}
      onSubmit={(fields) => {
        create.mutate(fields)
      }}
      onClose={onClose}
    />
  )
}

export function EditWebhookDialog({ webhook, onClose }: Close & { webhook: Webhook }) {
  const { t } = useTranslation()
  const update = useUpdateWebhook(webhook.id)
  return (
    <FormDialog
      title={t('webhooks.edit')}
      submitLabel={t('webhooks.save')}
      webhook={webhook}
      isBusy={update.isPending}
      error={update.error}
      onSubmit={(fields) => {
        const { name, url } = fields
        update.mutate(isOfOwnApi(webhook) ? fields : { name, url }, { onSuccess: onClose })
      }}
      onClose={onClose}
    />
  )
}

function SecretDialog({ webhook, onClose }: Close & { webhook: CreatedWebhook }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('webhooks.created')} isSmall isHeld onClose={onClose}>
      <p className={dialog.text}>{t('webhooks.createdText')}</p>
      <CopyField label={t('webhooks.secret')} value={webhook.secret} />
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.done')}</Button>
      </div>
    </Dialog>
  )
}

type Fields = { name: string; url: string; events: WebhookEvent[] }
type FormProps = Close & {
  title: string
  submitLabel: string
  webhook: Webhook | undefined
  isBusy: boolean
  error: unknown
  onSubmit: (fields: Fields) => void
}

function FormDialog({ title, submitLabel, webhook, isBusy, error, onSubmit, onClose }: FormProps) {
  const { t } = useTranslation()
  const isAll = webhook?.events.includes('*') ?? true
  const form = useForm({
    initialValues: {
      name: webhook?.name ?? '',
      url: webhook?.url ?? '',
      isAll,
      events: isAll ? [] : (webhook?.events ?? []),
    },
    validate: {
      name: (name) => (name.trim() ? null : t('webhooks.nameNeeded')),
      url: (url) => (/^https?:\/\/\S+$/i.test(url.trim()) ? null : t('webhooks.badUrl')),
      events: (events, values) => (values.isAll || events.length > 0 ? null : t('webhooks.eventsNeeded')),
    },
  })
  return (
    <Dialog title={title} size={560} onClose={onClose}>
      <form
        className={dialog.form}
        noValidate
        onSubmit={form.onSubmit(({ name, url, isAll, events }) => {
          onSubmit({ name: name.trim(), url: url.trim(), events: isAll ? ['*'] : events })
        }, focusFirstWrong)}
      >
        <TextInput
          label={t('webhooks.name')}
          placeholder={t('webhooks.nameExample')}
          data-autofocus
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('webhooks.url')}
          placeholder="https://example.com/hooks"
          type="url"
          inputMode="url"
          autoComplete="off"
          maxLength={2000}
          {...form.getInputProps('url')}
        />
        {webhook && !isOfOwnApi(webhook) ? (
          <FixedEvents webhook={webhook} />
        ) : (
          <>
            <Input.Wrapper label={t('webhooks.events')} labelElement="div" error={form.errors['events']}>
              <div>
                <SegmentedControl
                  fullWidth
                  aria-label={t('webhooks.events')}
                  data={[
                    { value: 'all', label: t('webhooks.everything') },
                    { value: 'some', label: t('webhooks.onlyTicked') },
                  ]}
                  value={form.values.isAll ? 'all' : 'some'}
                  onChange={(choice) => {
                    form.setFieldValue('isAll', choice === 'all')
                    form.clearFieldError('events')
                  }}
                />
              </div>
            </Input.Wrapper>
            {!form.values.isAll && (
              <EventChecks
                value={form.values.events}
                onChange={(events) => {
                  form.setFieldValue('events', events)
                }}
              />
            )}
          </>
        )}
        <FormError error={error} />
        <FormActions submit={submitLabel} isBusy={isBusy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** What made it asked for these and knows no others. */
function FixedEvents({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const wire = useWireTitle(webhook.wire)
  return (
    <Input.Wrapper
      label={t('webhooks.events')}
      labelElement="div"
      description={t('webhooks.eventsFixed', { wire })}
      inputWrapperOrder={['label', 'input', 'description']}
    >
      <div>
        {eventLines(webhook.events, t).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </Input.Wrapper>
  )
}
