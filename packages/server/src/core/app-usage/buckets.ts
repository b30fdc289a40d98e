import type { Row } from '../../db/schema.ts'
import { type Ctx, lockUser, transact } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { LONGEST_SAMPLE_MS } from '../rules/usage-sample.ts'
import { requiredText } from '../text.ts'
import { usageOwner, usageOwnerForWatchers } from './access.ts'
import { tellDeleted } from './assign.ts'
import { tooManyRows } from './count.ts'
import type { Usage } from './record.ts'

/** A named stream of a device, as watchers keep one each. */
export type Bucket = Row<'usage_bucket'>

/** A bucket with when its first sample starts and its latest ends. */
export type KnownBucket = Bucket & { first_at: number | null; last_at: number | null }

export type NewBucket = {
  name: string
  type: string
  client: string
  /** Null where the watcher does not know on which device it runs. */
  device: string | null
}

const MOST_BUCKETS = 1000
const UNKNOWN_DEVICE = 'unknown'

/** One's buckets by name. */
export async function listBuckets(ctx: Ctx): Promise<KnownBucket[]> {
  return withBounds(ctx, usageOwnerForWatchers(ctx)).orderBy('usage_bucket.name').execute()
}

export async function getBucket(ctx: Ctx, name: string): Promise<KnownBucket> {
  const bucket = await withBounds(ctx, usageOwnerForWatchers(ctx))
    .where('usage_bucket.name', '=', name)
    .executeTakeFirst()
  if (!bucket) throw notFound('bucket')
  return bucket
}

function withBounds(ctx: Ctx, userId: number) {
  return ctx.db.kysely
    .selectFrom('usage_bucket')
    .selectAll('usage_bucket')
    .select((eb) => {
      const stream = eb
        .selectFrom('app_usage')
        .whereRef('app_usage.user_id', '=', 'usage_bucket.user_id')
        .whereRef('app_usage.device', '=', 'usage_bucket.device')
        .whereRef('app_usage.source', '=', 'usage_bucket.name')
        .limit(1)
      return [
        stream.select('started_at').orderBy('started_at').as('first_at'),
        stream.select('ended_at').orderBy('started_at', 'desc').as('last_at'),
      ]
    })
    .where('usage_bucket.user_id', '=', userId)
}

/** A bucket to write into. */
export async function requireBucket(ctx: Ctx, name: string): Promise<Bucket> {
  const bucket = await findBucket(ctx, usageOwner(ctx, 'write:app_usage'), name)
  if (!bucket) throw notFound('bucket')
  return bucket
}

async function findBucket(ctx: Ctx, userId: number, name: string): Promise<Bucket | undefined> {
  return ctx.db.kysely
    .selectFrom('usage_bucket')
    .selectAll()
    .where('user_id', '=', userId)
    .where('name', '=', name)
    .executeTakeFirst()
}

/**
 * Makes a bucket, unless there is one of that name. One that does not know its device is taken to be of the only
 * device there is, as soon as there is exactly one: what is seen together has to be counted together.
 */
export async function createBucket(ctx: Ctx, input: NewBucket): Promise<{ bucket: Bucket; isNew: boolean }> {
  const userId = usageOwner(ctx, 'write:app_usage')
  const name = requiredText('name', input.name)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const known = await findBucket(ctx, userId, name)
    const device = input.device ?? (await onlyDevice(ctx, userId)) ?? UNKNOWN_DEVICE
    if (known) {
      if (known.device !== UNKNOWN_DEVICE || device === UNKNOWN_DEVICE) return { bucket: known, isNew: false }
      return { bucket: await moveBucket(ctx, known, device), isNew: false }
    }
    await refuseTooManyBuckets(ctx, userId)
    const bucket = await ctx.db.kysely
      .insertInto('usage_bucket')
      .values({
        user_id: userId,
        name,
        type: requiredText('type', input.type),
        client: requiredText('client', input.client),
        device: requiredText('device', device),
        created_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return { bucket, isNew: true }
  })
}

async function onlyDevice(ctx: Ctx, userId: number): Promise<string | undefined> {
  const devices = await ctx.db.kysely
    .selectFrom('usage_bucket')
    .select('device')
    .distinct()
    .where('user_id', '=', userId)
    .where('device', '!=', UNKNOWN_DEVICE)
    .limit(2)
    .execute()
  return devices.length === 1 ? devices[0]?.device : undefined
}

