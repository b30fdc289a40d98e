import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createProject, deleteProject } from '../projects/write.ts'
import { purge } from '../purge.ts'
import { undoOperation } from '../undo.ts'
import { assignUsage, deleteUsage } from './assign.ts'
import { listUsage } from './read.ts'
import { type NewSample, recordHeartbeat, recordUsage } from './record.ts'
import { createUsageRule } from './rules.ts'

let server: TestServer
let ann: Person

const nine = Date.UTC(2026, 2, 2, 9)
const minute = 60_000
const page = { limit: 500, cursor: null }
const windows = { device: 'laptop', source: 'windows' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  server.clock.set('2026-03-02T12:00:00Z')
})
afterAll(() => server.close())

function at(start: number, end: number, texts: Partial<NewSample> = {}): NewSample {
  return {
    started_at: nine + start * minute,
    ended_at: nine + end * minute,
    application: 'Sketchbook',
    ...texts,
  }
}

const record = (...samples: NewSample[]) => recordUsage(ann.ctx(), { ...windows, samples })
const rows = async (person = ann) => (await listUsage(person.ctx(), {}, page)).rows
const project = async (title: string) => (await createProject(ann.ctx(), ann.workspaceId, { title })).id

describe('recording', () => {
  test('keeps what a stream saw, newest first, with the domain of an address', async () => {
    await record(at(0, 1), at(1, 2, { application: 'Firefox', path: 'https://www.example.org/plan' }))
    expect(await rows()).toMatchObject([
      { application: 'Firefox', domain: 'example.org', project_id: null, device: 'laptop' },
      { application: 'Sketchbook', domain: null, started_at: nine, ended_at: nine + minute },
    ])
  })

  test('adds nothing when a batch comes again', async () => {
    await record(at(0, 1), at(1, 2))
    const before = await rows()
    await record(at(0, 1), at(1, 2))
    expect(await rows()).toEqual(before)
  })

  test('takes the later word for a sample that is known, in one batch too', async () => {
    await record(at(0, 1, { title: 'A' }), at(0, 2, { title: 'B' }))
    expect(await rows()).toMatchObject([{ title: 'B', ended_at: nine + 2 * minute }])
    await record(at(0, 5, { title: null }))
    expect(await rows()).toMatchObject([{ title: null, ended_at: nine + 5 * minute }])
  })

  test('keeps the project that a hand gave to a sample that is known', async () => {
    const [mine, ruled] = [await project('Mine'), await project('Ruled')]
    await record(at(0, 1))
    await assignUsage(ann.ctx(), [(await rows())[0]!.id], mine)
    await createUsageRule(ann.ctx(), {
      field: 'application',
      match: 'is',
      value: 'sketchbook',
      project_id: ruled,
    })
    await record(at(0, 2, { title: 'Later' }), at(2, 3))
    expect(await rows()).toMatchObject([
      { project_id: ruled, is_assigned_by_hand: 0 },
      { project_id: mine, is_assigned_by_hand: 1, title: 'Later', ended_at: nine + 2 * minute },
    ])
  })

  test('keeps streams and devices apart', async () => {
    await record(at(0, 1))
    await recordUsage(ann.ctx(), { ...windows, source: 'tabs', samples: [at(0, 1)] })
    await recordUsage(ann.ctx(), { ...windows, device: 'desktop', samples: [at(0, 1)] })
    expect(await rows()).toHaveLength(3)
  })

  test('is done once by two who send the same batch at once', async () => {
    const batch = Array.from({ length: 50 }, (_, n) => at(n, n + 1))
    await Promise.all([record(...batch), record(...batch.toReversed())])
    expect(await rows()).toHaveLength(50)
  })

  test('takes a thousand samples at once and no more', async () => {
    const samples = Array.from({ length: 1000 }, (_, n) => at(n / 100, n / 100))
    expect(await record(...samples)).toHaveLength(1000)
    await expect(record(...samples, at(11, 12))).rejects.toMatchObject({
      fields: { samples: expect.any(String) },
    })
  })

  test('names each sample that cannot have been, and keeps none of the batch', async () => {
    const wrong = record(at(0, 1), at(2, 1), at(0, 25 * 60), at(60 * 24 * 365, 60 * 24 * 365))
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        'samples.1.ended_at': 'The end lies before the start.',
        'samples.2.ended_at': 'A sample may be at most 24 hours long.',
        'samples.3.started_at': 'The start lies in the future.',
      },
    })
    expect(await rows()).toEqual([])
  })

  test('writes no events', async () => {
    const ctx = ann.ctx()
    await recordUsage(ctx, { ...windows, samples: [at(0, 1)] })
    await recordHeartbeat(ctx, { ...windows, sample: at(1, 1), pulseMs: minute })
    expect(ctx.operation.hasWritten).toBe(false)
  })

  test('is refused to a key without the scope, and to one that is bound to a workspace', async () => {
    const send = (actor: object) => recordUsage(ann.ctx(actor), { ...windows, samples: [at(0, 1)] })
    await expect(send({ scopes: ['read:*'] })).rejects.toMatchObject({ reason: 'missing_scope' })
    await expect(send({ workspaceId: ann.workspaceId })).rejects.toMatchObject({ reason: 'not_allowed' })
    await expect(listUsage(ann.ctx({ scopes: ['write:*'] }), {}, page)).rejects.toMatchObject({
      reason: 'missing_scope',
    })
  })
})

