import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconUserPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import { AccountRow } from './account-row.tsx'
import { accountsQuery, accountStates, type AccountState } from './accounts.ts'
import classes from './admin-list.module.css'

const NewAccountDialog = lazy(async () => ({
  default: (await import('./new-account-dialog.tsx')).NewAccountDialog,
}))

/** Who has an account on this installation, for who runs it. */
export function AccountsPage() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 200)
  const [state, setState] = useState<AccountState | null>(null)
  const query = useInfiniteQuery(accountsQuery(text, state))
  const [isCreating, setCreating] = useState(false)
  const accounts = query.data?.pages.flatMap((page) => page.data)
  return (
    <SettingsSection
      title={t('installation.users')}
      text={t('installation.usersText')}
      actions={
        <Button
          leftSection={<Icon of={IconUserPlus} />}
          onClick={() => {
            setCreating(true)
          }}
        >
          {t('installation.createAccount')}
        </Button>
      }
    >
      <div className={list.tools}>
        <div className={list.search}>
          <SearchField value={typed} onChange={setTyped} label={t('installation.searchUsers')} />
        </div>
        <SegmentedControl
          aria-label={t('installation.whichUsers')}
          value={state ?? 'all'}
          onChange={(value) => {
            setState(accountStates.find((each) => each === value) ?? null)
          }}
          data={(['all', ...accountStates] as const).map((value) => ({
            value,
            label: t(`installation.userFilter.${value}`),
          }))}
        />
        {accounts && (
          <span className={list.count} role="status">
            {t(query.hasNextPage ? 'installation.usersMore' : 'installation.usersCount', {
              count: accounts.length,
            })}
          </span>
        )}
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {accounts?.length === 0 && (
        <EmptyState title={t('installation.noUsers')} text={t('installation.noUsersHint')} />
      )}
      {accounts && accounts.length > 0 && (
        <ul className={list.rows}>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('installation.moreUsers')}
          </Button>
        </div>
      )}
      {isCreating && (
        <Suspense>
          <NewAccountDialog
            onClose={() => {
              setCreating(false)
            }}
          />
        </Suspense>
      )}
    </SettingsSection>
  )
}
