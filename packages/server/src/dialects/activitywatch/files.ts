import type { FastifyInstance, FastifyReply } from 'fastify'
import {
  bucketUsage,
  createBucket,
  getBucket,
  type KnownBucket,
  listBuckets,
  type NewBucket,
} from '../../core/app-usage/buckets.ts'
import type { Ctx } from '../../core/context.ts'
import { AppError, invalid } from '../../core/errors.ts'
import { type BucketParams, readBucket } from './buckets.ts'
import { addEvents } from './events.ts'
import { toBucket, toEvent } from './map.ts'
import { firstPartOf, readEvent, readFields, type SentEvent } from './wire.ts'

/** A year of one bucket fits; all buckets of some years may have to be taken one by one. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024
const MOST_EXPORTED = 200_000

export function fileRoutes(app: FastifyInstance): void {
  app.addContentTypeParser(
    /^multipart\/form-data\b/i,
    { parseAs: 'string' },
    async (request: { headers: { 'content-type'?: string } }, text: string) =>
      readForm(request.headers['content-type'] ?? '', text),
  )

  app.get(
    '/export',
    { schema: { summary: 'All buckets with their events, as a file' } },
    async ({ ctx }, reply) => {
      const buckets = await listBuckets(ctx)
      return sendFile(reply, 'aw-buckets-export.json', await exported(ctx, buckets))
    },
  )

  app.get<BucketParams>(
    '/buckets/:bucket_id/export',
    { schema: { summary: 'One bucket with its events, as a file' } },
    async ({ ctx, params }, reply) => {
      const bucket = await getBucket(ctx, params.bucket_id)
      const name = bucket.name.replaceAll(/[^\w.-]/g, '_')
      return sendFile(reply, `aw-bucket-export_${name}.json`, await exported(ctx, [bucket]))
    },
  )

  app.post(
    '/import',
    {
      bodyLimit: LARGEST_FILE_BYTES,
      schema: { summary: 'Take over what was exported; a second time adds nothing' },
    },
    async ({ ctx, body }, reply) => {
      const given = readFields(readFields(body, 'file')['buckets'], 'buckets')
      const imports = Object.entries(given).map(([name, bucket]) => readImport(name, bucket, ctx.now))
      for (const { bucket, events } of imports)
        await addEvents(ctx, (await createBucket(ctx, bucket)).bucket, events)
      return reply.type('application/json').send('null')
    },
  )
}

function readForm(contentType: string, text: string): unknown {
  try {
    return JSON.parse(firstPartOf(contentType, text) ?? '')
  } catch {
    throw new AppError('invalid', 'malformed', 'The form holds no file of JSON.')
  }
}

type Import = { bucket: NewBucket; events: SentEvent[] }

/** Reads all of a bucket before any of it is written. */
function readImport(name: string, value: unknown, now: number): Import {
  const fields = readFields(value, `buckets.${name}`)
  const events = fields['events'] ?? []
  if (!Array.isArray(events)) throw invalid(`buckets.${name}.events`, 'Send a list of events.')
  const id = typeof fields['id'] === 'string' ? fields['id'] : name
  return {
    bucket: readBucket(value, id),
    events: events.map((each, index) => readEvent(each, `buckets.${name}.events.${index}`, now)),
  }
}

async function exported(ctx: Ctx, buckets: readonly KnownBucket[]) {
  const all: Record<string, object> = {}
  let count = 0
  for (const bucket of buckets) {
    const usage = await bucketUsage(ctx, bucket.name, {})
    count += usage.length
    if (count > MOST_EXPORTED)
      throw new AppError(
        'too_large',
        'too_many_rows',
        'This is too much for one file. Export the buckets one by one.',
      )
    // The ids are those of this server and mean nothing to another.
    const events = usage.map((each) => ({ ...toEvent(bucket, each), id: undefined }))
    all[bucket.name] = { ...toBucket(bucket), events }
  }
  return { buckets: all }
}

function sendFile(reply: FastifyReply, name: string, content: object): FastifyReply {
  return reply.header('content-disposition', `attachment; filename="${name}"`).send(content)
}
