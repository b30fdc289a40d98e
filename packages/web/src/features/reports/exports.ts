import type { Export } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const exportsKey = ['exports'] as const
const lookEvery = 1000

/** One's exports of the last day; looked at each second while one of them is being written. */
export const exportsQuery = queryOptions({
  queryKey: exportsKey,
  queryFn: async () => (await answer(api.GET('/exports', { params: { query: { limit: 20 } } }))).data,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? lookEvery : false),
  staleTime: 0,
})

export function exportQuery(id: number) {
  return queryOptions({
    queryKey: [...exportsKey, id],
    queryFn: () => answer(api.GET('/exports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (!state.data || isUnderWay(state.data) ? lookEvery : false),
    staleTime: 0,
  })
}

export function isUnderWay({ status }: Pick<Export, 'status'>): boolean {
  return status === 'waiting' || status === 'working'
}

/** Stops it while it is being written, or throws the file away. */
export function useDropExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/exports/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: exportsKey, exact: true }),
  })
}

export function fileOf(id: number): string {
  return `/sundial/api/v1/exports/${id}/file`
}

export function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
