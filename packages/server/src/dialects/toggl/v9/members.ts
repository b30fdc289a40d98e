import type { FastifyInstance, FastifyRequest } from 'fastify'
import { canManage, isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import { listMembers, type Member, type MemberChanges, updateMember } from '../../../core/members.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import type { Rate } from '../../../core/rates.ts'
import { NO_ACCESS, workspaceAt } from '../access.ts'
import { inWords, refused } from '../errors.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { listedTime } from '../values.ts'
import { bodyOf, flagOf, type Input, integersOf, pathId, queryFlag, queryOf, textOf } from '../wire.ts'
import { idsBody, WHOLE } from './lists.ts'
import { BILLABLE, LABOR, setRateFrom } from './rate-input.ts'
import { roleName, roleNamed } from './roles.ts'
import { refuseUncarried } from './uncarried.ts'

/** What an hour of somebody costs and is billed at, for those who manage the workspace. */
export type RatesOfMember = { rate?: Rate; laborCost?: Rate }

/** A member as the service's lists of workspace users show them. */
export function toWorkspaceUser(member: Member, { rate, laborCost }: RatesOfMember = {}) {
  const isAdmin = isWorkspaceAdmin(member.role)
  const isInactive = member.is_active === 0
  return {
    id: member.id,
    user_id: member.user_id,
    uid: member.user_id,
    workspace_id: member.workspace_id,
    wid: member.workspace_id,
    admin: isAdmin,
    organization_admin: isAdmin,
    workspace_admin: isAdmin,
    active: !isInactive,
    email: member.email,
    timezone: member.time_zone,
    inactive: isInactive,
    at: listedTime(member.updated_at),
    name: nameOf(member),
    rate: majorOf(rate),
    rate_last_updated: rate ? listedTime(rate.updated_at) : null,
    labour_cost: majorOf(laborCost),
    labor_cost: majorOf(laborCost),
    labor_cost_last_updated: laborCost ? listedTime(laborCost.updated_at) : null,
    invite_url: null,
    invitation_code: null,
    avatar_file_name: null,
    group_ids: null,
    is_direct: true,
    role: roleName(member.role),
    role_id: null,
    working_hours_in_minutes: null,
  }
}

/** A member as pickers of people show them, under the number of the person. */
function toSimpleUser(member: Member) {
  return {
    id: member.user_id,
    email: member.email,
    fullname: nameOf(member),
    inactive: member.is_active === 0,
    is_active: member.is_active === 1,
    is_admin: isWorkspaceAdmin(member.role),
    role: roleName(member.role),
  }
}

export function nameOf({ name, email }: Pick<Member, 'name' | 'email'>): string {
  return name ?? email
}

function majorOf(rate: Rate | undefined): number | null {
  return rate?.amount == null ? null : majorUnits(rate.amount, rate.currency)
}

type InWorkspace = { Params: { workspace_id: string } }
type OneUser = { Params: { workspace_id: string; user_id: string } }
type OneMember = { Params: { workspace_id: string; workspace_user_id: string } }

export function memberRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/users',
    { schema: { summary: 'List the people of a workspace' } },
    async (request) => {
      const members = await membersOf(request.ctx, await workspaceAt(request))
      const isShort = queryFlag(queryOf(request), 'exclude_deleted') ?? false
      return members.filter((member) => !isShort || member.is_active === 1).map(toSimpleUser)
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/users/data',
    { schema: { summary: 'Show several people of a workspace' } },
    async (request) => {
      const membership = await workspaceAt(request)
      const ids = new Set(idsBody(request))
      if (ids.size === 0) throw refused('user_ids must not be empty')
      if (ids.size > MOST_AT_ONCE)
        throw refused(`user_ids must not contain more than ${MOST_AT_ONCE} elements`)
      const members = await membersOf(request.ctx, membership)
      return members.filter((member) => ids.has(member.user_id)).map(toSimpleUser)
    },
  )

  app.put<OneUser>(
    '/workspaces/:workspace_id/users/:user_id',
    { schema: { summary: 'Change a person of a workspace, by the number of the person' } },
    async (request, reply) => {
      const membership = await workspaceAt(request)
      const id = pathId(request.params.user_id)
      const members = await membersOf(request.ctx, membership)
      const member = members.find((each) => each.user_id === id)
      if (!member) throw inWords('not_found', 'no_such_thing', 'Not Found')
      await changeMember(request.ctx, { membership, member }, bodyOf(request))
      return reply.send()
    },
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/workspace_users',
    { schema: { summary: 'List the members of a workspace' } },
    async (request) => showMembers(request.ctx, await workspaceAt(request)),
  )

  app.put<OneMember>(
    '/workspaces/:workspace_id/workspace_users/:workspace_user_id',
    { schema: { summary: 'Change a member of a workspace' } },
    async (request, reply) => {
      const place = await memberAt(request, () =>
        inWords('invalid', 'no_such_thing', 'Workspace user not found/accessible by user'),
      )
      await changeMember(request.ctx, place, bodyOf(request))
      return reply.send()
    },
  )

  app.delete<OneMember>(
    '/workspaces/:workspace_id/workspace_users/:workspace_user_id',
    { schema: { summary: 'Take a member out of a workspace' } },
    async (request, reply) => {
      const { member } = await memberAt(request, () =>
        inWords('forbidden', 'not_allowed', 'Workspace user is not found or accessible'),
      )
      await endMembership(request.ctx, member)
      return reply.send()
    },
  )
}

