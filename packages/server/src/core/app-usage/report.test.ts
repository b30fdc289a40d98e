import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createEntry } from '../entries/write.ts'
import { setProjectMembers } from '../projects/members.ts'
import { createProject } from '../projects/write.ts'
import { assignUsage } from './assign.ts'
import { usageSummary } from './read.ts'
import { type NewSample, recordUsage } from './record.ts'
import { usageRows, type UsageRowsQuestion } from './report.ts'

let server: TestServer
let ann: Person

const nine = Date.UTC(2026, 2, 2, 9)
const minute = 60_000
const day = { from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 3) }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  server.clock.set('2026-03-02T23:00:00Z')
})
afterAll(() => server.close())

function at(start: number, end: number, texts: Partial<NewSample> = {}): NewSample {
  const times = { started_at: nine + start * minute, ended_at: nine + end * minute }
  return { ...times, application: 'Sketchbook', title: 'Sheet 2', ...texts }
}

async function record(
  person: Person,
  samples: NewSample[],
  more: { projectId?: number; source?: string } = {},
) {
  const recorded = await recordUsage(person.ctx(), {
    device: 'laptop',
    source: more.source ?? 'windows',
    samples,
  })
  const ids = recorded.map((row) => row.id)
  if (more.projectId !== undefined) await assignUsage(person.ctx(), ids, more.projectId)
}

const ask = (person: Person, question: Partial<UsageRowsQuestion> = {}) =>
  usageRows(person.ctx(), { whose: 'mine', ...day, withoutEntries: true, ...question })
const minutes = (rows: { seconds: number }[]) => rows.reduce((sum, row) => sum + row.seconds, 0) / 60

describe('one’s own app usage in a report', () => {
  test('is told in full: what, on which project, from when to when', async () => {
    await record(ann, [at(0, 10)])
    expect(await ask(ann)).toEqual([
      {
        user_id: ann.user.id,
        project_id: null,
        application: 'Sketchbook',
        title: 'Sheet 2',
        started_at: nine,
        ended_at: nine + 10 * minute,
        seconds: 600,
      },
    ])
  })

  test('has no time inside one’s entries, a running one included, and none away', async () => {
    await record(ann, [at(0, 60)])
    await record(ann, [at(50, 55, { application: null, title: null, is_away: true })], { source: 'presence' })
    const times = { started_at: nine + 10 * minute, ended_at: nine + 30 * minute }
    await createEntry(ann.ctx(), { title: 'Design', ...times })
    expect(minutes(await ask(ann))).toBe(35)
  })

  test('belongs to the range in which the sample starts, so that ranges add up', async () => {
    await record(ann, [at(0, 30), at(20, 50, { title: 'Sheet 3' })])
    const cut = nine + 10 * minute
    const before = await ask(ann, { to: cut })
    const after = await ask(ann, { from: cut })
    expect([minutes(before), minutes(after), minutes(await ask(ann))]).toEqual([20, 30, 50])
  })

  test('is that of a project and those below it', async () => {
    const root = await createProject(ann.ctx(), ann.workspaceId, { title: 'Root' })
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'Child', parent_id: root.id })
    await record(ann, [at(0, 1)], { projectId: root.id })
    await record(ann, [at(1, 3)], { projectId: child.id })
    await record(ann, [at(3, 6)])
    expect(minutes(await ask(ann, { projectIds: [root.id] }))).toBe(1)
    expect(minutes(await ask(ann, { projectIds: [root.id], withChildren: true }))).toBe(3)
    expect(minutes(await ask(ann, { projectIds: [null, child.id] }))).toBe(5)
  })

  test('lies in the workspace of its project, and at home without one', async () => {
    const team = await server.team(ann)
    const shared = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    await record(ann, [at(0, 1)], { projectId: shared.id })
    await record(ann, [at(1, 3)])
    expect(minutes(await ask(ann, { workspaceId: team.id }))).toBe(1)
    expect(minutes(await ask(ann, { workspaceId: ann.workspaceId }))).toBe(2)
  })

  test('may be asked for from the beginning to the end of time', async () => {
    await record(ann, [at(0, 1)])
    expect(await ask(ann, { from: -8.64e15, to: 8.64e15 })).toHaveLength(1)
  })
})

