import type { FastifyInstance } from 'fastify'
import { type Membership, membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { activeMembers } from '../../core/members.ts'
import { listWorkspaces } from '../../core/workspaces.ts'
import { toTeam, toTeamMember } from './map.ts'
import { idOf, type Input, textOf } from './wire.ts'

/** The workspace that is no team: one's personal one. */
export function personalOf(memberships: readonly Membership[]): Membership | undefined {
  return memberships.find(({ workspace }) => workspace.personal_user_id !== null)
}

/** The workspace of `team_id`; without one the personal workspace, if the key may see it. */
export async function teamOf(ctx: Ctx, input: Input): Promise<Membership | undefined> {
  const memberships = await membershipsOf(ctx)
  const value = input['team_id']
  if (typeof value !== 'number' && !textOf(input, 'team_id')) return personalOf(memberships)
  const id = idOf(value, 'teams')
  const team = memberships.find(
    (each) => each.workspace_id === id && each.workspace.personal_user_id === null,
  )
  if (!team) throw invalid('team_id', 'The selected team id is invalid.')
  return team
}

export function teamRoutes(app: FastifyInstance): void {
  app.get('/teams', { schema: { summary: 'List the teams one is a member of' } }, async (request) => {
    const memberships = await listWorkspaces(request.ctx)
    return { data: memberships.filter(({ workspace }) => workspace.personal_user_id === null).map(toTeam) }
  })

  app.get<{ Params: { team_id: string } }>(
    '/teams/:team_id/members',
    { schema: { summary: 'List the active members of a team' } },
    async (request) => {
      const id = idOf(decodeURIComponent(request.params.team_id), 'teams')
      const team = (await membershipsOf(request.ctx)).find((each) => each.workspace_id === id)
      if (!team || team.workspace.personal_user_id !== null) throw notFound('team')
      return { data: (await activeMembers(request.ctx, team.workspace_id)).map(toTeamMember) }
    },
  )
}
