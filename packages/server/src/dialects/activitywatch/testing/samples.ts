import { type Samples, aMinute, nothing, params } from '../../../testing/sample.ts'

const bucket = params('bucket_id', (the) => the.bucket())

function windowEvent() {
  const [timestamp] = aMinute()
  return { timestamp, duration: 60, data: { app: 'Sketchbook', title: 'Sheet 2' } }
}

export const ACTIVITYWATCH_SAMPLES: Samples = {
  'GET /api/0/info': nothing,
  'GET /api/0/buckets/': nothing,
  'GET /api/0/buckets/:bucket_id': bucket,
  'POST /api/0/buckets/:bucket_id': async ({ the }) => ({
    params: { bucket_id: await the.bucket() },
    body: { client: 'aw-watcher-window', type: 'currentwindow', hostname: 'laptop' },
  }),
  'DELETE /api/0/buckets/:bucket_id': bucket,
  'GET /api/0/buckets/:bucket_id/events': bucket,
  'POST /api/0/buckets/:bucket_id/events': async ({ the }) => ({
    params: { bucket_id: await the.bucket() },
    body: [windowEvent()],
  }),
  'GET /api/0/buckets/:bucket_id/events/count': bucket,
  'GET /api/0/buckets/:bucket_id/events/:event_id': async ({ the }) => ({ params: await the.bucketEvent() }),
  'DELETE /api/0/buckets/:bucket_id/events/:event_id': async ({ the }) => ({
    params: await the.bucketEvent(),
  }),
  'POST /api/0/buckets/:bucket_id/heartbeat': async ({ the }) => ({
    params: { bucket_id: await the.bucket() },
    query: { pulsetime: 10 },
    body: windowEvent(),
  }),
  'GET /api/0/buckets/:bucket_id/export': bucket,
  'GET /api/0/export': nothing,
  'POST /api/0/import': async ({ the }) => {
    const id = the.name()
    const about = { type: 'currentwindow', client: 'aw-watcher-window', hostname: 'laptop' }
    return { body: { buckets: { [id]: { id, ...about, events: [windowEvent()] } } } }
  },
}
