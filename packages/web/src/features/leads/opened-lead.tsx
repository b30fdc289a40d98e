import { Button } from '@mantine/core'
import type { Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../lib/error-text.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { leadQuery } from './leads.ts'

const LeadDialog = lazy(async () => ({ default: (await import('./lead-dialog.tsx')).LeadDialog }))

type Props = { id: number; workspace: Workspace; onClose: () => void }

/** A lead by its address; it may have been deleted since, or be another workspace's. */
export function OpenedLead({ id, workspace, onClose }: Props) {
  const { t } = useTranslation()
  // What is edited is not changed under one's hands; what was seen before may be out of date.
  const { data: lead, error, isFetchedAfterMount } = useQuery({ ...leadQuery(id), refetchOnMount: 'always' })
  if (!isFetchedAfterMount) return null
  if (lead?.workspace_id === workspace.id) {
    return (
      <Suspense>
        <LeadDialog lead={lead} workspace={workspace} onClose={onClose} />
      </Suspense>
    )
  }
  return (
    <Dialog title={t('crm.leads.noSuch')} isSmall onClose={onClose}>
      <p className={dialog.text}>{lead ? t('crm.deals.elsewhere') : errorText(error)}</p>
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  )
}
