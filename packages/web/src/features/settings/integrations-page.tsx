import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { InTurn } from '../../ui/in-turn.tsx'
import { WebhookList } from '../webhooks/webhook-list.tsx'
import { IntegrationKeyField } from './integration-key-field.tsx'
import { useMakeIntegrationKey } from './integration-key.ts'
import { SettingsSection } from './settings-section.tsx'

/** What lets other programs work with this account: a key for them, and what tells them of what happens. */
export function IntegrationsPage() {
  const { t } = useTranslation()
  const making = useMakeIntegrationKey()
  return (
    <InTurn>
      <SettingsSection title={t('integrationKey.title')} text={t('integrationKey.text')}>
        <IntegrationKeyField making={making} />
      </SettingsSection>
      <WebhookList keeper="me" title={t('webhooks.own')} text={t('webhooks.ownText')} />
      <SettingsSection
        title={t('settings.connect')}
        text={t('integrations.connectText')}
        actions={
          <Button component={Link} to="/settings/connect" leftSection={<Icon of={IconPlugConnected} />}>
            {t('settings.connect')}
          </Button>
        }
      />
    </InTurn>
  )
}
