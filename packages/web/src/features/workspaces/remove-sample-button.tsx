import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveSampleData } from './sample-data.ts'

// What draws dialogs is not needed before the first one.
const ConfirmDialog = lazy(async () => ({
  default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog,
}))

/** One action for all of it: the sample data stands in a workspace of its own. */
export function RemoveSampleButton({ size }: { size?: 'compact-sm' }) {
  const { t } = useTranslation()
  const remove = useRemoveSampleData()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        size={size}
        onClick={() => {
          setAsking(true)
        }}
      >
        {t('sample.remove')}
      </Button>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title={t('sample.removeTitle')}
            text={t('sample.removeText')}
            confirmLabel={t('sample.remove')}
            isBusy={remove.isPending}
            onConfirm={() => {
              remove.mutate(undefined, {
                onSettled: () => {
                  setAsking(false)
                },
              })
            }}
            onClose={() => {
              setAsking(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
