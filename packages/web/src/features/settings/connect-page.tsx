import { Button } from '@mantine/core'
import type { NewToken, Server } from '@sundial/sdk'
import { IconCode } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { inBackground } from '../../lib/background.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { serverQuery } from '../session/session.ts'
import { AskedKey } from './asked-key.tsx'
import classes from './connect-page.module.css'
import { ConnectionTest } from './connection-test.tsx'
import { IntegrationKeyField } from './integration-key-field.tsx'
import { KeysMadeBefore } from './keys-made-before.tsx'
import { useMakeIntegrationKey } from './integration-key.ts'
import { personalKeyQuery } from './personal-key.ts'
import { SettingsSection } from './settings-section.tsx'
import { useCreateToken } from './tokens.ts'

export function ConnectPage() {
  const { t } = useTranslation()
  const query = useQuery(serverQuery)
  return (
    <Loaded query={query}>
      {({ wires }) => (
        <>
          {wires.length === 0 ? <EmptyState title={t('connect.none')} /> : <WireJumps wires={wires} />}
          {wires.map((wire) => (
            <div key={wire.name} id={wire.name} className={classes.wire}>
              <WireSection wire={wire} />
            </div>
          ))}
          <SettingsSection
            title={t('developers.title')}
            text={t('developers.fromConnect')}
            actions={
              <Button component={Link} to="/settings/developers" leftSection={<Icon of={IconCode} />}>
                {t('developers.title')}
              </Button>
            }
          />
        </>
      )}
    </Loaded>
  )
}

type Wire = Server['wires'][number]
type Props = { wire: Wire }

/** One page has them all; a line at its top leads to each. */
function WireJumps({ wires }: { wires: readonly Wire[] }) {
  const { t } = useTranslation()
  return (
    <nav className={classes.jumps} aria-label={t('connect.systems')}>
      {wires.map(({ name, title }) => (
        <Link key={name} to="/settings/connect" hash={name} className={classes.jump}>
          {title}
        </Link>
      ))}
    </nav>
  )
}

function WireSection({ wire }: Props) {
  switch (wire.key) {
    case 'personal':
      return <WithPersonalKey wire={wire} />
    case 'integration':
      return <WithIntegrationKey wire={wire} />
    default:
      return <WithOwnKey wire={wire} kind={wire.key} />
  }
}

/** Its clients take a key that is made for them. */
function WithOwnKey({ wire, kind }: Props & { kind: NewToken['for'] }) {
  const { t } = useTranslation()
  const create = useCreateToken()
  const secret = create.data?.token
  return (
    <WireSteps wire={wire} secret={secret}>
      <AskedKey
        value={secret}
        words={{
          title: t('connect.key'),
          needed: t('connect.keyNeeded'),
          ask: t('connect.makeKey'),
          note: t('keys.once'),
        }}
        isBusy={create.isPending}
        error={create.error}
        onAsk={() => {
          create.mutate({ name: t('connect.keyName', wire), for: kind })
        }}
      />
      <KeysMadeBefore name={t('connect.keyName', wire)} except={create.data?.id} />
    </WireSteps>
  )
}

/** Its clients take the personal key of the profile. */
function WithPersonalKey({ wire }: Props) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  const personal = useQuery({ ...personalKeyQuery, enabled: isShown })
  const secret = isShown ? personal.data : undefined
  return (
    <WireSteps wire={wire} secret={secret}>
      <AskedKey
        value={secret}
        words={{
          title: t('personalKey.title'),
          needed: t('connect.personalNeeded'),
          ask: t('connect.showPersonal'),
          note: t('connect.personalNote'),
        }}
        isBusy={personal.isFetching}
        error={personal.error}
        onAsk={() => {
          if (isShown) inBackground(personal.refetch())
          setShown(true)
        }}
      />
    </WireSteps>
  )
}

/** Its clients take the one key of integrations. */
function WithIntegrationKey({ wire }: Props) {
  const { t } = useTranslation()
  const making = useMakeIntegrationKey()
  return (
    <WireSteps wire={wire} secret={making.data?.token}>
      <p className={classes.label}>{t('connect.integrationNeeded')}</p>
      <IntegrationKeyField making={making} />
    </WireSteps>
  )
}

type StepsProps = Props & {
  secret: string | undefined
  /** How one comes by the key. */
  children: ReactNode
}

/** All that a client of another tracker needs to talk to this server instead, as the server says it. */
function WireSteps({ wire, secret, children }: StepsProps) {
  const { t } = useTranslation()
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
        <li>{children}</li>
        <li>
          <CopyField
            label={t('connect.try')}
            value={wire.example.replaceAll('KEY', secret ?? t('connect.yourKey'))}
          />
        </li>
        <li>
          <ConnectionTest wire={wire} hasKey={secret !== undefined} />
        </li>
      </ol>
    </SettingsSection>
  )
}
