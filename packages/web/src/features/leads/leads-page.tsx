import { Button, SegmentedControl } from '@mantine/core'
import type { Lead, Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { CrmPage } from '../crm/crm-page.tsx'
import { seesOnlyOwn, useOwnerNames } from '../crm/owners.ts'
import { LeadRow } from './lead-row.tsx'
import { leadName, leadsQuery, leadViews, type LeadView } from './leads.ts'
import { OpenedLead } from './opened-lead.tsx'
import classes from './leads-page.module.css'

const LeadDialog = lazy(async () => ({ default: (await import('./lead-dialog.tsx')).LeadDialog }))
const ConvertDialog = lazy(async () => ({ default: (await import('./convert-dialog.tsx')).ConvertDialog }))

/** What lies over the list: a lead that is written, changed or converted. */
type Opened = { kind: 'write'; lead?: Lead } | { kind: 'convert'; lead: Lead }

export function LeadsPage() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened>()
  const close = () => {
    setOpened(undefined)
  }
  const newButton = (
    <Button
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setOpened({ kind: 'write' })
      }}
    >
      {t('crm.leads.new')}
    </Button>
  )
  return (
    <CrmPage tab="leads" actions={newButton}>
      {(workspace) => (
        <>
          <LeadList workspace={workspace} emptyAction={newButton} onOpen={setOpened} />
          <AddressedLead workspace={workspace} />
          <Suspense>
            {opened?.kind === 'write' && (
              <LeadDialog lead={opened.lead} workspace={workspace} onClose={close} />
            )}
            {opened?.kind === 'convert' && (
              <ConvertDialog lead={opened.lead} workspace={workspace} onClose={close} />
            )}
          </Suspense>
        </>
      )}
    </CrmPage>
  )
}

/** The lead whose address this is lies open over the list. */
function AddressedLead({ workspace }: { workspace: Workspace }) {
  const { lead } = useSearch({ from: '/shell/crm/leads' })
  const navigate = useNavigate()
  if (lead === undefined) return null
  return (
    <OpenedLead
      key={lead}
      id={Number(lead)}
      workspace={workspace}
      onClose={() => navigate({ to: '/crm/leads', replace: true })}
    />
  )
}

type ListProps = { workspace: Workspace; emptyAction: React.ReactNode; onOpen: (opened: Opened) => void }

function LeadList({ workspace, emptyAction, onOpen }: ListProps) {
  const { t } = useTranslation()
  const [view, setView] = useState<LeadView>('open')
  const [search, setSearch] = useState('')
  const query = useQuery(leadsQuery(workspace.id, view))
  const owners = useOwnerNames(workspace)
  const shown = query.data?.filter((lead) => holds(lead, search))
  return (
    <>
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={search} onChange={setSearch} label={t('crm.leads.search')} />
        </div>
        <SegmentedControl
          className={classes.views}
          aria-label={t('crm.leads.views')}
          data={viewNames.map((name) => ({ value: name, label: t(`crm.leads.view.${name}`) }))}
          value={view}
          onChange={setView}
        />
        <span className={list.count} role="status">
          {shown && t('crm.leads.count', { count: shown.length })}
        </span>
      </div>
      <Loaded query={{ ...query, data: shown }}>
        {(leads) =>
          leads.length > 0 ? (
            <ul data-rows className={list.rows} aria-label={t('crm.leads.title')}>
              {leads.map((lead) => (
                <LeadRow
                  key={lead.id}
                  lead={lead}
                  workspace={workspace}
                  ownerName={owners.get(lead.owner_id)}
                  onEdit={() => {
                    onOpen({ kind: 'write', lead })
                  }}
                  onConvert={() => {
                    onOpen({ kind: 'convert', lead })
                  }}
                />
              ))}
            </ul>
          ) : search.trim() ? (
            <EmptyState title={t('crm.leads.noMatch')} />
          ) : (
            <EmptyState
              title={t(`crm.leads.${seesOnlyOwn(workspace) ? 'noneOfYours' : 'none'}.${view}`)}
              text={view === 'open' ? t('crm.leads.emptyHint') : undefined}
              action={view === 'open' && emptyAction}
            />
          )
        }
      </Loaded>
    </>
  )
}

// The keys are written down there.
const viewNames = Object.keys(leadViews) as LeadView[]

function holds(lead: Lead, search: string): boolean {
  const text = `${leadName(lead)} ${lead.company_name ?? ''} ${lead.email ?? ''} ${lead.source ?? ''}`
  return text.toLowerCase().includes(search.trim().toLowerCase())
}
