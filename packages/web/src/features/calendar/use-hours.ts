import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { startOfWeek } from '../../lib/local-time.ts'
import { useFormats } from '../session/formats.ts'
import { weekEntriesQuery } from '../timer/week-entries.ts'
import { weekDays } from '../timesheet/week-rows.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { sumByDay } from './day-sums.ts'
import type { Address } from './use-address.ts'

/** My entries in the week around a day, which a day shares with its neighbours; and what each day sums up to. */
export function useHours({ day, weekStart }: Pick<Address, 'day' | 'weekStart'>) {
  const { workspace } = useCurrentWorkspace()
  const { zone } = useFormats()
  const from = startOfWeek(day, weekStart)
  // The hours stay where they are while the next week is on its way.
  const query = useQuery({ ...weekEntriesQuery(workspace.id, from), placeholderData: keepPreviousData })
  const sums = useMemo(() => sumByDay(query.data ?? [], zone), [query.data, zone])
  return { query, sums, weekDays: weekDays(from) }
}
