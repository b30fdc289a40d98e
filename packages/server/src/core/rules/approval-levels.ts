/** Whom a policy asks: the people of each level, in the order in which levels decide. Any one of a level will do. */
export type PolicyLevels = readonly (readonly number[])[]

type Policy = {
  id: number
  project_id: number | null
  user_id: number | null
  min_seconds: number | null
  billable_only: 0 | 1
}

type Asked = { project_id: number | null; user_id: number; seconds: number; isBillable: boolean }

/** The policy for an entry: one for its project before one for its owner before one for all; the oldest of several. */
export function policyFor<P extends Policy>(policies: readonly P[], entry: Asked): P | undefined {
  const fitting = policies
    .filter((policy) => applies(policy, entry))
    .toSorted((a, b) => closeness(b) - closeness(a) || a.id - b.id)
  return fitting[0]
}

function applies(policy: Policy, { project_id, user_id, seconds, isBillable }: Asked): boolean {
  if (policy.project_id !== null && policy.project_id !== project_id) return false
  if (policy.user_id !== null && policy.user_id !== user_id) return false
  if (policy.billable_only === 1 && !isBillable) return false
  return policy.min_seconds === null || seconds >= policy.min_seconds
}

function closeness({ project_id, user_id }: Policy): number {
  return (project_id === null ? 0 : 2) + (user_id === null ? 0 : 1)
}

type People = {
  /** Whose time it is: nobody approves their own. */
  ownerId: number
  /** Who is still a member of the workspace. */
  active: ReadonlySet<number>
  /** Who decides where no policy says so. */
  admins: readonly number[]
}

/** A level of a request: its number in the policy, and who may decide. Where that is nobody any more, admins do. */
export type Level = { level: number; approverIds: number[] }

/**
 * The levels a request goes through. One that names nobody but the owner of the time is skipped; one whose people have
 * all left stays, for the admins. Without a policy, or when all is skipped, the admins are the only level.
 */
export function levelsOf(policy: PolicyLevels, { ownerId, active, admins }: People): Level[] {
  const levels = policy.flatMap((ids, index) => {
    const others = [...new Set(ids)].filter((id) => id !== ownerId)
    if (others.length === 0) return []
    return [{ level: index + 1, approverIds: others.filter((id) => active.has(id)) }]
  })
  if (levels.length > 0) return levels
  return [{ level: 1, approverIds: admins.filter((id) => id !== ownerId) }]
}

/**
 * The same levels, each asked only of those whom the requester names; a level of which nobody is named keeps its people.
 * Gives undefined where somebody is named whom no level knows.
 */
export function narrowed(levels: readonly Level[], named: readonly number[]): Level[] | undefined {
  const known = new Set(levels.flatMap((level) => level.approverIds))
  if (!named.every((id) => known.has(id))) return undefined
  return levels.map(({ level, approverIds }) => {
    const chosen = approverIds.filter((id) => named.includes(id))
    return { level, approverIds: chosen.length > 0 ? chosen : approverIds }
  })
}

/** Where a level stands among those of its request, counted from one, and how many those are. */
export type Step = { step: number; steps: number }

/** The place of each level in its request. Every level of the requests has to be among the rows, each after its parent. */
export function stepsOf(rows: readonly { id: number; parent_id: number | null }[]): Map<number, Step> {
  const placed = new Map<number, { first: number; step: number }>()
  const lengths = new Map<number, number>()
  for (const { id, parent_id } of rows) {
    const parent = parent_id === null ? undefined : placed.get(parent_id)
    const place = { first: parent?.first ?? id, step: (parent?.step ?? 0) + 1 }
    placed.set(id, place)
    lengths.set(place.first, Math.max(lengths.get(place.first) ?? 0, place.step))
  }
  return new Map(
    [...placed].map(([id, { first, step }]) => [id, { step, steps: lengths.get(first) ?? step }]),
  )
}
