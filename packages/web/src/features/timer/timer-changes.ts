import type { BulkEntryChanges, Entry, EntryChanges, NewEntry, TimerStart } from '@sundial/sdk'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { useMe } from '../session/session.ts'
import {
  applyChanges,
  paintChanges,
  paintEntry,
  paintRemoval,
  paintTimer,
  readTimer,
  restoreSnapshot,
  takeSnapshot,
} from './entry-cache.ts'
import { entriesKey, provisionalId, timerKey } from './timer.ts'

export function useStartTimer() {
  const me = useMe()
  return useEntryChange({
    send: (start: TimerStart & { workspace_id: number }) => answer(api.POST('/timer/start', { body: start })),
    paint: (client, start) => {
      const now = new Date().toISOString()
      const running = readTimer(client)
      if (running) paintEntry(client, toStopped(running.entry, now))
      paintTimer(client, toProvisional(start, { now, userId: me.id }))
    },
    confirm: (client, { entry, stopped }) => {
      paintRemoval(client, [provisionalId])
      paintTimer(client, entry)
      if (stopped) paintEntry(client, stopped)
    },
  })
}

export function useStopTimer() {
  return useEntryChange({
    send: (): Promise<{ entry: Entry }> => answer(api.POST('/timer/stop', { body: {} })),
    paint: (client) => {
      const running = readTimer(client)
      if (running) paintEntry(client, toStopped(running.entry, new Date().toISOString()))
      paintTimer(client, null)
    },
    confirm: (client, { entry }) => {
      paintRemoval(client, [provisionalId])
      paintEntry(client, entry)
    },
  })
}

export function useResumeTimer() {
  return useEntryChange({
    send: (): Promise<{ entry: Entry }> => answer(api.POST('/timer/resume')),
    confirm: (client, { entry }) => {
      paintTimer(client, entry)
    },
  })
}

export function useCreateEntry() {
  return useEntryChange({
    send: (entry: NewEntry) => answer(api.POST('/entries', { body: entry })),
    confirm: paintEntry,
  })
}

export function useUpdateEntry() {
  return useEntryChange({
    send: ({ id, changes }: { id: number; changes: EntryChanges }, client) => {
      // Typed into a timer whose start was still on its way; changes go one after the other, so it is named by now.
      const named = id === provisionalId ? (readTimer(client)?.entry.id ?? id) : id
      return answer(api.PATCH('/entries/{id}', { params: { path: { id: named } }, body: changes }))
    },
    paint: (client, { id, changes }) => {
      paintChanges(client, [id], changes)
    },
  })
}

export function useUpdateEntries() {
  return useEntryChange({
    send: (bulk: BulkEntryChanges) => answer(api.PATCH('/entries', { body: bulk })),
    paint: (client, { ids, changes }) => {
      paintChanges(client, ids, changes)
    },
  })
}

/** Those of others only where the caller says that it means them. */
export function useDeleteEntries({ forOthers = false } = {}) {
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useEntryChange({
    send: async (ids: readonly number[]) => {
      const query = { ids: [...ids], ...(forOthers && { for_others: true }) }
      const { operationId } = await settle(api.DELETE('/entries', { params: { query } }))
      return { operationId, count: ids.length }
    },
    paint: (client, ids) => {
      paintRemoval(client, ids)
      const running = readTimer(client)
      if (running && ids.includes(running.entry.id)) paintTimer(client, null)
    },
    confirm: (_client, { operationId, count }) => {
      offerUndo(t('timer.deleted', { count }), operationId)
    },
  })
}

type Change<V, R> = {
  send: (input: V, client: QueryClient) => Promise<R>
  paint?: (client: QueryClient, input: V) => void
  confirm?: (client: QueryClient, result: R) => void
}

/** Shows the change at once; rolls back when the server refuses; asks for the truth in the end. */
function useEntryChange<V, R>({ send, paint, confirm }: Change<V, R>) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: entriesKey,
    // One at a time, in the order they were made: a stop must not overtake its start.
    scope: { id: 'entries' },
    mutationFn: (input: V) => send(input, client),
    onMutate: async (input) => {
      await Promise.all([
        client.cancelQueries({ queryKey: entriesKey }),
        client.cancelQueries({ queryKey: timerKey }),
      ])
      const before = takeSnapshot(client)
      paint?.(client, input)
      return before
    },
    onSuccess: (result) => {
      confirm?.(client, result)
    },
    onError: (_error, _input, before) => {
      if (before) restoreSnapshot(client, before)
    },
    onSettled: () => {
      // While another change is under way its paint must stay; the last one to settle refreshes for all.
      if (client.isMutating({ mutationKey: entriesKey }) > 1) return undefined
      return Promise.all([
        client.invalidateQueries({ queryKey: entriesKey }),
        client.invalidateQueries({ queryKey: timerKey }),
        client.invalidateQueries({ queryKey: ['reports'] }),
        // Tags may have been created by name.
        client.invalidateQueries({ queryKey: ['tags'] }),
      ])
    },
  })
}

function toStopped(entry: Entry, now: string): Entry {
  return { ...applyChanges(entry, { ended_at: now }), is_running: false, paused_at: null }
}

function toProvisional(
  start: TimerStart & { workspace_id: number },
  { now, userId }: { now: string; userId: number },
) {
  const blank: Entry = {
    id: provisionalId,
    workspace_id: start.workspace_id,
    user_id: userId,
    project_id: null,
    task_id: null,
    client_id: null,
    title: null,
    notes: null,
    started_at: start.started_at ?? now,
    ended_at: null,
    paused_at: null,
    break_seconds: 0,
    duration_seconds: 0,
    is_running: true,
    time_zone: 'UTC',
    started_on: now.slice(0, 10),
    billing_status: 'undetermined',
    tags: [],
    custom_fields: {},
    source: 'timer',
    is_locked: false,
    version: 0,
    created_at: now,
    updated_at: now,
  }
  return applyChanges(blank, start)
}
