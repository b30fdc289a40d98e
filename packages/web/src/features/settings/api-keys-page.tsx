import { Button } from '@mantine/core'
import type { Token } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { useFormats } from '../session/formats.ts'
import classes from './api-keys-page.module.css'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { SettingsSection } from './settings-section.tsx'
import { tokensQuery, useRevokeToken } from './tokens.ts'

export function ApiKeysPage() {
  const { t } = useTranslation()
  const query = useQuery(tokensQuery)
  const [isCreating, setCreating] = useState(false)
  const createButton = (
    <Button
      leftSection={<Icon of={IconKey} />}
      onClick={() => {
        setCreating(true)
      }}
    >
      {t('keys.create')}
    </Button>
  )
  return (
    <SettingsSection title={t('settings.apiKeys')} text={t('keys.text')} actions={createButton}>
      <Loaded query={query}>
        {(tokens) =>
          tokens.length === 0 ? (
            <EmptyState title={t('keys.empty')} text={t('keys.emptyHint')} action={createButton} />
          ) : (
            <ul className={list.rows}>
              {tokens.map((token) => (
                <KeyRow key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isCreating && (
        <NewKeyDialog
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </SettingsSection>
  )
}

function KeyRow({ token }: { token: Token }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const revoke = useRevokeToken()
  const [isRevoking, setRevoking] = useState(false)
  const isExpired = token.expires_at !== null && Date.parse(token.expires_at) < Date.now()
  const lastUse = token.last_used_at
    ? t('keys.lastUsed', { date: formats.date(token.last_used_at) })
    : t('keys.neverUsed')
  const expiry = token.expires_at
    ? t(isExpired ? 'keys.expired' : 'keys.expires', { date: formats.date(token.expires_at) })
    : t('keys.noExpiry')
  return (
    <li className={`${list.row} ${classes.key}`}>
      <div className={classes.what}>
        <span className={classes.name}>
          <span className={list.text}>{token.name}</span>
          <code className={classes.prefix}>{token.prefix}…</code>
        </span>
        <span className={classes.facts}>
          {describeScopes(token.scopes, t('keys.scopesAll'))} · {lastUse} · {expiry}
        </span>
      </div>
      <Button
        variant="subtle"
        color="danger"
        aria-label={t('keys.revokeNamed', token)}
        onClick={() => {
          setRevoking(true)
        }}
      >
        {t('keys.revoke')}
      </Button>
      {isRevoking && (
        <ConfirmDialog
          title={t('keys.revokeTitle', token)}
          text={t('keys.revokeText')}
          confirmLabel={t('keys.revokeConfirm')}
          isBusy={revoke.isPending}
          onConfirm={() => {
            revoke.mutate(token.id)
          }}
          onClose={() => {
            setRevoking(false)
          }}
        />
      )}
    </li>
  )
}

function describeScopes(scopes: readonly string[], all: string): string {
  return scopes.includes('*') ? all : scopes.join(', ')
}
