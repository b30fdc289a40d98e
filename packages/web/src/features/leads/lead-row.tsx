import { Button, Menu, UnstyledButton } from '@mantine/core'
import type { Lead, Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconArrowRight, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { clientsQuery } from '../clients/clients.ts'
import { useMoney } from '../rates/use-money.ts'
import { canUseCrm } from '../crm/crm-access.ts'
import { usableModules } from '../workspaces/modules.ts'
import classes from './leads-page.module.css'
import { leadName, useDeleteLead } from './leads.ts'

type Props = {
  lead: Lead
  workspace: Workspace
  ownerName: string | undefined
  onEdit: () => void
  onConvert: () => void
}

export function LeadRow({ lead, workspace, ownerName, onEdit, onConvert }: Props) {
  const { t } = useTranslation()
  const money = useMoney()
  const facts = [t(`crm.leads.is.${lead.status}`), lead.source, ownerName].filter(Boolean)
  // A lead becomes a client, so there have to be clients.
  const mayConvert = lead.status !== 'converted' && usableModules(workspace).has('clients')
  return (
    <li className={`${list.row} ${classes.lead}`}>
      <UnstyledButton className={classes.who} onClick={onEdit}>
        <span>
          {leadName(lead)}
          {/* Blanks that are not seen, and that a screen reader needs. */}{' '}
          {lead.company_name && <span className={classes.company}>{lead.company_name}</span>}
        </span>{' '}
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </UnstyledButton>
      {lead.status === 'converted' && <Became lead={lead} workspace={workspace} />}
      <span className={classes.score}>{t('crm.leads.scoreIs', { score: String(lead.score) })}</span>
      <span className={classes.value}>{lead.value !== null && money.amount(lead.value, lead.currency)}</span>
      {mayConvert && (
        <Button
          className={classes.convert}
          size="compact-sm"
          aria-label={t('crm.convert.named', { name: leadName(lead) })}
          onClick={onConvert}
        >
          {t('crm.convert.short')}
        </Button>
      )}
      <LeadMenu lead={lead} onEdit={onEdit} onConvert={mayConvert ? onConvert : undefined} />
    </li>
  )
}

/** What a converted lead has become, as far as it is still there. */
function Became({ lead, workspace }: { lead: Lead; workspace: Workspace }) {
  const { t } = useTranslation()
  const { data: clients } = useQuery({
    ...clientsQuery(workspace.id),
    enabled: usableModules(workspace).has('clients'),
  })
  const client = clients?.find(({ id }) => id === lead.client_id)
  return (
    <span className={classes.became}>
      {client && (
        <Link to="/clients/$id" params={{ id: String(client.id) }}>
          {t('crm.leads.becameClient', client)}
        </Link>
      )}
      {lead.deal_id !== null && canUseCrm(workspace, 'deals') && (
        <Link to="/crm/deals" search={{ deal: String(lead.deal_id) }}>
          {t('crm.leads.becameDeal')}
        </Link>
      )}
    </span>
  )
}

type MenuProps = { lead: Lead; onEdit: () => void; onConvert: (() => void) | undefined }

function LeadMenu({ lead, onEdit, onConvert }: MenuProps) {
  const { t } = useTranslation()
  const remove = useDeleteLead()
  return (
    <Menu width={200}>
      <Menu.Target>
        <IconButton
          icon={IconDots}
          label={t('crm.actionsFor', { name: leadName(lead) })}
          className={classes.menu}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon of={IconPencil} />} onClick={onEdit}>
          {t('crm.leads.edit')}
        </Menu.Item>
        {onConvert && (
          <Menu.Item leftSection={<Icon of={IconArrowRight} />} onClick={onConvert}>
            {t('crm.convert.title')}
          </Menu.Item>
        )}
        <Menu.Item
          color="danger"
          leftSection={<Icon of={IconTrash} />}
          onClick={() => {
            remove.mutate(lead)
          }}
        >
          {t('crm.leads.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
