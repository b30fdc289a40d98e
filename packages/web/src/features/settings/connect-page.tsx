import { Button } from '@mantine/core'
import type { Server } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { serverQuery } from '../session/session.ts'
import classes from './connect-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useCreateToken } from './tokens.ts'

export function ConnectPage() {
  const { t } = useTranslation()
  const query = useQuery(serverQuery)
  return (
    <Loaded query={query}>
      {({ wires }) =>
        wires.length === 0 ? (
          <EmptyState title={t('connect.none')} />
        ) : (
          wires.map((wire) => <WireSection key={wire.name} wire={wire} />)
        )
      }
    </Loaded>
  )
}

type Wire = Server['wires'][number]

/** All that a client of another tracker needs to talk to this server instead. */
function WireSection({ wire }: { wire: Wire }) {
  const { t } = useTranslation()
  const create = useCreateToken()
  const key = create.data?.token
  return (
    <SettingsSection title={t('connect.title', wire)} text={t('connect.text', wire)}>
      <ol className={classes.steps}>
        <li>
          <CopyField label={t('connect.baseUrl')} value={wire.base_url} />
        </li>
        <li>
          {key ? (
            <>
              <CopyField label={t('connect.key')} value={key} />
              <p className={classes.note}>{t('keys.once')}</p>
            </>
          ) : (
            <>
              <p className={classes.label}>{t('connect.keyNeeded')}</p>
              <Button
                variant="filled"
                leftSection={<Icon of={IconKey} />}
                loading={create.isPending}
                onClick={() => {
                  create.mutate({ name: t('connect.keyName', wire), ...keyKind(wire) })
                }}
              >
                {t('connect.makeKey')}
              </Button>
              <FormError error={create.error} />
            </>
          )}
        </li>
        <li>
          <CopyField label={t('connect.try')} value={startTimerLine(wire, key ?? t('connect.yourKey'))} />
        </li>
      </ol>
    </SettingsSection>
  )
}

/** Timing's clients expect keys that begin with `tm_`; the others take the ordinary kind. */
function keyKind(wire: Wire): { for: 'timing' } | object {
  return wire.name === 'timing' ? { for: 'timing' } : {}
}

/** Known per wire, since each starts a timer its own way. */
function startTimerLine({ name, base_url }: Wire, key: string): string {
  if (name === 'timing') {
    return [
      `curl -X POST ${base_url}/time-entries/start \\`,
      `  -H 'Authorization: Bearer ${key}' \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d '{"title": "First timer", "replace_existing": false}'`,
    ].join('\n')
  }
  return `curl ${base_url} -H 'Authorization: Bearer ${key}'`
}
