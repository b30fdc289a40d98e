import { useLocalStorage } from '@mantine/hooks'
import { rowKey, type RowThing } from './week-rows.ts'

type Kept = Record<string, RowThing[]>

/** Older weeks are forgotten: a row without time is a plan for now. */
const mostWeeks = 8
const noRows: RowThing[] = []

/** Rows that are to stand in a week before they have time; kept by this browser. */
export function useWantedRows(workspaceId: number, from: string) {
  const [kept, setKept] = useLocalStorage<Kept>({
    key: 'sundial.timesheet.rows',
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const week = `${workspaceId} ${from}`
  const rows = kept[week] ?? noRows

  function change(next: RowThing[]) {
    const others = Object.entries(kept).filter(([name]) => name !== week)
    setKept(Object.fromEntries([...others.slice(1 - mostWeeks), [week, next] as const]))
  }

  return {
    rows,
    add: (things: readonly RowThing[]) => {
      const known = new Set(rows.map(rowKey))
      change([...rows, ...things.filter((thing) => !known.has(rowKey(thing)))])
    },
    remove: (thing: RowThing) => {
      change(rows.filter((row) => rowKey(row) !== rowKey(thing)))
    },
  }
}
