import type { Ctx } from '../../core/context.ts'
import { type Membership, membershipsOf } from '../../core/access.ts'
import { idOfUuid } from './ids.ts'
import { missing } from './input.ts'

/** Moments as the system writes them. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}

export function isoTimeOrNull(at: number | null): string | null {
  return at === null ? null : isoTime(at)
}

/** A day is its first moment in UTC. */
export function isoDay(day: string): string {
  return `${day}T00:00:00.000Z`
}

export function isoDayOrNull(day: string | null): string | null {
  return day === null ? null : isoDay(day)
}

/** Estimates and what was worked are decimal hours, to four digits, so that sums stay right to the second. */
export function hoursOf(seconds: number): number {
  return Math.round((seconds / 3600) * 10_000) / 10_000
}

export function hoursOrNull(seconds: number | null): number | null {
  return seconds === null ? null : hoursOf(seconds)
}

/** A workspace one is in, by its UUID; undefined for any other. */
export async function findPlace(ctx: Ctx, uuid: unknown): Promise<Membership | undefined> {
  const id = idOfUuid('workspace', uuid)
  return (await membershipsOf(ctx)).find(({ workspace_id }) => workspace_id === id)
}

export async function requirePlace(ctx: Ctx, uuid: unknown): Promise<Membership> {
  const place = await findPlace(ctx, uuid)
  if (!place) throw missing('workspace')
  return place
}

/** The workspace of a thing that one has been shown, which one is therefore in. */
export async function placesById(ctx: Ctx): Promise<(workspaceId: number) => Membership> {
  const places = new Map((await membershipsOf(ctx)).map((place) => [place.workspace_id, place]))
  return (workspaceId) => {
    const place = places.get(workspaceId)
    if (!place) throw missing('workspace')
    return place
  }
}
