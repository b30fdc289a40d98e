import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { clientsQuery } from './clients.ts'

type Props = Omit<SelectProps, 'data'> & { workspaceId: number }

export function ClientSelect({ workspaceId, ...props }: Props) {
  const { t } = useTranslation()
  const { data: clients = [] } = useQuery(clientsQuery(workspaceId))
  return (
    <Select
      label={t('projects.client')}
      placeholder={t('projects.noClient')}
      data={clients.map(({ id, name }) => ({ value: String(id), label: name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('clients.noMatch')}
      {...props}
    />
  )
}
