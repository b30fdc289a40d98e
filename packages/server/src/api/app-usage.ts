import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { applyRules } from '../core/app-usage/apply.ts'
import { assignUsage, deleteUsage } from '../core/app-usage/assign.ts'
import type { UsageRule } from '../core/app-usage/matching.ts'
import { listUsage } from '../core/app-usage/read.ts'
import { type NewSample, recordUsage, type Usage } from '../core/app-usage/record.ts'
import { createUsageRule, deleteUsageRule, listUsageRules, updateUsageRule } from '../core/app-usage/rules.ts'
import type { Ctx } from '../core/context.ts'
import { invalid } from '../core/errors.ts'
import { rangeOf } from '../core/reports/definition.ts'
import * as Shape from './app-usage-schemas.ts'
import type { House } from '../http/house.ts'
import { toInstant } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'
import { readInstant } from './times.ts'

const RANGE = 'A sample belongs to the range in which it starts.'

const rangeQuery = {
  from: Type.Optional(Type.String({ description: `A day, or a moment with its offset. ${RANGE}` })),
  to: Type.Optional(Type.String({ description: 'A day, which counts whole, or a moment with its offset.' })),
  time_zone: Type.Optional(
    Type.String({ maxLength: 64, description: 'In which days are meant; one’s own without it.' }),
  ),
  device: Type.Optional(Type.String({ maxLength: 255 })),
}

