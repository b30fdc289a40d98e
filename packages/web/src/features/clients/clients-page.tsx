import { Button, UnstyledButton } from '@mantine/core'
import type { Client } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconCoin, IconPlus, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canCreateProjects, canEditProjects, canSeeRates } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ClientDialog } from './client-dialog.tsx'
import classes from './clients-page.module.css'
import { clientsQuery, useDeleteClient } from './clients.ts'

const RatesDialog = lazy(async () => ({ default: (await import('../rates/rates-dialog.tsx')).RatesDialog }))

export function ClientsPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const query = useQuery(clientsQuery(workspace.id))
  const [edited, setEdited] = useState<Client | 'new'>()
  const [rated, setRated] = useState<Client>()
  const usualCurrency = useWorkspace(workspace.id)?.currency

  const newButton = canCreateProjects(role, false) && (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setEdited('new')
      }}
    >
      {t('clients.new')}
    </Button>
  )

  return (
    <Page title={t('nav.clients')} actions={newButton}>
      <Loaded query={query}>
        {(clients) =>
          clients.length === 0 ? (
            <EmptyState title={t('clients.empty')} text={t('clients.emptyHint')} action={newButton} />
          ) : (
            <ClientList
              clients={clients}
              mayEdit={canEditProjects(role)}
              onEdit={setEdited}
              onRate={canSeeRates(role) && usualCurrency ? setRated : undefined}
            />
          )
        }
      </Loaded>
      {edited && (
        <ClientDialog
          client={edited === 'new' ? undefined : edited}
          workspaceId={workspace.id}
          seesRates={canSeeRates(role)}
          onClose={() => {
            setEdited(undefined)
          }}
        />
      )}
      {rated && usualCurrency && (
        <Suspense>
          <RatesDialog
            name={rated.name}
            place={{ level: 'client', clientId: rated.id }}
            workspaceId={workspace.id}
            currency={rated.currency ?? usualCurrency}
            onClose={() => {
              setRated(undefined)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}

type ListProps = {
  clients: Client[]
  mayEdit: boolean
  onEdit: (client: Client) => void
  onRate: ((client: Client) => void) | undefined
}

function ClientList({ clients, mayEdit, onEdit, onRate }: ListProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const remove = useDeleteClient()
  const wanted = search.trim().toLowerCase()
  const shown = clients
    .filter(({ name, email }) => `${name} ${email ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={search} onChange={setSearch} label={t('clients.search')} />
        </div>
        <span className={list.count} role="status">
          {t('clients.count', { count: shown.length })}
        </span>
      </div>
      {shown.length === 0 && <EmptyState title={t('clients.noMatch')} />}
      <ul className={list.rows}>
        {shown.map((client) => (
          <li key={client.id} className={list.row}>
            <UnstyledButton
              className={`${list.name} ${classes.name}`}
              disabled={!mayEdit}
              onClick={() => {
                onEdit(client)
              }}
            >
              <span className={list.text}>{client.name}</span>
              <span className={list.quiet}>{client.email ?? client.contact_person}</span>
            </UnstyledButton>
            {onRate && (
              <IconButton
                icon={IconCoin}
                label={t('clients.ratesOf', client)}
                onClick={() => {
                  onRate(client)
                }}
              />
            )}
            {mayEdit && (
              <IconButton
                icon={IconTrash}
                label={t('clients.deleteNamed', client)}
                onClick={() => {
                  remove.mutate(client)
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
