import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { contactName, contactsQuery } from '../contacts/contacts.ts'
import { projectName, useOpenProjects, useProjectsById } from '../projects/projects.ts'

type Props = Omit<SelectProps, 'data'>

/** Whom to talk to at the client; somebody inactive only where they already are the one. */
export function ContactSelect({ clientId, ...props }: Props & { clientId: number }) {
  const { t } = useTranslation()
  const { data: contacts = [] } = useQuery(contactsQuery(clientId))
  return (
    <Select
      label={t('crm.deals.contact')}
      placeholder={t('crm.deals.noContact')}
      data={contacts
        .filter(({ is_active, id }) => is_active || String(id) === props.value)
        .map((contact) => ({ value: String(contact.id), label: contactName(contact) }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('crm.deals.noContactFits')}
      {...props}
    />
  )
}

/** What the deal is about, or has become; an archived project only where it already is the one. */
export function ProjectSelect({ workspaceId, ...props }: Props & { workspaceId: number }) {
  const { t } = useTranslation()
  const open = useOpenProjects(workspaceId)
  const current = useProjectsById().get(Number(props.value))
  const projects = current && !open.includes(current) ? [current, ...open] : open
  return (
    <Select
      label={t('projects.project')}
      placeholder={t('projects.none')}
      data={projects.map((project) => ({ value: String(project.id), label: projectName(project) }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('projects.noMatch')}
      {...props}
    />
  )
}
