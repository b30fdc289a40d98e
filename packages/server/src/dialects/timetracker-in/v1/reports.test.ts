import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createToken } from '../../../core/tokens.ts'
import { updateMe } from '../../../core/users.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { type Client, coreClient } from '../testing/client.ts'
import { type CoreTeam, coreTeam, DENIED, NOT_FOUND, refusal, rootOf, wrong } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  team = await coreTeam(server)
})
afterAll(() => server.close())

const report = async (path: string, client: Client = team.owner) => {
  const answer = await client.get(`${team.root}/reports/${path}`)
  expect(answer.status).toBe(200)
  return answer.body
}

type Totals = {
  duration: number
  billable_duration: number
  entries: number
  amounts: { currency: string; amount: number }[]
}
type ShownEntry = {
  date: string
  duration: number
  billable: boolean
  project_name: string | null
  client_name: string | null
  team_member_name: string
  tags: { name: string }[]
}
type ShownGroup = Totals & { by: string; name?: string | null; date?: string; groups: ShownGroup[] }

const MARCH = 'start_date=2026-03-01&end_date=2026-03-31'
const RATE = 100

/** Two people's time of a month on two projects, of which one has a rate, and on none. */
async function aMonth(): Promise<ShownEntry[]> {
  const ctx = () => team.people.owner.ctx()
  const client = await createClient(ctx(), team.id, { name: 'Northwind' })
  const projects: (string | null)[] = [null]
  const made = { name: 'Website', client_id: uuidOf('client', client.id), default_billable_rate: RATE }
  projects.push((await team.owner.post(`${team.root}/projects`, made)).body.id)
  projects.push((await team.owner.post(`${team.root}/projects`, { name: 'Shop' })).body.id)
  const tags = []
  for (const name of ['Meeting', 'Travel'])
    tags.push((await team.owner.post(`${team.root}/tags`, { name })).body.id)
  for (let index = 0; index < 24; index++) {
    const start = Date.UTC(2026, 2, 1 + ((index * 7) % 31), 22, index * 3)
    const sent = {
      description: `Work ${index}`,
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + (index + 1) * 360_000).toISOString(),
      billable: index % 3 !== 0,
      project_id: projects[index % 3],
      tag_ids: tags.slice(0, index % 4 === 3 ? 2 : index % 2),
    }
    const client = index % 5 === 0 ? team.member : team.owner
    expect((await client.post(`${team.root}/time-entries`, sent)).status).toBe(200)
  }
  return (await team.owner.get(`${team.root}/time-entries?per_page=100`)).body.data
}

const sumOf = (entries: readonly ShownEntry[]) => ({
  duration: entries.reduce((sum, entry) => sum + entry.duration, 0),
  billable_duration: entries.reduce((sum, entry) => sum + (entry.billable ? entry.duration : 0), 0),
  entries: entries.length,
})

const plain = ({ duration, billable_duration, entries }: Totals) => ({ duration, billable_duration, entries })

/** What the entries of each name come to. */
function byName(entries: readonly ShownEntry[], nameOf: (entry: ShownEntry) => string | null) {
  const names = [...new Set(entries.map(nameOf))]
  return new Map(names.map((name) => [name, sumOf(entries.filter((entry) => nameOf(entry) === name))]))
}

const shown = (groups: readonly ShownGroup[]) =>
  new Map(groups.map((group) => [group.name === undefined ? (group.date ?? '') : group.name, plain(group)]))

