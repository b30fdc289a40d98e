import { Button } from '@mantine/core'
import type { Client } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPencil } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../../lib/api-error.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { ContactSection } from '../contacts/contact-section.tsx'
import { ClientDeals } from '../deals/client-deals.tsx'
import { canUseCrm } from '../crm/crm-access.ts'
import { canEditProjects, canSeeRates } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ClientFacts } from './client-facts.tsx'
import { ClientProjects } from './client-projects.tsx'
import { clientQuery } from './clients.ts'

const ClientDialog = lazy(async () => ({ default: (await import('./client-dialog.tsx')).ClientDialog }))

export function ClientPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/shell/clients/$id' })
  const query = useQuery(clientQuery(Number(id)))
  // What was there a moment ago may have been deleted elsewhere; no number is no client either.
  const isGone = isApiError(query.error, 'not_found') || isApiError(query.error, 'invalid')
  const client = isGone ? undefined : query.data
  return (
    <Page
      title={client?.name ?? t('crm.client.title')}
      actions={client && <EditButton key={client.id} client={client} />}
    >
      {isGone ? (
        <NoSuchClient />
      ) : (
        <Loaded query={query}>{(row) => <ClientOverview key={row.id} client={row} />}</Loaded>
      )}
    </Page>
  )
}

function ClientOverview({ client }: { client: Client }) {
  const workspace = useWorkspace(client.workspace_id)
  return (
    <>
      <ClientFacts client={client} />
      {workspace && canUseCrm(workspace, 'contacts') && <ContactSection clientId={client.id} />}
      <ClientProjects client={client} />
      {workspace && canUseCrm(workspace, 'deals') && <ClientDeals client={client} workspace={workspace} />}
    </>
  )
}

function EditButton({ client }: { client: Client }) {
  const { t } = useTranslation()
  // The role that counts is the one in the client's own workspace, whichever is on the screen.
  const role = useWorkspace(client.workspace_id)?.role
  const [isEditing, setEditing] = useState(false)
  if (!role || !canEditProjects(role)) return null
  return (
    <>
      <Button
        leftSection={<Icon of={IconPencil} />}
        onClick={() => {
          setEditing(true)
        }}
      >
        {t('clients.edit')}
      </Button>
      {isEditing && (
        <Suspense>
          <ClientDialog
            client={client}
            workspaceId={client.workspace_id}
            seesRates={canSeeRates(role)}
            onClose={() => {
              setEditing(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

function NoSuchClient() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('crm.client.noSuch')}
      text={t('crm.client.noSuchHint')}
      action={
        <Button component={Link} to="/clients">
          {t('crm.client.toAll')}
        </Button>
      }
    />
  )
}
