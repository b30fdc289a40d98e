import type { BulkEntryChanges, Entry, EntryChanges, NewEntry, TimerStart } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { answer, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { useMe } from '../session/session.ts'
import { applyChanges, paintChanges, paintEntry, paintRemoval, paintTimer, readTimer } from './entry-cache.ts'
import { useEntryChange } from './entry-change.ts'
import { provisionalId, runningSeconds, type RunningTimer } from './timer.ts'

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

export function usePauseTimer() {
  return useEntryChange({
    send: (): Promise<{ entry: Entry }> => answer(api.POST('/timer/pause')),
    paint: (client) => {
      const running = readTimer(client)
      if (running) paintTimer(client, toPaused(running, Date.now()))
    },
    confirm: (client, { entry }) => {
      paintTimer(client, entry)
    },
  })
}

export function useResumeTimer() {
  return useEntryChange({
    send: (): Promise<{ entry: Entry }> => answer(api.POST('/timer/resume')),
    paint: (client) => {
      const running = readTimer(client)
      if (running) paintTimer(client, toResumed(running.entry, Date.now()))
    },
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

function toPaused(timer: RunningTimer, now: number): Entry {
  const seconds = Math.floor(runningSeconds(timer, now))
  return { ...timer.entry, paused_at: new Date(now).toISOString(), duration_seconds: seconds }
}

/** What was paused counts as a break. */
function toResumed(entry: Entry, now: number): Entry {
  if (!entry.paused_at) return entry
  const paused = Math.max(0, Math.floor((now - Date.parse(entry.paused_at)) / 1000))
  return { ...entry, paused_at: null, break_seconds: entry.break_seconds + paused }
}

function toStopped(entry: Entry, now: string): Entry {
  const resumed = toResumed(entry, Date.parse(now))
  return { ...applyChanges(resumed, { ended_at: now }), is_running: false }
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
    approval_status: null,
    invoice_number: null,
    version: 0,
    created_at: now,
    updated_at: now,
  }
  return applyChanges(blank, start)
}
