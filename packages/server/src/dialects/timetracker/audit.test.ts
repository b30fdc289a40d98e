import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProject } from '../../core/projects/write.ts'
import { createRate } from '../../core/rates.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { clientOf } from './testing/client.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

test('the audit log says what time costs to those who manage, and to nobody else', async () => {
  const ann = await server.person()
  const team = await server.team(ann, 'member')
  await createRate(ann.ctx(), { workspace_id: team.id, kind: 'cost', amount: 4000 })
  const client = (person: Person) => clientOf(server, person, { workspaceId: team.id })
  const project = await createProject(ann.ctx(), team.id, { title: 'Web' })
  const times = { start_time: '2026-03-02T07:00:00', end_time: '2026-03-02T08:00:00' }
  const entry = { project_id: project.id, ...times }
  const made = await (await client(team.member)).post('/time-entries', entry)
  await (await client(team.member)).patch(`/time-entries/${made.body.time_entry.id}`, { notes: 'More' })
  const log = async (person: Person) => {
    const { audit_logs } = (await (await client(person)).get('/audit-logs?entity_type=TimeEntry')).body
    return audit_logs as { action: string; full_old_state: object | null; full_new_state: object }[]
  }
  expect((await log(ann)).at(-1)?.full_new_state).toMatchObject({ cost_rate: 4000, cost_amount: 4000 })
  const own = await log(team.member)
  expect(new Set(own.map(({ action }) => action))).toEqual(new Set(['created', 'updated']))
  expect(JSON.stringify(own)).not.toContain('cost')
})
