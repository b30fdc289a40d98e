import type { FastifyInstance, FastifyRequest } from 'fastify'
import { canManage, type Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { listProjectMemberships } from '../../../core/projects/members.ts'
import { setRate } from '../../../core/rate-changes.ts'
import { listRates, type Rate } from '../../../core/rates.ts'
import { addDays } from '../../../core/rules/local-time.ts'
import { getTask } from '../../../core/tasks.ts'
import { workspaceAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { majorUnits, minorUnits } from '../../../exporters/figures.ts'
import { exactTime } from '../values.ts'
import { bodyOf, integerOf, numberOf, pathId, queryOf, queryText, textOf } from '../wire.ts'
import { WHOLE } from './lists.ts'
import { membersOf } from './members.ts'
import { projectIn } from './project-routes.ts'
import { partsOf, projectUserId } from './project-users.ts'
import { reachOf } from './rate-input.ts'

type InWorkspace = { Params: { workspace_id: string } }
type OneLevel = { Params: { workspace_id: string; level: string; level_id: string } }

export function rateRoutes(app: FastifyInstance): void {
  app.post<InWorkspace>(
    '/workspaces/:workspace_id/rates',
    { schema: { summary: 'Set a rate' } },
    async (request, reply) => {
      const membership = await managedAt(request)
      const body = bodyOf(request)
      if (Object.keys(body).length === 0) throw refused('Request payload must be informed')
      const level = textOf(body, 'level') ?? ''
      const place = await placeOf(request.ctx, membership, { level, id: integerOf(body, 'level_id') ?? 0 })
      const { amount, start } = { amount: numberOf(body, 'amount'), start: textOf(body, 'start') }
      const { currency } = membership.workspace
      await setRate(request.ctx, {
        workspaceId: membership.workspace_id,
        kind: kindOf(textOf(body, 'type') ?? undefined),
        user_id: place.user_id,
        project_id: place.project_id,
        task_id: place.task_id,
        amount: amount === undefined || amount === null ? null : minorUnits(amount, currency),
        currency,
        reach: start ? { from: start.slice(0, 10) } : reachOf(body, 'mode'),
      })
      return reply.code(201).send()
    },
  )

  app.get<OneLevel>(
    '/workspaces/:workspace_id/rates/:level/:level_id',
    { schema: { summary: 'List the rates of a workspace, a person, a project or a task' } },
    async (request) => {
      const membership = await managedAt(request)
      const { level, level_id: text } = request.params
      const place = await placeOf(request.ctx, membership, { level, id: pathId(text) ?? 0 })
      const filter = {
        workspaceId: membership.workspace_id,
        kind: kindOf(queryText(queryOf(request), 'type')),
        level: LEVELS[level],
        userId: place.user_id ?? undefined,
        projectId: place.project_id ?? undefined,
        taskId: place.task_id ?? undefined,
      }
      const { rows } = await listRates(request.ctx, filter, WHOLE)
      return rows.map((rate, index) => toRate(rate, rows[index - 1], place.member_id))
    },
  )
}

const LEVELS: Readonly<Record<string, 'workspace' | 'member' | 'project' | 'project_member' | 'task'>> = {
  workspace: 'workspace',
  workspace_user: 'member',
  project: 'project',
  project_user: 'project_member',
  task: 'task',
}

/** A rate, which ends on the day before the next one begins. */
function toRate(rate: Rate, next: Rate | undefined, memberId: number | null) {
  const isPair = rate.project_id !== null && rate.user_id !== null
  return {
    id: rate.id,
    workspace_id: rate.workspace_id,
    workspace_user_id: isPair ? null : memberId,
    project_id: rate.project_id,
    project_user_id: isPair && memberId !== null ? projectUserId(rate.project_id ?? 0, memberId) : null,
    planned_task_id: rate.task_id,
    type: rate.kind === 'billable' ? 'billable_rates' : 'labor_costs',
    amount: rate.amount === null ? null : majorUnits(rate.amount, rate.currency),
    start: rate.effective_from,
    end: next ? addDays(next.effective_from, -1) : null,
    created_at: exactTime(rate.created_at),
    updated_at: exactTime(rate.updated_at),
    deleted_at: null,
  }
}

async function managedAt(request: FastifyRequest<InWorkspace>): Promise<Membership> {
  const membership = await workspaceAt(request)
  if (canManage(membership.role)) return membership
  throw inWords('forbidden', 'not_allowed', 'User cannot access billable rate(s).')
}

function kindOf(type: string | undefined): 'billable' | 'cost' {
  if (type === undefined || type === '' || type === 'billable_rates') return 'billable'
  if (type === 'labor_costs') return 'cost'
  throw refused('Invalid type')
}

type Place = {
  user_id: number | null
  project_id: number | null
  task_id: number | null
  member_id: number | null
}

const NOWHERE: Place = { user_id: null, project_id: null, task_id: null, member_id: null }

/** What a level and a number name in this workspace. */
async function placeOf(
  ctx: Ctx,
  membership: Membership,
  { level, id }: { level: string; id: number },
): Promise<Place> {
  const { workspace_id: workspaceId } = membership
  if (level === 'workspace') {
    if (id !== workspaceId) throw refused('Invalid entity ID')
    return NOWHERE
  }
  if (level === 'project') {
    await orNotFound(projectIn(ctx, membership, id), 'Invalid entity ID', 'invalid')
    return { ...NOWHERE, project_id: id }
  }
  if (level === 'task') {
    const task = await orNotFound(getTask(ctx, id), 'Task not found in workspace', 'invalid')
    if (task.workspace_id !== workspaceId) throw refused('Task not found in workspace')
    return { ...NOWHERE, task_id: id }
  }
  if (level === 'workspace_user') {
    const member = (await membersOf(ctx, membership)).find((each) => each.id === id)
    if (!member) throw refused('User not found in workspace')
    return { ...NOWHERE, user_id: member.user_id, member_id: id }
  }
  if (level === 'project_user') return pairOf(ctx, membership, id)
  throw refused('Invalid level: it should be workspace, workspace_user, project or project_user')
}

async function pairOf(ctx: Ctx, { workspace_id: workspaceId }: Membership, id: number): Promise<Place> {
  const { projectId, memberId } = partsOf(id)
  const rows = await listProjectMemberships(ctx, { workspaceId, projectIds: [projectId] }, WHOLE.limit)
  const row = rows.find((each) => each.member_id === memberId)
  if (!row) throw refused('User not found in workspace')
  return { ...NOWHERE, project_id: projectId, user_id: row.user_id, member_id: memberId }
}
