import type { Membership } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { currentRates } from '../../core/rate-changes.ts'
import { majorUnits } from '../../exporters/figures.ts'
import { uuidOf } from './ids.ts'
import { isoTime } from './values.ts'

/** Workspaces as the core API shows them; their rate only to who manages them. */
export async function showWorkspaces(ctx: Ctx, places: readonly Membership[]) {
  const rates = await currentRates(ctx, places, { level: 'workspace' })
  const rateOf = new Map(rates.map((rate) => [rate.workspace_id, rate]))
  return places.map(({ workspace }) => {
    const rate = rateOf.get(workspace.id)
    return {
      id: uuidOf('workspace', workspace.id),
      name: workspace.name,
      currency: workspace.currency,
      default_billable_rate: rate?.amount == null ? null : majorUnits(rate.amount, rate.currency),
      timezone: workspace.time_zone,
      created_at: isoTime(workspace.created_at),
      updated_at: isoTime(workspace.updated_at),
    }
  })
}

/** A workspace as others name it. */
export function toNamed({ workspace }: Membership) {
  return { id: uuidOf('workspace', workspace.id), name: workspace.name }
}
