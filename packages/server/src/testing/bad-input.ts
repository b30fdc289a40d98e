import fc from 'fast-check'

/** What is done to a sensible request to make it a bad one. */
export type Spoiling = {
  /** Which route, out of as many as there are. */
  route: number
  /** Which remote address. */
  address: number
  steps: Step[]
}

/** What becomes of one of the values: which, out of as many as there are, and how. */
type ValueStep = { pick: number; how: 'replace' | 'add' | 'remove'; value: unknown }

export type Step =
  | ({ at: 'params' | 'query' | 'body' } & ValueStep)
  | { at: 'raw-body'; body: RawBody }
  | { at: 'raw-path'; text: string }
  | { at: 'raw-query'; text: string }
  | { at: 'header'; name: string; value: string }
  | { at: 'method'; value: string }

/** A body that is no JSON value. The long ones are made when they are sent. */
export type RawBody =
  | { kind: 'text'; text: string }
  | { kind: 'bytes'; bytes: number[] }
  | { kind: 'big'; megabytes: number }
  | { kind: 'deep'; levels: number; close: boolean }
  | { kind: 'cut'; keep: number }
  /** A body that made sense, with bytes cut out and put in. */
  | { kind: 'mutated'; changes: { at: number; cut: number; put: number[] }[] }

const NUMBERS = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2 ** 63,
  1e21,
  1e300,
  -1e300,
  5e-324,
]

const TEXTS = [
  '',
  ' ',
  '\t\n',
  '\u0000',
  'a\u0000b',
  '\u0001\u001f\u007f',
  '\ud800',
  '\udfff tail',
  '👩‍👩‍👧‍👦 and ﷽',
  'İıſ',
  '\u202eright to left',
  "' or 1=1 --",
  '"; drop table entry; --',
  '<script>alert(1)</script>',
  '=1+1',
  '%',
  '%_\\',
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  'null',
  'undefined',
  'NaN',
  'true',
  '[]',
  '{}',
  '["a"]',
  '0',
  '-1',
  '1e3',
  '0x10',
  '٣',
  '9007199254740993',
  '99999999999999999999999',
  'x'.repeat(300),
  'x'.repeat(2001),
  'é'.repeat(10_001),
  '__proto__',
  'constructor',
]

const DATES = [
  '2026-02-31',
  '2026-02-31T10:00:00Z',
  '2026-01-01T25:00:00Z',
  '2026-01-01T10:00:60Z',
  '2026-13-01T00:00:00Z',
  '0000-00-00',
  '0000-01-01T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2999-12-31T23:59:59+14:00',
  '1900-01-01T00:00:00-14:00',
  '2026-03-29T02:30:00',
  '2026-01-01T10:00:00+99:00',
  '2026-01-01T10:00:00Z[Europe/Berlin]',
  '1772438400',
  'yesterday',
  'Mon, 02 Mar 2026 09:00:00 GMT',
]

/** Places in a list that no list of ours gave. */
const CURSORS = [
  '!',
  'bnVsbA',
  ...[
    '[]',
    '[null]',
    '["a"]',
    '[1]',
    '["\u0000",1]',
    '[1,"a"]',
    '[1e300]',
    '["a","b"]',
    '[1,2,3]',
    '{"0":1}',
    '[[1]]',
    '[9007199254740991,9007199254740991]',
  ].map((text) => Buffer.from(text).toString('base64url')),
]

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

const scalar = fc.oneof(
  fc.constantFrom<unknown>(...NUMBERS, null, true, false),
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...DATES),
  fc.constantFrom(...CURSORS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 60 }),
  fc.double(),
)

const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.oneof(fc.constantFrom('self', 'id', '__proto__', 'toString', ''), fc.string()),
      scalar,
      { maxKeys: 4 },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      [],
      {},
      [[]],
      [{}],
      [null],
      { toString: 1 },
      [{ toString: 1 }],
      nested(50),
      nested(500),
      Array.from({ length: 1500 }, (_, index) => index),
    ),
  },
)

