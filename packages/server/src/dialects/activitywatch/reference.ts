import { type TSchema, Type } from 'typebox'
import type { RouteReference, WireReference } from '../../http/reference.ts'

/** What the routes of this dialect take and give, for the documents. They check their input by hand. */

function named<T extends TSchema>(title: string, schema: T): T {
  return Object.assign(schema, { title })
}

function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

const Moment = (description: string, example = '2026-03-02T09:00:00Z') =>
  Type.String({ description, examples: [example] })
const Hostname = Type.String({
  description: 'The device; `unknown` and `!local` where the watcher does not know it.',
  examples: ['workshop-laptop'],
})
const BucketName = Type.String({ examples: ['aw-watcher-window_workshop-laptop'] })
const BucketType = Type.String({
  description: 'Kept are currentwindow, web.tab.current, afkstatus and app.editor.activity.',
  examples: ['currentwindow'],
})
const Client = Type.String({ examples: ['aw-watcher-window'] })
const Data = Type.Record(Type.String(), Type.Unknown(), {
  description: 'What was seen; which names it has depends on the type of the bucket.',
  examples: [{ app: 'Sketchbook', title: 'Floor plan, sheet 2' }],
})
const Duration = Type.Number({ description: 'Seconds.', examples: [12.5] })

const NewEvent = named(
  'NewEvent',
  Type.Object({
    timestamp: Moment('When it began; without a zone in UTC.'),
    duration: Type.Optional(Duration),
    data: Data,
  }),
)
const Event = named(
  'Event',
  Type.Object({
    id: nullable(Type.Integer({ description: 'Null for what is taken and not kept.', examples: [1] })),
    timestamp: Moment('When it began.'),
    duration: Duration,
    data: Data,
  }),
)
const bucketFields = { type: BucketType, client: Client, hostname: Hostname }
const NewBucket = named('NewBucket', Type.Object(bucketFields))
const Bucket = named(
  'Bucket',
  Type.Object({
    id: BucketName,
    ...bucketFields,
    created: Moment('When it was made.'),
    data: Type.Object({}),
    metadata: Type.Object({
      start: nullable(Moment('When its first event begins.')),
      end: nullable(Moment('When its latest event ends.', '2026-03-02T17:00:00Z')),
    }),
    last_updated: nullable(Moment('When its latest event ends.', '2026-03-02T17:00:00Z')),
  }),
)
const ExportedBucket = Type.Object({
  id: BucketName,
  ...bucketFields,
  created: Type.Optional(Moment('When it was made.')),
  events: Type.Array(NewEvent),
})
const Export = named(
  'Export',
  Type.Object({
    buckets: Type.Record(Type.String(), ExportedBucket, {
      examples: [
        {
          'aw-watcher-window_workshop-laptop': {
            id: 'aw-watcher-window_workshop-laptop',
            type: 'currentwindow',
            client: 'aw-watcher-window',
            hostname: 'workshop-laptop',
            events: [
              {
                timestamp: '2026-03-02T09:00:00Z',
                duration: 12.5,
                data: { app: 'Sketchbook', title: 'Floor plan, sheet 2' },
              },
            ],
          },
        },
      ],
    }),
  }),
)

const BucketParams = Type.Object({ bucket_id: BucketName })
const EventParams = Type.Object({
  bucket_id: BucketName,
  event_id: Type.String({ description: 'The id of an event.', examples: ['1'] }),
})
const Range = {
  start: Type.Optional(Moment('Only events that end at or after this moment.')),
  end: Type.Optional(Moment('Only events that begin at or before this moment.', '2026-03-02T17:00:00Z')),
}

type Method = 'GET' | 'POST' | 'DELETE'

