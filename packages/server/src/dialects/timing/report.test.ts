import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const HOUR = 3_600_000
const NINE = Date.UTC(2026, 2, 2, 9)

let server: TestServer
let ann: Person
/** The references of a tree five levels deep, by title. */
const projects = new Map<string, string>()

beforeAll(async () => {
  server = await openTestServer()
  server.clock.set('2026-03-20T12:00:00Z')
  ann = await server.person({ name: 'Ann' })
  let parent: number | null = null
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title, parent_id: parent })
    projects.set(title, `/projects/${project.id}`)
    parent = project.id
  }
  const other = await createProject(ann.ctx(), ann.workspaceId, { title: 'another' })
  projects.set('another', `/projects/${other.id}`)

  await entry({ project: 'One', title: 'Plan', hours: 1, billing_status: 'billable' })
  await entry({
    project: 'Three',
    title: 'Plan',
    hours: 2,
    billing_status: 'billed',
    notes: 'Second meeting',
  })
  await entry({ project: 'Five', title: 'Écrire', hours: 3, billing_status: 'not_billable' })
  await entry({ project: 'another', title: 'plan', hours: 4, billing_status: 'billable', notes: 'Meeting' })
  await entry({ project: null, title: 'Loose', hours: 5, billing_status: 'paid' })
  await entry({ project: 'another', title: null, hours: 6, billing_status: 'billable' })
})
afterAll(() => server.close())

type Spent = {
  project: string | null
  title: string | null
  hours: number
  notes?: string
  billing_status: 'not_billable' | 'billable' | 'billed' | 'paid'
}

let day = 0

async function entry({ project, title, hours, notes, billing_status }: Spent): Promise<void> {
  const started_at = NINE + 24 * HOUR * day++
  await createEntry(ann.ctx(), {
    started_at,
    ended_at: started_at + hours * HOUR,
    title,
    notes: notes ?? null,
    billing_status,
    project_id: project === null ? null : idOf(project),
  })
}

function idOf(title: string): number {
  return Number(projects.get(title)?.split('/').at(-1))
}

async function rows(query: string): Promise<Record<string, unknown>[]> {
  const { status, body } = await ann.call('GET', `${API}/report${query}`)
  expect([query, status, status === 200 ? null : body]).toEqual([query, 200, null])
  expect(Object.keys(body)).toEqual(['data'])
  return body.data
}

/** Rows in short: hours, and what the columns say, with projects called by their titles. */
async function short(query: string): Promise<unknown[][]> {
  const titles = new Map([...projects].map(([title, self]) => [self, title]))
  return (await rows(query)).map((row) =>
    Object.entries(row).map(([name, value]) => {
      if (name === 'duration') return Number(value) / 3600
      if (name !== 'project' || value === null) return value
      // The test shows projects as references alone.
      return titles.get((value as { self: string }).self)
    }),
  )
}

describe('the columns', () => {
  test('are project and title, the longest row first', async () => {
    expect(await short('')).toEqual([
      [6, 'another', null],
      [5, null, 'Loose'],
      [4, 'another', 'plan'],
      [3, 'Five', 'Écrire'],
      [2, 'Three', 'Plan'],
      [1, 'One', 'Plan'],
    ])
    expect(Object.keys((await rows(''))[0] ?? {})).toEqual(['duration', 'project', 'title'])
  })

  test('make one row of what is the same in all of them', async () => {
    expect(await short('?columns[]=title')).toEqual([
      [6, null],
      [5, 'Loose'],
      [4, 'plan'],
      [3, 'Plan'],
      [3, 'Écrire'],
    ])
    expect(await short('?columns[]=project')).toEqual([
      [10, 'another'],
      [5, null],
      [3, 'Five'],
      [2, 'Three'],
      [1, 'One'],
    ])
    expect(await short('?columns[]=billing_status')).toEqual([
      [11, 'billable'],
      [5, 'paid'],
      [3, 'not_billable'],
      [2, 'billed'],
    ])
    expect(await short('?columns[]=notes')).toEqual([
      [15, null],
      [4, 'Meeting'],
      [2, 'Second meeting'],
    ])
  })

  test('stand in the order they were asked for, each once', async () => {
    const [row] = await rows(
      '?columns[]=billing_status&columns[]=timespan&columns[]=title&columns[]=title&columns[]=notes&columns[]=project',
    )
    expect(Object.keys(row ?? {})).toEqual([
      'duration',
      'billing_status',
      'start_date',
      'end_date',
      'title',
      'notes',
      'project',
    ])
  })

  test('may be none: a report of oneself by user is one sum', async () => {
    expect(await rows('?columns[]=user')).toEqual([{ duration: 21 * 3600 }])
    expect(await rows('?columns[]=user&start_date_min=2020-01-01&start_date_max=2020-01-02')).toEqual([])
  })

  test('may come in every form a list has', async () => {
    const expected = await short('?columns[]=title')
    for (const query of ['?columns[0]=title', '?columns=title', '?columns[]=&columns[]=title'])
      expect(await short(query)).toEqual(expected)
  })

  test('name each person where colleagues are included', async () => {
    const self = { self: `/users/${ann.user.id}`, email: ann.email, name: 'Ann' }
    expect(await rows('?include_team_members=1&columns[]=user')).toEqual([
      { duration: 21 * 3600, user: self },
    ])
    const [row] = await rows('?include_team_members=true')
    expect(Object.keys(row ?? {})).toEqual(['duration', 'user', 'project', 'title'])
  })

  test('call a status that nobody gave undetermined', async () => {
    const bob = await server.person()
    const { id } = await createEntry(bob.ctx(), { started_at: NINE, ended_at: NINE + HOUR, title: 'Old' })
    await server.house.db.kysely
      .updateTable('entry')
      .set({ billing_status: null })
      .where('id', '=', id)
      .execute()
    for (const query of ['', '&billing_status[]=undetermined'])
      expect((await bob.call('GET', `${API}/report?columns[]=billing_status${query}`)).body).toEqual({
        data: [{ duration: 3600, billing_status: 'undetermined' }],
      })
  })
})

