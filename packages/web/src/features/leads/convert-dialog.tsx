import { Button } from '@mantine/core'
import type { Converted, Lead, Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { clientsQuery } from '../clients/clients.ts'
import { ConvertForm } from './convert-form.tsx'
import { leadName, useConvertLead } from './leads.ts'
import classes from './convert-dialog.module.css'

type Props = { lead: Lead; workspace: Workspace; onClose: () => void }

/** Makes a client of a lead, and says where to find what came of it. */
export function ConvertDialog({ lead, workspace, onClose }: Props) {
  const { t } = useTranslation()
  const clients = useQuery(clientsQuery(workspace.id))
  const convert = useConvertLead(lead.id)
  return (
    <Dialog title={t('crm.convert.titleOf', { name: leadName(lead) })} onClose={onClose}>
      {convert.data ? (
        <Outcome converted={convert.data} onClose={onClose} />
      ) : (
        <Loaded query={clients}>
          {(rows) => (
            <ConvertForm
              lead={lead}
              workspace={workspace}
              clients={rows}
              isBusy={convert.isPending}
              error={convert.error}
              onSubmit={(conversion) => {
                convert.mutate(conversion)
              }}
              onClose={onClose}
            />
          )}
        </Loaded>
      )}
    </Dialog>
  )
}

function Outcome({ converted, onClose }: { converted: Converted; onClose: () => void }) {
  const { t } = useTranslation()
  const { lead, client, contact, deal } = converted
  return (
    <>
      <p className={dialog.text} role="status">
        {contact
          ? t('crm.convert.doneWithContact', { name: leadName(lead), client: client.name })
          : t('crm.convert.done', { name: leadName(lead), client: client.name })}
      </p>
      <div className={`${dialog.actions} ${classes.outcome}`}>
        <Button
          renderRoot={(props) => <Link to="/clients/$id" params={{ id: String(client.id) }} {...props} />}
        >
          {t('crm.convert.openClient')}
        </Button>
        {deal && (
          <Button
            renderRoot={(props) => <Link to="/crm/deals" search={{ deal: String(deal.id) }} {...props} />}
          >
            {t('crm.convert.openDeal')}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {t('common.done')}
        </Button>
      </div>
    </>
  )
}
