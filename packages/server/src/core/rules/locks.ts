import type { Row } from '../../db/schema.ts'
import { isInvoiced } from './billing-status.ts'

type Lockable = Pick<Row<'entry'>, 'started_on' | 'billing_status' | 'approval_status'>
type LockDate = Pick<Row<'workspace'>, 'locked_before'>

/** True where nothing about the entry may change: it is approved, or lies before the workspace's lock date. */
export function isLocked(entry: Omit<Lockable, 'billing_status'>, workspace: LockDate): boolean {
  return entry.approval_status === 'approved' || isBeforeLock(entry, workspace)
}

/** True before the workspace's lock date. */
export function isBeforeLock(entry: Pick<Lockable, 'started_on'>, workspace: LockDate): boolean {
  return workspace.locked_before !== null && entry.started_on < workspace.locked_before
}

/** True for billed and paid time in a workspace that protects it: time, project, owner and existence are frozen. */
export function isFrozen(
  entry: Pick<Lockable, 'billing_status'>,
  workspace: Pick<Row<'workspace'>, 'protects_billed'>,
): boolean {
  return workspace.protects_billed === 1 && isInvoiced(entry.billing_status)
}
