import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** How the installation is; asked anew while somebody looks, as nothing tells of it. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: () => answer(api.GET('/admin/health')),
  refetchInterval: 10_000,
  staleTime: 0,
})
