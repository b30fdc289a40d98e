import { Button } from '@mantine/core'
import type { Passkey } from '@sundial/sdk'
import { IconFingerprint } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { knowsPasskeys } from '../../lib/passkeys.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { InlineField } from '../../ui/inline-field.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { useFocusInTurn } from '../../ui/use-focus-in-turn.ts'
import { useFormats } from '../session/formats.ts'
import { NewPasskeyDialog } from './new-passkey-dialog.tsx'
import { passkeysQuery, useRemovePasskey, useRenamePasskey } from './passkeys.ts'
import classes from './sessions-section.module.css'
import { SettingsSection } from './settings-section.tsx'

/** What signs one in without a password. */
export function PasskeysSection() {
  const { t } = useTranslation()
  const query = useQuery(passkeysQuery)
  const inTurn = useFocusInTurn()
  const [isAdding, setAdding] = useState(false)
  const canAdd = knowsPasskeys()
  return (
    <SettingsSection
      title={t('passkeys.title')}
      text={t(canAdd ? 'passkeys.text' : 'passkeys.unsupported')}
      actions={
        canAdd && (
          <Button
            leftSection={<Icon of={IconFingerprint} />}
            onClick={() => {
              setAdding(true)
            }}
          >
            {t('passkeys.add')}
          </Button>
        )
      }
    >
      <div {...inTurn}>
        <Loaded query={query}>
          {(passkeys) =>
            passkeys.length === 0 ? (
              <EmptyState title={t('passkeys.empty')} text={canAdd ? t('passkeys.emptyHint') : undefined} />
            ) : (
              <ul className={list.rows}>
                {passkeys.map((passkey) => (
                  <PasskeyRow key={passkey.id} passkey={passkey} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {isAdding && (
        <NewPasskeyDialog
          onClose={() => {
            setAdding(false)
          }}
        />
      )}
    </SettingsSection>
  )
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation()
  const { date } = useFormats()
  const rename = useRenamePasskey()
  const remove = useRemovePasskey()
  const [isRemoving, setRemoving] = useState(false)
  const { id, name, created_at, last_used_at } = passkey
  const facts = [
    t('passkeys.made', { date: date(created_at) }),
    last_used_at ? t('passkeys.lastUsed', { date: date(last_used_at) }) : t('passkeys.neverUsed'),
  ]
  return (
    <li className={classes.row}>
      <div className={classes.named}>
        <InlineField
          label={t('passkeys.renameNamed', { name })}
          text={rename.isPending ? rename.variables.name : name}
          parse={(typed) => typed.trim().slice(0, 100) || undefined}
          onCommit={(next) => {
            rename.mutate({ id, name: next })
          }}
        />
        <span className={classes.quiet}>{facts.join(' · ')}</span>
      </div>
      <Button
        variant="subtle"
        color="danger"
        data-turn="remove"
        aria-label={t('passkeys.removeNamed', { name })}
        onClick={() => {
          setRemoving(true)
        }}
      >
        {t('passkeys.remove')}
      </Button>
      {isRemoving && (
        <ConfirmDialog
          title={t('passkeys.removeTitle', { name })}
          text={t('passkeys.removeText')}
          confirmLabel={t('passkeys.removeConfirm')}
          isBusy={remove.isPending}
          onConfirm={() => {
            remove.mutate(id)
          }}
          onClose={() => {
            setRemoving(false)
          }}
        />
      )}
    </li>
  )
}
