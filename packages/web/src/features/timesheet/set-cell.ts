import type { Entry } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useFormats } from '../session/formats.ts'
import { planChange, type CellChange } from './cell-change.ts'
import { weekEntriesKey, weekEntriesQuery } from '../timer/week-entries.ts'
import { cellOf, rowKey, rowsOf, type RowThing } from './week-rows.ts'

export type TypedCell = { thing: RowThing; day: string; wanted: number }

type Written = { entry?: Entry; goneId?: number; operationId?: string | undefined }

/** Typing cell after cell, one wants to take back the last. */
const noticePlace = 'timesheet'

type Options = {
  workspaceId: number
  from: string
  /** Nothing is written where several entries could be meant. */
  onLook: (cell: TypedCell) => void
}

/** Writes what is typed into cells; `typed` are the figures that are still on their way. */
export function useSetCell({ workspaceId, from, onLook }: Options) {
  const { t } = useTranslation()
  const formats = useFormats()
  const client = useQueryClient()
  const offerUndo = useUndoNotice()
  const key = weekEntriesQuery(workspaceId, from).queryKey
  const [typed, setTyped] = useState<ReadonlyMap<string, number>>(new Map())
  const { mutate } = useMutation({
    mutationKey: weekEntriesKey,
    // One after the other, each planned with what the one before it has written.
    scope: { id: 'entries' },
    mutationFn: async ({ thing, day, wanted }: TypedCell) => {
      const entries = client.getQueryData(key) ?? []
      const row = rowsOf(
        entries.filter(
          ({ project_id, task_id }) => project_id === thing.projectId && task_id === thing.taskId,
        ),
        [day],
        [],
      )[0]
      const change = planChange({ cell: cellOf(row, day), day, wanted, entries, zone: formats.zone })
      return { change, written: await write(change, { workspaceId, thing }) }
    },
    onMutate: ({ thing, day, wanted }) => {
      setTyped((before) => new Map(before).set(typedKey(thing, day), wanted))
    },
    onSuccess: ({ change, written }, cell) => {
      const { entry, goneId, operationId } = written
      if (change.kind === 'look') onLook(cell)
      if (change.kind === 'full') showNotice({ message: t('timesheet.full'), place: noticePlace })
      if (!entry && goneId === undefined) return
      client.setQueryData(key, (rows) => [
        ...(rows ?? []).filter(({ id }) => id !== entry?.id && id !== goneId),
        ...(entry ? [entry] : []),
      ])
      const text = entry
        ? t('timesheet.noted', { duration: formats.duration(cell.wanted) })
        : t('timer.deleted', { count: 1 })
      offerUndo(text, operationId, noticePlace)
    },
    onSettled: (_done, _error, { thing, day, wanted }) => {
      const cellKey = typedKey(thing, day)
      setTyped((before) => {
        if (before.get(cellKey) !== wanted) return before
        const after = new Map(before)
        after.delete(cellKey)
        return after
      })
      // While another cell is on its way its figure must stay; the last one to settle refreshes for all.
      if (client.isMutating({ mutationKey: weekEntriesKey }) > 1) return undefined
      const keys = [weekEntriesKey, ['entries'], ['timesheets'], ['reports']]
      return Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  return { setCell: mutate, typed }
}

export function typedKey(thing: RowThing, day: string): string {
  return `${rowKey(thing)} ${day}`
}

async function write(change: CellChange, place: { workspaceId: number; thing: RowThing }): Promise<Written> {
  switch (change.kind) {
    case 'add': {
      const { data, operationId } = await settle(
        api.POST('/entries', {
          body: {
            workspace_id: place.workspaceId,
            project_id: place.thing.projectId,
            task_id: place.thing.taskId,
            started_at: new Date(change.span.start).toISOString(),
            ended_at: new Date(change.span.end).toISOString(),
          },
        }),
      )
      return { entry: data, operationId }
    }
    case 'resize': {
      const { data, operationId } = await settle(
        api.PATCH('/entries/{id}', {
          params: { path: { id: change.entry.id } },
          body: { ended_at: new Date(change.end).toISOString() },
        }),
      )
      return { entry: data, operationId }
    }
    case 'remove': {
      const { id } = change.entry
      const { operationId } = await settle(api.DELETE('/entries/{id}', { params: { path: { id } } }))
      return { goneId: id, operationId }
    }
    default:
      return {}
  }
}
