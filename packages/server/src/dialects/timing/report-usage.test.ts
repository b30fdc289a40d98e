import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assignUsage } from '../../core/app-usage/assign.ts'
import { recordUsage } from '../../core/app-usage/record.ts'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { createToken } from '../../core/tokens.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const HOUR = 3_600_000
const NINE = Date.UTC(2026, 2, 2, 9)
const USAGE = 'include_app_usage=1'

let server: TestServer
let ann: Person
let root: number
let child: number

beforeAll(async () => {
  server = await openTestServer()
  server.clock.set('2026-03-04T12:00:00Z')
})
afterAll(() => server.close())

/** A morning: the editor from nine to eleven on a project, mail from eleven to twelve on none, an entry from ten to half past. */
beforeEach(async () => {
  ann = await server.person({ name: 'Ann' })
  root = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Website' })).id
  child = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Shop', parent_id: root })).id
  await use(ann, { application: 'Editor', from: 0, hours: 2, project: child })
  await use(ann, { application: 'Mail', from: 2, hours: 1, project: null })
  const started_at = NINE + HOUR
  const times = { started_at, ended_at: started_at + HOUR / 2 }
  await createEntry(ann.ctx(), { title: 'Review', project_id: root, notes: 'Basket', ...times })
})

type Used = { application: string; from: number; hours: number; project: number | null }

async function use(person: Person, { application, from, hours, project }: Used): Promise<void> {
  const started_at = NINE + from * HOUR
  const samples = [
    { started_at, ended_at: started_at + hours * HOUR, application, title: `Secret of ${application}` },
  ]
  const rows = await recordUsage(person.ctx(), { device: 'laptop', source: 'window', samples })
  if (project === null) return
  await assignUsage(
    person.ctx(),
    rows.map((row) => row.id),
    project,
  )
}

async function rows(person: Person, query: string): Promise<Record<string, unknown>[]> {
  const { status, body } = await person.call('GET', `${API}/report?${query}`)
  expect([query, status, status === 200 ? null : body]).toEqual([query, 200, null])
  return body.data
}

const self = (id: number) => ({ self: `/projects/${id}` })

describe('app usage', () => {
  test('is in a report only where it is asked for', async () => {
    const entries = [{ duration: 1800, project: self(root), title: 'Review' }]
    for (const query of ['', 'include_app_usage=0', 'include_app_usage=false', 'include_app_usage='])
      expect(await rows(ann, query)).toEqual(entries)
  })

  test('is called by its application, without the time that lies inside an entry', async () => {
    expect(await rows(ann, USAGE)).toEqual([
      { duration: 5400, project: self(child), title: 'Editor' },
      { duration: 3600, project: null, title: 'Mail' },
      { duration: 1800, project: self(root), title: 'Review' },
    ])
  })

  test('has the columns of entries: no notes, no billing, and its own start and end', async () => {
    const columns = ['title', 'notes', 'billing_status', 'timespan']
      .map((each) => `columns[]=${each}`)
      .join('&')
    const at = (time: string) => `2026-03-02T${time}:00.000000+00:00`
    const usage = { notes: null, billing_status: 'undetermined' }
    expect(await rows(ann, `${USAGE}&${columns}&sort[]=start_date`)).toEqual([
      { duration: 3600, title: 'Editor', ...usage, start_date: at('09:00'), end_date: at('10:00') },
      {
        duration: 1800,
        title: 'Review',
        notes: 'Basket',
        billing_status: 'billable',
        start_date: at('10:00'),
        end_date: at('10:30'),
      },
      { duration: 1800, title: 'Editor', ...usage, start_date: at('10:30'), end_date: at('11:00') },
      { duration: 3600, title: 'Mail', ...usage, start_date: at('11:00'), end_date: at('12:00') },
    ])
  })

  test('and entries that have the same in every column are one row', async () => {
    expect(await rows(ann, `${USAGE}&columns[]=user`)).toEqual([{ duration: 3 * 3600 }])
    expect(await rows(ann, `${USAGE}&columns[]=project&project_grouping_level=0`)).toEqual([
      { duration: 7200, project: self(root) },
      { duration: 3600, project: null },
    ])
    const times = { started_at: NINE + 5 * HOUR, ended_at: NINE + 6 * HOUR }
    await createEntry(ann.ctx(), { title: 'Editor', project_id: child, ...times })
    const [first] = await rows(ann, USAGE)
    expect(first).toEqual({ duration: 5400 + 3600, project: self(child), title: 'Editor' })
  })

  test('is put into the days, weeks and months of the zone', async () => {
    await use(ann, { application: 'Mail', from: 14.5, hours: 1, project: null })
    const query = `${API}/report?${USAGE}&columns[]=timespan&sort[]=start_date&timespan_grouping_mode=`
    const inBerlin = async (mode: string) =>
      (await ann.call('GET', query + mode, undefined, { 'x-time-zone': 'Europe/Berlin' })).body.data
    const midnight = (day: string) => `${day}T00:00:00.000000+01:00`
    expect(await inBerlin('day')).toEqual([
      { duration: 3 * 3600, start_date: midnight('2026-03-02'), end_date: midnight('2026-03-03') },
      { duration: 3600, start_date: midnight('2026-03-03'), end_date: midnight('2026-03-04') },
    ])
    expect(await inBerlin('week')).toEqual([
      { duration: 4 * 3600, start_date: midnight('2026-03-02'), end_date: midnight('2026-03-09') },
    ])
    const [month] = await inBerlin('month')
    expect(month).toMatchObject({ duration: 4 * 3600, start_date: midnight('2026-03-01') })
    const [year] = await inBerlin('year')
    expect(year).toMatchObject({ duration: 4 * 3600, start_date: midnight('2026-01-01') })
  })

  test('is restricted by project, person and date as entries are', async () => {
    const total = async (query: string) =>
      (await rows(ann, `${USAGE}&columns[]=user&${query}`)).map((row) => Number(row['duration']) / 3600)
    expect(await total(`projects[]=/projects/${child}`)).toEqual([1.5])
    expect(await total(`projects[]=/projects/${root}`)).toEqual([0.5])
    expect(await total(`projects[]=/projects/${root}&include_child_projects=1`)).toEqual([2])
    expect(await total('projects[]=')).toEqual([1])
    expect(await total(`team_members[]=/users/${ann.user.id}`)).toEqual([3])
    expect(await total('team_members[]=/users/999999')).toEqual([])
    expect(await total('start_date_max=2026-03-01')).toEqual([])
    expect(await total('start_date_min=2026-03-02T11:00:00Z')).toEqual([1])
    expect(await total('start_date_min=1990-01-01&start_date_max=2999-01-01')).toEqual([3])
  })

  test('is for keys that may read it', async () => {
    const keyOf = async (scopes: string[]) =>
      (
        await createToken(ann.ctx(), {
          name: 'key',
          kind: 'timing',
          scopes,
          workspaceId: null,
          expiresAt: null,
          allowedIps: [],
        })
      ).secret
    const status = async (secret: string, query: string) =>
      (await ann.call('GET', `${API}/report?${query}`, undefined, { authorization: `Bearer ${secret}` }))
        .status
    const reports = await keyOf(['read:reports'])
    expect(await status(reports, '')).toBe(200)
    expect(await status(reports, USAGE)).toBe(403)
    expect(await status(await keyOf(['read:reports', 'read:app_usage']), USAGE)).toBe(200)
    expect(await status(await keyOf(['read:app_usage']), USAGE)).toBe(403)
  })
})

