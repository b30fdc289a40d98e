import type { Webhook } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/session.ts'
import { membersQuery } from '../team/team.ts'
import { describeEvents } from './events.ts'
import classes from '../../ui/facts.module.css'
import { WebhookStateLine } from './webhook-state-line.tsx'
import { WebhookSwitch } from './webhook-switch.tsx'
import { useWireTitle } from './webhooks.ts'

export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const wire = useWireTitle(webhook.wire)
  const toldFor = useToldFor(webhook)
  return (
    <dl className={classes.facts}>
      <dt>{t('webhooks.isOn')}</dt>
      <dd>
        <WebhookSwitch webhook={webhook} />
        <WebhookStateLine webhook={webhook} />
      </dd>
      <dt>{t('webhooks.url')}</dt>
      <dd>{webhook.url}</dd>
      <dt>{t('webhooks.events')}</dt>
      <dd>{describeEvents(webhook.events, t)}</dd>
      <dt>{t('webhooks.madeThrough')}</dt>
      <dd>{wire}</dd>
      {toldFor && (
        <>
          <dt>{t('webhooks.toldFor')}</dt>
          <dd>{toldFor}</dd>
        </>
      )}
    </dl>
  )
}

/** Whose eyes it sees with; whoever is alone in a workspace knows. */
function useToldFor({ user_id, workspace_id, hears_everywhere }: Webhook): string | undefined {
  const { t } = useTranslation()
  const me = useMe()
  const membership = me.memberships.find(({ workspace }) => workspace.id === workspace_id)
  const isTeam = membership?.workspace.kind === 'team'
  const { data: members } = useQuery({ ...membersQuery(workspace_id), enabled: isTeam })
  if (hears_everywhere) return t('webhooks.youEverywhere')
  if (!isTeam) return undefined
  if (user_id === me.id) return t('webhooks.you')
  const member = members?.find((each) => each.user_id === user_id)
  return member && (member.name ?? member.email)
}
