import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { clearBudget, setBudget } from '../core/budgets.ts'
import { createRate, deleteRate, listRates, type Rate, updateRate } from '../core/rates.ts'
import { ALWAYS } from '../core/repricing.ts'
import { levelOf } from '../core/rules/rates.ts'
import type { House } from '../http/house.ts'
import { toInstant } from './map.ts'
import * as Shape from './rate-schemas.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Id,
  kind: Type.Optional(Shape.RateKind),
  level: Type.Optional(Shape.RateLevel),
  user_id: Type.Optional(Id),
  client_id: Type.Optional(Id),
  project_id: Type.Optional(Id),
  task_id: Type.Optional(Id),
})

/** What time is billed at and costs, and how much a project may take. */
export function rateRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listRates',
    method: 'GET',
    url: '/rates',
    summary: 'List the rates of a workspace, newest day first',
    query: Query,
    answer: Shape.Rates,
    async handle(ctx, { query }) {
      const { workspace_id: workspaceId, user_id: userId, client_id: clientId } = query
      const { project_id: projectId, task_id: taskId, kind, level } = query
      const filter = { workspaceId, userId, clientId, projectId, taskId, kind, level }
      const { rows, next } = await listRates(ctx, filter, pageFrom(query))
      return { data: rows.map(toRate), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createRate',
    method: 'POST',
    url: '/rates',
    summary: 'Set a rate from a day on',
    body: Shape.NewRate,
    answer: Shape.Rate,
    status: 201,
    handle: async (ctx, { body }) => toRate(await createRate(ctx, body)),
  })
  route(app, {
    operationId: 'updateRate',
    method: 'PATCH',
    url: '/rates/:id',
    summary: 'Change a rate or the day it holds from',
    takesVersion: true,
    params: IdParams,
    body: Shape.RateChanges,
    answer: Shape.Rate,
    handle: async (ctx, { params, body, version }) =>
      toRate(await updateRate(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteRate',
    method: 'DELETE',
    url: '/rates/:id',
    summary: 'Take a rate back; the one before it, or of the next level, holds again',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteRate(ctx, { id: params.id, version }),
  })
  route(app, {
    operationId: 'listBudgets',
    method: 'GET',
    url: '/budgets',
    summary: 'List the budgets of a workspace with what is used of them',
    query: Type.Object({ workspace_id: Id, project_id: Type.Optional(Id) }),
    answer: Shape.Budgets,
    async handle(ctx, { query }) {
      const filter = { workspaceId: query.workspace_id, projectId: query.project_id }
      return { data: await house.reading.ask(ctx, 'budgets', filter) }
    },
  })
  route(app, {
    operationId: 'setBudget',
    method: 'PUT',
    url: '/projects/:id/budget',
    summary: 'Give a project a budget of time or of money',
    takesVersion: true,
    params: IdParams,
    body: Shape.NewBudget,
    answer: Shape.Budget,
    handle: (ctx, { params, body, version }) => setBudget(ctx, { id: params.id, version }, body),
  })
  route(app, {
    operationId: 'clearBudget',
    method: 'DELETE',
    url: '/projects/:id/budget',
    summary: 'Take a project’s budget away',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => clearBudget(ctx, { id: params.id, version }),
  })
}

function toRate(rate: Rate) {
  return {
    id: rate.id,
    workspace_id: rate.workspace_id,
    kind: rate.kind,
    level: levelOf(rate),
    user_id: rate.user_id,
    client_id: rate.client_id,
    project_id: rate.project_id,
    task_id: rate.task_id,
    amount: rate.amount,
    currency: rate.currency,
    effective_from: rate.effective_from === ALWAYS ? null : rate.effective_from,
    version: rate.version,
    created_at: toInstant(rate.created_at),
    updated_at: toInstant(rate.updated_at),
  }
}
