import { Button } from '@mantine/core'
import type { Identity } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import list from '../../ui/list.module.css'
import { showNotice } from '../../ui/notices.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useFormats } from '../session/formats.ts'
import { ProviderProblem } from '../session/provider-problem.tsx'
import { serverQuery } from '../session/session.ts'
import { useLeaveToConnect } from '../session/single-sign-on.ts'
import { identitiesQuery, useDisconnect } from './identities.ts'
import classes from './sessions-section.module.css'
import { SettingsSection } from './settings-section.tsx'

/** The accounts at the provider that open one's own; nothing where this server has no provider. */
export function SingleSignOnSection() {
  const { data: server } = useQuery(serverQuery)
  return server?.single_sign_on && <Connections name={server.single_sign_on.name} />
}

function Connections({ name }: { name: string }) {
  const { t } = useTranslation()
  const { problem } = useSearch({ from: '/shell/settings/password' })
  const query = useQuery(identitiesQuery)
  const connect = useLeaveToConnect()
  const disconnect = useDisconnect()
  const [leaving, setLeaving] = useState<Identity>()
  const end = (identity: Identity) => {
    disconnect.mutate(identity, {
      onSuccess: () => {
        showNotice({ message: t('singleSignOn.disconnected', { name }) })
      },
      onSettled: () => {
        setLeaving(undefined)
      },
    })
  }
  return (
    <SettingsSection
      title={t('singleSignOn.title')}
      text={t('singleSignOn.text', { name })}
      actions={
        <Button
          loading={connect.isPending || connect.isSuccess}
          onClick={() => {
            connect.mutate()
          }}
        >
          {t('singleSignOn.connect', { name })}
        </Button>
      }
    >
      <ProviderProblem name={name} problem={problem} />
      <FormError error={connect.error ?? disconnect.error} />
      {query.isPending && <RowsSkeleton count={1} />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {query.data && query.data.length > 0 && (
        <ul className={list.rows}>
          {query.data.map((identity) => (
            <IdentityRow
              key={identity.id}
              identity={identity}
              onEnd={() => {
                setLeaving(identity)
              }}
            />
          ))}
        </ul>
      )}
      {leaving && (
        <ConfirmDialog
          title={t('singleSignOn.disconnectTitle', { name: hostOf(leaving) })}
          text={t('singleSignOn.disconnectText')}
          confirmLabel={t('singleSignOn.disconnect')}
          isBusy={disconnect.isPending}
          onConfirm={() => {
            end(leaving)
          }}
          onClose={() => {
            setLeaving(undefined)
          }}
        />
      )}
    </SettingsSection>
  )
}

function IdentityRow({ identity, onEnd }: { identity: Identity; onEnd: () => void }) {
  const { t } = useTranslation()
  const { date } = useFormats()
  const connected = date(identity.created_at)
  const facts = [
    t('singleSignOn.connected', { date: connected }),
    t('sessions.lastUsed', { date: date(identity.last_used_at) }),
  ]
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span>{hostOf(identity)}</span>
        <span className={classes.quiet}>{facts.join(' · ')}</span>
      </div>
      <Button
        size="compact-sm"
        aria-label={t('singleSignOn.disconnectNamed', { name: hostOf(identity), date: connected })}
        onClick={onEnd}
      >
        {t('singleSignOn.disconnect')}
      </Button>
    </li>
  )
}

function hostOf({ issuer }: Identity): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer
}
