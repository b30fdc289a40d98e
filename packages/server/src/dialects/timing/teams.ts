import type { FastifyInstance } from 'fastify'
import { type Membership, membershipsOf } from '../../core/access.ts'
import type { Ctx } from '../../core/context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { activeMembers } from '../../core/members.ts'
import { listWorkspaces } from '../../core/workspaces.ts'
import { toTeam, toTeamMember } from './map.ts'
import { idOf } from './lookup.ts'
import { type Input, valueOf } from './wire.ts'

type IdParams = { Params: { team_id: string } }

export function teamRoutes(app: FastifyInstance): void {
  app.get('/teams', { schema: { summary: 'List the teams one is a member of' } }, async (request) => {
    const memberships = await listWorkspaces(request.ctx)
    return { data: memberships.filter(isTeam).map(toTeam) }
  })

  app.get<IdParams>(
    '/teams/:team_id/members',
    { schema: { summary: 'List the active members of a team' } },
    async ({ ctx, params }) => {
      const team = findTeam(await membershipsOf(ctx), params.team_id)
      if (!team) throw notFound('team')
      return { data: (await activeMembers(ctx, team.workspace_id)).map(toTeamMember) }
    },
  )
}

/** The workspace of `team_id`; without one the personal workspace, if the key may see it. */
export async function teamOf(ctx: Ctx, input: Input): Promise<Membership | undefined> {
  const memberships = await membershipsOf(ctx)
  const value = valueOf(input, 'team_id')
  if (value === undefined || value === null) return memberships.find((each) => !isTeam(each))
  const team = findTeam(memberships, value)
  if (!team) throw invalid('team_id', 'The selected team id is invalid.')
  return team
}

function findTeam(memberships: readonly Membership[], reference: unknown): Membership | undefined {
  const id = idOf(reference, 'teams')
  return memberships.filter(isTeam).find((each) => each.workspace_id === id)
}

/** Every workspace is a team but the personal one. */
function isTeam({ workspace }: Membership): boolean {
  return workspace.personal_user_id === null
}
