/** How the finished entries of somebody's week stand: how many were never submitted, wait, are approved, are rejected. */
export type WeekCounts = { open: number; pending: number; approved: number; rejected: number }

export type TimesheetStatus = 'draft' | 'submitted' | 'approved' | 'rejected'

/**
 * How a week stands is how its entries stand, so the two never disagree. One that is rejected wants its owner's attention
 * before all; time that was added after the rest was approved makes it a draft again.
 */
export function timesheetStatus({ open, pending, approved, rejected }: WeekCounts): TimesheetStatus {
  if (rejected > 0) return 'rejected'
  if (pending > 0) return 'submitted'
  return approved > 0 && open === 0 ? 'approved' : 'draft'
}