describe('a summary', () => {
  test('comes to what its entries come to, whatever it is grouped by', async () => {
    const entries = await aMonth()
    const ways: [string, (entry: ShownEntry) => string | null][] = [
      ['project', (entry) => entry.project_name],
      ['client', (entry) => entry.client_name],
      ['team_member', (entry) => entry.team_member_name],
      ['day', (entry) => entry.date.slice(0, 10)],
      ['month', (entry) => `${entry.date.slice(0, 7)}-01`],
    ]
    for (const [way, nameOf] of ways) {
      const { totals, groups, group_by } = await report(`summary?${MARCH}&group_by=${way}`)
      expect([way, group_by, plain(totals)]).toEqual([way, [way], sumOf(entries)])
      expect(shown(groups)).toEqual(byName(entries, nameOf))
    }
  })

  test('nests its groups, and the sums of what lies below are the sums above', async () => {
    const entries = await aMonth()
    const { groups } = await report(`summary?${MARCH}&group_by=client,project`)
    expect(groups.map((group: ShownGroup) => group.by)).toEqual(['client', 'client'])
    for (const client of groups as ShownGroup[]) {
      const own = entries.filter((entry) => entry.client_name === client.name)
      expect(shown(client.groups)).toEqual(byName(own, (entry) => entry.project_name))
      expect(client.groups.every((group) => group.by === 'project')).toBe(true)
    }
  })

  test('has an entry with two tags under both, and once in every total', async () => {
    const entries = await aMonth()
    const { totals, groups } = await report(`summary?${MARCH}&group_by=tag`)
    expect(plain(totals)).toEqual(sumOf(entries))
    for (const { name, ...group } of groups) {
      const own = entries.filter(({ tags }) =>
        name === null ? tags.length === 0 : tags.some((tag) => tag.name === name),
      )
      expect([name, plain(group)]).toEqual([name, sumOf(own)])
    }
    expect(groups.reduce((sum: number, each: Totals) => sum + each.entries, 0)).toBeGreaterThan(24)
  })

  test('counts the money that its reader may know', async () => {
    const entries = await aMonth()
    const paid = sumOf(entries.filter(({ billable, project_name }) => billable && project_name === 'Website'))
    const amounts = [{ currency: 'EUR', amount: (paid.duration / 3600) * RATE }]
    const { totals, groups } = await report(`summary?${MARCH}`)
    expect(totals.amounts).toEqual(amounts)
    expect(groups.find((group: ShownGroup) => group.name === 'Website').amounts).toEqual(amounts)
    expect(groups.find((group: ShownGroup) => group.name === 'Shop').amounts).toEqual([])

    const own = await report(`summary?${MARCH}`, team.member)
    const theirs = entries.filter((entry) => entry.team_member_name !== 'Olga')
    expect(plain(own.totals)).toEqual(sumOf(theirs))
    const none = await report(`summary?${MARCH}`, team.viewer)
    expect(none.totals).toEqual({ duration: 0, billable_duration: 0, entries: 0, amounts: [] })
  })

  test('goes by the filters of the list of time entries', async () => {
    const entries = await aMonth()
    const { body: projects } = await team.owner.get(`${team.root}/projects?name=Shop`)
    const { body: members } = await team.owner.get(`${team.root}/team-members?per_page=2`)
    const member = members.data[1]
    for (const filter of [
      'billable=false',
      `project_id=${projects.data[0].id}`,
      `team_member_id=${member.id}`,
      `client_id=${uuidOf('client', 999_999)}`,
      'description=work 1',
    ]) {
      const { body } = await team.owner.get(`${team.root}/time-entries?per_page=100&${filter}`)
      const { totals } = await report(`summary?${MARCH}&${filter}`)
      expect([filter, plain(totals)]).toEqual([filter, sumOf(body.data)])
      expect(totals.entries).toBeLessThan(entries.length)
    }
  })

  test('knows nothing of time that still runs', async () => {
    await team.owner.post(`${team.root}/timer/start`, {})
    server.clock.advance(60)
    expect((await report(`summary?${MARCH}`)).totals.entries).toBe(0)
  })

  test.each([
    ['', wrong('start_date', 'end_date')],
    ['start_date=2026-03-01', wrong('end_date')],
    ['start_date=2026-03-01&end_date=2026-02-28', wrong('end_date')],
    ['start_date=2026-02-30&end_date=2026-03-01', wrong('start_date')],
    ['start_date=2026-03-01T00:00:00Z&end_date=2026-03-02', wrong('start_date')],
    [`${MARCH}&timezone=Mars/Olympus`, wrong('timezone')],
    [`${MARCH}&group_by=colour`, wrong('group_by')],
    [`${MARCH}&group_by=day,project,task`, wrong('group_by')],
    [`${MARCH}&group_by=day,day`, wrong('group_by')],
    [`${MARCH}&billable=perhaps`, wrong('billable')],
    [`${MARCH}&project_id=7`, NOT_FOUND],
  ])('is not told of %j', async (query, answer) => {
    expect(refusal(await team.owner.get(`${team.root}/reports/summary?${query}`))).toEqual(answer)
  })

  test('of another workspace is not found, nor is one without the scope given', async () => {
    const { owner } = team.people
    const { secret } = await createToken(owner.ctx(), {
      name: 'Tags only',
      kind: 'timetracker',
      scopes: ['read:tags'],
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
    })
    const limited = coreClient(server, secret)
    for (const kind of ['summary', 'detailed', 'weekly']) {
      const path = `${rootOf(owner.workspaceId)}/reports/${kind}?${MARCH}`
      expect(refusal(await team.member.get(path))).toEqual(NOT_FOUND)
      expect(refusal(await limited.get(`${team.root}/reports/${kind}?${MARCH}`))).toEqual(DENIED)
    }
  })
})