describe('app usage of colleagues', () => {
  const ALL = `${USAGE}&include_team_members=1`
  let team: { id: number; manager: Person; member: Person }
  let shared: number
  let closed: number

  beforeEach(async () => {
    team = await server.team(ann, 'manager', 'member')
    const { member } = team
    shared = (await createProject(ann.ctx(), team.id, { title: 'Team' })).id
    closed = (await createProject(member.ctx(), team.id, { title: 'Closed', is_private: true })).id
    const home = (await createProject(member.ctx(), member.workspaceId, { title: 'Home' })).id
    await use(member, { application: 'Editor', from: 0, hours: 2, project: shared })
    await use(member, { application: 'Game', from: 2, hours: 1, project: null })
    await use(member, { application: 'Diary', from: 3, hours: 1, project: home })
    await use(member, { application: 'Plans', from: 4, hours: 1, project: closed })
    await use(member, { application: 'Terminal', from: 6, hours: 3, project: shared })
    const times = { started_at: NINE, ended_at: NINE + HOUR }
    await createEntry(member.ctx(), { title: 'Build', project_id: shared, ...times })
  })

  test('is what each of the team’s projects got of a day, and nothing of what it was', async () => {
    const { manager, member } = team
    const query = `${ALL}&columns[]=project&columns[]=title&columns[]=notes&columns[]=timespan&sort[]=duration`
    expect(await rows(manager, query)).toEqual([
      {
        duration: 3600,
        project: self(shared),
        title: 'Build',
        notes: null,
        start_date: '2026-03-02T09:00:00.000000+00:00',
        end_date: '2026-03-02T10:00:00.000000+00:00',
      },
      {
        duration: 4 * 3600,
        project: self(shared),
        title: null,
        notes: null,
        start_date: '2026-03-02T00:00:00.000000+00:00',
        end_date: '2026-03-03T00:00:00.000000+00:00',
      },
    ])
    expect(await rows(manager, `${ALL}&columns[]=user&columns[]=project`)).toEqual([
      {
        duration: 5 * 3600,
        user: { self: `/users/${member.user.id}`, email: member.email, name: member.user.name },
        project: self(shared),
      },
    ])
  })

  test('never tells an application, a title or time at home, whoever asks for whichever columns', async () => {
    const columns = ['project', 'title', 'notes', 'timespan', 'user', 'billing_status']
    for (const person of [ann, team.manager]) {
      for (const mode of ['exact', 'day', 'week']) {
        const query = columns.map((each) => `columns[]=${each}`).join('&')
        const text = JSON.stringify(
          await rows(
            person,
            `${ALL}&${query}&timespan_grouping_mode=${mode}&team_members[]=/users/${team.member.user.id}`,
          ),
        )
        expect(text).not.toMatch(/Secret|Editor|Terminal|Game|Diary|Plans/)
      }
    }
  })

  test('on a project that is closed to one is not told, nor are others’ to those who manage nothing', async () => {
    const { manager, member } = team
    const byProject = async (person: Person) =>
      (await rows(person, `${ALL}&columns[]=project&projects[]=/projects/${shared}`)).map(
        (row) => row['duration'],
      )
    expect(await byProject(ann)).toEqual([5 * 3600])
    expect(await byProject(manager)).toEqual([5 * 3600])
    expect(
      (await rows(ann, `${ALL}&columns[]=project&projects[]=/projects/${closed}`)).map(
        (row) => row['duration'],
      ),
    ).toEqual([3600])
    expect((await rows(manager, `${ALL}&columns[]=project`)).map((row) => row['project'])).toEqual([
      self(shared),
    ])
    const other = await server.person()
    expect(await rows(other, ALL)).toEqual([])
    // One's own is told in full, with or without colleagues.
    const titles = (await rows(member, `${ALL}&columns[]=title&sort[]=title`)).map((row) => row['title'])
    expect(titles).toEqual(['Build', 'Diary', 'Editor', 'Game', 'Plans', 'Terminal'])
  })
})
