import type { FastifyInstance } from 'fastify'
import { isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { getMe } from '../../../core/me.ts'
import { memberCounts } from '../../../core/members.ts'
import { createTeam, getWorkspace, listWorkspaces, updateWorkspace } from '../../../core/workspaces.ts'
import { organizationAt } from '../access.ts'
import { refused } from '../errors.ts'
import { exactTime } from '../values.ts'
import { bodyOf, type Input, textOf } from '../wire.ts'
import { membersOf, nameOf } from './members.ts'
import { toOrganization } from './organizations.ts'

type InOrganization = { Params: { organization_id: string } }

export function organizationRoutes(app: FastifyInstance): void {
  app.get('/me/organizations', { schema: { summary: 'List my organizations' } }, async ({ ctx }) => {
    const memberships = await listWorkspaces(ctx)
    const counts = await memberCounts(ctx, memberships)
    return memberships.map((each) => toOrganization(each, counts.get(each.workspace_id) ?? 0))
  })

  app.post('/organizations', { schema: { summary: 'Create an organization' } }, async (request) => {
    const { ctx } = request
    const name = organizationName(bodyOf(request))
    if (name === undefined) throw refused("Field 'name' cannot be empty.")
    checkWorkspaceName(bodyOf(request))
    const { time_zone: timeZone } = await getMe(ctx)
    const { workspace } = await createTeam(ctx, { name, timeZone })
    const { id } = workspace
    return { id, name: workspace.name, workspace_id: id, workspace_name: workspace.name }
  })

  app.get<InOrganization>(
    '/organizations/:organization_id',
    { schema: { summary: 'Show an organization' } },
    async (request) => {
      const { workspace_id: id } = await organizationAt(request)
      const membership = await getWorkspace(request.ctx, id)
      const counts = await memberCounts(request.ctx, [membership])
      return toOrganization(membership, counts.get(id) ?? 0)
    },
  )

  app.put<InOrganization>(
    '/organizations/:organization_id',
    { schema: { summary: 'Rename an organization' } },
    async (request, reply) => {
      const { workspace_id: id } = await organizationAt(request)
      const name = organizationName(bodyOf(request))
      if (name === undefined) throw refused('At least one field is required')
      await updateWorkspace(request.ctx, { id }, { name })
      return reply.send()
    },
  )

  app.get<InOrganization>(
    '/organizations/:organization_id/owner',
    { schema: { summary: 'Show who owns an organization' } },
    async (request) => {
      const membership = await organizationAt(request)
      const owner = (await membersOf(request.ctx, membership)).find((each) => each.role === 'owner')
      return (
        owner && {
          id: owner.id,
          organization_id: membership.workspace_id,
          organization_user_id: owner.id,
          user_id: owner.user_id,
          name: nameOf(owner),
          email: owner.email,
          avatar_url: null,
          organization_user_created_at: exactTime(owner.created_at),
          organization_user_updated_at: exactTime(owner.updated_at),
        }
      )
    },
  )

  app.get<InOrganization>(
    '/organizations/:organization_id/workspaces/statistics',
    { schema: { summary: 'Count the people of an organization' } },
    async (request) => {
      const membership = await organizationAt(request)
      return { [membership.workspace_id]: await statisticsOf(request.ctx, membership) }
    },
  )

  app.post<InOrganization>(
    '/organizations/:organization_id/workspaces',
    { schema: { summary: 'Refuse a second workspace in an organization' } },
    async (request) => {
      await organizationAt(request)
      throw refused('Multiple workspaces are not enabled in this organization.')
    },
  )
}

/** Who administers a workspace, and how many belong to it. Nobody is in a group here. */
export async function statisticsOf(ctx: Ctx, membership: Membership) {
  const members = (await membersOf(ctx, membership)).filter((member) => member.is_active === 1)
  return {
    admins: members
      .filter((member) => isWorkspaceAdmin(member.role))
      .map((member) => ({ name: nameOf(member), user_id: member.user_id })),
    groups_count: 0,
    members_count: members.length,
  }
}

const LONGEST_NAME = 140

function organizationName(body: Input): string | undefined {
  const name = textOf(body, 'name')
  if (name === undefined || name === null) return undefined
  if (name.trim() === '') throw refused("Field 'name' cannot be empty.")
  if (name.length > LONGEST_NAME)
    throw refused(`organization name too long, maximum length is ${LONGEST_NAME}`)
  return name.trim()
}

/** The workspace has the name of its organization, being the same; a name of its own must still be one. */
function checkWorkspaceName(body: Input): void {
  const name = textOf(body, 'workspace_name')
  if (name === undefined || name === null) return
  if (name.trim() === '') throw refused('workspace name must contain non-space characters')
  if (name.length > LONGEST_NAME) throw refused(`workspace name must not be longer than ${LONGEST_NAME}`)
}
