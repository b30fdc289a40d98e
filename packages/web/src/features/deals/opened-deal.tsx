import { Button } from '@mantine/core'
import type { Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../lib/error-text.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { dealQuery } from './deals.ts'

const DealDialog = lazy(async () => ({ default: (await import('./deal-dialog.tsx')).DealDialog }))

type Props = { id: number; workspace: Workspace; onClose: () => void }

/** A deal by its address; it may have been deleted since, or be another workspace's. */
export function OpenedDeal({ id, workspace, onClose }: Props) {
  const { t } = useTranslation()
  // What is edited is not changed under one's hands; what was seen before may be out of date.
  const { data: deal, error, isFetchedAfterMount } = useQuery({ ...dealQuery(id), refetchOnMount: 'always' })
  if (!isFetchedAfterMount) return null
  // Once it lies open, what has been typed stays, whatever becomes of the deal.
  if (deal?.workspace_id === workspace.id) {
    return (
      <Suspense>
        <DealDialog deal={deal} workspace={workspace} onClose={onClose} />
      </Suspense>
    )
  }
  return (
    <Dialog title={t('crm.deals.noSuch')} isSmall onClose={onClose}>
      <p className={dialog.text}>{deal ? t('crm.deals.elsewhere') : errorText(error)}</p>
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  )
}
