import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { inBackground } from '../lib/background.ts'
import { ErrorState } from './error-state.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'

type Props<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  children: (data: T) => ReactNode
}

/** A list's three states. Data already there stays on the screen when asking again fails. */
export function Loaded<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
  return <RowsSkeleton />
}
