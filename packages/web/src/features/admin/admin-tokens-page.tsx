import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { CreatedOwnedToken } from '@sundial/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconKey } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { MadeKeyDialog } from '../settings/made-key-dialog.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { adminTokensQuery } from './admin-tokens.ts'
import classes from './admin-tokens-page.module.css'
import { TokenTable } from './token-table.tsx'

const NewTokenDialog = lazy(async () => ({
  default: (await import('./new-token-dialog.tsx')).NewTokenDialog,
}))

/** The keys of everybody, for who runs the installation. */
export function AdminTokensPage() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [address] = useDebouncedValue(typed.trim(), 200)
  const query = useInfiniteQuery(adminTokensQuery(address))
  const [isCreating, setCreating] = useState(false)
  const [rotated, setRotated] = useState<CreatedOwnedToken>()
  const tokens = query.data?.pages.flatMap((page) => page.data)
  const createButton = (
    <Button
      leftSection={<Icon of={IconKey} />}
      onClick={() => {
        setCreating(true)
      }}
    >
      {t('admin.createToken')}
    </Button>
  )
  const isEmpty = tokens?.length === 0
  return (
    <SettingsSection title={t('admin.tokens')} text={t('admin.tokensText')} actions={createButton}>
      {(tokens || address) && (
        <div className={list.tools}>
          <div className={list.search}>
            <SearchField value={typed} onChange={setTyped} label={t('admin.searchAddress')} />
          </div>
          {tokens && (
            <span className={list.count} role="status">
              {t(query.hasNextPage ? 'admin.countMore' : 'admin.count', { count: tokens.length })}
            </span>
          )}
        </div>
      )}
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {isEmpty &&
        (address ? (
          <EmptyState title={t('admin.noMatch')} text={t('admin.noMatchHint')} />
        ) : (
          <EmptyState title={t('keys.empty')} text={t('admin.emptyHint')} action={createButton} />
        ))}
      {tokens && !isEmpty && <TokenTable tokens={tokens} onRotated={setRotated} />}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('admin.loadMore')}
          </Button>
        </div>
      )}
      {isCreating && (
        <Suspense>
          <NewTokenDialog
            onClose={() => {
              setCreating(false)
            }}
          />
        </Suspense>
      )}
      {rotated && (
        <MadeKeyDialog
          title={t('admin.rotated')}
          text={t('admin.rotatedText')}
          name={rotated.name}
          secret={rotated.token}
          onClose={() => {
            setRotated(undefined)
          }}
        />
      )}
    </SettingsSection>
  )
}
