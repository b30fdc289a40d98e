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
