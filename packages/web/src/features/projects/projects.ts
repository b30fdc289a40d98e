import type { NewProject, Project, ProjectChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'

const projectsKey = ['projects'] as const

/** All projects of all my workspaces, archived ones too: old entries still name them. */
export const projectsQuery = queryOptions({
  queryKey: projectsKey,
  queryFn: () =>
    answerAll((cursor) =>
      answer(api.GET('/projects', { params: { query: { include_archived: true, limit: 500, cursor } } })),
    ),
})

export function useProjectsById(): ReadonlyMap<number, Project> {
  const { data } = useQuery(projectsQuery)
  return useMemo(() => new Map(data?.map((project) => [project.id, project])), [data])
}

/** Those that time can go to. */
export function useOpenProjects(workspaceId: number): Project[] {
  const { data } = useQuery(projectsQuery)
  return useMemo(
    () => data?.filter((project) => project.workspace_id === workspaceId && !project.is_hidden) ?? [],
    [data, workspaceId],
  )
}

export function projectName(project: Pick<Project, 'title_chain'>): string {
  return project.title_chain.join(' ▸ ')
}

/** What a picker is called: it says the project it shows. */
export function projectChoice(project: Project | undefined, t: TFunction): string {
  return t('projects.is', { title: project ? projectName(project) : t('projects.none') })
}

export function useCreateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (project: NewProject) => answer(api.POST('/projects', { body: project })),
    // The new row is in the list before the caller goes on, so that a picker can show it at once.
    onSuccess: (project) => {
      client.setQueryData(projectsQuery.queryKey, (rows) => [...(rows ?? []), project])
    },
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: ProjectChanges }) =>
      answer(api.PATCH('/projects/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
    meta: { showsOwnError: true },
  })
}

/** Archiving hides a project and everything below it from the pickers. */
export function useArchiveProject() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id, isArchived }: { id: number; isArchived: boolean }) =>
      settle(api.PATCH('/projects/{id}', { params: { path: { id } }, body: { is_archived: isArchived } })),
    onSuccess: ({ data, operationId }) => {
      const text = data.is_archived ? t('projects.archived', data) : t('projects.unarchived', data)
      offerUndo(text, operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
  })
}

export function useDeleteProject() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Project) => settle(api.DELETE('/projects/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, { title }) => {
      offerUndo(t('projects.deleted', { title }), operationId)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: projectsKey }),
        // Its entries lose it.
        client.invalidateQueries({ queryKey: ['entries'] }),
      ]),
  })
}
