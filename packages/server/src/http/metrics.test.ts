import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../core/queue.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

const TOKEN = 'only-for-prometheus-1234'

let server: TestServer
let ada: Person

beforeAll(async () => {
  server = await openTestServer({ METRICS_TOKEN: TOKEN })
  ada = await server.person()
})
afterAll(() => server.close())

async function scrape(): Promise<string> {
  const answer = await server.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  return answer.body
}

test('figures are for who shows the token', async () => {
  for (const authorization of [undefined, 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${ada.token}`]) {
    const answer = await server.app.inject({
      url: '/metrics',
      headers: authorization ? { authorization } : {},
    })
    expect([answer.statusCode, answer.body.includes('sundial_')]).toEqual([401, false])
  }
  const without = await openTestServer()
  const answer = await without.app.inject({
    url: '/metrics',
    headers: { authorization: 'Bearer ', accept: 'text/plain' },
  })
  expect(answer.statusCode).toBe(404)
  await without.close()
})

test('requests are counted by wire, route and class of status, and nobody can be told from the labels', async () => {
  const { body: project } = await ada.call('POST', '/sundial/api/v1/projects', {
    title: 'Harbour',
    workspace_id: ada.workspaceId,
  })
  await ada.call('GET', `/sundial/api/v1/projects/${project.id}`)
  await ada.call('GET', '/sundial/api/v1/projects/987654')
  await ada.call('GET', '/timing/api/v1/projects')
  await ada.call('GET', '/sundial/api/v1/nobody/knows/this')
  await server.app.inject({ url: '/invitations/secret-of-somebody' })
  const text = await scrape()
  const counted = (labels: string) => `sundial_http_request_duration_seconds_count{${labels}} 1`
  expect(text).toContain(
    counted('wire="native",method="GET",route="/sundial/api/v1/projects/:id",status="2xx"'),
  )
  expect(text).toContain(
    counted('wire="native",method="GET",route="/sundial/api/v1/projects/:id",status="4xx"'),
  )
  expect(text).toContain(counted('wire="timing",method="GET",route="/timing/api/v1/projects",status="2xx"'))
  expect(text).toContain(counted('wire="native",method="",route="",status="4xx"'))
  expect(text).toMatch(/sundial_http_request_queries_sum\{wire="native",method="POST",[^}]*projects"\} [1-9]/)
  for (const hidden of ['987654', 'nobody', 'secret-of-somebody', ada.token])
    expect(text).not.toContain(hidden)
})

test('what waits is told with how long it has waited', async () => {
  await enqueue(server.system(), 'send-mail', { to: 'a@example.com', letter: 'password-reset', secret: 'x' })
  server.clock.advance(90)
  const text = await scrape()
  expect(text).toContain('sundial_database_up 1\n')
  expect(text).toContain('sundial_jobs{state="waiting"} 1\n')
  expect(text).toContain('sundial_job_oldest_due_seconds 90\n')
  expect(text).toContain('sundial_webhook_deliveries_waiting 0\n')
  expect(text).toContain('sundial_live_streams 0\n')
  expect(text).toMatch(/^sundial_database_connections\{state="idle"\} [1-9]/m)
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
  expect(text).toMatch(/^process_resident_memory_bytes /m)
})

test('a stream of events counts while it is open, and its length is no answering time', async () => {
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const leaving = new AbortController()
  const stream = await fetch(`${address}/sundial/api/v1/events/stream`, {
    headers: { authorization: `Bearer ${ada.token}` },
    signal: leaving.signal,
  })
  await stream.body?.getReader().read()
  expect(await scrape()).toContain('sundial_live_streams 1\n')
  leaving.abort()
  await expect.poll(scrape).toContain('sundial_live_streams 0\n')
  expect(await scrape()).not.toContain('route="/sundial/api/v1/events/stream"')
})