const ROUTES: Readonly<Record<`${Method} /${string}`, RouteReference>> = {
  'GET /info': {
    operationId: 'showInfo',
    status: 200,
    answer: Type.Object({
      hostname: Type.String({ examples: ['sundial.example.org'] }),
      version: Type.String({ examples: ['v0.13.2 (sundial 0.1.0)'] }),
      testing: Type.Boolean({ examples: [false] }),
      device_id: Type.String({ examples: ['https://sundial.example.org'] }),
    }),
  },
  'GET /buckets/': {
    operationId: 'listBuckets',
    status: 200,
    answer: Type.Record(Type.String(), Bucket, { examples: [{}] }),
  },
  'GET /buckets/:bucket_id': {
    operationId: 'showBucket',
    params: BucketParams,
    status: 200,
    answer: Bucket,
  },
  'POST /buckets/:bucket_id': {
    operationId: 'createBucket',
    about: 'Answers 304 and changes nothing where there is a bucket of this name.',
    params: BucketParams,
    body: NewBucket,
    status: 200,
    answer: Type.Object({}),
  },
  'DELETE /buckets/:bucket_id': {
    operationId: 'deleteBucket',
    about: 'Needs no `force`: only one’s own buckets are in reach.',
    params: BucketParams,
    status: 200,
    answer: Type.Object({}),
  },
  'GET /buckets/:bucket_id/events': {
    operationId: 'listEvents',
    about: 'An event that reaches over an end of the range is told as far as it lies in it.',
    params: BucketParams,
    query: Type.Object({
      ...Range,
      limit: Type.Optional(Type.Integer({ description: 'How many at most; -1 for all.', examples: [100] })),
    }),
    status: 200,
    answer: Type.Array(Event),
  },
  'POST /buckets/:bucket_id/events': {
    operationId: 'createEvents',
    about:
      'A list is answered with a list, one event with one. An event that begins when another does replaces it.',
    params: BucketParams,
    body: Type.Array(NewEvent),
    status: 200,
    answer: Type.Array(Event),
  },
  'GET /buckets/:bucket_id/events/count': {
    operationId: 'countEvents',
    params: BucketParams,
    query: Type.Object(Range),
    status: 200,
    answer: Type.Integer({ examples: [42] }),
  },
  'GET /buckets/:bucket_id/events/:event_id': {
    operationId: 'showEvent',
    params: EventParams,
    status: 200,
    answer: Event,
  },
  'DELETE /buckets/:bucket_id/events/:event_id': {
    operationId: 'deleteEvent',
    params: EventParams,
    status: 200,
    answer: Type.Object({ success: Type.Boolean({ examples: [true] }) }),
  },
  'POST /buckets/:bucket_id/heartbeat': {
    operationId: 'sendHeartbeat',
    about:
      'Where the latest event has the same data and ended at most `pulsetime` seconds before, it is made longer; ' +
      'otherwise a new one begins.',
    params: BucketParams,
    query: Type.Object({
      pulsetime: Type.Number({ minimum: 0, description: 'Seconds.', examples: [60] }),
    }),
    body: NewEvent,
    status: 200,
    answer: Event,
  },
  'GET /buckets/:bucket_id/export': {
    operationId: 'exportBucket',
    params: BucketParams,
    status: 200,
    answer: Export,
  },
  'GET /export': {
    operationId: 'exportBuckets',
    about: 'Answers 413 where it would be more than 200,000 events; then export the buckets one by one.',
    status: 200,
    answer: Export,
  },
  'POST /import': {
    operationId: 'importBuckets',
    about: 'Takes what an export gives, as JSON or as the file of a form, of up to 64 MiB.',
    body: Export,
    status: 200,
    answer: Type.Null(),
  },
}

export const activityWatchReference: WireReference = {
  about: [
    'The watchers of ActivityWatch record here what a device shows, and whether somebody is there. It belongs to the ' +
      'person whose key they send and to nobody else; colleagues see at most what a project got of a day.',
    'Windows, browser tabs, presence and editors are kept, as far as they are of use to time tracking. Events of other ' +
      'types are taken and not kept. There are no queries, settings or logs.',
  ].join('\n\n'),
  source: {
    title: 'ActivityWatch REST API',
    url: 'https://docs.activitywatch.net/en/latest/api/rest.html',
  },
  groups: [
    { name: 'Server', about: 'What answers here.', roots: ['info'] },
    { name: 'Buckets', about: 'Streams of a device and what is in them.', roots: ['buckets'] },
    { name: 'Files', about: 'Everything at once, out and in.', roots: ['export', 'import'] },
  ],
  signIn: {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key made here that may write app usage: `Authorization: Bearer tt_…`.',
    },
    basic: { type: 'http', scheme: 'basic', description: 'The key as name or as password.' },
    apiKey: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Api-Key',
      description: 'The key in a header of its own.',
    },
  },
  refusalBody: named(
    'ErrorBody',
    Type.Object({ message: Type.String({ examples: ['There is no such bucket.'] }) }),
  ),
  refusals: [
    {
      status: 400,
      name: 'Invalid',
      meaning: 'The request cannot be read, or a field is wrong.',
      applies: ({ query, body }) => (query ?? body) !== undefined,
    },
    {
      status: 401,
      name: 'Unauthenticated',
      meaning: 'No key, or one that is wrong.',
      applies: ({ isPublic }) => !isPublic,
    },
    {
      status: 403,
      name: 'Forbidden',
      meaning: 'The key may not do that, or is bound to a workspace.',
      applies: ({ isPublic }) => !isPublic,
    },
    {
      status: 404,
      name: 'NotFound',
      meaning: 'There is no such bucket or event of yours.',
      applies: ({ params }) => params !== undefined,
    },
    {
      status: 413,
      name: 'TooLarge',
      meaning: 'More than can be taken or given at once.',
      applies: ({ body, path }) => body !== undefined || path.endsWith('/export'),
    },
    { status: 429, name: 'RateLimited', meaning: 'Too many requests.', applies: () => true },
    { status: 500, name: 'ServerError', meaning: 'A fault of the server.', applies: () => true },
  ],
  answerHeaders: [],
  routes: ROUTES,
}