/** What devices saw of a person, which is that person's alone. */
export function appUsageRoutes(app: FastifyInstance, { reading }: House): void {
  route(app, {
    operationId: 'recordUsage',
    method: 'POST',
    url: '/app-usage',
    summary: 'Record what a device saw; a batch may be sent again and adds nothing',
    body: Shape.NewUsage,
    answer: Shape.RecordedUsage,
    async handle(ctx, { body }) {
      const samples = body.samples.map(readSample)
      return { recorded: (await recordUsage(ctx, { ...body, samples })).length }
    },
  })
  route(app, {
    operationId: 'listUsage',
    method: 'GET',
    url: '/app-usage',
    summary: 'List what was recorded of oneself, newest first',
    query: Type.Object({
      ...listQuery,
      ...rangeQuery,
      project_id: Type.Optional({ ...Id, description: 'On this project or one below it.' }),
      unassigned: Type.Optional(Type.Boolean({ description: 'Only what is on no project.' })),
    }),
    answer: Shape.UsageSampleList,
    async handle(ctx, { query }) {
      const { device, project_id: projectId, unassigned: isUnassigned } = query
      const filter = { ...(await openRange(ctx, query)), device, projectId, isUnassigned }
      const { rows, next } = await listUsage(ctx, filter, pageFrom(query))
      return { data: rows.map(toSample), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'summarizeUsage',
    method: 'GET',
    url: '/app-usage/summary',
    summary: 'How long one used what; overlaps count once, and time away not at all',
    query: Type.Object({
      ...rangeQuery,
      from: Type.String({ description: `A day, or a moment with its offset. ${RANGE}` }),
      to: Type.String({ description: 'A day, which counts whole, or a moment with its offset.' }),
      by: Type.Optional(Shape.UsageGrouping),
      without_entries: Type.Optional(
        Type.Boolean({ description: 'Leaves out the time inside one’s own entries.' }),
      ),
    }),
    answer: Shape.UsageSummary,
    async handle(ctx, { query }) {
      const range = await closedRange(ctx, query)
      const { by = 'application', device, without_entries: withoutEntries } = query
      const { lines, totalSeconds } = await reading.ask(ctx, 'usageSummary', {
        ...range,
        by,
        device,
        withoutEntries,
      })
      return { data: lines, total_seconds: totalSeconds }
    },
  })
  route(app, {
    operationId: 'assignUsage',
    method: 'PATCH',
    url: '/app-usage',
    summary: 'Put samples on a project by hand, all or none',
    body: Shape.UsageAssignment,
    answer: Shape.UsageSamples,
    handle: async (ctx, { body }) => ({
      data: (await assignUsage(ctx, body.ids, body.project_id)).map(toSample),
    }),
  })
  route(app, {
    operationId: 'deleteUsage',
    method: 'DELETE',
    url: '/app-usage',
    summary: 'Remove what was recorded in a range, or on a device, for good',
    query: Type.Object(rangeQuery),
    answer: Shape.DeletedUsage,
    handle: async (ctx, { query }) => ({
      deleted: await deleteUsage(ctx, { ...(await openRange(ctx, query)), device: query.device }),
    }),
  })
  ruleRoutes(app)
}

function ruleRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listUsageRules',
    method: 'GET',
    url: '/usage-rules',
    summary: 'List one’s rules in their order',
    answer: Shape.UsageRules,
    handle: async (ctx) => ({ data: (await listUsageRules(ctx)).map(toRule) }),
  })
  route(app, {
    operationId: 'createUsageRule',
    method: 'POST',
    url: '/usage-rules',
    summary: 'Make a rule that puts app usage on a project',
    body: Shape.NewUsageRule,
    answer: Shape.UsageRule,
    status: 201,
    handle: async (ctx, { body }) => toRule(await createUsageRule(ctx, body)),
  })
  route(app, {
    operationId: 'updateUsageRule',
    method: 'PATCH',
    url: '/usage-rules/:id',
    summary: 'Change a rule or its place in the order',
    takesVersion: true,
    params: IdParams,
    body: Shape.UsageRuleChanges,
    answer: Shape.UsageRule,
    handle: async (ctx, { params, body, version }) =>
      toRule(await updateUsageRule(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteUsageRule',
    method: 'DELETE',
    url: '/usage-rules/:id',
    summary: 'Delete a rule; what it placed stays where it is',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteUsageRule(ctx, { id: params.id, version }),
  })
  route(app, {
    operationId: 'applyUsageRules',
    method: 'POST',
    url: '/usage-rules/apply',
    summary: 'Ask the rules again about a range; what was put somewhere by hand stays',
    body: Shape.UsageRange,
    answer: Shape.AppliedRules,
    handle: async (ctx, { body }) => applyRules(ctx, await closedRange(ctx, body)),
  })
}

type WrittenSample = Static<typeof Shape.NewUsage>['samples'][number]

function readSample(sample: WrittenSample, index: number): NewSample {
  return {
    ...sample,
    started_at: readInstant(`samples.${index}.started_at`, sample.started_at),
    ended_at: readInstant(`samples.${index}.ended_at`, sample.ended_at),
  }
}

type WrittenRange = { from?: string; to?: string; time_zone?: string }

/** A range that may be open at either end. */
async function openRange(ctx: Ctx, query: WrittenRange) {
  const { from, to } = await rangeOf(ctx, query)
  return { from: from ?? undefined, to: to ?? undefined }
}

/** A range of which both ends are named, as the schema demands. */
async function closedRange(ctx: Ctx, query: WrittenRange & { from: string; to: string }) {
  const { from, to, zone } = await rangeOf(ctx, query)
  if (from === null || to === null) throw invalid('from', 'Say from when to when.')
  return { from, to, zone }
}

function toSample(usage: Usage): Static<typeof Shape.UsageSample> {
  return {
    id: usage.id,
    device: usage.device,
    source: usage.source,
    started_at: toInstant(usage.started_at),
    ended_at: toInstant(usage.ended_at),
    application: usage.application,
    title: usage.title,
    path: usage.path,
    domain: usage.domain,
    is_away: usage.is_away === 1,
    project_id: usage.project_id,
    is_assigned_by_hand: usage.is_assigned_by_hand === 1,
  }
}

function toRule(rule: UsageRule): Static<typeof Shape.UsageRule> {
  return {
    id: rule.id,
    position: rule.position,
    field: rule.field,
    match: rule.match,
    value: rule.value,
    workspace_id: rule.workspace_id,
    project_id: rule.project_id,
    version: rule.version,
    created_at: toInstant(rule.created_at),
    updated_at: toInstant(rule.updated_at),
  }
}
