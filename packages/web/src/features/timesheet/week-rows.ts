import type { Entry, Workspace } from '@sundial/sdk'
import { addDays } from '../../lib/local-time.ts'

/** What a row of the sheet is about; neither names time without a project. */
export type RowThing = { projectId: number | null; taskId: number | null }

export type Cell = {
  /** Of that day and thing, oldest first; what runs is among them. */
  entries: readonly Entry[]
  /** Of those that are finished. */
  seconds: number
}

export type WeekRow = RowThing & { key: string; cells: ReadonlyMap<string, Cell>; seconds: number }

/** Why nothing can be typed into a cell. */
export type CellLock = 'running' | 'approved' | 'pending' | 'locked' | 'protected'

type LockRules = Pick<Workspace, 'locked_before' | 'protects_billed'>

const emptyCell: Cell = { entries: [], seconds: 0 }

export function weekDays(from: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(from, index))
}

export function rowKey({ projectId, taskId }: RowThing): string {
  return `${projectId ?? 0} ${taskId ?? 0}`
}

/** A row for each thing with time in these days, and for those that are wanted anyway. */
export function rowsOf(
  entries: readonly Entry[],
  days: readonly string[],
  wanted: readonly RowThing[],
): WeekRow[] {
  const rows = new Map<string, RowThing & { cells: Map<string, { entries: Entry[]; seconds: number }> }>()
  const rowFor = (thing: RowThing) => {
    const key = rowKey(thing)
    const row = rows.get(key) ?? { ...thing, cells: new Map<string, { entries: Entry[]; seconds: number }>() }
    rows.set(key, row)
    return row
  }
  for (const thing of wanted) rowFor(thing)
  for (const entry of [...entries].sort(byStart)) {
    if (!days.includes(entry.started_on)) continue
    const { cells } = rowFor({ projectId: entry.project_id, taskId: entry.task_id })
    const cell = cells.get(entry.started_on) ?? { entries: [], seconds: 0 }
    cell.entries.push(entry)
    if (entry.ended_at !== null) cell.seconds += entry.duration_seconds
    cells.set(entry.started_on, cell)
  }
  return [...rows].map(([key, { projectId, taskId, cells }]) => ({
    key,
    projectId,
    taskId,
    cells,
    seconds: [...cells.values()].reduce((sum, { seconds }) => sum + seconds, 0),
  }))
}

export function cellOf(row: Pick<WeekRow, 'cells'> | undefined, day: string): Cell {
  return row?.cells.get(day) ?? emptyCell
}

/** The first reason that holds; undefined where one may type. */
export function cellLock({ entries }: Cell, day: string, rules: LockRules): CellLock | undefined {
  if (entries.some(({ approval_status }) => approval_status === 'approved')) return 'approved'
  if (rules.locked_before !== null && day < rules.locked_before) return 'locked'
  if (entries.some(({ is_locked }) => is_locked)) return 'locked'
  if (entries.some(({ ended_at }) => ended_at === null)) return 'running'
  if (entries.some(({ approval_status }) => approval_status === 'pending')) return 'pending'
  if (rules.protects_billed && entries.some(isInvoiced)) return 'protected'
  return undefined
}

export function isInvoiced({ billing_status }: Pick<Entry, 'billing_status'>): boolean {
  return billing_status === 'billed' || billing_status === 'paid'
}

function byStart(a: Entry, b: Entry): number {
  return Date.parse(a.started_at) - Date.parse(b.started_at) || a.id - b.id
}
