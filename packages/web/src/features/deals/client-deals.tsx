import { Button, UnstyledButton } from '@mantine/core'
import type { Client, Deal, Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/section.tsx'
import { seesOnlyOwn } from '../crm/owners.ts'
import { useMoney } from '../rates/use-money.ts'
import classes from './client-deals.module.css'
import { clientDealsQuery } from './deals.ts'
import { ExpectedClose } from './expected-close.tsx'

const DealDialog = lazy(async () => ({ default: (await import('./deal-dialog.tsx')).DealDialog }))

/** What was or may be sold to a client. */
export function ClientDeals({ client, workspace }: { client: Client; workspace: Workspace }) {
  const { t } = useTranslation()
  const query = useQuery(clientDealsQuery(workspace.id, client.id))
  const [edited, setEdited] = useState<Deal | 'new'>()
  return (
    <Section
      title={t('crm.deals.title')}
      actions={
        <Button
          size="compact-sm"
          leftSection={<Icon of={IconPlus} size={16} />}
          onClick={() => {
            setEdited('new')
          }}
        >
          {t('crm.deals.new')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(deals) =>
          deals.length === 0 ? (
            <p className={classes.none}>
              {seesOnlyOwn(workspace) ? t('crm.client.noDealsOfYours') : t('crm.client.noDeals')}
            </p>
          ) : (
            <ul data-rows className={list.rows} aria-label={t('crm.deals.title')}>
              {deals.map((deal) => (
                <DealRow
                  key={deal.id}
                  deal={deal}
                  onEdit={() => {
                    setEdited(deal)
                  }}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited && (
        <Suspense>
          <DealDialog
            deal={edited === 'new' ? undefined : edited}
            clientId={client.id}
            workspace={workspace}
            onClose={() => {
              setEdited(undefined)
            }}
          />
        </Suspense>
      )}
    </Section>
  )
}

function DealRow({ deal, onEdit }: { deal: Deal; onEdit: () => void }) {
  const { t } = useTranslation()
  const money = useMoney()
  return (
    <li className={list.row}>
      <UnstyledButton className={classes.deal} onClick={onEdit}>
        <span className={classes.name}>{deal.name}</span>
        <span className={classes.stage}>
          {deal.status === 'cancelled' ? t('crm.deals.cancelled') : t(`crm.deals.in.${deal.stage}`)}
        </span>
        <span className={classes.day}>
          <ExpectedClose deal={deal} />
        </span>
        <span className={classes.value}>
          {deal.value !== null && money.amount(deal.value, deal.currency)}
        </span>
      </UnstyledButton>
    </li>
  )
}
