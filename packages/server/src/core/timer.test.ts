import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listEntries } from './entries/read.ts'
import { findTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from './timer.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

describe('the timer', () => {
  test('runs from its start to its stop, to the second', async () => {
    ann = await server.person()
    await startTimer(ann.ctx(), { title: 'Write' })
    server.clock.advance(90)
    const entry = await stopTimer(ann.ctx())
    expect(entry.ended_at).toBe(entry.started_at + 90_000)
    expect(await findTimer(ann.ctx())).toBeUndefined()
  })

  test('is one for each person: starting ends the one that runs, at the new start', async () => {
    ann = await server.person()
    const { started: first } = await startTimer(ann.ctx(), { title: 'First' })
    server.clock.advance(600)
    const start = first.started_at + 300_000
    const { started, stopped } = await startTimer(ann.ctx(), { title: 'Second', started_at: start })
    expect(stopped).toMatchObject({ id: first.id, ended_at: start })
    expect(await findTimer(ann.ctx())).toMatchObject({ id: started.id, started_at: start })
  })

  test('is left with exactly one running of 200 starts at once, and no entry is lost', async () => {
    ann = await server.person()
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => startTimer(ann.ctx(), { title: `Start ${index}` })),
    )
    const all = await listEntries(ann.ctx(), { whose: 'mine' }, { cursor: null, limit: 500 })
    expect(all.rows).toHaveLength(200)
    expect(all.rows.filter((entry) => entry.ended_at === null)).toHaveLength(1)
  })

  test('counts a pause as a break, also when it is stopped while paused', async () => {
    ann = await server.person()
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
})