const header = fc.oneof(
  fc.record({
    name: fc.constant('content-type'),
    value: fc.constantFrom(
      '',
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/json; charset=utf-16',
      'application/merge-patch+json',
      'application/jsonp',
      'json',
      '/',
      'x'.repeat(500),
    ),
  }),
  fc.record({
    name: fc.constantFrom(
      'if-match',
      'idempotency-key',
      'last-event-id',
      'x-time-zone',
      'accept',
      'accept-language',
      'user-agent',
      'origin',
      'sec-fetch-site',
      'x-forwarded-for',
      'x-forwarded-host',
      'host',
      'range',
      'if-none-match',
      'cookie',
      'x-http-method-override',
    ),
    value: fc.oneof(
      fc.constantFrom(
        '',
        '*',
        '"',
        '"1"',
        'W/"2"',
        '-1',
        '9'.repeat(30),
        'Europe/Nowhere',
        'x'.repeat(3000),
        'é',
        '"a", "b"',
        'sundial-session=%ZZ',
        'a=b=c; ;;',
      ),
      // A header has the printable characters of Latin 1: what else is sent, Node refuses by itself.
      fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    ),
  }),
  fc.record({
    name: fc.constant('content-encoding'),
    value: fc.constantFrom('gzip', 'deflate', 'br', 'identity', 'gzip, gzip', 'x', ''),
  }),
  fc.record({
    name: fc.constantFrom('x-a', 'cookie', 'accept', 'forwarded', 'if-none-match', 'x-forwarded-for'),
    value: fc.constantFrom('a=b; '.repeat(1000), ','.repeat(4000), '"'.repeat(4001), '1.1.1.1, '.repeat(800)),
  }),
  fc.record({
    name: fc.constant('authorization'),
    value: fc.constantFrom(
      '',
      'Bearer',
      'Bearer ',
      'Bearer tm_',
      'Bearer a b c',
      'Basic',
      'Basic !!!',
      'Basic OmFwaV90b2tlbg==',
      'Token token="x"',
      'Digest x',
      'x'.repeat(4000),
    ),
  }),
)

const path = fc.oneof(
  fc.constantFrom(
    '%',
    '%ZZ',
    '%E0%A4%A',
    '%C0%AF',
    '%2',
    '%25',
    '%2525',
    '%2F',
    '%2E%2E',
    '..',
    '.',
    '%00',
    '1%00',
    ';',
    '1;a=b',
    '*',
    ':id',
    '1/2',
    ' ',
    '1.0',
    '+1',
    '１',
    'x'.repeat(499),
    'x'.repeat(501),
    'x'.repeat(9000),
  ),
  fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
    .map((text) => text.replaceAll(/[?#\s]/g, '%')),
)

const query = fc.oneof(
  fc.constantFrom(
    'limit=1&limit=2',
    'limit[]=1',
    'limit[a]=1',
    'limit=1e9',
    'limit=-1',
    'limit=',
    'page=0&page=9',
    'page=1e300',
    'cursor=a&cursor=b',
    'workspace_id=1&workspace_id=2',
    'ids=1,2,3',
    'ids[]=1&ids[5000]=2',
    'ids[a][b][c][d]=1',
    'user_id=%00',
    'q=%00',
    'q=%ff%fe',
    'q=%ZZ',
    'q=%ED%A0%80',
    '__proto__[x]=1&constructor[prototype][x]=1',
    'toString=1&hasOwnProperty=2',
    '=&&&=;',
    '%',
    '[]=1&[a]=2',
    'title[]=1&title[]=2',
    'start_date_min=2026-01-01&start_date_min=2026-01-02',
    'projects[]=&projects[]=%2Fprojects%2F0',
    Array.from({ length: 6000 }, (_, index) => `a${index}=1`).join('&'),
    `q=${'x'.repeat(9000)}`,
  ),
  fc
    .tuple(
      fc.constantFrom(
        'q',
        'cursor',
        'from',
        'to',
        'time_zone',
        'attribute',
        'project_id',
        'billing_status',
        'start_date_max',
        'search_query',
        'team_members',
        'projects',
        'task_id',
        'everyone',
        'parent_id',
        'client_id',
        'limit',
        'page',
      ),
      scalar,
    )
    .map(([name, each]) => `${name}=${encoded(String(each))}`),
)

/** As a browser would, with U+FFFD for what UTF-8 cannot hold. */
export function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}

/** What parsers of JSON, of numbers and of UTF-8 stumble over: overlong and lone bytes, numbers without end, escapes. */
const BYTES = [
  '\xc0\x80',
  '\xed\xa0\x80',
  '\xf4\x90\x80\x80',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\x00',
  '\\u0000',
  '\\ud800',
  '\\x',
  '1e999',
  '-0',
  '0'.repeat(40),
  '9'.repeat(400),
  ',',
  '"',
  '{"',
  '}}',
  ']',
  ':null,',
]

const rawBody = fc.oneof<fc.Arbitrary<RawBody>[]>(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.constantFrom(
      '',
      ' ',
      '{',
      '[',
      '"',
      'nul',
      '{"a":}',
      "{'a':1}",
      '{"a":1,"a":2}',
      '\ufeff{}',
      '1',
      '"text"',
      'true',
      '[]',
      '[null]',
      'a=1&b[]=2',
      '{"__proto__":{"is_admin":true},"constructor":{"prototype":{"x":1}}}',
      '{"title":"\\ud800","notes":"\\u0000"}',
      '{"id":9007199254740993}',
      '{"a":1e999}',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
    ),
  }),
  fc.record({
    kind: fc.constant('bytes' as const),
    bytes: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('deep' as const),
    levels: fc.constantFrom(100, 1000, 3000, 6000, 10_000, 100_000),
    close: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cut' as const), keep: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('mutated' as const),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        cut: fc.nat({ max: 4 }),
        put: fc.oneof(
          fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 }),
          fc.constantFrom(...BYTES.map((text) => [...Buffer.from(text, 'latin1')])),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
)

const pick = fc.nat({ max: 1000 })

const step = fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
  {
    weight: 12,
    arbitrary: fc.record({
      at: fc.constant('body' as const),
      pick,
      how: fc.constantFrom('replace' as const, 'replace' as const, 'add' as const, 'remove' as const),
      value,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('query' as const),
      pick,
      how: fc.constantFrom('replace' as const, 'add' as const, 'remove' as const),
      value,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('params' as const),
      pick,
      how: fc.constant('replace' as const),
      value: scalar,
    }),
  },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('raw-path' as const), text: path }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('raw-query' as const), text: query }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('raw-body' as const), body: rawBody }) },
  { weight: 2, arbitrary: header.map((each) => ({ at: 'header' as const, ...each })) },
  {
    weight: 1,
    arbitrary: fc.record({
      at: fc.constant('method' as const),
      value: fc.constantFrom(
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'PATCH',
        'DELETE',
        'OPTIONS',
        'TRACE',
        'PROPFIND',
        'SEARCH',
      ),
    }),
  },
)

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  route: fc.nat({ max: 1_000_000 }),
  address: fc.nat({ max: 2 ** 24 - 1 }),
  steps: fc.oneof(
    { weight: 30, arbitrary: fc.array(step, { minLength: 1, maxLength: 3 }) },
    // Two in a thousand are too long to be read.
    { weight: 1, arbitrary: fc.constant<Step[]>([]) },
  ),
})

