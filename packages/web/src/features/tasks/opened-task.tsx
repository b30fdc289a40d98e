import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../lib/error-text.ts'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { taskQuery } from './tasks.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }))

type Props = { id: number; workspaceId: number; isFixed: boolean; onClose: () => void }

/** A task by its address; it may have been deleted since, or be another workspace's. */
export function OpenedTask({ id, workspaceId, isFixed, onClose }: Props) {
  const { t } = useTranslation()
  // What is edited is not changed under one's hands; what was seen before may be out of date.
  const { data: task, error, isFetchedAfterMount } = useQuery({ ...taskQuery(id), refetchOnMount: 'always' })
  if (!isFetchedAfterMount) return null
  // Once it lies open, what has been typed stays, whatever becomes of the task.
  if (task?.workspace_id === workspaceId) {
    return (
      <Suspense>
        <TaskDialog task={task} workspaceId={workspaceId} isFixed={isFixed} onClose={onClose} />
      </Suspense>
    )
  }
  return (
    <Dialog title={t('tasks.noSuch')} isSmall onClose={onClose}>
      <p className={dialog.text}>{task ? t('tasks.elsewhere') : errorText(error)}</p>
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  )
}
