import { Button } from '@mantine/core'
import type { Client } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconCoin, IconPlus, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ListHead } from '../../ui/list-head.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Rows } from '../../ui/rows.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { sorted, useSort } from '../../ui/sort.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { ModuleOff } from '../workspaces/module-off.tsx'
import { useModules } from '../workspaces/modules.ts'
import { canCreateProjects, canEditProjects, canSeeRates } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ClientDialog } from './client-dialog.tsx'
import classes from './clients-page.module.css'
import { clientsQuery, useDeleteClient } from './clients.ts'

const RatesDialog = lazy(async () => ({ default: (await import('../rates/rates-dialog.tsx')).RatesDialog }))

export function ClientsPage() {
  const { t } = useTranslation()
  return useModules().has('clients') ? <AllClients /> : <ModuleOff title={t('nav.clients')} />
}

function AllClients() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const query = useQuery(clientsQuery(workspace.id))
  const [isCreating, setCreating] = useState(false)
  const [rated, setRated] = useState<Client>()
  const usualCurrency = useWorkspace(workspace.id)?.currency

  const newButton = canCreateProjects(role, false) && (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setCreating(true)
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
              mayDelete={canEditProjects(role)}
              onRate={canSeeRates(role) && usualCurrency ? setRated : undefined}
            />
          )
        }
      </Loaded>
      {isCreating && (
        <ClientDialog
          client={undefined}
          workspaceId={workspace.id}
          seesRates={canSeeRates(role)}
          onClose={() => {
            setCreating(false)
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
  mayDelete: boolean
  onRate: ((client: Client) => void) | undefined
}

const contactOf = ({ email, contact_person }: Client) => email ?? contact_person
const sortKeys = { name: ({ name }: Client) => name, contact: contactOf }

function ClientList({ clients, mayDelete, onRate }: ListProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const remove = useDeleteClient()
  const wanted = search.trim().toLowerCase()
  const { sort, sortBy } = useSort<'name' | 'contact'>('name')
  const fitting = clients.filter(({ name, email }) => `${name} ${email ?? ''}`.toLowerCase().includes(wanted))
  const shown = sorted(fitting, { keys: sortKeys, sort })
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
      {shown.length > 0 && (
        <ListHead
          columns={[
            { key: 'name', label: t('clients.name'), className: classes.column },
            { key: 'contact', label: t('clients.contact'), className: classes.column },
          ]}
          sort={sort}
          onSort={sortBy}
          after={
            <span className={classes.actions} data-count={Number(mayDelete) + Number(Boolean(onRate))} />
          }
        />
      )}
      <Rows rows={shown} keyOf={({ id }) => id}>
        {(client) => (
          <>
            <Link
              to="/clients/$id"
              params={{ id: String(client.id) }}
              className={`${list.name} ${classes.name}`}
            >
              <span className={`${list.text} ${classes.column}`}>{client.name}</span>
              <span className={`${list.quiet} ${classes.column}`}>{contactOf(client)}</span>
            </Link>
            {onRate && (
              <IconButton
                icon={IconCoin}
                label={t('clients.ratesOf', client)}
                onClick={() => {
                  onRate(client)
                }}
              />
            )}
            {mayDelete && (
              <IconButton
                icon={IconTrash}
                label={t('clients.deleteNamed', client)}
                onClick={() => {
                  remove.mutate(client)
                }}
              />
            )}
          </>
        )}
      </Rows>
    </>
  )
}