describe('colleagues’ app usage in a report', () => {
  async function teamAtWork() {
    const team = await server.team(ann, 'manager', 'member', 'viewer')
    const shared = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    const page = { application: 'Firefox', title: 'A private matter', path: 'https://clinic.example.org/x' }
    await record(team.member, [at(0, 10, page), at(20, 25, page)], { projectId: shared.id })
    await record(team.member, [at(30, 40, page)])
    return { team, shared }
  }

  test('is one total by project and day: not what it was, nor when', async () => {
    const { team, shared } = await teamAtWork()
    const rows = await ask(ann, { whose: 'everyone' })
    expect(rows).toEqual([
      {
        user_id: team.member.user.id,
        project_id: shared.id,
        application: null,
        title: null,
        started_at: day.from,
        ended_at: day.to,
        seconds: 900,
      },
    ])
    expect(await ask(team.manager, { whose: [team.member.user.id] })).toEqual(rows)
  })

  test('is seen by those who manage the workspace alone', async () => {
    const { team } = await teamAtWork()
    const stranger = await server.person()
    for (const person of [team.viewer, stranger])
      expect(await ask(person, { whose: [team.member.user.id] })).toEqual([])
    expect(await ask(ann, { whose: 'everyone', workspaceId: ann.workspaceId })).toEqual([])
    expect(await ask(ann, { whose: [] })).toEqual([])
  })

  test('is not that of private projects, nor of other workspaces', async () => {
    const { team } = await teamAtWork()
    const closed = await createProject(ann.ctx(), team.id, { title: 'Closed', is_private: true })
    await setProjectMembers(ann.ctx(), closed.id, [{ userId: team.member.user.id, isManager: false }])
    await record(team.member, [at(50, 60)], { projectId: closed.id })
    const own = await createProject(team.member.ctx(), team.member.workspaceId, { title: 'Own' })
    await record(team.member, [at(60, 70)], { projectId: own.id })
    expect(minutes(await ask(team.manager, { whose: 'everyone' }))).toBe(15)
    expect(minutes(await ask(ann, { whose: 'everyone' }))).toBe(25)
  })

  test('has no time inside their own entries', async () => {
    const { team } = await teamAtWork()
    const times = { started_at: nine, ended_at: nine + 5 * minute }
    await createEntry(team.member.ctx(), { title: 'Elsewhere', ...times })
    expect(minutes(await ask(ann, { whose: 'everyone' }))).toBe(10)
  })
})

describe('a summary of one’s own app usage', () => {
  const summary = (by: Parameters<typeof usageSummary>[1]['by'], zone = 'UTC') =>
    usageSummary(ann.ctx(), { ...day, by, zone })

  test('adds up by application, domain, project and day, with what has none', async () => {
    const plan = await createProject(ann.ctx(), ann.workspaceId, { title: 'Plan' })
    await record(ann, [at(0, 10)], { projectId: plan.id })
    await record(ann, [at(10, 40, { application: 'Firefox', path: 'https://example.org' })])
    const seconds = async (by: Parameters<typeof summary>[0]) => {
      const { lines, totalSeconds } = await summary(by)
      expect(totalSeconds).toBe(2400)
      return lines.map((line) => [
        line.application ?? line.domain ?? line.project_id ?? line.day,
        line.seconds,
      ])
    }
    expect(await seconds('application')).toEqual([
      ['Firefox', 1800],
      ['Sketchbook', 600],
    ])
    expect(await seconds('domain')).toEqual([
      ['example.org', 1800],
      [null, 600],
    ])
    expect(await seconds('project')).toEqual([
      [null, 1800],
      [plan.id, 600],
    ])
    expect(await seconds('day')).toEqual([['2026-03-02', 2400]])
  })

  test('knows the day of the zone', async () => {
    await record(ann, [at(0, 10)])
    const { lines } = await summary('day', 'Pacific/Kiritimati')
    expect(lines.map((line) => line.day)).toEqual(['2026-03-02'])
    expect((await summary('day', 'Pacific/Pago_Pago')).lines[0]?.day).toBe('2026-03-01')
  })

  test('counts two streams of a device once, and two devices twice', async () => {
    await record(ann, [at(0, 10)])
    await record(ann, [at(0, 10)], { source: 'again' })
    expect((await summary('application')).totalSeconds).toBe(600)
    await recordUsage(ann.ctx(), { device: 'desktop', source: 'windows', samples: [at(0, 10)] })
    expect((await summary('application')).totalSeconds).toBe(1200)
  })

  test('is refused for more than a year', async () => {
    const long = usageSummary(ann.ctx(), { from: 0, to: 400 * 24 * 3600 * 1000, by: 'day', zone: 'UTC' })
    await expect(long).rejects.toMatchObject({ code: 'invalid' })
  })
})
