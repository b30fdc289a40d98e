import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { compareNames } from '../../lib/locale.ts'
import { useFormats } from '../session/formats.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { useRowNames } from './row-names.ts'
import { typedKey, useSetCell } from './set-cell.ts'
import { useWantedRows } from './wanted-rows.ts'
import { weekEntriesQuery } from '../timer/week-entries.ts'
import { cellLock, cellOf, rowKey, rowsOf, weekDays, type RowThing, type WeekRow } from './week-rows.ts'

/** A cell somebody wants to look into, and why they have to. */
export type Looked = { thing: RowThing; day: string; isForced: boolean }

/** A week of mine: what stands in its rows, and what can be done there. */
export function useWeek(from: string) {
  const { workspace } = useCurrentWorkspace()
  const formats = useFormats()
  const query = useQuery(weekEntriesQuery(workspace.id, from))
  const names = useRowNames(workspace.id)
  const wanted = useWantedRows(workspace.id, from)
  const rules = useWorkspace(workspace.id)
  const [looked, look] = useState<Looked>()
  const { setCell, typed } = useSetCell({
    workspaceId: workspace.id,
    from,
    onLook: ({ thing, day }) => {
      look({ thing, day, isForced: true })
    },
  })
  const days = useMemo(() => weekDays(from), [from])
  const rows = useMemo(
    () =>
      rowsOf(query.data ?? [], days, wanted.rows).sort((a, b) =>
        compareNames(names.nameOf(a), names.nameOf(b)),
      ),
    [query.data, days, wanted.rows, names],
  )
  const secondsOf = (row: WeekRow, day: string) => typed.get(typedKey(row, day)) ?? cellOf(row, day).seconds
  // What the cells show is what is added up.
  const sum = (numbers: readonly number[]) =>
    numbers.reduce((total, each) => total + formats.exactSeconds(each), 0)
  return {
    query,
    names,
    days,
    rows,
    secondsOf,
    looked,
    look,
    rowTotal: (row: WeekRow) => sum(days.map((day) => secondsOf(row, day))),
    dayTotal: (day: string) => sum(rows.map((row) => secondsOf(row, day))),
    total: sum(rows.flatMap((row) => days.map((day) => secondsOf(row, day)))),
    entries: useMemo(
      () => (query.data ?? []).filter(({ started_on }) => days.includes(started_on)),
      [query.data, days],
    ),
    lockOf: (row: WeekRow, day: string) =>
      cellLock(cellOf(row, day), day, rules ?? { locked_before: null, protects_billed: false }),
    set: (row: WeekRow, day: string, seconds: number) => {
      // A row that is emptied stays to be typed into again.
      if (seconds === 0 && !wanted.rows.some((thing) => rowKey(thing) === row.key))
        wanted.add([{ projectId: row.projectId, taskId: row.taskId }])
      setCell({ thing: { projectId: row.projectId, taskId: row.taskId }, day, wanted: seconds })
    },
    addRows: wanted.add,
    /** Only of a row without time. */
    removeRow: wanted.remove,
  }
}

export type Week = ReturnType<typeof useWeek>
