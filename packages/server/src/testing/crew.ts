import { addMember } from '../core/members.ts'
import { createTeam } from '../core/workspaces.ts'
import type { Person, TestServer } from './server.ts'

const ROLES = {
  admin: 'admin',
  manager: 'manager',
  member: 'member',
  colleague: 'member',
  viewer: 'viewer',
} as const

/** Somebody in each role, and a second member. */
export type Crew = Readonly<Record<'owner' | keyof typeof ROLES, Person>>

/** The people of all teams of a test file; to make people takes longer than to make teams of them. */
export async function openCrew(server: TestServer): Promise<Crew> {
  return {
    owner: await server.person(),
    admin: await server.person(),
    manager: await server.person(),
    member: await server.person(),
    colleague: await server.person(),
    viewer: await server.person(),
  }
}

/** A new team of these people, by its id. */
export async function teamOf(server: TestServer, crew: Crew): Promise<number> {
  const { workspace_id: id } = await createTeam(crew.owner.ctx(), { name: 'Team', timeZone: 'UTC' })
  for (const name of ['admin', 'manager', 'member', 'colleague', 'viewer'] as const)
    await addMember(server.system(), { workspace_id: id, user_id: crew[name].user.id, role: ROLES[name] })
  return id
}
