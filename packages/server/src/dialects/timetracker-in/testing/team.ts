import type { Person, TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { type Client, coreClient } from './client.ts'

/** A team as the core API sees it: who is in it, how each of them calls, and where its things lie. */
export type CoreTeam = {
  id: number
  /** Where the things of the workspace lie, as `/workspaces/{uuid}`. */
  root: string
  people: Record<'owner' | 'member' | 'viewer', Person>
  owner: Client
  member: Client
  viewer: Client
}

export async function coreTeam(server: TestServer): Promise<CoreTeam> {
  const owner = await server.person({ name: 'Olga' })
  const { id, member, viewer } = await server.team(owner, 'member', 'viewer')
  return {
    id,
    root: rootOf(id),
    people: { owner, member, viewer },
    owner: coreClient(server, owner.token),
    member: coreClient(server, member.token),
    viewer: coreClient(server, viewer.token),
  }
}

export function rootOf(workspaceId: number): string {
  return `/workspaces/${uuidOf('workspace', workspaceId)}`
}

/** What an answer refuses: its status, the code and the fields it names. */
export function refusal({ status, body }: { status: number; body: Refusal }) {
  return [status, body.error.code, ...(body.error.details ?? []).map(({ field }) => field)]
}

type Refusal = { error: { code: string; details?: { field: string }[] } }

export const NOT_FOUND = [404, 'RESOURCE_NOT_FOUND']
export const DENIED = [403, 'PERMISSION_DENIED']

export function wrong(...fields: string[]) {
  return [400, 'VALIDATION_ERROR', ...fields]
}
