import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Workspace } from '@sundial/sdk'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { clientsQuery } from '../clients/clients.ts'
import { CrmPage } from '../crm/crm-page.tsx'
import { OwnerSelect } from '../crm/owner-select.tsx'
import { seesOnlyOwn, seesOwners } from '../crm/owners.ts'
import { membersQuery } from '../team/team.ts'
import { usableModules } from '../workspaces/modules.ts'
import { DealBoard } from './deal-board.tsx'
import { boardQuery, dealSumsQuery } from './deals.ts'
import { OpenedDeal } from './opened-deal.tsx'
import classes from './deals-page.module.css'

const DealDialog = lazy(async () => ({ default: (await import('./deal-dialog.tsx')).DealDialog }))

/** While somebody types, the board is asked again no oftener than this. */
const typingPause = 200

export function DealsPage() {
  const { t } = useTranslation()
  const [isCreating, setCreating] = useState(false)
  const newButton = (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setCreating(true)
      }}
    >
      {t('crm.deals.new')}
    </Button>
  )
  return (
    <CrmPage tab="deals" actions={newButton} isWide>
      {(workspace) => (
        <>
          <FilteredBoard workspace={workspace} emptyAction={newButton} />
          <AddressedDeal workspace={workspace} />
          {isCreating && (
            <Suspense>
              <DealDialog
                deal={undefined}
                workspace={workspace}
                onClose={() => {
                  setCreating(false)
                }}
              />
            </Suspense>
          )}
        </>
      )}
    </CrmPage>
  )
}

/** The deal whose address this is lies open over the board. */
function AddressedDeal({ workspace }: { workspace: Workspace }) {
  const { deal } = useSearch({ from: '/shell/crm/deals' })
  const navigate = useNavigate()
  if (deal === undefined) return null
  return (
    <OpenedDeal
      key={deal}
      id={Number(deal)}
      workspace={workspace}
      onClose={() => navigate({ to: '/crm/deals', replace: true })}
    />
  )
}

type BoardProps = { workspace: Workspace; emptyAction: React.ReactNode }

function FilteredBoard({ workspace, emptyAction }: BoardProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [owner, setOwner] = useState<string | null>(null)
  const [text] = useDebouncedValue(search, typingPause)
  const filter = { ownerId: owner ? Number(owner) : undefined, text }
  const deals = useQuery({ ...boardQuery(workspace.id, filter), placeholderData: keepPreviousData })
  const sums = useQuery({ ...dealSumsQuery(workspace.id, filter), placeholderData: keepPreviousData })
  // Cards that learn later whose they are would push the others down.
  const members = useQuery({ ...membersQuery(workspace.id), enabled: seesOwners(workspace) })
  const clients = useQuery({
    ...clientsQuery(workspace.id),
    enabled: usableModules(workspace).has('clients'),
  })
  const isWaiting = [sums, members, clients].some(({ isLoading }) => isLoading)
  const isFiltered = owner !== null || text.trim() !== ''
  return (
    <>
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={search} onChange={setSearch} label={t('crm.deals.search')} />
        </div>
        {seesOwners(workspace) && (
          <OwnerSelect
            className={classes.owner}
            aria-label={t('crm.owner')}
            placeholder={t('crm.everyone')}
            workspaceId={workspace.id}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            value={owner}
            onChange={setOwner}
          />
        )}
        <span className={list.count} role="status">
          {deals.data && t('crm.deals.count', { count: deals.data.length })}
        </span>
      </div>
      <Loaded query={{ ...deals, data: isWaiting ? undefined : deals.data }}>
        {(rows) =>
          rows.length > 0 ? (
            <DealBoard workspace={workspace} deals={rows} sums={sums.data ?? []} />
          ) : isFiltered ? (
            <EmptyState title={t('crm.deals.noMatch')} />
          ) : (
            <EmptyState
              title={seesOnlyOwn(workspace) ? t('crm.deals.noneOfYours') : t('crm.deals.empty')}
              text={t('crm.deals.emptyHint')}
              action={emptyAction}
            />
          )
        }
      </Loaded>
    </>
  )
}