describe('a detailed report', () => {
  test('holds each entry once, page by page, with what all of them come to', async () => {
    const entries = await aMonth()
    const pages = []
    for (const page of [1, 2, 3]) pages.push(await report(`detailed?${MARCH}&per_page=10&page=${page}`))
    expect(pages.map(({ data }) => data.length)).toEqual([10, 10, 4])
    expect(pages[0].pagination).toEqual({ page: 1, per_page: 10, total: 24, total_pages: 3 })
    const rows = pages.flatMap(({ data }) => data)
    expect(rows).toMatchObject(entries)
    const amount = rows.reduce((sum: number, row: { amount: number | null }) => sum + (row.amount ?? 0), 0)
    for (const { totals } of pages)
      expect(totals).toEqual({ ...sumOf(entries), amounts: [{ currency: 'EUR', amount }] })
    expect(amount).toBeGreaterThan(0)
  })

  test('has time that another wire wrote', async () => {
    await team.people.owner.call('POST', '/timing/api/v1/time-entries', {
      start_date: '2026-03-02T09:00:00Z',
      end_date: '2026-03-02T10:00:00Z',
      title: 'From afar',
    })
    const path = `${rootOf(team.people.owner.workspaceId)}/reports/detailed?${MARCH}`
    const { body } = await team.owner.get(path)
    expect(body.data).toMatchObject([{ description: 'From afar', duration: 3600, amount: null }])
  })
})

describe('the days of a report', () => {
  /** Half past eleven in the evening of the 28th in Berlin, and the whole of the 29th, which has 23 hours. */
  const aroundTheChange = async (person: Person) => {
    const write = (from: string, to: string) =>
      createEntry(person.ctx(), {
        workspace_id: team.id,
        started_at: Date.parse(from),
        ended_at: Date.parse(to),
      })
    await write('2026-03-28T23:30:00+01:00', '2026-03-29T00:30:00+01:00')
    await write('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')
  }

  test('are those of the zone that is asked for, also where the clocks change', async () => {
    await aroundTheChange(team.people.owner)
    const berlin = 'timezone=Europe/Berlin&group_by=day'
    const { groups, timezone } = await report(`summary?start_date=2026-03-28&end_date=2026-03-29&${berlin}`)
    expect([timezone, ...groups.map(({ date, duration }: ShownGroup) => [date, duration])]).toEqual([
      'Europe/Berlin',
      ['2026-03-28', 3600],
      ['2026-03-29', 23 * 3600],
    ])
    const one = await report(`detailed?start_date=2026-03-29&end_date=2026-03-29&timezone=Europe/Berlin`)
    expect(one.totals).toMatchObject({ entries: 1, duration: 23 * 3600 })
    const inUtc = await report('summary?start_date=2026-03-29&end_date=2026-03-29')
    expect(inUtc.totals).toMatchObject({ entries: 0 })
  })

  test('are those of one’s own zone where none is asked for', async () => {
    await aroundTheChange(team.people.owner)
    await updateMe(team.people.owner.ctx(), { time_zone: 'Europe/Berlin' })
    const { totals, timezone } = await report('summary?start_date=2026-03-29&end_date=2026-03-29')
    expect([timezone, totals.duration]).toEqual(['Europe/Berlin', 23 * 3600])
  })
})

describe('a week', () => {
  test('has all seven days for each member or project, and its sums', async () => {
    const entries = await aMonth()
    const week = entries.filter(({ date }) => date >= '2026-03-09' && date < '2026-03-16')
    for (const [way, nameOf] of [
      ['team_member', (entry: ShownEntry) => entry.team_member_name],
      ['project', (entry: ShownEntry) => entry.project_name],
    ] as const) {
      const body = await report(`weekly?start_date=2026-03-12&group_by=${way}`)
      expect([body.start_date, body.end_date, body.group_by]).toEqual(['2026-03-09', '2026-03-15', [way]])
      expect(plain(body.totals)).toEqual(sumOf(week))
      expect(shown(body.groups)).toEqual(byName(week, nameOf))
      for (const group of [...body.groups, body.totals]) {
        const own = group === body.totals ? week : week.filter((entry) => nameOf(entry) === group.name)
        const days = group.days.map(({ date }: { date: string }) => ({
          date,
          duration: sumOf(own.filter((entry) => entry.date.startsWith(date))).duration,
        }))
        expect([days.length, group.days]).toEqual([7, days])
      }
    }
  })

  test('begins on the day on which one’s weeks begin', async () => {
    await updateMe(team.people.owner.ctx(), { week_start: 7 })
    const { start_date, totals, groups } = await report('weekly?start_date=2026-03-12')
    expect([start_date, groups, totals.days.length]).toEqual(['2026-03-08', [], 7])
  })

  test('is of members or of projects', async () => {
    const weekly = `${team.root}/reports/weekly`
    for (const asked of ['tag', 'project,team_member'])
      expect(refusal(await team.owner.get(`${weekly}?start_date=2026-03-12&group_by=${asked}`))).toEqual(
        wrong('group_by'),
      )
    expect(refusal(await team.owner.get(weekly))).toEqual(wrong('start_date'))
  })
})
