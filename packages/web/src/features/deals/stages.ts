import type { Deal } from '@sundial/sdk'

export type Stage = Deal['stage']

/** The stages a deal goes through, in their order; the last two end it. */
export const stages = [
  'prospecting',
  'qualification',
  'proposal',
  'negotiation',
  'closed_won',
  'closed_lost',
] as const satisfies readonly Stage[]

export function isClosing(stage: Stage): boolean {
  return stage === 'closed_won' || stage === 'closed_lost'
}

/** Days are text that sorts. */
export function isOverdue({ status, expected_close_on: day }: Deal, today: string): boolean {
  return status === 'open' && day !== null && day < today
}

/**
 * The cards of each column. Open ones stand as the server has them, by the day they are expected to close; of those
 * that are closed the latest stand first, and one that is only just being moved before all.
 */
export function columnsOf(deals: readonly Deal[]): Record<Stage, Deal[]> {
  const columns: Record<Stage, Deal[]> = {
    prospecting: [],
    qualification: [],
    proposal: [],
    negotiation: [],
    closed_won: [],
    closed_lost: [],
  }
  for (const deal of deals) columns[deal.stage].push(deal)
  columns.closed_won.sort(latestFirst)
  columns.closed_lost.sort(latestFirst)
  return columns
}

function latestFirst(a: Deal, b: Deal): number {
  return closingOf(b).localeCompare(closingOf(a)) || b.id - a.id
}

function closingOf({ closed_on }: Deal): string {
  return closed_on ?? '9999-12-31'
}
