import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listEntries } from './entries/read.ts'
import { createEntry, updateEntry } from './entries/write.ts'
import { updateMember } from './members.ts'
import { findTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from './timer.ts'
import { updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const all = { cursor: null, limit: 500 }

describe('the timer', () => {
  test('runs from its start to its stop, to the second', async () => {
    server.clock.now += 678
    await startTimer(ann.ctx(), { title: 'Write' })
    server.clock.advance(90)
    const entry = await stopTimer(ann.ctx())
    expect(entry.started_at % 1000).toBe(0)
    expect(entry).toMatchObject({ ended_at: entry.started_at + 90_000, source: 'timer' })
    expect(await findTimer(ann.ctx())).toBeUndefined()
  })

  test('is one for each person: starting ends the one that runs, at the new start', async () => {
    const { started: first } = await startTimer(ann.ctx(), { title: 'First' })
    server.clock.advance(600)
    const start = first.started_at + 300_000
    const { started, stopped } = await startTimer(ann.ctx(), { title: 'Second', started_at: start })
    expect(stopped).toMatchObject({ id: first.id, ended_at: start })
    expect(await findTimer(ann.ctx())).toMatchObject({ id: started.id, started_at: start })
  })

  test('that runs ends now where the new start lies before its own', async () => {
    const { started: first } = await startTimer(ann.ctx(), {})
    server.clock.advance(600)
    const { stopped } = await startTimer(ann.ctx(), { started_at: first.started_at - 60_000 })
    expect(stopped).toMatchObject({ id: first.id, ended_at: first.started_at + 600_000 })
  })

  test('that runs ends now where the caller asks for that', async () => {
    const { started: first } = await startTimer(ann.ctx(), {})
    server.clock.advance(600)
    const { stopped } = await startTimer(ann.ctx(), {
      started_at: first.started_at + 60_000,
      whenRunning: 'stop_now',
    })
    expect(stopped).toMatchObject({ ended_at: first.started_at + 600_000 })
  })

  test('that runs goes on where the caller refuses to stop it, and nothing is started', async () => {
    const { started: first } = await startTimer(ann.ctx(), {})
    const refused = startTimer(ann.ctx(), { whenRunning: 'refuse' })
    await expect(refused).rejects.toMatchObject({ code: 'conflict', reason: 'timer_running' })
    expect(await findTimer(ann.ctx())).toMatchObject({ id: first.id })
  })

  test('that runs in another workspace is stopped all the same', async () => {
    const team = await server.team(ann)
    const { started: first } = await startTimer(ann.ctx(), { workspace_id: team.id })
    const { started, stopped } = await startTimer(ann.ctx(), { workspace_id: ann.workspaceId })
    expect(stopped?.id).toBe(first.id)
    expect(started.workspace_id).toBe(ann.workspaceId)
  })

  test('that runs in another workspace than the one it is to stop in goes on', async () => {
    const team = await server.team(ann)
    const { started } = await startTimer(ann.ctx(), { workspace_id: team.id })
    const elsewhere = stopTimer(ann.ctx(), { workspace_id: ann.workspaceId })
    await expect(elsewhere).rejects.toMatchObject({ reason: 'nothing_running' })
    expect((await findTimer(ann.ctx()))?.id).toBe(started.id)
    expect(await stopTimer(ann.ctx(), { workspace_id: team.id })).toMatchObject({ id: started.id })
  })

  test('that was started by a clock ahead of ours ends at its own start, not before', async () => {
    const { started: first } = await startTimer(ann.ctx(), {})
    const behind = { ...ann.ctx(), now: server.clock.now - 5000 }
    const { started, stopped } = await startTimer(behind, {})
    expect(stopped).toMatchObject({ id: first.id, ended_at: first.started_at })
    expect(started.started_at).toBe(first.started_at - 5000)
  })

  test('of one person has nothing to do with that of another', async () => {
    const bob = await server.person()
    await startTimer(ann.ctx(), {})
    const { stopped } = await startTimer(bob.ctx(), {})
    expect(stopped).toBeNull()
    expect(await findTimer(ann.ctx())).toBeDefined()
  })

  test('is left with exactly one running of 200 starts at once, and no entry is lost', async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => startTimer(ann.ctx(), { title: `Start ${index}` })),
    )
    const { rows } = await listEntries(ann.ctx(), { whose: 'mine' }, all)
    expect(rows).toHaveLength(200)
    expect(rows.filter((entry) => entry.ended_at === null)).toHaveLength(1)
  })

  test.each([
    ['a minute ahead counts as now', 60, 0],
    ['a second ahead counts as now', 1, 0],
    ['in the past is kept', -30, -30],
  ])('whose start is %s', async (_, offset, expected) => {
    const now = server.clock.now
    const { started } = await startTimer(ann.ctx(), { started_at: now + offset * 1000 })
    expect(started.started_at).toBe(Math.floor(now / 1000) * 1000 + expected * 1000)
  })

  test('does not start more than a minute ahead', async () => {
    const refused = startTimer(ann.ctx(), { started_at: server.clock.now + 61_000 })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      fields: { started_at: expect.any(String) },
    })
    expect(await findTimer(ann.ctx())).toBeUndefined()
  })

  test('is refused where there is none to stop, pause or resume', async () => {
    for (const verb of [stopTimer, pauseTimer, resumeTimer]) {
      await expect(verb(ann.ctx())).rejects.toMatchObject({ code: 'conflict', reason: 'nothing_running' })
    }
  })

  test('keeps its first stop when it is stopped twice', async () => {
    await startTimer(ann.ctx(), {})
    server.clock.advance(60)
    const first = await stopTimer(ann.ctx())
    server.clock.advance(60)
    await expect(stopTimer(ann.ctx())).rejects.toMatchObject({ reason: 'nothing_running' })
    const { rows } = await listEntries(ann.ctx(), { whose: 'mine' }, all)
    expect(rows).toMatchObject([{ id: first.id, ended_at: first.ended_at }])
  })

  test('is stopped by exactly one of many stops at once', async () => {
    await startTimer(ann.ctx(), {})
    const stops = await Promise.allSettled(Array.from({ length: 10 }, () => stopTimer(ann.ctx())))
    expect(stops.filter((stop) => stop.status === 'fulfilled')).toHaveLength(1)
  })

  test('can be stopped at a moment since its start, and not before', async () => {
    const { started } = await startTimer(ann.ctx(), {})
    server.clock.advance(600)
    const before = stopTimer(ann.ctx(), { ended_at: started.started_at - 1000 })
    await expect(before).rejects.toMatchObject({ code: 'invalid' })
    const entry = await stopTimer(ann.ctx(), { ended_at: started.started_at + 60_000 })
    expect(entry.ended_at).toBe(started.started_at + 60_000)
  })

  test('that finished can run again, but not beside another, and not from the future', async () => {
    await startTimer(ann.ctx(), {})
    server.clock.advance(60)
    const entry = await stopTimer(ann.ctx())
    expect(await updateEntry(ann.ctx(), { id: entry.id }, { ended_at: null })).toMatchObject({
      ended_at: null,
    })
    const planned = await createEntry(ann.ctx(), {
      started_at: server.clock.now + 3_600_000,
      ended_at: server.clock.now + 7_200_000,
    })
    const second = updateEntry(
      ann.ctx(),
      { id: planned.id },
      { ended_at: null, started_at: server.clock.now },
    )
    await expect(second).rejects.toMatchObject({ code: 'conflict', reason: 'timer_running' })
    await stopTimer(ann.ctx())
    const early = updateEntry(ann.ctx(), { id: planned.id }, { ended_at: null })
    await expect(early).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a pause', () => {
  test('counts as a break, also when the timer is stopped while paused', async () => {
    await startTimer(ann.ctx(), { title: 'Write' })
    server.clock.advance(100)
    await pauseTimer(ann.ctx())
    server.clock.advance(50)
    expect((await resumeTimer(ann.ctx())).break_seconds).toBe(50)
    server.clock.advance(10)
    await pauseTimer(ann.ctx())
    server.clock.advance(40)
    const entry = await stopTimer(ann.ctx())
    expect(entry).toMatchObject({ break_seconds: 90, paused_at: null })
    expect((entry.ended_at ?? 0) - entry.started_at).toBe(200_000)
  })

  test('ends with the timer that another start ends', async () => {
    const { started } = await startTimer(ann.ctx(), {})
    server.clock.advance(100)
    await pauseTimer(ann.ctx())
    server.clock.advance(50)
    const { stopped } = await startTimer(ann.ctx(), {})
    expect(stopped).toMatchObject({ id: started.id, break_seconds: 50, paused_at: null })
  })

  test('that began after the moment of the stop is no break', async () => {
    const { started } = await startTimer(ann.ctx(), {})
    server.clock.advance(100)
    await pauseTimer(ann.ctx())
    server.clock.advance(50)
    const entry = await stopTimer(ann.ctx(), { ended_at: started.started_at + 60_000 })
    expect(entry).toMatchObject({ break_seconds: 0, paused_at: null })
  })

  test('is refused while paused, and its end while not', async () => {
    await startTimer(ann.ctx(), {})
    await expect(resumeTimer(ann.ctx())).rejects.toMatchObject({ reason: 'not_paused' })
    await pauseTimer(ann.ctx())
    await expect(pauseTimer(ann.ctx())).rejects.toMatchObject({ reason: 'already_paused' })
  })

  test('ends when the end of the running entry is written', async () => {
    const { started } = await startTimer(ann.ctx(), {})
    server.clock.advance(100)
    await pauseTimer(ann.ctx())
    server.clock.advance(50)
    const entry = await updateEntry(ann.ctx(), { id: started.id }, { ended_at: server.clock.now })
    expect(entry).toMatchObject({ break_seconds: 50, paused_at: null })
  })
})

