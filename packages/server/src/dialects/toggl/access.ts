import type { FastifyRequest } from 'fastify'
import { type Membership, membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { inWords, refused } from './errors.ts'
import { pathId } from './wire.ts'

export const NO_ACCESS = 'User does not have access to this resource.'

type Place = { Params: { workspace_id: string } }

/** The workspace of the path. One that is not mine, unknown or foreign alike, is a 403 as the service's is. */
export async function workspaceAt({ ctx, params }: FastifyRequest<Place>): Promise<Membership> {
  const id = pathId(params.workspace_id)
  if (id === undefined) throw refused('Missing or invalid workspace_id')
  return workspaceById(ctx, id)
}

export async function workspaceById(ctx: Ctx, id: number): Promise<Membership> {
  const found = (await membershipsOf(ctx)).find((each) => each.workspace_id === id)
  if (!found) throw inWords('forbidden', 'not_allowed', NO_ACCESS)
  return found
}

/** Each workspace is an organization of its own here, under the same number. */
export async function organizationAt({
  ctx,
  params,
}: FastifyRequest<{ Params: { organization_id: string } }>): Promise<Membership> {
  const id = pathId(params.organization_id)
  if (id === undefined) throw refused('Missing or invalid organization_id')
  return workspaceById(ctx, id)
}

/** An id of the path that has to be a number, refused as the service refuses it. */
export function idAt(text: string, name: string): number {
  const id = pathId(text)
  if (id !== undefined) return id
  throw refused(`We're expecting an integer as part of the url for ${name}`)
}
