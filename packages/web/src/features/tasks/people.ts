import type { Member, Task } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { memberName } from '../crm/owners.ts'
import { membersQuery } from '../team/team.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'

function useMembers(workspaceId: number): { isTeam: boolean; data: Member[] | undefined } {
  const { workspace } = useCurrentWorkspace()
  const isTeam = workspace.id !== workspaceId || workspace.kind === 'team'
  const { data } = useQuery({ ...membersQuery(workspaceId), enabled: isTeam })
  return { isTeam, data }
}

/** Whether there is anybody else; until the members are known, a team is taken for more than one, so that nothing moves when they come. */
export function useHasOthers(workspaceId: number): boolean {
  const { isTeam, data } = useMembers(workspaceId)
  return data ? data.length > 1 : isTeam
}

/** Those whom a task can be given to, former members last; nobody where a person is alone. */
export function usePeople(workspaceId: number): Member[] {
  const { data } = useMembers(workspaceId)
  return useMemo(
    () =>
      [...(data ?? [])].sort(
        (a, b) => Number(b.is_active) - Number(a.is_active) || memberName(a).localeCompare(memberName(b)),
      ),
    [data],
  )
}

/** The names of those whom a task is given to, one after the other. */
export function usePeopleOf(workspaceId: number): (task: Task) => string {
  const people = usePeople(workspaceId)
  return useMemo(() => {
    const names = new Map(people.map((member) => [member.user_id, memberName(member)]))
    return ({ assignee_ids }: Task) =>
      assignee_ids
        .map((id) => names.get(id))
        .filter(Boolean)
        .join(', ')
  }, [people])
}
