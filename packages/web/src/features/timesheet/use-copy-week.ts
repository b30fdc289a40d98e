import type { NewEntry } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../lib/api-error.ts'
import { answer, api } from '../../lib/api.ts'
import { addDays } from '../../lib/local-time.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useFormats } from '../session/formats.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { planCopy } from './copied-week.ts'
import type { Week } from './use-week.ts'
import { weekEntriesKey, weekEntriesQuery } from '../timer/week-entries.ts'
import { cellOf, rowKey, rowsOf, weekDays } from './week-rows.ts'

/** Begins a week like the one before: with its rows, or with its time as well. */
export function useCopyWeek(from: string, week: Week) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { workspace } = useCurrentWorkspace()
  const { zone } = useFormats()
  const before = addDays(from, -7)
  const lastWeek = () => client.ensureQueryData(weekEntriesQuery(workspace.id, before))
  const refresh = () =>
    Promise.all(
      [weekEntriesKey, ['entries'], ['timesheets'], ['reports']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )

  const takeBack = useMutation({
    mutationFn: (ids: number[]) => answer(api.DELETE('/entries', { params: { query: { ids } } })),
    onSuccess: () => {
      showNotice({ message: t('common.undone') })
    },
    onSettled: refresh,
  })

  const rows = useMutation({
    mutationFn: lastWeek,
    onSuccess: (entries) => {
      const known = new Set(week.rows.map(({ key }) => key))
      const fresh = rowsOf(entries, weekDays(before), []).filter(({ key }) => !known.has(key))
      if (fresh.length === 0) showNotice({ message: t('timesheet.nothingToCopy') })
      week.addRows(fresh.map(({ projectId, taskId }) => ({ projectId, taskId })))
    },
  })

  const times = useMutation({
    mutationFn: async () => {
      const rowOf = new Map(week.rows.map((row) => [row.key, row]))
      const { fresh, left } = planCopy({
        entries: await lastWeek(),
        from,
        zone,
        isOpen: (thing, day) => {
          const row = rowOf.get(rowKey(thing)) ?? {
            ...thing,
            key: rowKey(thing),
            cells: new Map(),
            seconds: 0,
          }
          return cellOf(row, day).entries.length === 0 && week.lockOf(row, day) === undefined
        },
      })
      return writeAll(fresh, left)
    },
    onSuccess: ({ ids, left }) => {
      const copied = ids.length > 0 && t('timesheet.copied', { count: ids.length })
      const message = [copied, left > 0 && t('timesheet.notCopied', { count: left })]
        .filter(Boolean)
        .join(' ')
      const run = () => {
        takeBack.mutate(ids)
      }
      showNotice({
        message: message || t('timesheet.noTimeToCopy'),
        action: ids.length > 0 ? { label: t('common.undo'), run } : undefined,
      })
    },
    onSettled: refresh,
  })

  return {
    isCopying: rows.isPending || times.isPending,
    copyRows: () => {
      rows.mutate()
    },
    copyTimes: () => {
      times.mutate()
    },
  }
}

/** One after the other; what the rules of the workspace refuse, such as time over other time, is left out. */
async function writeAll(fresh: readonly NewEntry[], left: number) {
  const ids: number[] = []
  let refused = left
  for (const body of fresh) {
    try {
      ids.push((await answer(api.POST('/entries', { body }))).id)
    } catch (error) {
      if (!(error instanceof ApiError) || error.status < 400 || error.status >= 500) throw error
      refused += 1
    }
  }
  return { ids, left: refused }
}
