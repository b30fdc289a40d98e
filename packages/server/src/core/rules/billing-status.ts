import type { BillingStatus, DefaultBillingStatus } from '../../db/schema.ts'

export type { BillingStatus, DefaultBillingStatus }

/** Where a new entry's status may come from, most specific first. Ancestor projects play no part. */
export type StatusSources = {
  explicit: BillingStatus | null | undefined
  project: DefaultBillingStatus | null | undefined
  workspace: DefaultBillingStatus | null | undefined
  user: DefaultBillingStatus | null | undefined
  lastWord: DefaultBillingStatus
}

/** The status of a new entry. */
export function resolveBillingStatus(sources: StatusSources): BillingStatus {
  return sources.explicit ?? sources.project ?? sources.workspace ?? sources.user ?? sources.lastWord
}

/** True for time that is or was to be paid for. */
export function isBillable(status: BillingStatus | null): boolean {
  return status !== null && status !== 'not_billable'
}

/** True for time that stands on an invoice, whose amount is settled. */
export function isInvoiced(status: BillingStatus | null): boolean {
  return status === 'billed' || status === 'paid'
}
