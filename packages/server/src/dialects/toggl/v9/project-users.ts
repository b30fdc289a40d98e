import type { FastifyInstance } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import {
  listProjectMemberships,
  type ProjectMembership,
  putProjectMember,
  removeProjectMember,
} from '../../../core/projects/members.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import type { Rate } from '../../../core/rates.ts'
import { workspaceAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { listedTime } from '../values.ts'
import { bodyOf, flagOf, type Input, integerOf, pathId, queryIds, queryInteger, queryOf } from '../wire.ts'
import { idsBody, numberedPage, WHOLE } from './lists.ts'
import { membersOf, nameOf } from './members.ts'
import { asUpdate, operationsOf, patchEach } from './patches.ts'
import { projectIn } from './project-routes.ts'
import { BILLABLE, LABOR, setRateFrom } from './rate-input.ts'

const MEMBER_BITS = 2 ** 26
const MOST_PROJECTS = 2 ** 27

/**
 * The number of a person on a project, which has none here: that of the project and that of the membership in one, read
 * back without a table. Both fit a number exactly as long as there are less than 67 million members and twice as many
 * projects.
 */
export function projectUserId(projectId: number, memberId: number): number {
  if (memberId >= MEMBER_BITS || projectId >= MOST_PROJECTS)
    throw new Error(`Member ${memberId} of project ${projectId} has no number on this wire`)
  return projectId * MEMBER_BITS + memberId
}

export function partsOf(id: number): { projectId: number; memberId: number } {
  return { projectId: Math.floor(id / MEMBER_BITS), memberId: id % MEMBER_BITS }
}

/** A person on a project as the service shows them. */
function toProjectUser(row: ProjectMembership, { rate, laborCost }: { rate?: Rate; laborCost?: Rate } = {}) {
  return {
    id: projectUserId(row.project_id, row.member_id),
    project_id: row.project_id,
    user_id: row.user_id,
    workspace_id: row.workspace_id,
    manager: row.is_manager === 1,
    rate: rate?.amount == null ? null : majorUnits(rate.amount, rate.currency),
    rate_last_updated: rate ? listedTime(rate.updated_at) : null,
    labor_cost: laborCost?.amount == null ? null : majorUnits(laborCost.amount, laborCost.currency),
    labor_cost_last_updated: laborCost ? listedTime(laborCost.updated_at) : null,
    at: listedTime(row.updated_at),
    gid: null,
    group_id: null,
  }
}

type InWorkspace = { Params: { workspace_id: string } }
type OneProjectUser = { Params: { workspace_id: string; project_user_id: string } }
type ManyProjectUsers = { Params: { workspace_id: string; project_user_ids: string } }

export function projectUserRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/project_users',
    { schema: { summary: 'List who is in which project' } },
    async (request) => {
      const membership = await workspaceAt(request)
      const query = queryOf(request)
      const projectIds = queryIds(query, 'project_ids', 'Invalid project_id')
      if (projectIds && projectIds.length > MOST_NAMED) throw tooMany()
      const userId = queryInteger(query, 'user_id')
      return showProjectUsers(request.ctx, membership, { projectIds, userId })
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/project_users',
    { schema: { summary: 'Let a person into a project' } },
    async (request) => {
      const { ctx } = request
      const membership = await workspaceAt(request)
      const body = bodyOf(request)
      const { id: projectId } = await orNotFound(
        projectIn(ctx, membership, integerOf(body, 'project_id') ?? 0),
        'Invalid project_id',
        'invalid',
      )
      const userId = integerOf(body, 'user_id') ?? 0
      const members = await membersOf(ctx, membership)
      if (!members.some((each) => each.user_id === userId && each.is_active === 1))
        throw refused('Invalid user_id')
      return writeProjectUser(ctx, { membership, projectId, userId, isNew: true }, body)
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/project_users/paginated',
    { schema: { summary: 'List who is in these projects, with their names' } },
    async (request) => {
      const membership = await workspaceAt(request)
      const projectIds = idsBody(request)
      if (projectIds.length > MOST_NAMED) throw tooMany()
      const { offset, limit } = numberedPage(queryOf(request), USUAL_PAGE, USUAL_PAGE)
      const shown = await showProjectUsers(request.ctx, membership, { projectIds })
      const members = new Map((await membersOf(request.ctx, membership)).map((each) => [each.user_id, each]))
      return shown.slice(offset, offset + limit).map((each) => {
        const member = members.get(each.user_id)
        const about = member && { user_name: nameOf(member), is_active: true, workspace_user_id: member.id }
        return { ...each, ...about }
      })
    },
  )

  app.put<OneProjectUser>(
    '/workspaces/:workspace_id/project_users/:project_user_id',
    { schema: { summary: 'Change what a person is in a project' } },
    async (request) => {
      const membership = await workspaceAt(request)
      const { projectId, userId } = await projectUserAt(
        request.ctx,
        membership,
        request.params.project_user_id,
      )
      return writeProjectUser(request.ctx, { membership, projectId, userId }, bodyOf(request))
    },
  )

  app.patch<ManyProjectUsers>(
    '/workspaces/:workspace_id/project_users/:project_user_ids',
    { schema: { summary: 'Change what several people are in their projects' } },
    async (request) => {
      const { ctx, params, body } = request
      const membership = await workspaceAt(request)
      const update = patchOf(body)
      return patchEach(params.project_user_ids, async (id) => {
        const { projectId, userId } = await projectUserAt(ctx, membership, String(id))
        await writeProjectUser(ctx, { membership, projectId, userId }, update)
      })
    },
  )

  app.delete<OneProjectUser>(
    '/workspaces/:workspace_id/project_users/:project_user_id',
    { schema: { summary: 'Take a person off a project' } },
    async (request) => {
      const membership = await workspaceAt(request)
      const { projectId, userId, id } = await projectUserAt(
        request.ctx,
        membership,
        request.params.project_user_id,
      )
      await removeProjectMember(request.ctx, projectId, userId)
      return id
    },
  )
}

const MOST_NAMED = 200
const USUAL_PAGE = 50

function tooMany() {
  return refused(`project_ids cannot exceed ${MOST_NAMED} elements.`)
}

/** People on projects with their rates there, where one may see those. */
export async function showProjectUsers(
  ctx: Ctx,
  membership: Membership,
  filter: { projectIds?: readonly number[]; userId?: number },
) {
  const { workspace_id: workspaceId } = membership
  const rows = await listProjectMemberships(ctx, { workspaceId, ...filter }, WHOLE.limit)
  const of = [...new Set(rows.map((row) => row.project_id))]
  const rates = await ratesByPair(ctx, membership, { kind: 'billable', of })
  const costs = await ratesByPair(ctx, membership, { kind: 'cost', of })
  return rows.map((row) => {
    const key = pairKey(row.project_id, row.user_id)
    return toProjectUser(row, { rate: rates.get(key), laborCost: costs.get(key) })
  })
}

function pairKey(projectId: number | null, userId: number | null): string {
  return `${projectId} ${userId}`
}

type OnProjects = { kind: 'billable' | 'cost'; of: readonly number[] }

async function ratesByPair(ctx: Ctx, membership: Membership, asked: OnProjects) {
  const rates = await currentRates(ctx, [membership], { level: 'project_member', ...asked })
  return new Map(rates.map((rate) => [pairKey(rate.project_id, rate.user_id), rate]))
}

/** The person on a project that a number stands for, where one may see the project. */
export async function projectUserAt(ctx: Ctx, { workspace_id: workspaceId }: Membership, text: string) {
  const id = pathId(text) ?? 0
  const { projectId, memberId } = partsOf(id)
  const rows = await listProjectMemberships(ctx, { workspaceId, projectIds: [projectId] }, WHOLE.limit)
  const row = rows.find((each) => each.member_id === memberId)
  if (!row) throw refused('Project user not found/accessible')
  return { id, projectId, userId: row.user_id }
}

type Place = { membership: Membership; projectId: number; userId: number; isNew?: boolean }

export async function writeProjectUser(
  ctx: Ctx,
  { membership, projectId, userId, isNew }: Place,
  body: Input,
) {
  const { workspace_id: workspaceId, workspace } = membership
  const isManager = flagOf(body, 'manager')
  return transact(ctx, async (ctx) => {
    const before = await listProjectMemberships(ctx, { workspaceId, projectIds: [projectId], userId }, 1)
    if (isNew && before.length > 0) throw inWords('invalid', 'already_member', 'Project user already exists')
    if (isNew || typeof isManager === 'boolean')
      await putProjectMember(ctx, projectId, { userId, isManager: isManager ?? false })
    for (const [kind, names] of [
      ['billable', BILLABLE],
      ['cost', LABOR],
    ] as const) {
      const current = (await ratesByPair(ctx, membership, { kind, of: [projectId] })).get(
        pairKey(projectId, userId),
      )
      const place = { workspaceId, kind, project_id: projectId, user_id: userId }
      const currency = current?.currency ?? workspace.currency
      await setRateFrom(ctx, place, { body, names, current, currency })
    }
    const [shown] = await showProjectUsers(ctx, membership, { projectIds: [projectId], userId })
    return shown
  })
}

/** Whether somebody manages the project, and what their hours cost there; all three can only be replaced. */
function patchOf(body: unknown): Input {
  const operations = operationsOf(body, ['manager', 'rate', 'labor_cost'])
  for (const { op, field, value } of operations) {
    if (op !== 'replace') throw refused(`Operation not supported (${op} /${field})`)
    if (field === 'manager' && typeof value !== 'boolean') throw refused('/manager expects a boolean')
    const isAmount = value === null || typeof value === 'number'
    if (field === 'rate' && !isAmount) throw refused('/rate expects an float64 or null')
    if (field === 'labor_cost' && !isAmount) throw refused('/labor_cost expects an float64 or null')
  }
  return asUpdate(operations)
}
