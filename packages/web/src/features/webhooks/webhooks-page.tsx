import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { WebhookList } from './webhook-list.tsx'

export function WebhooksPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  if (canManageWorkspace(role)) {
    return (
      <WebhookList
        key={workspace.id}
        keeper={workspace.id}
        title={t('settings.webhooks')}
        text={t('webhooks.text')}
      />
    )
  }
  return (
    <SettingsSection title={t('settings.webhooks')}>
      <EmptyState title={t('webhooks.notYours')} text={t('webhooks.notYoursHint')} />
    </SettingsSection>
  )
}
