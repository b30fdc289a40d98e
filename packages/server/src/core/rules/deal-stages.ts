import type { DealStage, DealStatus } from '../../db/schema.ts'

/** The stages a deal goes through, in their order; the last two end it. */
export const DEAL_STAGES = [
  'prospecting',
  'qualification',
  'proposal',
  'negotiation',
  'closed_won',
  'closed_lost',
] as const satisfies readonly DealStage[]

export const DEAL_STATUSES = ['open', 'won', 'lost', 'cancelled'] as const satisfies readonly DealStatus[]

type Standing = { stage: DealStage; status: DealStatus }

/**
 * Where a deal stands after a change that names its stage, its status or both: the two never contradict one another. A
 * status decides where both are named. A deal that is opened again goes back to negotiation.
 */
export function standingAfter(before: Standing, change: Partial<Standing>): Standing {
  const status = change.status ?? statusOf(change.stage, before.status)
  const stage = change.stage ?? before.stage
  if (status === 'won') return { status, stage: 'closed_won' }
  if (status === 'lost') return { status, stage: 'closed_lost' }
  // One that is cancelled keeps the stage in which it was given up.
  return { status, stage: isClosing(stage) ? 'negotiation' : stage }
}

function statusOf(stage: DealStage | undefined, was: DealStatus): DealStatus {
  if (stage === undefined) return was
  if (stage === 'closed_won') return 'won'
  return stage === 'closed_lost' ? 'lost' : 'open'
}

function isClosing(stage: DealStage): boolean {
  return stage === 'closed_won' || stage === 'closed_lost'
}

/** What a deal is worth with its chance in percent: minor units, half rounded up. */
export function weightedValue(value: number | null, probability: number): number | null {
  return value === null ? null : Math.floor((value * probability + 50) / 100)
}
