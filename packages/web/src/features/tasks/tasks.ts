import type { NewTask, Task, TaskChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { showError } from '../../ui/notices.tsx'
import { reportQuery } from '../reports/reports.ts'

const tasksKey = ['tasks'] as const

/** All tasks of a workspace that one may see, by name. */
export function tasksQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...tasksKey, workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(api.GET('/tasks', { params: { query: { workspace_id: workspaceId, limit: 500, cursor } } })),
      ),
  })
}

export function taskQuery(id: number) {
  return queryOptions({
    queryKey: [...tasksKey, 'one', id],
    queryFn: () => answer(api.GET('/tasks/{id}', { params: { path: { id } } })),
  })
}

/** The most lines a report gives. */
const mostLines = 10_000

/** How many seconds went into each task: of everybody for those who see others, else one's own. */
export function useTaskSeconds(workspaceId: number, seesOthers: boolean): ReadonlyMap<number, number> {
  const { data } = useQuery(
    reportQuery({
      workspaceId,
      question: { everyone: seesOthers, rounding: 'none', group_by: ['task'] },
      limit: mostLines,
    }),
  )
  return useMemo(
    () => new Map(data?.groups.map(({ key, total }) => [Number(key ?? 0), total.seconds])),
    [data],
  )
}

export function useCreateTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (task: NewTask) => answer(api.POST('/tasks', { body: task })),
    onSuccess: (task) => {
      client.setQueryData(tasksQuery(task.workspace_id).queryKey, (rows) => rows && [...rows, task])
    },
    onSettled: () => client.invalidateQueries({ queryKey: tasksKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: TaskChanges }) =>
      answer(api.PATCH('/tasks/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: tasksKey }),
        // Tags may have been made by name.
        client.invalidateQueries({ queryKey: ['tags'] }),
      ]),
    meta: { showsOwnError: true },
  })
}

type StatusChange = { task: Task; status: Task['status'] }

/** Says at once that a task has another status, and takes it back where the server refuses. */
export function useSetTaskStatus() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()

  function paint(task: Task) {
    client.setQueryData(tasksQuery(task.workspace_id).queryKey, (rows) =>
      rows?.map((row) => (row.id === task.id ? task : row)),
    )
  }

  return useMutation({
    mutationFn: ({ task: { id }, status }: StatusChange) =>
      settle(api.PATCH('/tasks/{id}', { params: { path: { id } }, body: { status } })),
    onMutate: async ({ task, status }) => {
      await client.cancelQueries({ queryKey: tasksKey })
      const isEnded = status === 'done' || status === 'cancelled'
      paint({ ...task, status, completed_at: isEnded ? new Date().toISOString() : null })
    },
    onError: (_error, { task }) => {
      paint(task)
    },
    onSuccess: ({ data, operationId }) => {
      paint(data)
      // It has left the list of what is open.
      if (data.status === 'done') offerUndo(t('tasks.isDone', data), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: tasksKey }),
  })
}

/** Takes a task from the lists at once; it comes back where the server refuses, or by undo. */
export function useDeleteTask() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Task) => settle(api.DELETE('/tasks/{id}', { params: { path: { id } } })),
    onMutate: async ({ id, workspace_id }) => {
      await client.cancelQueries({ queryKey: tasksKey })
      const { queryKey } = tasksQuery(workspace_id)
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, (rows) => rows?.filter((row) => row.id !== id))
      return { before }
    },
    onError: (error, { workspace_id }, context) => {
      client.setQueryData(tasksQuery(workspace_id).queryKey, context?.before)
      showError(error)
    },
    onSuccess: ({ operationId }, { name }) => {
      offerUndo(t('tasks.deleted', { name }), operationId)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: tasksKey }),
        // Its entries lose it.
        client.invalidateQueries({ queryKey: ['entries'] }),
      ]),
    meta: { showsOwnError: true },
  })
}
