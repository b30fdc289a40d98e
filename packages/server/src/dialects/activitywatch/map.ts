import type { Bucket, KnownBucket } from '../../core/app-usage/buckets.ts'
import type { NewSample, Usage } from '../../core/app-usage/record.ts'
import { LONGEST_SAMPLE_MS } from '../../core/rules/usage-sample.ts'
import type { SentEvent } from './wire.ts'

/** What of an event is kept, and how it is told again. Pure functions: nothing is read here. */

type Data = Readonly<Record<string, unknown>>
type Said = Pick<NewSample, 'application' | 'title' | 'path' | 'is_away'>

/** What a type of bucket means here. Events of any other type are taken and not kept. */
type Meaning = { keep(data: Data, bucket: Bucket): Said; tell(usage: Usage): Data }

const MEANINGS: Readonly<Record<string, Meaning>> = {
  currentwindow: {
    keep: (data) => ({ application: text(data['app']), ...unlessPrivate(data) }),
    tell: ({ application, title, path }) => ({
      app: application ?? '',
      title: title ?? '',
      ...(path === null ? {} : { url: path }),
    }),
  },
  'web.tab.current': {
    keep: (data, { name }) => ({ application: browserOf(name), ...unlessPrivate(data) }),
    tell: ({ title, path }) => ({ url: path ?? '', title: title ?? '' }),
  },
  afkstatus: {
    keep: (data) => ({ is_away: data['status'] === 'afk' }),
    tell: ({ is_away }) => ({ status: is_away === 1 ? 'afk' : 'not-afk' }),
  },
  'app.editor.activity': {
    keep: (data, { client }) => ({
      application: client.replace(/^aw-watcher-/, ''),
      title: text(data['project']),
      path: text(data['file']),
    }),
    tell: ({ title, path }) => ({ file: path ?? '', project: title ?? '' }),
  },
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Of a private window it is kept that there was one, and not what was in it. */
function unlessPrivate(data: Data): Said {
  return data['incognito'] === true ? {} : { title: text(data['title']), path: text(data['url']) }
}

/** aw-watcher-web calls its bucket `aw-watcher-web-firefox`, later versions `aw-watcher-web-firefox_hostname`. */
function browserOf(name: string): string | null {
  return /^aw-watcher-web-([^_]+)/.exec(name)?.[1] ?? null
}

/** The samples of an event, cut into days where it is longer; undefined where nothing of it is kept. */
export function toSamples(bucket: Bucket, { at, durationMs, data }: SentEvent): NewSample[] | undefined {
  const said = meaningOf(bucket)?.keep(data, bucket)
  if (!said) return undefined
  const samples: NewSample[] = []
  let started_at = at
  do {
    const ended_at = Math.min(at + durationMs, started_at + LONGEST_SAMPLE_MS)
    samples.push({ ...said, started_at, ended_at })
    started_at = ended_at
  } while (started_at < at + durationMs)
  return samples
}

function meaningOf({ type }: Bucket): Meaning | undefined {
  return Object.hasOwn(MEANINGS, type) ? MEANINGS[type] : undefined
}

type Event = { id: number | null; timestamp: string; duration: number; data: Data }

export function toEvent(bucket: Bucket, usage: Usage): Event {
  return {
    id: usage.id,
    timestamp: toTimestamp(usage.started_at),
    duration: (usage.ended_at - usage.started_at) / 1000,
    data: meaningOf(bucket)?.tell(usage) ?? {},
  }
}

/** What was taken and not kept, told as it was sent. */
export function toPassedEvent({ at, durationMs, data }: SentEvent): Event {
  return { id: null, timestamp: toTimestamp(at), duration: durationMs / 1000, data }
}

/** As much of a sample as lies between two moments. */
export function clipped(usage: Usage, { from, to }: { from?: number; to?: number }): Usage {
  const started_at = Math.max(usage.started_at, from ?? usage.started_at)
  return {
    ...usage,
    started_at,
    ended_at: Math.max(started_at, Math.min(usage.ended_at, to ?? usage.ended_at)),
  }
}

export function toBucket(bucket: KnownBucket) {
  const [start, end] = [bucket.first_at, bucket.last_at].map((at) => (at === null ? null : toTimestamp(at)))
  return {
    id: bucket.name,
    type: bucket.type,
    client: bucket.client,
    hostname: bucket.device,
    created: toTimestamp(bucket.created_at),
    data: {},
    metadata: { start: start ?? null, end: end ?? null },
    last_updated: end ?? null,
  }
}

function toTimestamp(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
