import { Button } from '@mantine/core'
import type { Token } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import classes from './integration-key-field.module.css'
import type { MakingIntegrationKey } from './integration-key.ts'
import { useKeyFacts } from './key-facts.ts'
import { KeySwitch } from './key-switch.tsx'
import { tokensQuery, useRevokeToken, useTokenSwitch } from './tokens.ts'

type Props = { making: MakingIntegrationKey }

/** The one key of integrations: its secret when it has just been made, and what there is to say and do of it later. */
export function IntegrationKeyField({ making }: Props) {
  const query = useQuery({
    ...tokensQuery,
    select: (tokens) => tokens.find((token) => token.is_integration) ?? null,
  })
  return (
    <Loaded query={query}>
      {(token) => (token ? <KeptKey token={token} making={making} /> : <NoKey making={making} />)}
    </Loaded>
  )
}

function NoKey({ making }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.field}>
      <Button
        variant="filled"
        leftSection={<Icon of={IconKey} />}
        loading={making.isPending}
        onClick={() => {
          making.mutate()
        }}
      >
        {t('integrationKey.generate')}
      </Button>
      <FormError error={making.error} />
    </div>
  )
}

function KeptKey({ token, making }: Props & { token: Token }) {
  const { t } = useTranslation()
  const facts = useKeyFacts()
  const { isActive, turn } = useTokenSwitch(token)
  const revoke = useRevokeToken()
  const [asking, setAsking] = useState<'replace' | 'revoke'>()
  const close = () => {
    setAsking(undefined)
  }
  return (
    <div className={classes.field}>
      {making.data?.id === token.id && (
        <div>
          <CopyField label={t('integrationKey.title')} value={making.data.token} isNew />
          <p className={classes.note}>{t('keys.once')}</p>
        </div>
      )}
      <div className={classes.kept}>
        <div className={classes.facts}>
          <code className={classes.prefix}>{token.prefix}…</code>
          <span className={classes.note}>{`${facts.made(token)} · ${facts.lastUse(token)}`}</span>
          {!isActive && <span>{t('integrationKey.isOff')}</span>}
        </div>
        <KeySwitch token={token} isActive={isActive} turn={turn} />
        <Button
          onClick={() => {
            setAsking('replace')
          }}
        >
          {t('integrationKey.replace')}
        </Button>
        <Button
          variant="subtle"
          color="danger"
          onClick={() => {
            setAsking('revoke')
          }}
        >
          {t('keys.revokeConfirm')}
        </Button>
      </div>
      <FormError error={making.error} />
      {asking === 'replace' && (
        <ConfirmDialog
          title={t('integrationKey.replaceTitle')}
          text={t('integrationKey.replaceText')}
          confirmLabel={t('integrationKey.replace')}
          isBusy={making.isPending}
          onConfirm={() => {
            making.mutate(undefined, { onSettled: close })
          }}
          onClose={close}
        />
      )}
      {asking === 'revoke' && (
        <ConfirmDialog
          title={t('integrationKey.revokeTitle')}
          text={t('integrationKey.revokeText')}
          confirmLabel={t('keys.revokeConfirm')}
          isBusy={revoke.isPending}
          onConfirm={() => {
            revoke.mutate(token.id, { onSettled: close })
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
