import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { memberName } from '../crm/owners.ts'
import { usePeople } from './people.ts'

type Props = Omit<MultiSelectProps, 'data'> & { workspaceId: number }

/** Whom a task is given to; somebody who has left only where they already are among them. */
export function AssigneesField({ workspaceId, ...props }: Props) {
  const { t } = useTranslation()
  const people = usePeople(workspaceId)
  if (people.length < 2) return null
  return (
    <MultiSelect
      label={t('tasks.assignees')}
      placeholder={props.value?.length ? undefined : t('tasks.nobody')}
      data={people
        .filter(({ is_active, user_id }) => is_active || props.value?.includes(String(user_id)))
        .map((member) => ({ value: String(member.user_id), label: memberName(member) }))}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('tasks.nobodyFits')}
      {...props}
    />
  )
}
