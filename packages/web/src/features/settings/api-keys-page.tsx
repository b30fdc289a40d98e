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
import { useFocusInTurn } from '../../ui/use-focus-in-turn.ts'
import classes from './api-keys-page.module.css'
import { useKeyFacts } from './key-facts.ts'
import { KeySwitch } from './key-switch.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { SettingsSection } from './settings-section.tsx'
import { tokensQuery, useRevokeToken, useTokenSwitch } from './tokens.ts'

export function ApiKeysPage() {
  const { t } = useTranslation()
  const query = useQuery(tokensQuery)
  const inTurn = useFocusInTurn()
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
      <div {...inTurn}>
        <Loaded query={query}>
          {(tokens) =>
            tokens.length === 0 ? (
              <EmptyState title={t('keys.empty')} text={t('keys.emptyHint')} action={createButton} />
            ) : (
              <ul data-rows className={list.rows}>
                {tokens.map((token) => (
                  <KeyRow key={token.id} token={token} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
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
  const facts = useKeyFacts()
  const { isActive, turn } = useTokenSwitch(token)
  const revoke = useRevokeToken()
  const [isRevoking, setRevoking] = useState(false)
  return (
    <li className={`${list.row} ${classes.key}`} data-off={!isActive || undefined}>
      <div className={classes.what}>
        <span className={classes.name}>
          <span className={list.text}>{token.name}</span>
          <code className={classes.prefix}>{token.prefix}…</code>
        </span>
        {token.description && <span className={classes.facts}>{token.description}</span>}
        <span className={classes.facts}>
          {[!isActive && t('keys.isOff'), facts.scopes(token), facts.lastUse(token), facts.expiry(token)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <KeySwitch token={token} isActive={isActive} turn={turn} />
      <Button
        variant="subtle"
        color="danger"
        data-turn="revoke"
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
