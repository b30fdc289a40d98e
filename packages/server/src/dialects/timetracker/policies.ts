import type { FastifyInstance } from 'fastify'
import {
  type ApprovalPolicy,
  createPolicy,
  deletePolicy,
  levelsIn,
  listPolicies,
  type PolicyFields,
  updatePolicy,
} from '../../core/approvals/policies.ts'
import type { House } from '../../http/house.ts'
import { orWords, refusal, validation } from './errors.ts'
import { bodyOf, booleanOf, decimalOf, type Input, integerOf, keptText, pathId } from './input.ts'
import { type Call, route } from './route.ts'
import { hoursOf, localTime } from './times.ts'

const MOST_POLICIES = 500

/** Approval policies, which the system keeps in its database only: here they have an endpoint of its style. */
export function policyRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone
  const write = { scope: 'write:time_approvals', module: 'time_approvals' } as const

  route(app, {
    scope: 'read:time_approvals',
    module: 'time_approvals',
    method: 'GET',
    url: '/time-approval-policies',
    summary: 'List who approves what',
    async handle({ ctx, workspaceId }: Call) {
      const { rows } = await listPolicies(ctx, workspaceId, { cursor: null, limit: MOST_POLICIES })
      return { policies: rows.map((policy) => toPolicy(policy, zone)) }
    },
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/time-approval-policies',
    summary: 'Create an approval policy',
    async handle({ ctx, workspaceId, request, reply }) {
      const input = bodyOf(request)
      const levels = levelsOf(input)
      if (!levels) throw validation('levels is required', { levels: ['levels is required'] })
      const name = keptText(input, 'name') || 'Approval policy'
      const fields = { ...fieldsOf(input), name, levels }
      const policy = await orWords(createPolicy(ctx, workspaceId, fields), nobodyThere)
      reply.code(201)
      return { message: 'Approval policy created successfully', policy: toPolicy(policy, zone) }
    },
  })

  route(app, {
    ...write,
    method: ['PUT', 'PATCH'],
    url: '/time-approval-policies/:policy_id',
    summary: 'Update an approval policy; what is left out stays',
    async handle({ ctx, request }) {
      const input = bodyOf(request)
      const fields = {
        ...fieldsOf(input),
        name: keptText(input, 'name') || undefined,
        levels: levelsOf(input),
      }
      const policy = await updatePolicy(ctx, { id: pathId(request, 'policy_id') }, fields)
      return { message: 'Approval policy updated successfully', policy: toPolicy(policy, zone) }
    },
  })

  route(app, {
    ...write,
    method: 'DELETE',
    url: '/time-approval-policies/:policy_id',
    summary: 'Delete an approval policy; requests under way keep their levels',
    async handle({ ctx, request }) {
      await deletePolicy(ctx, { id: pathId(request, 'policy_id') })
      return { message: 'Approval policy deleted successfully' }
    },
  })
}

function nobodyThere() {
  return refusal('Invalid project, user or approver')
}

function fieldsOf(input: Input): PolicyFields {
  const isForAll = booleanOf(input, 'applies_to_all') === true
  const hours = decimalOf(input, 'min_hours')
  return {
    project_id: isForAll ? null : integerOf(input, 'project_id'),
    user_id: isForAll ? null : integerOf(input, 'user_id'),
    ...(hours === undefined ? {} : { min_seconds: hours === null ? null : Math.round(hours * 3600) }),
    billable_only: booleanOf(input, 'billable_only'),
    is_enabled: booleanOf(input, 'enabled'),
  }
}

/** `levels` as lists of ids, or `approver_user_ids` as the one level; `"1,2"` is as good as `[1, 2]`. */
function levelsOf(input: Input): number[][] | undefined {
  const { levels, approver_user_ids: approvers } = input
  if (levels !== undefined && levels !== null) {
    if (!Array.isArray(levels)) throw notLevels('levels')
    return levels.map((level) => idsOf('levels', level))
  }
  return approvers === undefined || approvers === null ? undefined : [idsOf('approver_user_ids', approvers)]
}

function idsOf(name: string, value: unknown): number[] {
  const ids: unknown[] | undefined =
    typeof value === 'string' ? value.split(',').map(Number) : Array.isArray(value) ? value : undefined
  if (!ids?.every((id): id is number => Number.isSafeInteger(id))) throw notLevels(name)
  return ids
}

function notLevels(name: string) {
  return validation('Validation failed', { [name]: ['Not a valid list of user ids.'] })
}

function toPolicy(policy: ApprovalPolicy, zone: string) {
  const { id, name, project_id, user_id, min_seconds } = policy
  const levels = levelsIn(policy)
  return {
    id,
    name,
    project_id,
    user_id,
    applies_to_all: project_id === null && user_id === null,
    requires_approval: true,
    approval_levels: levels.length,
    levels,
    approver_user_ids: [...new Set(levels.flat())],
    min_hours: min_seconds === null ? null : hoursOf(min_seconds),
    billable_only: policy.billable_only === 1,
    enabled: policy.is_enabled === 1,
    created_at: localTime(policy.created_at, zone),
    updated_at: localTime(policy.updated_at, zone),
  }
}
