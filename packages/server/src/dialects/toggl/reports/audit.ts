import { listClients } from '../../../core/clients.ts'
import { activeMembers } from '../../../core/members.ts'
import { projectTree } from '../../../core/projects/read.ts'
import { WHOLE } from '../v9/lists.ts'
import { flagOf, type Input, integerOf, isRecord, textOf } from '../wire.ts'
import type { Asked } from './question.ts'
import type { Bundle, GroupingWord } from './groupings.ts'
import { sumOf, type Table } from './table.ts'

/** What the service calls an audit of a summary: only groups between two bounds, or those nobody worked on. */
function auditOf(input: Input): Input {
  return isRecord(input['audit']) ? input['audit'] : {}
}

/** Whether a group that has time is to be shown. */
export function isWanted(input: Input, { lines, seconds }: Bundle, { sight }: Table): boolean {
  const audit = auditOf(input)
  if (flagOf(audit, 'show_tracked_groups') === false) return false
  const filter = isRecord(audit['group_filter']) ? audit['group_filter'] : {}
  if (!isBetween(filter, 'duration_seconds', seconds)) return false
  const currency = textOf(filter, 'currency')
  if (!currency || !sight.billable) return true
  const money = sumOf(lines).money.find((each) => each.currency === currency)
  return isBetween(filter, 'amount_cents', money?.billable ?? 0)
}

function isBetween(filter: Input, name: string, value: number): boolean {
  const least = integerOf(filter, `min_${name}`) ?? -Infinity
  const most = integerOf(filter, `max_${name}`) ?? Infinity
  return value >= least && value <= most
}

type Group = { id: number | null; sub_groups: unknown[] }

/** Adds the projects, clients or people without any time, where the request asks for them. */
export async function withEmptyGroups<G extends Group>(
  asked: Asked,
  by: GroupingWord,
  groups: readonly G[],
): Promise<(G | Group)[]> {
  if (flagOf(auditOf(asked.input), 'show_empty_groups') !== true) return [...groups]
  const known = new Set(groups.map(({ id }) => id))
  const missing = (await everyIdOf(asked, by)).filter((id) => !known.has(id))
  return [...groups, ...missing.map((id) => ({ id, sub_groups: [] }))]
}

async function everyIdOf({ ctx, membership }: Asked, by: GroupingWord): Promise<number[]> {
  const workspaceId = membership.workspace_id
  if (by === 'projects') return (await projectTree(ctx, { workspaceId })).map(({ id }) => id)
  if (by === 'clients') return (await listClients(ctx, { workspaceId }, WHOLE)).rows.map(({ id }) => id)
  if (by === 'users') return (await activeMembers(ctx, workspaceId)).map((member) => member.user_id)
  return []
}
