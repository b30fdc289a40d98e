import { Button } from '@mantine/core'
import type { Server } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { serverQuery } from '../session/session.ts'
import classes from './connect-page.module.css'
import { personalKeyQuery } from './personal-key.ts'
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

/** All that a client of another tracker needs to talk to this server instead, as the server says it. */
function WireSection({ wire }: { wire: Wire }) {
  const { t } = useTranslation()
  const key = useKeyFor(wire)
  const isPersonal = wire.key === 'personal'
  return (
    <SettingsSection
      title={t('connect.title', wire)}
      text={t(wire.addresses.length > 1 ? 'connect.textSeveral' : 'connect.text', wire)}
    >
      <ol className={classes.steps}>
        <li className={classes.addresses}>
          {wire.addresses.map(({ title, url }) => (
            <CopyField key={url} label={title} value={url} />
          ))}
        </li>
        <li>
          {key.value === undefined ? (
            <>
              <p className={classes.label}>
                {t(isPersonal ? 'connect.personalNeeded' : 'connect.keyNeeded')}
              </p>
              <Button
                variant="filled"
                leftSection={<Icon of={IconKey} />}
                loading={key.isPending}
                onClick={key.fetch}
              >
                {t(isPersonal ? 'connect.showPersonal' : 'connect.makeKey')}
              </Button>
              <FormError error={key.error} />
            </>
          ) : (
            <>
              <CopyField label={t(isPersonal ? 'personalKey.title' : 'connect.key')} value={key.value} />
              <p className={classes.note}>{t(isPersonal ? 'connect.personalNote' : 'keys.once')}</p>
            </>
          )}
        </li>
        <li>
          <CopyField
            label={t('connect.try')}
            value={wire.example.replaceAll('KEY', key.value ?? t('connect.yourKey'))}
          />
        </li>
      </ol>
    </SettingsSection>
  )
}

type Key = { value: string | undefined; fetch: () => void; isPending: boolean; error: unknown }

/** A key of the kind the clients take: one made for them, or the personal one of the profile. */
function useKeyFor(wire: Wire): Key {
  const { t } = useTranslation()
  const create = useCreateToken()
  const [isShown, setShown] = useState(false)
  const personal = useQuery({ ...personalKeyQuery, enabled: isShown })
  const { key: kind } = wire
  if (kind === 'personal') {
    return {
      value: isShown ? personal.data : undefined,
      fetch() {
        if (isShown) inBackground(personal.refetch())
        setShown(true)
      },
      isPending: personal.isFetching,
      error: personal.error,
    }
  }
  return {
    value: create.data?.token,
    fetch() {
      create.mutate({ name: t('connect.keyName', wire), for: kind })
    },
    isPending: create.isPending,
    error: create.error,
  }
}
