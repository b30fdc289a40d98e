import type { FastifyInstance } from 'fastify'
import {
  createBucket,
  deleteBucket,
  getBucket,
  listBuckets,
  type NewBucket,
} from '../../core/app-usage/buckets.ts'
import type { House } from '../../http/house.ts'
import { toBucket } from './map.ts'
import { readFields, readText } from './wire.ts'

export type BucketParams = { Params: { bucket_id: string } }

export function bucketRoutes(app: FastifyInstance, house: House): void {
  app.get('/info', { config: { isPublic: true }, schema: { summary: 'What this server is' } }, async () => ({
    hostname: new URL(house.baseUrl).hostname,
    version: `v0.13.2 (sundial ${house.version})`,
    testing: false,
    device_id: house.baseUrl,
  }))

  app.get('/buckets/', { schema: { summary: 'List one’s buckets by name' } }, async ({ ctx }) =>
    Object.fromEntries((await listBuckets(ctx)).map((bucket) => [bucket.name, toBucket(bucket)])),
  )

  app.get<BucketParams>(
    '/buckets/:bucket_id',
    { schema: { summary: 'Show a bucket' } },
    async ({ ctx, params }) => toBucket(await getBucket(ctx, params.bucket_id)),
  )

  app.post<BucketParams>(
    '/buckets/:bucket_id',
    { schema: { summary: 'Make a bucket; 304 where there is one of this name' } },
    async ({ ctx, params, body }, reply) => {
      const { isNew } = await createBucket(ctx, readBucket(body, params.bucket_id))
      // Clients make their bucket at each start, and take a 304 for the bucket they made before.
      return isNew ? {} : reply.code(304).send()
    },
  )

  app.delete<BucketParams>(
    '/buckets/:bucket_id',
    { schema: { summary: 'Delete a bucket with everything in it' } },
    async ({ ctx, params }) => {
      await deleteBucket(ctx, params.bucket_id)
      return {}
    },
  )
}

/** The names by which a watcher says that it does not know on which device it runs. */
const NO_DEVICE = new Set(['!local', 'unknown'])

export function readBucket(value: unknown, name: string): NewBucket {
  const fields = readFields(value, 'bucket')
  const hostname = readText(fields, 'hostname')
  return {
    name,
    type: readText(fields, 'type'),
    client: readText(fields, 'client'),
    device: NO_DEVICE.has(hostname) ? null : hostname,
  }
}