describe('heartbeats', () => {
  const beat = (second: number, texts: Partial<NewSample> = {}, pulseMs = 5000) => {
    const moment = nine + second * 1000
    const sample = { started_at: moment, ended_at: moment, application: 'Sketchbook', ...texts }
    return recordHeartbeat(ann.ctx(), { ...windows, sample, pulseMs })
  }

  test('of an hour make one row', async () => {
    for (let second = 0; second <= 3600; second += 4) await beat(second)
    expect(await rows()).toMatchObject([{ started_at: nine, ended_at: nine + 3_600_000 }])
  })

  test('begin a new row where something else is said, or nothing was said for longer than the pulse', async () => {
    await beat(0)
    await beat(5)
    await beat(11)
    await beat(12, { title: 'Sheet 2' })
    await beat(13)
    expect(
      (await rows()).map((row) => [(row.started_at - nine) / 1000, (row.ended_at - nine) / 1000]),
    ).toEqual([
      [13, 13],
      [12, 12],
      [11, 11],
      [0, 5],
    ])
  })

  test('that come late shorten nothing', async () => {
    await beat(0)
    await beat(4)
    await beat(2)
    expect(await rows()).toMatchObject([{ ended_at: nine + 4000 }])
  })

  test('go on in a new row after a day', async () => {
    server.clock.set('2026-03-04T12:00:00Z')
    const hour = 3600
    for (let each = 0; each <= 30; each++) await beat(each * hour, { is_away: true }, hour * 1000)
    expect(await rows()).toHaveLength(2)
  })
})

