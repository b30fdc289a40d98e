import type { Member, Workspace } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { membersQuery } from '../team/team.ts'
import { canEditProjects } from '../workspaces/permissions.ts'

/** Whose a lead or a deal is matters to those who see those of others, and only they give one to somebody else. */
export function seesOwners({ kind, role }: Pick<Workspace, 'kind' | 'role'>): boolean {
  return kind === 'team' && canEditProjects(role)
}

/** A member sees only what is theirs, so that an empty list does not mean that there is nothing. */
export function seesOnlyOwn({ role }: Pick<Workspace, 'role'>): boolean {
  return !canEditProjects(role)
}

/** Names by user; empty for those to whom it does not matter. */
export function useOwnerNames(workspace: Workspace): ReadonlyMap<number, string> {
  const { data } = useQuery({ ...membersQuery(workspace.id), enabled: seesOwners(workspace) })
  return useMemo(() => new Map(data?.map((member) => [member.user_id, memberName(member)])), [data])
}

export function memberName({ name, email }: Member): string {
  return name ?? email
}
