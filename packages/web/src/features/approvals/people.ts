import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '../team/team.ts'

/** What the people of a workspace are called, former ones too. */
export function usePeople(workspaceId: number): { nameOf: (userId: number | null) => string } {
  const { t } = useTranslation()
  const { data } = useQuery(membersQuery(workspaceId))
  return useMemo(() => {
    const names = new Map(data?.map(({ user_id, name, email }) => [user_id, name ?? email]))
    return { nameOf: (userId) => names.get(userId ?? 0) ?? t('approvals.somebody') }
  }, [data, t])
}
