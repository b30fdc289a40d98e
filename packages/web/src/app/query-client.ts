import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { sessionKey } from '../features/session/session.ts'
import { isApiError } from '../lib/api-error.ts'
import { showError } from '../ui/notices.tsx'

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: forgetEndedSession }),
    mutationCache: new MutationCache({
      onError: (...[error, , , mutation]) => {
        forgetEndedSession(error)
        if (!mutation.meta?.['showsOwnError']) showError(error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (count, error) =>
          count < 2 && navigator.onLine && (!isApiError(error) || error.status === 0 || error.status >= 500),
      },
      // Offline, a write fails at once and rolls back with a message; a queue would let the screen lie.
      mutations: { networkMode: 'always' },
    },
  })

  function forgetEndedSession(error: unknown) {
    if (isApiError(error, 'unauthenticated')) client.setQueryData(sessionKey, null)
  }

  return client
}
