import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { readHealth } from '../core/health.ts'
import { type Job, listJobs, removeJob, retryJob } from '../core/jobs.ts'
import type { House } from '../http/house.ts'
import * as Shape from './admin-schemas.ts'
import { orNull, toInstant } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { listOf } from './schemas.ts'

/** The queue, and how the installation is, for its administrators. */
export function adminJobRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listJobs',
    method: 'GET',
    url: '/admin/jobs',
    summary: 'List what is left to be done, newest first; what is done is not kept',
    query: Type.Object({ ...listQuery, state: Type.Optional(Shape.JobState) }),
    answer: listOf(Shape.Job),
    async handle(ctx, { query }) {
      const { rows, next } = await listJobs(ctx, { state: query.state }, pageFrom(query))
      return { data: rows.map(toJob), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'retryJob',
    method: 'POST',
    url: '/admin/jobs/:id/retry',
    summary: 'Try a job again at once, also one that was given up',
    params: IdParams,
    answer: Shape.Job,
    handle: async (ctx, { params }) => toJob(await retryJob(ctx, params.id)),
  })
  route(app, {
    operationId: 'removeJob',
    method: 'DELETE',
    url: '/admin/jobs/:id',
    summary: 'Take a job out of the queue: what it was to do is not done',
    params: IdParams,
    handle: (ctx, { params }) => removeJob(ctx, params.id),
  })
  route(app, {
    operationId: 'getHealth',
    method: 'GET',
    url: '/admin/health',
    summary: 'Show how this installation is',
    answer: Shape.Health,
    async handle(ctx) {
      const { database, jobs, webhooks, accounts } = await readHealth(ctx)
      return {
        version: house.version,
        node_version: process.versions.node,
        started_at: toInstant(house.startedAt),
        memory_bytes: process.memoryUsage.rss(),
        database: {
          engine: house.db.engine.kind,
          version: database.version,
          size_bytes: database.sizeBytes,
          migrations: database.migrations,
          migration: database.migration,
          migrated_at: toInstant(database.migratedAt),
        },
        redis: house.redis(),
        sends_mail: house.sendsMail,
        jobs,
        webhooks: {
          waiting: webhooks.waiting,
          oldest_waiting_at: orNull(webhooks.oldestWaitingAt),
          disabled: webhooks.disabled,
        },
        accounts,
      }
    },
  })
}

function toJob(job: Job) {
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    attempts: job.attempts,
    run_at: toInstant(job.run_at),
    last_error: job.last_error,
    failed_at: orNull(job.failed_at),
    created_at: toInstant(job.created_at),
  }
}
