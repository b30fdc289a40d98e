import type { Rate } from '@sundial/sdk'

/** What of an entry a rate is for. A project brings its client, whose rate holds where the project has none. */
export type RatePlace =
  | { level: 'workspace' }
  | { level: 'member'; userId: number }
  | { level: 'client'; clientId: number }
  | { level: 'project'; projectId: number; clientId: number | null }
  | { level: 'project_member'; projectId: number; clientId: number | null; userId: number }
  | { level: 'task'; projectId: number; clientId: number | null; taskId: number }

export type RateKind = Rate['kind']
export const rateKinds = ['billable', 'cost'] as const

/** The rates of one place, the newest day first. */
export function ratesOf(rates: readonly Rate[], place: RatePlace, kind: RateKind): Rate[] {
  const names = namesOf(place)
  return rates
    .filter(
      (rate) =>
        rate.kind === kind &&
        rate.user_id === names.user_id &&
        rate.client_id === names.client_id &&
        rate.project_id === names.project_id &&
        rate.task_id === names.task_id,
    )
    .sort((a, b) => (b.effective_from ?? '').localeCompare(a.effective_from ?? ''))
}

/** What a rate of this place names. */
export function namesOf(place: RatePlace): Pick<Rate, 'user_id' | 'client_id' | 'project_id' | 'task_id'> {
  return {
    user_id: 'userId' in place ? place.userId : null,
    client_id: place.level === 'client' ? place.clientId : null,
    project_id: place.level === 'project' || place.level === 'project_member' ? place.projectId : null,
    task_id: place.level === 'task' ? place.taskId : null,
  }
}

/** The one of a place's rates that a day falls under; it may say that the next level holds. */
export function rateOn(rates: readonly Rate[], day: string): Rate | undefined {
  const begun = rates.filter((rate) => (rate.effective_from ?? '') <= day)
  return begun.reduce<Rate | undefined>(
    (latest, rate) =>
      latest && (latest.effective_from ?? '') >= (rate.effective_from ?? '') ? latest : rate,
    undefined,
  )
}

/** A rate with an amount. */
export type HeldRate = Rate & { amount: number }

export function holds(rate: Rate | undefined): rate is HeldRate {
  return rate !== undefined && rate.amount !== null
}

/**
 * What holds where a place has no rate. Of a project or a client, one person's time may be worth more than
 * another's: then `differs` is true, and `rate` is that of whoever has none of their own.
 */
export type Fallback = { rate: HeldRate | undefined; differs: boolean }

export function fallbackOf(
  rates: readonly Rate[],
  { place, kind, day }: { place: RatePlace; kind: RateKind; day: string },
): Fallback {
  const held = (next: RatePlace) => {
    const rate = rateOn(ratesOf(rates, next, kind), day)
    return holds(rate) ? rate : undefined
  }
  const specific = lessSpecific(place)
    .map(held)
    .find((rate) => rate !== undefined)
  if (specific) return { rate: specific, differs: false }
  const workspace = place.level === 'workspace' ? undefined : held({ level: 'workspace' })
  if (place.level === 'project_member')
    return { rate: held({ level: 'member', userId: place.userId }) ?? workspace, differs: false }
  const people = new Set(rates.flatMap(({ user_id }) => user_id ?? []))
  const differs =
    place.level !== 'workspace' &&
    place.level !== 'member' &&
    [...people].some((userId) => held({ level: 'member', userId }))
  return { rate: workspace, differs }
}

/** The project's and the client's, from the most specific on. Those of people and of the workspace come after. */
function lessSpecific(place: RatePlace): RatePlace[] {
  if (!('projectId' in place)) return []
  const { projectId, clientId } = place
  return [
    ...(place.level === 'project' ? [] : [{ level: 'project', projectId, clientId } as const]),
    ...(clientId === null ? [] : [{ level: 'client', clientId } as const]),
  ]
}
