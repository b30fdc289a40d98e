import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, answerAll, api } from '../../lib/api.ts'
import { makePasskey } from '../../lib/passkeys.ts'

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () =>
    answerAll((cursor) => answer(api.GET('/me/passkeys', { params: { query: { limit: 500, cursor } } }))),
})

/** The server asks something, the browser answers it, and the server keeps the answer. */
export function useAddPasskey() {
  const refresh = useRefreshPasskeys()
  return useMutation({
    mutationFn: async ({ name, password }: { name: string; password: string }) => {
      const options = await answer(api.POST('/me/passkeys/options', { body: { password } }))
      const response = await makePasskey(options)
      return answer(api.POST('/me/passkeys', { body: { name, response } }))
    },
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useRenamePasskey() {
  const refresh = useRefreshPasskeys()
  return useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) =>
      answer(api.PATCH('/me/passkeys/{id}', { params: { path: { id } }, body: { name } })),
    onSettled: refresh,
  })
}

export function useRemovePasskey() {
  const refresh = useRefreshPasskeys()
  return useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/me/passkeys/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  })
}

function useRefreshPasskeys() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey })
}
