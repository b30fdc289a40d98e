import { Button } from '@mantine/core'
import { useQuery, type QueryKey, type UseMutationResult, type UseQueryOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import classes from './hidden-key.module.css'

type Props<K extends QueryKey> = {
  label: string
  query: UseQueryOptions<string, Error, string, K>
  replacing: UseMutationResult<unknown, Error, void>
  /** What ends with the old one. */
  warning: { title: string; text: string }
}

/** A secret that is fetched when somebody asks to see it, and can be replaced by another. */
export function HiddenKey<K extends QueryKey>({ label, query, replacing, warning }: Props<K>) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { data, error, isFetching } = useQuery({ ...query, enabled: isShown })

  function replace() {
    replacing.mutate(undefined, {
      onSuccess: () => {
        setAsking(false)
        setShown(true)
      },
    })
  }

  return (
    <>
      {isShown && data && <CopyField label={label} value={data} />}
      {isShown && <FormError error={error} />}
      <div className={classes.actions}>
        <Button
          loading={isFetching && !data}
          onClick={() => {
            setShown(!isShown)
          }}
        >
          {t(isShown ? 'hiddenKey.hide' : 'hiddenKey.show')}
        </Button>
        <Button
          onClick={() => {
            setAsking(true)
          }}
        >
          {t('hiddenKey.replace')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          {...warning}
          confirmLabel={t('hiddenKey.confirm')}
          isBusy={replacing.isPending}
          onConfirm={replace}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