describe('what was recorded', () => {
  test('is nobody else’s', async () => {
    await record(at(0, 1))
    const bob = await server.person()
    expect(await rows(bob)).toEqual([])
    const [mine] = await rows()
    await expect(assignUsage(bob.ctx(), [mine!.id], null)).rejects.toMatchObject({ code: 'not_found' })
    expect(await deleteUsage(bob.ctx(), { device: 'laptop' })).toBe(0)
    expect(await rows()).toHaveLength(1)
  })

  test('is listed page by page, by range, device and project', async () => {
    const id = await project('Plan')
    await record(...Array.from({ length: 5 }, (_, n) => at(n, n + 1)))
    await recordUsage(ann.ctx(), { device: 'desktop', source: 'windows', samples: [at(0, 1)] })
    const first = await listUsage(ann.ctx(), { device: 'laptop' }, { limit: 3, cursor: null })
    const rest = await listUsage(ann.ctx(), { device: 'laptop' }, { limit: 3, cursor: first.next })
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([3, 2, null])
    await assignUsage(
      ann.ctx(),
      first.rows.map((row) => row.id),
      id,
    )
    const count = async (filter: Parameters<typeof listUsage>[1]) =>
      (await listUsage(ann.ctx(), filter, page)).rows.length
    expect(await count({ projectId: id })).toBe(3)
    expect(await count({ isUnassigned: true })).toBe(3)
    expect(await count({ from: nine + minute, to: nine + 3 * minute })).toBe(2)
  })

  test('is removed for good by range and by device, and told of without its texts', async () => {
    await record(at(0, 1), at(1, 2), at(2, 3))
    const ctx = ann.ctx()
    expect(await deleteUsage(ctx, { from: nine, to: nine + 2 * minute })).toBe(2)
    expect(await deleteUsage(ann.ctx(), { device: 'desktop' })).toBe(0)
    expect(await rows()).toHaveLength(1)
    await expect(deleteUsage(ann.ctx(), { from: nine })).rejects.toMatchObject({ code: 'invalid' })
    const events = await server.house.db.kysely
      .selectFrom('event')
      .selectAll()
      .where('operation_id', '=', ctx.operation.id)
      .execute()
    expect(events).toMatchObject([{ kind: 'app_usage.deleted', subject_user_id: ann.user.id }])
  })

  test('is put on a project by hand, all or nothing, and only on one that one sees', async () => {
    const bob = await server.person()
    const his = await createProject(bob.ctx(), bob.workspaceId, { title: 'His' })
    await record(at(0, 1))
    const [row] = await rows()
    await expect(assignUsage(ann.ctx(), [row!.id], his.id)).rejects.toMatchObject({ code: 'not_found' })
    const id = await project('Plan')
    await expect(assignUsage(ann.ctx(), [row!.id, 2_000_000_000], id)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await rows()).toEqual([row])
    const ctx = ann.ctx()
    expect(await assignUsage(ctx, [row!.id, row!.id], id)).toMatchObject([
      { project_id: id, is_assigned_by_hand: 1 },
    ])
    const [event] = await server.house.db.kysely
      .selectFrom('event')
      .selectAll()
      .where('operation_id', '=', ctx.operation.id)
      .execute()
    expect(event).toMatchObject({ kind: 'app_usage.updated', subject_user_id: ann.user.id })
    expect(`${event?.before}${event?.after}`).not.toContain('Sketchbook')
  })

  test('is on no project once its project is deleted, and the rules to it are gone', async () => {
    const id = await project('Plan')
    await createUsageRule(ann.ctx(), {
      field: 'application',
      match: 'is',
      value: 'Sketchbook',
      project_id: id,
    })
    await record(at(0, 1))
    await assignUsage(ann.ctx(), [(await rows())[0]!.id], id)
    await deleteProject(ann.ctx(), { id })
    expect(await rows()).toMatchObject([{ project_id: null, workspace_id: null, is_assigned_by_hand: 0 }])
    await record(at(1, 2))
    expect(await rows()).toMatchObject([{ project_id: null }, { project_id: null }])
  })

  test('is on no project either once the making of its project is undone, so that it can be purged', async () => {
    const making = ann.ctx()
    const { id } = await createProject(making, ann.workspaceId, { title: 'Plan' })
    await record(at(0, 1))
    await assignUsage(ann.ctx(), [(await rows())[0]!.id], id)
    await undoOperation(ann.ctx(), making.operation.id)
    expect(await rows()).toMatchObject([{ project_id: null, is_assigned_by_hand: 0 }])
    await purge(server.house.db, server.clock.now + 31 * 24 * 60 * minute)
    expect(await rows()).toHaveLength(1)
  })
})
