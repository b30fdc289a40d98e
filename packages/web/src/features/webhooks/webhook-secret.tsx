import type { Webhook } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { HiddenKey } from '../settings/hidden-key.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { secretQuery, useReplaceSecret } from './webhooks.ts'

export function WebhookSecret({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  return (
    <SettingsSection title={t('webhooks.secret')} text={t('webhooks.secretText')}>
      <HiddenKey
        label={t('webhooks.secret')}
        query={secretQuery(webhook.id)}
        replacing={useReplaceSecret(webhook.id)}
        warning={{ title: t('webhooks.replaceTitle'), text: t('webhooks.replaceText') }}
      />
    </SettingsSection>
  )
}
