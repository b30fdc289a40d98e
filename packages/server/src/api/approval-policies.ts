import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import {
  type ApprovalPolicy,
  createPolicy,
  deletePolicy,
  levelsIn,
  listPolicies,
  updatePolicy,
} from '../core/approvals/policies.ts'
import * as Shape from './approval-schemas.ts'
import { common } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'

/** Who approves what. */
export function approvalPolicyRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listApprovalPolicies',
    method: 'GET',
    url: '/approval-policies',
    summary: 'List the policies of a workspace',
    query: Type.Object({ ...listQuery, workspace_id: Id }),
    answer: Shape.ApprovalPolicies,
    async handle(ctx, { query }) {
      const { rows, next } = await listPolicies(ctx, query.workspace_id, pageFrom(query))
      return { data: rows.map(toPolicy), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createApprovalPolicy',
    method: 'POST',
    url: '/approval-policies',
    summary: 'Make a policy, for what is submitted from now on',
    body: Shape.NewApprovalPolicy,
    answer: Shape.ApprovalPolicy,
    status: 201,
    handle: async (ctx, { body }) => toPolicy(await createPolicy(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'updateApprovalPolicy',
    method: 'PATCH',
    url: '/approval-policies/:id',
    summary: 'Change a policy',
    takesVersion: true,
    params: IdParams,
    body: Shape.ApprovalPolicyChanges,
    answer: Shape.ApprovalPolicy,
    handle: async (ctx, { params, body, version }) =>
      toPolicy(await updatePolicy(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteApprovalPolicy',
    method: 'DELETE',
    url: '/approval-policies/:id',
    summary: 'Delete a policy; requests under way keep their levels',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deletePolicy(ctx, { id: params.id, version }),
  })
}

function toPolicy(policy: ApprovalPolicy): Static<typeof Shape.ApprovalPolicy> {
  const { id, workspace_id, name, project_id, user_id, min_seconds, billable_only, is_enabled } = policy
  return {
    id,
    workspace_id,
    name,
    project_id,
    user_id,
    min_seconds,
    levels: levelsIn(policy),
    billable_only: billable_only === 1,
    is_enabled: is_enabled === 1,
    ...common(policy),
  }
}
