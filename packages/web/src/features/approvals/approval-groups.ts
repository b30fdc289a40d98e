import type { Approval } from '@sundial/sdk'
import { addDays, startOfWeek } from '../../lib/local-time.ts'

/** What was asked of somebody's week: as a submitted week, or entry by entry. */
export type ApprovalGroup = {
  key: string
  userId: number
  timesheetId: number | null
  from: string
  to: string
  seconds: number
  approvals: Approval[]
}

type Options = { weekStart: number; nameOf: (userId: number) => string }

/** By person, each with their weeks from the earliest on, and the days of a week in their order. */
export function groupApprovals(
  approvals: readonly Approval[],
  { weekStart, nameOf }: Options,
): ApprovalGroup[] {
  const groups = new Map<string, ApprovalGroup>()
  for (const approval of approvals) {
    const { user_id: userId, started_on, duration_seconds } = approval.entry
    const from = startOfWeek(started_on, weekStart)
    const key = `${userId} ${from} ${approval.timesheet_id ?? 0}`
    const group = groups.get(key) ?? {
      key,
      userId,
      timesheetId: approval.timesheet_id,
      from,
      to: addDays(from, 6),
      seconds: 0,
      approvals: [],
    }
    groups.set(key, group)
    group.approvals.push(approval)
    group.seconds += duration_seconds
  }
  for (const group of groups.values())
    group.approvals.sort((a, b) => a.entry.started_at.localeCompare(b.entry.started_at) || a.id - b.id)
  return [...groups.values()].sort(
    (a, b) =>
      nameOf(a.userId).localeCompare(nameOf(b.userId)) ||
      a.userId - b.userId ||
      a.from.localeCompare(b.from) ||
      (a.timesheetId ?? 0) - (b.timesheetId ?? 0),
  )
}

/** Of each request the level at which it stands: the first that is not approved, or the last. */
export function currentLevels(approvals: readonly Approval[]): Approval[] {
  const requests = new Map<string, Approval>()
  for (const approval of [...approvals].sort((a, b) => a.step - b.step)) {
    // The levels of a request are written at once.
    const key = `${approval.entry_id} ${approval.created_at}`
    const before = requests.get(key)
    if (!before || before.status === 'approved') requests.set(key, approval)
  }
  return [...requests.values()]
}
