import type { FastifyInstance } from 'fastify'
import { listMembersByNumber } from '../../../core/members.ts'
import { pathId } from '../input.ts'
import { requireTeamMember } from '../tasks.ts'
import { showTeamMembers } from '../team-members.ts'
import { listOf, pageOf } from './pages.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

type OneMember = { Params: InWorkspace['Params'] & { team_member_id: string } }

const LIST = '/workspaces/:workspace_id/team-members'

export function teamMemberRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(LIST, { schema: { summary: 'List team members, newest first' } }, async (request) => {
    const { ctx } = request
    const place = await placeOf(request)
    const page = pageOf(request)
    const within = { workspaceId: place.workspace_id }
    const { rows, total } = await listMembersByNumber(ctx, within, page.slice)
    return listOf(page, total, await showTeamMembers(ctx, place, rows))
  })

  app.get<OneMember>(
    `${LIST}/:team_member_id`,
    { schema: { summary: 'Show a team member' } },
    async (request) => {
      const { ctx } = request
      const place = await placeOf(request)
      const id = pathId(request, 'team_member_id', 'team_member')
      const member = await requireTeamMember(ctx, place.workspace_id, id)
      return (await showTeamMembers(ctx, place, [member]))[0]
    },
  )
}
