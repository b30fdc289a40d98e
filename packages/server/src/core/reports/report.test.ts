import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../clients.ts'
import { createEntry } from '../entries/write.ts'
import { listEntries } from '../entries/read.ts'
import { addMember, updateMember } from '../members.ts'
import { createProject, updateProject } from '../projects/write.ts'
import { createRate } from '../rates.ts'
import { durationSeconds } from '../rules/duration.ts'
import { firstDayOf } from '../rules/local-periods.ts'
import { localDay } from '../rules/local-time.ts'
import { amountOf } from '../rules/money.ts'
import { createTask } from '../tasks.ts'
import { deleteTag, listTags } from '../tags.ts'
import { startTimer } from '../timer.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import type { Group, Report } from './answer.ts'
import { questionFrom, type ReportDefinition } from './definition.ts'
import { listReportEntries } from './entries.ts'
import { runReport } from './report.ts'

let server: TestServer
const HOUR = 3_600_000
const nine = Date.UTC(2026, 2, 2, 9)

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

async function ask(person: Person, definition: ReportDefinition): Promise<Report> {
  const ctx = person.ctx()
  return runReport(ctx, await questionFrom(ctx, { limit: 10_000, ...definition }))
}

const lines = (groups: readonly Group[]): [string | number | null, number][] =>
  groups.map(({ key, total }) => [key, total.seconds])

type Made = {
  started_at: number
  minutes: number
  break_minutes: number
  project: number | null
  tags: string[]
  billing_status: 'billable' | 'not_billable' | 'paid'
  title: string
}

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
]
const zone = fc.constantFrom(...ZONES)
// Around changes of the clock in both hemispheres, and the day that Samoa left out.
const around = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-04-05T02:00:00Z',
  '2011-12-30T09:00:00Z',
  '2018-11-04T03:00:00Z',
]
const instant = fc
  .tuple(fc.constantFrom(...around), fc.integer({ min: -200, max: 200 }))
  .map(([text, quarters]) => Date.parse(text) + quarters * 15 * 60_000)
const made = fc.record({
  started_at: instant,
  minutes: fc.nat(140).map((quarters) => quarters * 15),
  break_minutes: fc.constantFrom(0, 0, 0, 15, 45),
  project: fc.constantFrom(null, 0, 1, 2),
  tags: fc.subarray(['red', 'blue']),
  billing_status: fc.constantFrom('billable', 'not_billable', 'paid'),
  title: fc.constantFrom('A', 'B'),
})

/** Somebody with a small tree of projects, rates on different levels, and these entries. */
async function personWith(entries: readonly Made[]): Promise<Person> {
  const person = await server.person()
  const workspaceId = person.workspaceId
  const ctx = () => person.ctx()
  const client = await createClient(ctx(), workspaceId, { name: 'Client' })
  const root = await createProject(ctx(), workspaceId, { title: 'Root', client_id: client.id })
  const child = await createProject(ctx(), workspaceId, { title: 'Child', parent_id: root.id })
  const other = await createProject(ctx(), workspaceId, { title: 'Other' })
  const rate = { workspace_id: workspaceId, kind: 'billable' as const }
  await createRate(ctx(), { ...rate, amount: 9733, currency: 'EUR' })
  await createRate(ctx(), { ...rate, amount: 12_345, currency: 'EUR', effective_from: '2026-04-01' })
  await createRate(ctx(), { ...rate, amount: 101, currency: 'USD', project_id: other.id })
  await createRate(ctx(), { ...rate, kind: 'cost', amount: 4001, currency: 'EUR' })
  const projects = [root.id, child.id, other.id]
  for (const { project, minutes, break_minutes, ...fields } of entries) {
    await createEntry(ctx(), {
      ...fields,
      workspace_id: workspaceId,
      project_id: project === null ? null : projects[project],
      ended_at: fields.started_at + minutes * 60_000,
      break_seconds: break_minutes * 60,
    })
  }
  return person
}

const all = { cursor: null, limit: 200 }

