import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Bucket,
  bucketUsage,
  countBucketUsage,
  deleteBucketSample,
  getBucket,
  getBucketSample,
  requireBucket,
} from '../../core/app-usage/buckets.ts'
import { type NewSample, recordHeartbeat, recordUsage, type Usage } from '../../core/app-usage/record.ts'
import type { Ctx } from '../../core/context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import type { BucketParams } from './buckets.ts'
import { clipped, toEvent, toPassedEvent, toSamples } from './map.ts'
import { queryMoment, queryNumber, readEvent, readEvents, type SentEvent } from './wire.ts'

type EventParams = { Params: { bucket_id: string; event_id: string } }

const EVENT = '/buckets/:bucket_id/events'

export function eventRoutes(app: FastifyInstance): void {
  app.get<BucketParams>(EVENT, { schema: { summary: 'List events, newest first' } }, async (request) => {
    const { ctx, params } = request
    const range = rangeOf(request)
    const bucket = await getBucket(ctx, params.bucket_id)
    const usage = await bucketUsage(ctx, params.bucket_id, { ...range, limit: limitOf(request) })
    return usage.map((each) => toEvent(bucket, clipped(each, range)))
  })

  app.post<BucketParams>(EVENT, { schema: { summary: 'Add one event or many' } }, async (request) => {
    const { ctx, params, body } = request
    const bucket = await requireBucket(ctx, params.bucket_id)
    const { events, isList } = readEvents(body, ctx.now)
    const told = await addEvents(ctx, bucket, events)
    return isList ? told : told[0]
  })

  app.get<BucketParams>(
    `${EVENT}/count`,
    { schema: { summary: 'How many events there are' } },
    async (request, reply) => {
      const count = await countBucketUsage(request.ctx, request.params.bucket_id, rangeOf(request))
      return reply.type('application/json').send(String(count))
    },
  )

  app.get<EventParams>(`${EVENT}/:event_id`, { schema: { summary: 'Show an event' } }, async (request) => {
    const { ctx, params } = request
    const bucket = await getBucket(ctx, params.bucket_id)
    return toEvent(bucket, await getBucketSample(ctx, params.bucket_id, idOf(params.event_id)))
  })

  app.delete<EventParams>(
    `${EVENT}/:event_id`,
    { schema: { summary: 'Delete an event' } },
    async ({ ctx, params }) => {
      await deleteBucketSample(ctx, params.bucket_id, idOf(params.event_id))
      return { success: true }
    },
  )

  app.post<BucketParams>(
    '/buckets/:bucket_id/heartbeat',
    { schema: { summary: 'Go on with the latest event where it says the same, or begin a new one' } },
    async (request) => {
      const { ctx, params, body } = request
      const bucket = await requireBucket(ctx, params.bucket_id)
      const event = readEvent(body, 'event', ctx.now)
      const pulseMs = pulseOf(request)
      const samples = toSamples(bucket, event)
      return samples ? toEvent(bucket, await beat(ctx, bucket, { samples, pulseMs })) : toPassedEvent(event)
    },
  )
}

async function beat(
  ctx: Ctx,
  bucket: Bucket,
  { samples, pulseMs }: { samples: NewSample[]; pulseMs: number },
): Promise<Usage> {
  const stream = { device: bucket.device, source: bucket.name }
  const last = samples.at(-1)
  if (!last) throw new Error('An event makes at least one sample')
  if (samples.length > 1) await recordUsage(ctx, { ...stream, samples: samples.slice(0, -1) })
  return recordHeartbeat(ctx, { ...stream, sample: last, pulseMs })
}

const MOST_AT_ONCE = 1000

/** Keeps events of a bucket and tells each as it is now, in the order in which they came. */
export async function addEvents(ctx: Ctx, bucket: Bucket, events: readonly SentEvent[]) {
  const made = events.map((event) => ({ event, samples: toSamples(bucket, event) ?? [] }))
  // The unique start takes the later word, and of two that begin together the longer says more.
  const samples = made.flatMap((each) => each.samples).toSorted((a, b) => a.ended_at - b.ended_at)
  const stream = { device: bucket.device, source: bucket.name }
  const kept = new Map<number, Usage>()
  for (let start = 0; start < samples.length; start += MOST_AT_ONCE) {
    const some = samples.slice(start, start + MOST_AT_ONCE)
    for (const usage of await recordUsage(ctx, { ...stream, samples: some }))
      kept.set(usage.started_at, usage)
  }
  return made.map(({ event }) => {
    const usage = kept.get(event.at)
    return usage ? toEvent(bucket, usage) : toPassedEvent(event)
  })
}

function rangeOf(request: FastifyRequest) {
  return { from: queryMoment(request, 'start'), to: queryMoment(request, 'end') }
}

/** aw-client sends -1 for no limit. */
function limitOf(request: FastifyRequest): number | undefined {
  const limit = queryNumber(request, 'limit')
  if (limit === undefined || limit < 0) return undefined
  if (!Number.isSafeInteger(limit)) throw invalid('limit', 'Send a whole number.')
  return limit
}

function pulseOf(request: FastifyRequest): number {
  const seconds = queryNumber(request, 'pulsetime')
  if (seconds === undefined) throw invalid('pulsetime', 'Missing required parameter pulsetime.')
  if (seconds < 0) throw invalid('pulsetime', 'The pulsetime is not negative.')
  return seconds * 1000
}

function idOf(text: string): number {
  const id = /^\d{1,15}$/.test(text) ? Number(text) : 0
  if (id === 0) throw notFound('event')
  return id
}