const MOST_AT_ONCE = 150

/** Everybody of a workspace, also who has left it. */
export async function membersOf(ctx: Ctx, { workspace_id: id }: Membership): Promise<Member[]> {
  return (await listMembers(ctx, id, WHOLE)).rows
}

/** Everybody of a workspace with their rates, where one may see those. */
export async function showMembers(ctx: Ctx, membership: Membership) {
  const members = await membersOf(ctx, membership)
  const rates = await currentRates(ctx, [membership], { level: 'member' })
  const costs = await currentRates(ctx, [membership], { level: 'member', kind: 'cost' })
  const byUser = (list: readonly Rate[]) => new Map(list.map((rate) => [rate.user_id ?? 0, rate]))
  const [rateOf, costOf] = [byUser(rates), byUser(costs)]
  return members.map((member) =>
    toWorkspaceUser(member, { rate: rateOf.get(member.user_id), laborCost: costOf.get(member.user_id) }),
  )
}

type Place = { membership: Membership; member: Member }

async function memberAt(request: FastifyRequest<OneMember>, missing: () => Error): Promise<Place> {
  const membership = await workspaceAt(request)
  const id = pathId(request.params.workspace_user_id)
  const member = (await membersOf(request.ctx, membership)).find((each) => each.id === id)
  if (!member) throw missing()
  return { membership, member }
}

const UNCARRIED = [
  'role_id',
  'working_hours_in_minutes',
  'view_edit_billable_rates',
  'view_edit_labor_costs',
  'groups',
]

/** Changes what a member may do, whether they belong to the workspace, and what their hours cost. */
export async function changeMember(ctx: Ctx, { membership, member }: Place, body: Input): Promise<void> {
  refuseUncarried(body, UNCARRIED)
  const { workspace_id: workspaceId } = membership
  const changes = changesOf(body, member)
  await transact(ctx, async (ctx) => {
    if (Object.keys(changes).length > 0)
      await updateMember(ctx, { workspaceId, memberId: member.id }, changes)
    for (const [kind, names] of [
      ['billable', BILLABLE],
      ['cost', LABOR],
    ] as const) {
      if (body[names.amount] === undefined) continue
      if (!canManage(membership.role)) throw inWords('forbidden', 'not_allowed', NO_ACCESS)
      const rates = await currentRates(ctx, [membership], { level: 'member', kind, of: [member.user_id] })
      const current = rates.find((rate) => rate.user_id === member.user_id)
      const currency = current?.currency ?? membership.workspace.currency
      await setRateFrom(
        ctx,
        { workspaceId, kind, user_id: member.user_id },
        { body, names, current, currency },
      )
    }
  })
}

/** What a body changes of a membership; what it repeats as it is changes nothing. */
function changesOf(body: Input, member: Member): MemberChanges {
  const admin = flagOf(body, 'admin') ?? flagOf(body, 'organization_admin')
  const word = textOf(body, 'role')
  const named = roleNamed(word ?? '')
  if (typeof word === 'string' && word !== '' && !named) throw refused('Invalid role')
  const inactive = flagOf(body, 'inactive')
  const isAdmin = isWorkspaceAdmin(member.role)
  const turned = typeof admin === 'boolean' && admin !== isAdmin ? (admin ? 'admin' : 'member') : undefined
  const role = turned ?? (named && roleName(member.role) !== word ? named : undefined)
  return {
    ...(role === undefined ? {} : { role }),
    ...(typeof inactive === 'boolean' && inactive === (member.is_active === 1)
      ? { is_active: !inactive }
      : {}),
  }
}

export async function endMembership(ctx: Ctx, member: Pick<Member, 'id' | 'workspace_id'>): Promise<void> {
  const target = { workspaceId: member.workspace_id, memberId: member.id }
  await updateMember(ctx, target, { is_active: false })
}

/** Ends several memberships, all of them or none. */
export async function endMemberships(
  ctx: Ctx,
  membership: Membership,
  { body, missing, wrong }: { body: Input; missing: string; wrong: (ids: number[]) => string },
): Promise<void> {
  const ids = integersOf(body, 'delete') ?? []
  if (ids.length === 0) throw refused(missing)
  const members = new Map((await membersOf(ctx, membership)).map((member) => [member.id, member]))
  const unknown = ids.filter((id) => !members.has(id))
  if (unknown.length > 0) throw refused(wrong(unknown))
  await transact(ctx, async (ctx) => {
    for (const id of new Set(ids)) await endMembership(ctx, { id, workspace_id: membership.workspace_id })
  })
}