describe('a project', () => {
  test('is a reference, or whole without its children where that is asked for', async () => {
    const [plain] = await rows(
      '?columns[]=project&projects[]=' + projects.get('Two') + '&include_child_projects=1',
    )
    expect(plain?.['project']).toEqual({ self: projects.get('Five') })
    const [whole] = await rows('?columns[]=project&include_project_data=true&search_query=second')
    expect(whole).toEqual({
      duration: 7200,
      project: {
        self: projects.get('Three'),
        team_id: null,
        title: 'Three',
        title_chain: ['One', 'Two', 'Three'],
        color: expect.stringMatching(/^#[0-9A-F]{6}$/),
        productivity_score: 1,
        is_archived: false,
        notes: null,
        parent: { self: projects.get('Two') },
        default_billing_status: null,
        custom_fields: {},
      },
    })
    expect(await rows('?columns[]=project&include_project_data=1&projects[]=')).toEqual([
      { duration: 5 * 3600, project: null },
    ])
  })

  test('is no matter where its column is not shown', async () => {
    const expected = await rows('?columns[]=title')
    for (const query of ['include_project_data=true', 'project_grouping_level=0'])
      expect(await rows(`?columns[]=title&${query}`)).toEqual(expected)
  })

  test.each([
    [
      '-1',
      [
        [10, 'another'],
        [5, null],
        [3, 'Five'],
        [2, 'Three'],
        [1, 'One'],
      ],
    ],
    [
      '0',
      [
        [10, 'another'],
        [6, 'One'],
        [5, null],
      ],
    ],
    // Of rows that are as long as each other, the one without a project comes first.
    [
      '1',
      [
        [10, 'another'],
        [5, null],
        [5, 'Two'],
        [1, 'One'],
      ],
    ],
    [
      '2',
      [
        [10, 'another'],
        [5, null],
        [5, 'Three'],
        [1, 'One'],
      ],
    ],
    [
      '3',
      [
        [10, 'another'],
        [5, null],
        [3, 'Four'],
        [2, 'Three'],
        [1, 'One'],
      ],
    ],
    [
      '4',
      [
        [10, 'another'],
        [5, null],
        [3, 'Five'],
        [2, 'Three'],
        [1, 'One'],
      ],
    ],
    [
      '1000000',
      [
        [10, 'another'],
        [5, null],
        [3, 'Five'],
        [2, 'Three'],
        [1, 'One'],
      ],
    ],
  ])('counts towards its ancestor on level %s', async (level, expected) => {
    expect(await short(`?columns[]=project&project_grouping_level=${level}`)).toEqual(expected)
  })

  test('on the level of a root may be one that has no time of its own', async () => {
    const query = `?columns[]=project&include_project_data=1&project_grouping_level=1&projects[]=${projects.get('Five')}`
    const [row] = await rows(query)
    expect(row).toMatchObject({ duration: 3 * 3600, project: { title_chain: ['One', 'Two'] } })
    expect(row?.['project']).not.toHaveProperty('children')
  })
})

describe('what is counted', () => {
  test.each([
    ['projects[]={One}', 1],
    ['projects[]={One}&include_child_projects=1', 6],
    ['projects[]={Four}&include_child_projects=true', 3],
    ['projects[]={Four}', 0],
    ['projects[]=&projects[]={another}', 15],
    ['project[]={another}', 10],
    ['projects[]=', 5],
    ['search_query=plan', 7],
    ['search_query=MEETING%20second', 2],
    ['search_query=%C3%A9CRIRE', 3],
    ['search_query=ecrire', 0],
    ['billing_status[]=billable', 11],
    ['billing_status[]=billed&billing_status[]=paid', 7],
    ['billing_status[]=undetermined', 0],
    ['start_date_min=2026-03-04&start_date_max=2026-03-05', 7],
    ['start_date_min=2026-03-05', 15],
    ['start_date_max=2026-03-03', 3],
    ['start_date_min=2010-01-01&start_date_max=2050-01-01', 21],
    ['start_date_min=2026-03-02T09:00:00Z&start_date_max=2026-03-03T09:00:00Z', 3],
    ['start_date_min=2026-03-02T09:00:01Z&start_date_max=2026-03-03T08:59:59Z', 0],
    ['team_members[]={ann}', 21],
    ['team_members[]=/users/999999', 0],
    ['is_running=1&whatever=1', 21],
  ])('is as the parameters say: %s', async (query, hours) => {
    const names = new Map([...projects, ['ann', `/users/${ann.user.id}`]])
    const named = query.replaceAll(/\{(\w+)\}/g, (_, name: string) => names.get(name) ?? name)
    const shown = await rows(`?columns[]=user&${named}`)
    expect(shown).toEqual(hours === 0 ? [] : [{ duration: hours * 3600 }])
  })

  test('adds up to what the list has, whatever the columns', async () => {
    const { body } = await ann.call('GET', `${API}/time-entries`)
    const listed = body.data.reduce((sum: number, each: { duration: number }) => sum + each.duration, 0)
    for (const column of ['project', 'title', 'notes', 'timespan', 'billing_status']) {
      const shown = await rows(`?columns[]=${column}&timespan_grouping_mode=week`)
      expect(shown.reduce((sum, row) => sum + Number(row['duration']), 0)).toBe(listed)
    }
  })

  test('includes the running timer as far as it has come', async () => {
    const bob = await server.person()
    server.clock.set('2026-03-20T12:00:00Z')
    await startTimer(bob.ctx(), { title: 'Now' })
    server.clock.advance(90)
    const { body } = await bob.call('GET', `${API}/report?columns[]=title&columns[]=timespan`)
    expect(body.data).toEqual([
      {
        duration: 90,
        title: 'Now',
        start_date: '2026-03-20T12:00:00.000000+00:00',
        end_date: '2026-03-20T12:01:30.000000+00:00',
      },
    ])
    server.clock.set('2026-03-20T12:00:00Z')
  })
})

describe('the order', () => {
  const titles = async (query: string) => (await short(`?columns[]=title&${query}`)).map(([, title]) => title)

  test('is by each column, with what is empty first, without regard to case', async () => {
    expect(await titles('sort[]=title')).toEqual([null, 'Loose', 'Plan', 'plan', 'Écrire'])
    expect(await titles('sort[]=-title')).toEqual(['Écrire', 'Plan', 'plan', 'Loose', null])
    expect(await titles('sort[]=duration')).toEqual(['Plan', 'Écrire', 'plan', 'Loose', null])
    expect(await titles('sort[]=-duration')).toEqual([null, 'Loose', 'plan', 'Plan', 'Écrire'])

    const column = async (name: string, sort: string) =>
      (await short(`?columns[]=${name}&sort[]=${sort}`)).map(([, value]) => value)
    expect(await column('project', 'project')).toEqual([null, 'another', 'One', 'Three', 'Five'])
    expect(await column('project', '-project')).toEqual(['Five', 'Three', 'One', 'another', null])
    expect(await column('notes', 'notes')).toEqual([null, 'Meeting', 'Second meeting'])
    const statuses = ['billable', 'billed', 'not_billable', 'paid']
    expect(await column('billing_status', 'billing_status')).toEqual(statuses)
    expect(await column('billing_status', '-billing_status')).toEqual(statuses.toReversed())
  })

  test('is by several, the first before the second', async () => {
    const query = '?columns[]=billing_status&columns[]=title&sort[]=billing_status&sort[]=-duration'
    expect((await short(query)).map(([hours, status]) => [status, hours])).toEqual([
      ['billable', 6],
      ['billable', 4],
      ['billable', 1],
      ['billed', 2],
      ['not_billable', 3],
      ['paid', 5],
    ])
    expect(await titles('sort[]=-title&sort[]=title')).toEqual(await titles('sort[]=-title'))
  })

  test('is by the dates where these are shown', async () => {
    const starts = async (sort: string) =>
      (await rows(`?columns[]=timespan&sort[]=${sort}`)).map((row) => String(row['start_date']).slice(8, 10))
    const days = ['02', '03', '04', '05', '06', '07']
    for (const sort of ['timespan', 'start_date', 'end_date']) {
      expect(await starts(sort)).toEqual(days)
      expect(await starts(`-${sort}`)).toEqual(days.toReversed())
    }
  })

  test('of rows that are alike in it is by the columns, and the same every time', async () => {
    expect(
      await short(
        '?columns[]=title&columns[]=project&sort[]=title&billing_status[]=billed&search_query=plan',
      ),
    ).toEqual([[2, 'Plan', 'Three']])
    const query = '?columns[]=project&columns[]=title&sort[]=project'
    expect((await short(query)).map(([, project, title]) => [project, title])).toEqual([
      [null, 'Loose'],
      ['another', null],
      ['another', 'plan'],
      ['One', 'Plan'],
      ['Three', 'Plan'],
      ['Five', 'Écrire'],
    ])
  })

  test('may be by user though a report of oneself shows none, as in the example of the documents', async () => {
    expect(await short('?sort[]=user&sort[]=-duration')).toEqual(await short(''))
  })
})
