import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { addDays, startOfWeek } from '../../lib/local-time.ts'
import { reportQuery } from '../reports/reports.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import type { Address } from './use-address.ts'
import { listDays } from './views.ts'

/** The whole weeks that hold a month, and what each of their days sums up to, by a report that adds them up. */
export function useMonth({ days, weekStart }: Pick<Address, 'days' | 'weekStart'>) {
  const { workspace } = useCurrentWorkspace()
  const from = startOfWeek(days.from, weekStart)
  const to = addDays(startOfWeek(days.to, weekStart), 6)
  const query = useQuery(
    reportQuery({
      workspaceId: workspace.id,
      // What runs grows on the screen by itself.
      question: { from, to, group_by: ['day'], rounding: 'none', running: false },
    }),
  )
  const sums = useMemo(
    () => new Map(query.data?.groups.map(({ key, total }) => [String(key), total.seconds])),
    [query.data],
  )
  return { query, sums, gridDays: listDays({ from, to }) }
}
