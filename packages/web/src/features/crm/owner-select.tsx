import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { compareNames } from '../../lib/locale.ts'
import { membersQuery } from '../team/team.ts'
import { memberName } from './owners.ts'

type Props = Omit<SelectProps, 'data'> & { workspaceId: number }

/** Somebody of the workspace; a former member only where they already are the one. */
export function OwnerSelect({ workspaceId, ...props }: Props) {
  const { data: members = [] } = useQuery(membersQuery(workspaceId))
  const options = members
    .filter(
      ({ is_active, role, user_id }) => (is_active && role !== 'viewer') || String(user_id) === props.value,
    )
    .map((member) => ({ value: String(member.user_id), label: memberName(member) }))
    .sort((a, b) => compareNames(a.label, b.label))
  return <Select data={options} searchable {...props} />
}