/** The same bad requests for the same seed. */
export function spoilings(count: number, seed: number): Spoiling[] {
  return fc.sample(spoiling, { numRuns: count, seed })
}

/** Body, query or path parameters with one of their values, at any depth, replaced, removed or joined by another. */
export function spoiled(whole: unknown, { pick: chosen, how, value: bad }: ValueStep): unknown {
  const places = placesIn(whole)
  const place = places[chosen % places.length]
  if (place === undefined || place.length === 0) return how === 'remove' ? undefined : bad
  return changedAt(
    whole,
    place,
    how === 'add' ? { key: `${chosen}`, value: bad } : how === 'remove' ? 'remove' : { value: bad },
  )
}

type Key = string | number

function placesIn(value: unknown, at: Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [at]
  const inner = Array.isArray(value)
    ? value.flatMap((each, index) => placesIn(each, [...at, index]))
    : Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))
  // The leaves first and often, the whole now and then.
  return [...inner, at]
}

type Change = 'remove' | { key?: string; value: unknown }

function changedAt(whole: unknown, [key, ...rest]: Key[], change: Change): unknown {
  if (key === undefined) return change === 'remove' ? undefined : change.value
  if (Array.isArray(whole)) {
    return whole.map((each: unknown, index) => (index === key ? changedAt(each, rest, change) : each))
  }
  const entries = Object.entries(whole as object)
  const isHere = rest.length === 0
  const kept = entries.flatMap(([name, each]) => {
    if (name !== String(key)) return [[name, each]]
    if (isHere && change === 'remove') return []
    return [
      [
        name,
        isHere && change !== 'remove' && change.key !== undefined ? each : changedAt(each, rest, change),
      ],
    ]
  })
  const added = isHere && change !== 'remove' && change.key !== undefined ? [[change.key, change.value]] : []
  return Object.fromEntries([...kept, ...added])
}
