import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from './server.ts'

/**
 * How often a request asks the database is a matter of what is asked and not of how much there is: the same for ten rows
 * as for a thousand.
 */

const TOKEN = 'only-for-prometheus-1234'
const NATIVE = '/sundial/api/v1'
const FEW = 10
const MANY = 1000
/** Within the week of the test's clock, which stands at 2026-03-02. */
const MONDAY = Date.UTC(2026, 2, 2)

type World = { owner: Person; teamId: number; projectIds: number[] }

let server: TestServer
let small: World
let large: World

beforeAll(async () => {
  server = await openTestServer({ METRICS_TOKEN: TOKEN })
  small = await worldOf(FEW)
  large = await worldOf(MANY)
  server.clock.set('2026-03-06T12:00:00Z')
}, 120_000)
afterAll(() => server.close())

/** A team with so many projects, tags and entries, all of this week and those of two people. */
async function worldOf(count: number): Promise<World> {
  const owner = await server.person()
  const team = await server.team(owner, 'member')
  const { kysely } = server.house.db
  const projectIds: number[] = []
  for (let index = 0; index < 5; index++) {
    const parent = projectIds.at(-1) ?? null
    const made = await owner.call('POST', `${NATIVE}/projects`, {
      workspace_id: team.id,
      title: `Project ${index}`,
      parent_id: parent,
    })
    projectIds.push(made.body.id)
  }
  const tag = await owner.call('POST', `${NATIVE}/tags`, { workspace_id: team.id, name: 'deep' })
  const first = await owner.call('POST', `${NATIVE}/entries`, {
    project_id: projectIds[0],
    title: 'Harbour',
    started_at: '2026-03-02T08:00:00Z',
    ended_at: '2026-03-02T08:05:00Z',
    tag_ids: [tag.body.id],
  })
  const { id: _, ...row } = await kysely
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', first.body.id)
    .executeTakeFirstOrThrow()
  const people = [owner.user.id, team.member.user.id]
  const rows = Array.from({ length: count }, (__, index) => ({
    ...row,
    user_id: people[index % 2] ?? 0,
    project_id: projectIds[index % projectIds.length] ?? null,
    started_at: MONDAY + index * 60_000,
    ended_at: MONDAY + index * 60_000 + 30_000,
  }))
  for (let start = 0; start < rows.length; start += 100) {
    const written = await kysely
      .insertInto('entry')
      .values(rows.slice(start, start + 100))
      .returning(['id', 'workspace_id'])
      .execute()
    await kysely
      .insertInto('entry_tag')
      .values(written.map(({ id, workspace_id }) => ({ workspace_id, entry_id: id, tag_id: tag.body.id })))
      .execute()
  }
  return { owner, teamId: team.id, projectIds }
}

/** How often everything that was asked so far has asked the database. */
async function queriesSoFar(): Promise<number> {
  const { body } = await server.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })
  const sums = body.matchAll(/^sundial_http_request_queries_sum\{.*\} (\d+)$/gm)
  return [...sums].reduce((total, [, count]) => total + Number(count), 0)
}

type Call = { method?: 'GET' | 'POST'; url: (world: World) => string; body?: (world: World) => unknown }

/** How often a call asks the database. A timer runs before it, where it is to stop one. */
async function queriesOf(world: World, call: Call): Promise<number> {
  const before = await queriesSoFar()
  // Toggl's clients send their key as a name.
  const authorization = `Basic ${Buffer.from(`${world.owner.token}:api_token`).toString('base64')}`
  const headers: Record<string, string> = call.url(world).startsWith('/toggl') ? { authorization } : {}
  const answer = await world.owner.call(call.method ?? 'GET', call.url(world), call.body?.(world), headers)
  expect([call.url(world), answer.status < 400]).toEqual([call.url(world), true])
  return (await queriesSoFar()) - before
}

const inTheWeek = 'from=2026-03-02&to=2026-03-08&time_zone=UTC'

/** The calls of every day, and how often each asks at most: the key, the memberships, and what it is about. */
const CALLS: [name: string, most: number, call: Call][] = [
  [
    'start',
    14,
    {
      method: 'POST',
      url: () => `${NATIVE}/timer/start`,
      body: ({ projectIds }) => ({ title: 'Harbour', project_id: projectIds.at(-1) }),
    },
  ],
  [
    'start while a timer runs',
    17,
    {
      method: 'POST',
      url: () => `${NATIVE}/timer/start`,
      body: ({ projectIds }) => ({ title: 'Lighthouse', project_id: projectIds.at(-1) }),
    },
  ],
  ['running timer', 2, { url: () => `${NATIVE}/timer` }],
  ['running timer (Timing)', 2, { url: () => '/timing/api/v1/time-entries/running' }],
  ['running timer (Toggl)', 2, { url: () => '/toggl/api/v9/me/time_entries/current' }],
  ['stop', 8, { method: 'POST', url: () => `${NATIVE}/timer/stop`, body: () => ({}) }],
  ['own week', 4, { url: () => `${NATIVE}/entries?${inTheWeek}&limit=50` }],
  [
    'list (Timing)',
    4,
    { url: () => '/timing/api/v1/time-entries?start_date_min=2026-03-02&start_date_max=2026-03-08' },
  ],
  [
    'list (Toggl)',
    4,
    { url: () => '/toggl/api/v9/me/time_entries?start_date=2026-03-02&end_date=2026-03-08' },
  ],
  [
    'team list',
    3,
    { url: ({ teamId }) => `${NATIVE}/entries?everyone=true&workspace_id=${teamId}&limit=50` },
  ],
  [
    'report',
    7,
    {
      url: ({ teamId }) =>
        `${NATIVE}/reports?everyone=true&workspace_id=${teamId}&from=2026-03-01&to=2026-03-31&time_zone=Europe/Berlin&group_by=user&group_by=project`,
    },
  ],
  ['projects', 3, { url: ({ teamId }) => `${NATIVE}/projects?workspace_id=${teamId}` }],
]

test.each(CALLS)('%s asks as often for many rows as for few, and at most %i times', async (_, most, call) => {
  const [few, many] = [await queriesOf(small, call), await queriesOf(large, call)]
  expect([few, many]).toEqual([few, few])
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThanOrEqual(most)
})
