import type { FastifyInstance } from 'fastify'
import { isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { type Invitation, listInvitations } from '../../../core/invitations.ts'
import type { Member } from '../../../core/members.ts'
import { organizationAt, workspaceAt } from '../access.ts'
import { inWords, refused } from '../errors.ts'
import { exactTime } from '../values.ts'
import {
  bodyOf,
  type Input,
  isRecord,
  pathId,
  queryFlag,
  queryIds,
  queryInteger,
  queryOf,
  queryText,
} from '../wire.ts'
import { WHOLE } from './lists.ts'
import { changeMember, endMembership, endMemberships, membersOf, nameOf, showMembers } from './members.ts'

type InOrganization = { Params: { organization_id: string } }
type InBoth = { Params: { organization_id: string; workspace_id: string } }
type OneUser = { Params: { organization_id: string; organization_user_id: string } }

export function organizationUserRoutes(app: FastifyInstance): void {
  for (const [url, summary] of [
    ['/organizations/:organization_id/users', 'List the people of an organization'],
    ['/organizations/:organization_id/users/detailed', 'List the people of an organization in detail'],
  ] as const)
    app.get<InOrganization>(url, { schema: { summary } }, async (request) =>
      usersAsked(request.ctx, await organizationAt(request), queryOf(request)),
    )

  app.patch<InOrganization>(
    '/organizations/:organization_id/users',
    { schema: { summary: 'Take several people out of an organization' } },
    async (request, reply) => {
      const membership = await organizationAt(request)
      await endMemberships(request.ctx, membership, {
        body: bodyOf(request),
        missing: 'At least one organization user ID must be supplied.',
        wrong: (ids) =>
          `The following organization user IDs do not belong to this organization: '${ids.join(', ')}'.`,
      })
      return reply.send()
    },
  )

  app.delete<InOrganization>(
    '/organizations/:organization_id/users/leave',
    { schema: { summary: 'Leave an organization' } },
    async (request, reply) => {
      const { member_id: id, workspace_id, role } = await organizationAt(request)
      if (role === 'owner') throw refused('Cannot remove the organization owner.')
      await endMembership(request.ctx, { id, workspace_id })
      return reply.send()
    },
  )

  app.put<OneUser>(
    '/organizations/:organization_id/users/:organization_user_id',
    { schema: { summary: 'Change a person of an organization' } },
    async (request, reply) => {
      const membership = await organizationAt(request)
      const id = pathId(request.params.organization_user_id)
      const member = (await membersOf(request.ctx, membership)).find((each) => each.id === id)
      if (!member) throw inWords('not_found', 'no_such_thing', 'Invalid organization user ID.')
      const body = bodyOf(request)
      if (Object.keys(body).length === 0) throw refused('At least one field is required.')
      await changeMember(request.ctx, { membership, member }, roleBody(body, membership, member))
      return reply.send()
    },
  )

  workspaceUserRoutes(app)
}

/** The members of a workspace, on the path of its organization. */
function workspaceUserRoutes(app: FastifyInstance): void {
  app.get<InBoth>(
    '/organizations/:organization_id/workspaces/:workspace_id/workspace_users',
    { schema: { summary: 'List the members of a workspace of an organization' } },
    async (request) => {
      const membership = await oneOfBoth(await organizationAt(request), await workspaceAt(request))
      const query = queryOf(request)
      const text = (queryText(query, 'search') ?? queryText(query, 'name') ?? '').toLowerCase()
      const isActive = queryFlag(query, 'active')
      const members = (await showMembers(request.ctx, membership)).filter(
        (each) =>
          `${each.name}\n${each.email}`.toLowerCase().includes(text) &&
          (isActive === undefined || each.active === isActive),
      )
      return members.slice(...sliceOf(query, WHOLE.limit))
    },
  )

  app.patch<InBoth>(
    '/organizations/:organization_id/workspaces/:workspace_id/workspace_users',
    { schema: { summary: 'Take several members out of a workspace of an organization' } },
    async (request, reply) => {
      const membership = await oneOfBoth(await organizationAt(request), await workspaceAt(request))
      await endMemberships(request.ctx, membership, {
        body: bodyOf(request),
        missing: 'At least one workspace user ID must be supplied.',
        wrong: () => 'Wrong workspace user IDs',
      })
      return reply.send()
    },
  )
}

/** An organization and its one workspace have the same number. */
async function oneOfBoth(organization: Membership, workspace: Membership): Promise<Membership> {
  if (organization.workspace_id === workspace.workspace_id) return workspace
  throw inWords('not_found', 'no_such_thing', 'Resource can not be found')
}

/** A person of an organization as the service shows them; one who was only invited has a number below zero. */
function toOrganizationUser({ workspace }: Membership, member: Member) {
  const isAdmin = isWorkspaceAdmin(member.role)
  return {
    id: member.id,
    name: nameOf(member),
    email: member.email,
    user_id: member.user_id,
    avatar_url: null,
    admin: isAdmin,
    owner: member.role === 'owner',
    joined: true,
    invitation_code: null,
    inactive: member.is_active === 0,
    can_edit_email: false,
    workspaces: [
      { workspace_id: workspace.id, admin: isAdmin, name: workspace.name, workspace_user_id: member.id },
    ],
    groups: null,
    organization_id: workspace.id,
    workspace_count: 1,
    created_at: exactTime(member.created_at),
    updated_at: exactTime(member.updated_at),
  }
}

function toInvited({ workspace }: Membership, invitation: Invitation) {
  const isAdmin = isWorkspaceAdmin(invitation.role)
  return {
    id: -invitation.id,
    name: '',
    email: invitation.email,
    user_id: null,
    avatar_url: null,
    admin: isAdmin,
    owner: false,
    joined: false,
    invitation_code: null,
    inactive: false,
    can_edit_email: false,
    workspaces: [
      { workspace_id: workspace.id, admin: isAdmin, name: workspace.name, workspace_user_id: null },
    ],
    groups: null,
    organization_id: workspace.id,
    invitation_id: invitation.id,
    workspace_count: 1,
    created_at: exactTime(invitation.created_at),
    updated_at: exactTime(invitation.created_at),
  }
}

const STATUSES = ['active', 'inactive', 'invited']

async function usersAsked(ctx: Ctx, membership: Membership, query: Input) {
  const statuses = statusesOf(query)
  const slice = sliceOf(query, USUAL_PAGE)
  const order = queryText(query, 'sort_dir')?.toLowerCase() ?? 'asc'
  if (order !== 'asc' && order !== 'desc')
    throw refused("sort_dir parameter can contain only 'asc' or 'desc'.")
  const message = "only_admins parameter can contain only 'true' or 'false'."
  const onlyAdmins = queryFlag(query, 'only_admins', message) ?? false
  const isNowhere = queryIds(query, 'groups', "Invalid value sent for 'groups'.") !== undefined
  const workspaces = queryIds(query, 'workspaces', "Invalid value sent for 'workspaces'.")
  if (isNowhere || (workspaces && !workspaces.includes(membership.workspace_id))) return []
  const text = (queryText(query, 'filter') ?? '').toLowerCase()
  const users = [
    ...(await membersOf(ctx, membership)).map((member) => toOrganizationUser(membership, member)),
    ...(await invitedOf(ctx, membership)).map((each) => toInvited(membership, each)),
  ].filter(
    (user) =>
      statuses.has(user.joined ? (user.inactive ? 'inactive' : 'active') : 'invited') &&
      (!onlyAdmins || user.admin) &&
      `${user.name}\n${user.email}`.toLowerCase().includes(text),
  )
  const direction = order === 'asc' ? 1 : -1
  users.sort(
    (a, b) => direction * ((a.name || a.email).localeCompare(b.name || b.email, 'en') || a.id - b.id),
  )
  return users.slice(...slice)
}

/** Who is invited is for those to know who may invite. */
async function invitedOf(ctx: Ctx, { role, workspace_id: id }: Membership): Promise<Invitation[]> {
  return isWorkspaceAdmin(role) ? (await listInvitations(ctx, id, WHOLE)).rows : []
}

function statusesOf(query: Input): Set<string> {
  const words = queryText(query, 'active_status')?.split(',') ?? STATUSES
  if (words.every((word) => STATUSES.includes(word))) return new Set(words)
  throw refused("active_status parameter can contain only 'active', 'inactive' or 'invited'.")
}

const USUAL_PAGE = 50

/** From where to where a numbered page reaches. */
function sliceOf(query: Input, usual: number): [number, number] {
  const positive = (name: string, otherwise: number) => {
    const value = queryInteger(query, name, `Invalid value sent for '${name}'.`) ?? otherwise
    if (value < 1) throw refused(`${name} parameter must contain values > 0.`)
    return value
  }
  const [page, size] = [positive('page', 1), Math.min(positive('per_page', usual), WHOLE.limit)]
  return [(page - 1) * size, page * size]
}

/** What is said of a person in an organization, or of them in its workspace, is said of the one membership. */
function roleBody(body: Input, { workspace_id: id }: Membership, member: Member): Input {
  const name = body['name']
  const email = body['email']
  if ((name !== undefined && name !== nameOf(member)) || (email !== undefined && email !== member.email))
    throw inWords('forbidden', 'not_allowed', 'User is not authorized to update the organization user')
  const places: unknown = body['workspaces']
  if (!Array.isArray(places)) return body
  const place: unknown = places.find((each) => isRecord(each) && each['workspace_id'] === id)
  if (places.length > 1 || (places.length === 1 && !place))
    throw refused(`Workspace '${placeId(places)}' is not in Organization '${id}'.`)
  return { ...body, ...(isRecord(place) ? place : {}) }
}

function placeId(places: readonly unknown[]): string {
  const ids = places.map((each) => (isRecord(each) ? Number(each['workspace_id']) : 0))
  return ids.join(', ')
}
