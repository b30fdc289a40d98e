import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useClients } from '../clients/clients.ts'
import { projectName, useProjectsById } from '../projects/projects.ts'
import { serverQuery, useMe } from '../session/session.ts'
import { tagsQuery } from '../tags/tags.ts'
import { membersQuery } from '../team/team.ts'

/** What the ids and codes of events mean to a reader; what is no longer there keeps its number. */
export function useNames(workspaceId: number) {
  const { t } = useTranslation()
  const me = useMe()
  const { data: members } = useQuery(membersQuery(workspaceId))
  const { data: tags } = useQuery(tagsQuery(workspaceId))
  const { data: server } = useQuery(serverQuery)
  const clients = useClients(workspaceId)
  const projects = useProjectsById()
  return useMemo(() => {
    const people = new Map(members?.map(({ user_id, name, email }) => [user_id, name ?? email]))
    const numbered = (id: number) => `#${id}`
    return {
      person: (id: number | null) => {
        if (id === null) return t('audit.nobody')
        return id === me.id ? t('audit.you') : (people.get(id) ?? t('audit.somebody', { id: String(id) }))
      },
      project: (id: number) => {
        const project = projects.get(id)
        return project ? projectName(project) : numbered(id)
      },
      client: (id: number) => clients?.find((client) => client.id === id)?.name ?? numbered(id),
      tag: (id: number) => tags?.find((tag) => tag.id === id)?.name ?? numbered(id),
      wire: (wire: string) => {
        if (wire === 'native' || wire === 'admin' || wire === 'system') return t(`audit.wire.${wire}`)
        return server?.wires.find(({ name }) => name === wire)?.title ?? wire
      },
    }
  }, [t, me.id, members, tags, server, clients, projects])
}

export type Names = ReturnType<typeof useNames>