describe('a report of any entries', () => {
  test('adds up to brute force by day, and to the same total however it is grouped', async () => {
    const rounding = fc.record({
      rounding: fc.constantFrom('none', 'up', 'down', 'nearest'),
      rounding_minutes: fc.constantFrom(1, 6, 15, 60),
      rounding_per: fc.constantFrom('entry', 'day_project', 'total'),
    })
    const groupings = fc.subarray(
      [
        'user',
        'project',
        'project:1',
        'client',
        'task',
        'title',
        'notes',
        'billing_status',
        'rate',
        'day',
        'week',
        'month',
        'year',
      ],
      { minLength: 1, maxLength: 3 },
    )
    const entries = fc.array(made, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        entries,
        zone,
        rounding,
        groupings,
        fc.constantFrom('start', 'split'),
        async (...given) => {
          const [some, time_zone, rounds, group_by, attribution] = given
          // The season in which one asks changes nothing.
          server.clock.now = Date.parse(
            some.length % 2 === 0 ? '2027-01-15T12:00:00Z' : '2027-07-15T12:00:00Z',
          )
          const person = await personWith(some)
          const question = { time_zone, attribution, ...rounds } as ReportDefinition
          const byDay = await ask(person, { ...question, group_by: ['day'] })
          const grouped = await ask(person, { ...question, group_by })
          const tagged = await ask(person, { ...question, group_by: ['tag', ...group_by.slice(0, 2)] })

          for (const report of [byDay, grouped, tagged]) expect(report.total).toEqual(byDay.total)
          expectSubTotals(byDay.total, byDay.groups)
          expectSubTotals(grouped.total, grouped.groups)
          for (const group of tagged.groups) expectSubTotals(group.total, group.groups)
          if (rounds.rounding === 'none')
            expect(lines(byDay.groups)).toEqual(await daysByBruteForce(person, time_zone, attribution))

          const ctx = person.ctx()
          const { rows } = await listReportEntries(ctx, await questionFrom(ctx, question), all)
          expect(rows.reduce((sum, row) => sum + row.seconds, 0)).toBe(byDay.total.seconds)
          for (const { currency, billable } of byDay.total.money) {
            const listed = rows.filter((row) => row.billable_currency === currency)
            expect(listed.reduce((sum, row) => sum + (row.billable_amount ?? 0), 0)).toBe(billable)
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  test('is worth what the rate in force on its day makes of its seconds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 6 }), async (some) => {
        server.clock.now = Date.parse('2027-01-15T12:00:00Z')
        const person = await personWith(some)
        const { rows } = await listEntries(person.ctx(), { whose: 'mine' }, all)
        for (const row of rows) {
          const seconds = durationSeconds(row, row.ended_at!)
          const usual = row.started_on >= '2026-04-01' ? 12_345 : 9733
          const isOther = row.billable_currency === 'USD'
          const rate = isOther ? 101 : usual
          const isBillable = row.billing_status !== 'not_billable'
          expect(row.billable_amount).toBe(isBillable ? amountOf(seconds, rate) : null)
          expect(row.cost_amount).toBe(amountOf(seconds, 4001))
        }
      }),
      { numRuns: 10 },
    )
  }, 60_000)

  test('rounds each entry, each day and project, or the whole', async () => {
    const person = await personWith([
      at(0, { minutes: 15, title: 'A' }),
      at(1, { minutes: 30, title: 'B' }),
      at(30, { minutes: 15, title: 'A' }),
    ])
    const question = { rounding: 'up', rounding_minutes: 20 } as const
    const total = async (rounding_per: 'entry' | 'day_project' | 'total') =>
      (await ask(person, { ...question, rounding_per })).total.seconds / 60
    expect([await total('entry'), await total('day_project'), await total('total')]).toEqual([80, 80, 60])
    const byTitle = await ask(person, { ...question, rounding_per: 'total', group_by: ['title'] })
    expect(lines(byTitle.groups)).toEqual([
      ['A', 30 * 60],
      ['B', 30 * 60],
    ])
    const entries = await listEntries(person.ctx(), { whose: 'mine' }, all)
    expect(entries.rows.map((row) => durationSeconds(row, 0) / 60)).toEqual([15, 30, 15])
  })
})

function at(hours: number, more: Partial<Made>): Made {
  return {
    started_at: nine + hours * HOUR,
    minutes: 60,
    break_minutes: 0,
    project: null,
    tags: [],
    billing_status: 'billable',
    title: 'A',
    ...more,
  }
}

/** What lines show adds up to what is shown above them, in time and in every currency. */
function expectSubTotals(total: Report['total'], groups: readonly Group[]): void {
  if (groups.length === 0) return
  const sum = (pick: (group: Group) => number) => groups.reduce((each, group) => each + pick(group), 0)
  expect(sum((group) => group.total.seconds)).toBe(total.seconds)
  expect(sum((group) => group.total.billable_seconds)).toBe(total.billable_seconds)
  for (const money of total.money) {
    const of = (group: Group) => group.total.money.find((each) => each.currency === money.currency)
    expect(sum((group) => of(group)?.billable ?? 0)).toBe(money.billable)
    expect(sum((group) => of(group)?.cost ?? 0)).toBe(money.cost)
  }
  for (const group of groups) {
    if (group.by !== 'tag') expectSubTotals(group.total, group.groups)
  }
}

const STEP = 15 * 60

/** Every quarter of an hour of every entry, put on the day the wall of the zone shows. */
async function daysByBruteForce(person: Person, time_zone: string, attribution: string) {
  const { rows } = await listEntries(person.ctx(), { whose: 'mine' }, all)
  const days = new Map<string, number>()
  const add = (day: string, seconds: number) => days.set(day, (days.get(day) ?? 0) + seconds)
  for (const row of rows) {
    if (attribution === 'start') {
      add(localDay(row.started_at, time_zone), durationSeconds(row, 0))
      continue
    }
    let pause = row.break_seconds
    if (row.started_at === row.ended_at) add(localDay(row.started_at, time_zone), 0)
    for (let at = row.started_at; at < row.ended_at!; at += STEP * 1000) {
      const worked = STEP - Math.min(pause, STEP)
      pause -= STEP - worked
      add(localDay(at, time_zone), worked)
    }
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

describe('a report', () => {
  let ann: Person

  beforeAll(async () => {
    server.clock.now = nine + 100 * HOUR
    ann = await personWith([
      at(0, { title: 'A', project: 1, tags: ['red', 'blue'] }),
      at(2, { title: 'B', project: 2, tags: ['red'], minutes: 120 }),
      at(14, { title: 'A', minutes: 120 }),
    ])
    await startTimer(ann.ctx(), { title: 'now', started_at: nine + 99 * HOUR })
  })

  test('counts running timers up to now', async () => {
    const { total } = await ask(ann, { running: true })
    expect(total).toMatchObject({
      entries: 1,
      seconds: 3600,
      money: [{ currency: 'EUR', billable: 9733, cost: 4001, profit: 5732 }],
    })
  })

  test('counts an entry with two tags under both, once in the total, and says so', async () => {
    const report = await ask(ann, { group_by: ['tag'], running: false })
    expect(report).toMatchObject({ repeats_entries: true, total: { entries: 3, seconds: 5 * 3600 } })
    expect(report.groups.map(({ label, total }) => [label, total.entries])).toEqual([
      ['red', 2],
      [null, 1],
      ['blue', 1],
    ])
    const above = await ask(ann, { group_by: ['title', 'tag'], running: false })
    expect(lines(above.groups)).toEqual([
      ['A', 3 * 3600],
      ['B', 2 * 3600],
    ])
  })

  test('does not know a tag that is deleted', async () => {
    const bob = await personWith([at(0, { tags: ['red', 'blue'] })])
    const { rows } = await listTags(bob.ctx(), {}, all)
    await deleteTag(bob.ctx(), { id: rows.find((tag) => tag.name === 'red')!.id })
    const report = await ask(bob, { group_by: ['tag'] })
    expect(report.groups.map(({ label }) => label)).toEqual(['blue'])
    expect(
      (await ask(bob, { group_by: ['tag'], attribution: 'split' })).groups.map((each) => each.label),
    ).toEqual(['blue'])
  })

  test('rolls projects up to a level and to clients', async () => {
    const names = async (by: string) =>
      (await ask(ann, { group_by: [by], running: false, sort: 'label' })).groups.map(({ label, total }) => [
        label,
        total.seconds / 3600,
      ])
    expect(await names('project:1')).toEqual([
      [null, 2],
      ['Other', 2],
      ['Root', 1],
    ])
    expect(await names('project:2')).toEqual([
      [null, 2],
      ['Other', 2],
      ['Child', 1],
    ])
    // What is made below a client's project is that client's too.
    expect(await names('client')).toEqual([
      [null, 4],
      ['Client', 1],
    ])
  })

  test('puts an entry that crosses midnight on its first day, or on both', async () => {
    const berlin = { time_zone: 'Europe/Berlin', group_by: ['day'], running: false }
    const starting = await ask(ann, berlin)
    expect(lines(starting.groups)).toEqual([
      ['2026-03-02', 3 * 3600],
      ['2026-03-03', 2 * 3600],
    ])
    const utc = { ...berlin, time_zone: 'UTC' }
    expect(lines((await ask(ann, utc)).groups)).toEqual([['2026-03-02', 5 * 3600]])
    const split = await ask(ann, { ...utc, attribution: 'split' })
    expect(lines(split.groups)).toEqual([
      ['2026-03-02', 4 * 3600],
      ['2026-03-03', 3600],
    ])
    expect(split.total).toMatchObject({ entries: 3, seconds: 5 * 3600 })
    expect(split.groups.map(({ total }) => total.entries)).toEqual([3, 1])
  })

  test('of a day holds what lies in it where time is split, and of both days together all of it', async () => {
    const day = (from: string, to = from) =>
      ask(ann, { from, to, time_zone: 'UTC', attribution: 'split' }).then(({ total }) => total.seconds / 3600)
    expect([await day('2026-03-02'), await day('2026-03-03'), await day('2026-03-02', '2026-03-03')]).toEqual(
      [4, 1, 5],
    )
  })

  test('agrees with the list of entries under every filter', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Direct' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    const task = await createTask(ann.ctx(), project.id, { name: 'T' })
    const fields = {
      started_at: nine,
      ended_at: nine + HOUR,
      title: 'filtered',
      custom_fields: { ref: 'x-1' },
    }
    await createEntry(ann.ctx(), { ...fields, project_id: project.id, task_id: task.id })
    await createEntry(ann.ctx(), { ...fields, workspace_id: ann.workspaceId, client_id: client.id })
    const { rows: tags } = await listTags(ann.ctx(), {}, all)
    const filters: [ReportDefinition, number][] = [
      [{ client_id: [client.id] }, 2],
      [{ project_id: [project.id] }, 1],
      [{ task_id: [task.id] }, 1],
      [{ no_client: true, q: 'filtered' }, 0],
      [{ custom_field: 'ref', custom_value: 'x-1' }, 2],
      [{ custom_field: 'ref', custom_value: 'x' }, 0],
      [{ tag_id: tags.map((tag) => tag.id) }, 2],
      [{ no_tag: true, q: 'a' }, 1],
      [{ q: 'filtered', billing_status: ['billable'] }, 2],
      [{ range: 'this_week', time_zone: 'UTC' }, 6],
    ]
    for (const [filter, entries] of filters) {
      expect([filter, (await ask(ann, filter)).total.entries]).toEqual([filter, entries])
      const ctx = ann.ctx()
      const { rows } = await listReportEntries(ctx, await questionFrom(ctx, filter), all)
      expect(rows).toHaveLength(entries)
    }
  })

  test('is cut where it has more lines than asked for, with whole totals', async () => {
    const whole = await ask(ann, { group_by: ['day', 'title'] })
    const cut = await ask(ann, { group_by: ['day', 'title'], limit: 1 })
    expect(cut).toMatchObject({ is_cut: true, row_count: whole.row_count, total: whole.total })
    expect(cut.groups.flatMap(({ groups }) => groups)).toHaveLength(1)
    expect(cut.groups[0]?.total).toEqual(whole.groups[0]?.total)
  })

  test('starts its weeks on the day its reader does', async () => {
    const report = await ask(ann, { group_by: ['week'], time_zone: 'UTC' })
    expect(report.groups[0]?.key).toBe(firstDayOf('2026-03-02', 'week', 1))
  })

  test.each<[string, ReportDefinition]>([
    ['a grouping twice', { group_by: ['day', 'day'] }],
    ['an unknown grouping', { group_by: ['moon'] }],
    ['the exact span, which only wires ask for', { group_by: ['span'] }],
    ['a level that cannot be', { group_by: ['project:0'] }],
    ['an unknown zone', { time_zone: 'Mars/Olympus' }],
    ['a range of ten thousand years', { from: '0001-01-01', to: '9999-12-31' }],
    ['a range backwards', { from: '2026-03-02', to: '2026-03-01' }],
    ['a day that is none', { from: '2026-02-31' }],
    ['somebody else’s workspace', { workspace_id: 999_999 }],
  ])('refuses %s', async (_, definition) => {
    await expect(ask(ann, definition)).rejects.toMatchObject({
      code: expect.stringMatching(/invalid|not_found/),
    })
  })

  test('of a thousand years costs no more than what is in it', async () => {
    const wide = await ask(ann, {
      from: '1900-01-01',
      to: '2999-12-31',
      group_by: ['month', 'day'],
      time_zone: 'Europe/Berlin',
    })
    expect(wide.total).toEqual((await ask(ann, {})).total)
  })
})

describe('who may know what', () => {
  test('managers see costs, members what their own time is billed for, viewers no money', async () => {
    const owner = await server.person()
    const team = await server.team(owner, 'manager', 'member', 'viewer')
    server.clock.now = nine + 100 * HOUR
    const rate = { workspace_id: team.id, currency: 'EUR' }
    await createRate(owner.ctx(), { ...rate, kind: 'billable', amount: 10_000 })
    await createRate(owner.ctx(), { ...rate, kind: 'cost', amount: 6000 })
    for (const person of [owner, team.member])
      await createEntry(person.ctx(), { workspace_id: team.id, started_at: nine, ended_at: nine + HOUR })
    const question = { workspace_id: team.id, everyone: true }
    const seen = async (person: Person) => (await ask(person, question)).total
    expect(await seen(team.manager)).toMatchObject({
      entries: 2,
      money: [{ billable: 20_000, cost: 12_000, profit: 8000 }],
    })
    expect(await seen(team.member)).toMatchObject({
      entries: 1,
      money: [{ billable: 10_000, cost: null, profit: null }],
    })
    expect(await seen(team.viewer)).toMatchObject({ entries: 0, money: [] })
    await expect(ask(team.viewer, { ...question, sort: 'amount' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask(team.viewer, { ...question, group_by: ['rate'] })).rejects.toMatchObject({
      code: 'invalid',
    })
    const stranger = await server.person()
    await expect(ask(stranger, question)).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each(['start', 'split'] as const)(
    'what one may not know in one workspace is not in a sum over several, with each entry under its %s',
    async (attribution) => {
      const [ann, bob] = [await server.person(), await server.person()]
      const [annsTeam, bobsTeam] = [await server.team(ann), await server.team(bob)]
      const { id } = await addMember(server.system(), {
        workspace_id: annsTeam.id,
        user_id: bob.user.id,
        role: 'member',
      })
      server.clock.now = nine + 100 * HOUR
      for (const [owner, team] of [
        [ann, annsTeam],
        [bob, bobsTeam],
      ] as const) {
        const rate = { workspace_id: team.id, currency: 'EUR' }
        await createRate(owner.ctx(), { ...rate, kind: 'billable', amount: 10_000 })
        await createRate(owner.ctx(), { ...rate, kind: 'cost', amount: 6000 })
        const times = { started_at: nine, ended_at: nine + HOUR }
        await createEntry(bob.ctx(), { workspace_id: team.id, ...times })
      }
      const told = async () => (await ask(bob, { attribution, group_by: ['user'] })).total.money
      expect(await told()).toMatchObject([{ billable: 20_000, cost: 6000 }])
      await updateMember(ann.ctx(), { workspaceId: annsTeam.id, memberId: id }, { role: 'viewer' })
      expect(await told()).toMatchObject([{ billable: 10_000, cost: 6000 }])
    },
  )

  test('a key needs the scope of reports', async () => {
    const ann = await server.person()
    const keyless = ann.ctx({ scopes: ['read:time_entries'] })
    await expect(questionFrom(keyless, {})).rejects.toMatchObject({ reason: 'missing_scope' })
    const question = await questionFrom(ann.ctx(), {})
    await expect(runReport(keyless, question)).rejects.toMatchObject({ reason: 'missing_scope' })
  })
})

test('a member does not learn what a task, or the client of a project, is called that has become private to others', async () => {
  const ann = await server.person()
  const team = await server.team(ann, 'member')
  const client = await createClient(ann.ctx(), team.id, { name: 'Quiet client' })
  const project = await createProject(ann.ctx(), team.id, { title: 'Quiet', client_id: client.id })
  const task = await createTask(ann.ctx(), project.id, { name: 'Quiet task' })
  const entry = {
    started_at: nine,
    ended_at: nine + HOUR,
    workspace_id: team.id,
    project_id: project.id,
    task_id: task.id,
  }
  await createEntry(team.member.ctx(), entry)
  const told = async (person: Person) => {
    const groups = []
    for (const by of ['client', 'task'] as const)
      groups.push(...(await ask(person, { workspace_id: team.id, group_by: [by], everyone: true })).groups)
    return groups.map(({ label, total }) => [label, total.seconds])
  }
  expect(await told(team.member)).toEqual([
    ['Quiet client', 3600],
    ['Quiet task', 3600],
  ])
  await updateProject(ann.ctx(), { id: project.id }, { is_private: true })
  expect(await told(team.member)).toEqual([
    [null, 3600],
    [null, 3600],
  ])
  expect(await told(ann)).toEqual([
    ['Quiet client', 3600],
    ['Quiet task', 3600],
  ])
})