/** Takes a bucket, and what is in it, to the device it turned out to be of. */
async function moveBucket(ctx: Ctx, bucket: Bucket, device: string): Promise<Bucket> {
  await ctx.db.kysely
    .updateTable('app_usage')
    .set({ device })
    .where('user_id', '=', bucket.user_id)
    .where('device', '=', bucket.device)
    .where('source', '=', bucket.name)
    .execute()
  return ctx.db.kysely
    .updateTable('usage_bucket')
    .set({ device })
    .where('user_id', '=', bucket.user_id)
    .where('name', '=', bucket.name)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function refuseTooManyBuckets(ctx: Ctx, userId: number): Promise<void> {
  const { n } = await ctx.db.kysely
    .selectFrom('usage_bucket')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  if (Number(n) >= MOST_BUCKETS) throw conflict('in_use', `There may be at most ${MOST_BUCKETS} buckets.`)
}

/** Deletes a bucket with everything in it. */
export async function deleteBucket(ctx: Ctx, name: string): Promise<void> {
  const userId = usageOwner(ctx, 'write:app_usage')
  await transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const bucket = await requireBucket(ctx, name)
    await ctx.db.kysely
      .deleteFrom('app_usage')
      .where('user_id', '=', userId)
      .where('device', '=', bucket.device)
      .where('source', '=', name)
      .execute()
    await ctx.db.kysely
      .deleteFrom('usage_bucket')
      .where('user_id', '=', userId)
      .where('name', '=', name)
      .execute()
    await tellDeleted(ctx, userId, { device: bucket.device, source: name })
  })
}

/** Which samples of a bucket are meant: those with time between the two, both of which may be open. */
export type BucketRange = { from?: number; to?: number }

const MOST_BUCKET_SAMPLES = 100_000

/** The samples of a bucket, the newest first; `limit` of them if it is given. */
export async function bucketUsage(
  ctx: Ctx,
  name: string,
  range: BucketRange & { limit?: number },
): Promise<Usage[]> {
  const userId = usageOwner(ctx, 'read:app_usage')
  const bucket = await getBucket(ctx, name)
  const { limit = MOST_BUCKET_SAMPLES + 1 } = range
  const rows = await inBucket(ctx, { ...bucket, user_id: userId }, range)
    .selectAll()
    .orderBy('started_at', 'desc')
    .limit(Math.min(limit, MOST_BUCKET_SAMPLES + 1))
    .execute()
  if (rows.length > MOST_BUCKET_SAMPLES) throw tooManyRows()
  return rows
}

export async function countBucketUsage(ctx: Ctx, name: string, range: BucketRange): Promise<number> {
  usageOwner(ctx, 'read:app_usage')
  const { n } = await inBucket(ctx, await getBucket(ctx, name), range)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

function inBucket(ctx: Ctx, { user_id, device, name }: Bucket, { from, to }: BucketRange) {
  return ctx.db.kysely
    .selectFrom('app_usage')
    .where('user_id', '=', user_id)
    .where('device', '=', device)
    .where('source', '=', name)
    .$if(from !== undefined, (query) =>
      // What reaches into the range starts at most the longest sample before it, which the index can find.
      query.where('started_at', '>=', (from ?? 0) - LONGEST_SAMPLE_MS).where('ended_at', '>=', from ?? 0),
    )
    .$if(to !== undefined, (query) => query.where('started_at', '<=', to ?? 0))
}

/** One sample of a bucket. */
export async function getBucketSample(ctx: Ctx, name: string, id: number): Promise<Usage> {
  usageOwner(ctx, 'read:app_usage')
  const sample = await inBucket(ctx, await getBucket(ctx, name), {})
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!sample) throw notFound('event')
  return sample
}

/** Removes one sample of a bucket for good. */
export async function deleteBucketSample(ctx: Ctx, name: string, id: number): Promise<void> {
  const bucket = await requireBucket(ctx, name)
  const gone = await ctx.db.kysely
    .deleteFrom('app_usage')
    .where('user_id', '=', bucket.user_id)
    .where('device', '=', bucket.device)
    .where('source', '=', name)
    .where('id', '=', id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw notFound('event')
}