describe('a key that is bound to a workspace', () => {
  test('does not see, stop or tell of a timer that runs elsewhere, but a new start still ends it', async () => {
    const team = await server.team(ann)
    const bound = () => ann.ctx({ workspaceId: team.id })
    await startTimer(ann.ctx(), { workspace_id: ann.workspaceId })
    expect(await findTimer(bound())).toBeUndefined()
    await expect(stopTimer(bound())).rejects.toMatchObject({ reason: 'nothing_running' })
    const { started, stopped } = await startTimer(bound(), {})
    expect(started.workspace_id).toBe(team.id)
    expect(stopped).toBeNull()
    expect(await findTimer(ann.ctx())).toMatchObject({ id: started.id })
  })
})

describe('stopping', () => {
  test('is allowed in a locked period, starting is not', async () => {
    await startTimer(ann.ctx(), {})
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { locked_before: '2027-01-01' })
    expect((await stopTimer(ann.ctx())).ended_at).not.toBeNull()
    await expect(startTimer(ann.ctx(), {})).rejects.toMatchObject({ code: 'locked', reason: 'locked_period' })
  })

  test('is allowed for billed time that is protected', async () => {
    await startTimer(ann.ctx(), { billing_status: 'billed' })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { protects_billed: true })
    expect((await stopTimer(ann.ctx())).billing_status).toBe('billed')
  })

  test('happens by itself when a member becomes a viewer, who could not do it', async () => {
    const team = await server.team(ann, 'member')
    const { started } = await startTimer(team.member.ctx(), { workspace_id: team.id })
    server.clock.advance(60)
    const member = await server.house.db.kysely
      .selectFrom('member')
      .select('id')
      .where('user_id', '=', team.member.user.id)
      .where('workspace_id', '=', team.id)
      .executeTakeFirstOrThrow()
    await updateMember(ann.ctx(), { workspaceId: team.id, memberId: member.id }, { role: 'viewer' })
    const { rows } = await listEntries(team.member.ctx(), { whose: 'mine' }, all)
    expect(rows).toMatchObject([{ id: started.id, ended_at: started.started_at + 60_000 }])
    await expect(startTimer(team.member.ctx(), { workspace_id: team.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
