import { canManage, canTrackTime, type Membership, requireAllowed } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { AppError, invalid } from '../errors.ts'
import { isBeforeLock, isFrozen } from '../rules/locks.ts'
import { wholeSeconds } from '../rules/local-time.ts'
import type { EntryRow } from './entry.ts'

/** Whose entry the caller says it is about to write, so that nobody's time is changed by accident. */
export type NamedOwner = number | 'anybody' | undefined

type Owner = { ownerId: number; named?: NamedOwner }

/** Refuses to write an entry that is not one's own, unless its owner is named and one manages the workspace. */
export function requireMayWrite(ctx: Ctx, { role }: Membership, { ownerId, named }: Owner): void {
  if (ownerId === actingUser(ctx).userId) {
    return requireAllowed(canTrackTime(role), 'A viewer may not write time entries.')
  }
  requireAllowed(canManage(role), 'Your role may not change the entries of others.')
  if (named === 'anybody' || named === ownerId) return
  throw new AppError(
    'forbidden',
    'owner_not_named',
    'This entry belongs to somebody else. Name its owner to change it.',
  )
}

/** Refuses what is approved, and what the workspace has locked; `isFreezing` is a change that billed time is protected from. */
export function refuseLocked(
  entry: Pick<EntryRow, 'started_on' | 'billing_status'> & Partial<Pick<EntryRow, 'approval_status'>>,
  { workspace }: Membership,
  change: { isFreezing: boolean },
): void {
  if (entry.approval_status === 'approved') {
    throw new AppError('locked', 'approved', 'This entry is approved. An admin can open it again.')
  }
  if (isBeforeLock(entry, workspace)) {
    throw new AppError(
      'locked',
      'locked_period',
      `Time before ${workspace.locked_before} is locked in ${workspace.name}.`,
    )
  }
  if (change.isFreezing && isFrozen(entry, workspace)) {
    throw new AppError('locked', 'billed_protected', `Billed time is protected in ${workspace.name}.`)
  }
}

const KEPT_OF_BILLED = [
  'workspace_id',
  'started_at',
  'ended_at',
  'break_seconds',
  'project_id',
  'task_id',
] as const

/** True where a change touches what protected billed time keeps: when it was, and where it is booked. */
export function changesBilled(
  before: Pick<EntryRow, (typeof KEPT_OF_BILLED)[number]>,
  after: Pick<EntryRow, (typeof KEPT_OF_BILLED)[number]>,
): boolean {
  return KEPT_OF_BILLED.some((column) => before[column] !== after[column])
}

const CLOCK_SKEW_MS = 60_000

/** A moment at which something starts or stops now: a clock that runs up to a minute ahead counts as now. */
export function presentMoment(ctx: Ctx, field: string, at: number | undefined): number {
  const now = wholeSeconds(ctx.now)
  if (at === undefined) return now
  if (at > ctx.now + CLOCK_SKEW_MS) throw invalid(field, 'That lies in the future.')
  return Math.min(wholeSeconds(at), now)
}

/** From here on years have five digits, which clients do not read. */
const TOO_LATE = Date.UTC(10_000, 0, 1)

/** Checks the bounds of a finished entry: equal is allowed, backwards is not. */
export function requireOrder(startedAt: number, endedAt: number): void {
  if (endedAt >= TOO_LATE) throw invalid('ended_at', 'The end lies too far in the future.')
  if (endedAt < startedAt) throw invalid('ended_at', 'The end lies before the start.')
}
