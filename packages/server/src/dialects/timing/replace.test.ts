import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const DAY = '2026-03-02'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set(`${DAY}T18:00:00Z`)
  ann = await server.person()
})

/** A time of the day, such as `9:30`. */
function at(time: string): number {
  return Date.parse(`${DAY}T${time.padStart(5, '0')}:00Z`)
}

function add(title: string, span: string, person = ann) {
  const [from = '', to = ''] = span.split('-')
  return createEntry(person.ctx(), { title, started_at: at(from), ended_at: at(to) })
}

function spanOf(span: string) {
  const [from = '', to = ''] = span.split('-')
  return { start_date: new Date(at(from)).toISOString(), end_date: new Date(at(to)).toISOString() }
}

function make(title: string, span: string, replace: unknown = true) {
  return ann.call('POST', `${API}/time-entries`, { title, ...spanOf(span), replace_existing: replace })
}

/** All entries as `title from-to`, in the order of their starts. */
async function day(person = ann): Promise<string[]> {
  const { body } = await person.call('GET', `${API}/time-entries`)
  return body.data
    .map((entry: { title: string; start_date: string; end_date: string; is_running: boolean }) => {
      const time = (date: string) => date.slice(11, 16).replace(/^0/, '')
      const end = entry.is_running ? '' : time(entry.end_date)
      return `${entry.title} ${time(entry.start_date)}-${end}`
    })
    .reverse()
}

describe('replace_existing', () => {
  test.each([
    ['inside is deleted', '10:00-11:00', ['new 9:00-12:00']],
    ['equal is deleted', '9:00-12:00', ['new 9:00-12:00']],
    ['hanging over the start ends there', '8:00-10:00', ['old 8:00-9:00', 'new 9:00-12:00']],
    ['hanging over the end starts there', '11:00-13:00', ['new 9:00-12:00', 'old 12:00-13:00']],
    [
      'with the same start and a later end starts at the end',
      '9:00-13:00',
      ['new 9:00-12:00', 'old 12:00-13:00'],
    ],
    [
      'with an earlier start and the same end ends at the start',
      '8:00-12:00',
      ['old 8:00-9:00', 'new 9:00-12:00'],
    ],
    ['around it is split', '8:00-13:00', ['old 8:00-9:00', 'new 9:00-12:00', 'old 12:00-13:00']],
    ['touching the start stays', '8:00-9:00', ['old 8:00-9:00', 'new 9:00-12:00']],
    ['touching the end stays', '12:00-13:00', ['new 9:00-12:00', 'old 12:00-13:00']],
  ])('an entry %s', async (_, span, expected) => {
    await add('old', span)
    expect((await make('new', '9:00-12:00')).status).toBe(201)
    expect(await day()).toEqual(expected)
  })

  test('keeps the reference of a split entry with its earlier piece, and everything it says in both', async () => {
    const { id: project } = await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })
    const fields = { project: project, notes: 'n', billing_status: 'billed', custom_fields: { x: 'y' } }
    const { body: old } = await ann.call('POST', `${API}/time-entries`, {
      title: 'old',
      ...spanOf('8:00-13:00'),
      ...fields,
    })
    await make('new', '9:00-12:00')
    const { body } = await ann.call('GET', `${API}/time-entries`)
    const pieces = body.data.filter((entry: { title: string }) => entry.title === 'old').reverse()
    expect(pieces[0].self).toBe(old.data.self)
    expect(pieces[1].self).not.toBe(old.data.self)
    const said = {
      project: { self: `/projects/${project}` },
      notes: 'n',
      billing_status: 'billed',
      custom_fields: { x: 'y' },
    }
    for (const piece of pieces) expect(piece).toMatchObject(said)
  })

  test('counts a running entry up to now, and lets the later piece run on', async () => {
    await startTimer(ann.ctx(), { title: 'timer', started_at: at('8:00') })
    await make('new', '9:00-12:00')
    expect(await day()).toEqual(['timer 8:00-9:00', 'new 9:00-12:00', 'timer 12:00-'])
    await make('later', '11:00-14:00')
    expect(await day()).toEqual(['timer 8:00-9:00', 'new 9:00-11:00', 'later 11:00-14:00', 'timer 14:00-'])
    await make('planned', '20:00-21:00')
    expect(await day()).toContain('timer 14:00-')
    await make('over now', '17:00-19:00')
    expect(await day()).toContain('timer 14:00-17:00')
    expect((await ann.call('GET', `${API}/time-entries/running`)).status).toBe(404)
  })

  test('lets overlaps be where it is false or absent', async () => {
    await add('old', '8:00-13:00')
    for (const no of [false, 0, '0', 'false', null, '']) await make('new', '9:00-12:00', no)
    await ann.call('POST', `${API}/time-entries`, { title: 'new', ...spanOf('9:00-12:00') })
    expect(await day()).toEqual(['old 8:00-13:00', ...Array.from({ length: 7 }, () => 'new 9:00-12:00')])
  })

  test('never touches the time of others', async () => {
    const team = await server.team(ann, 'member')
    await add('theirs', '8:00-13:00', team.member)
    await make('new', '9:00-12:00')
    expect(await day(team.member)).toEqual(['theirs 8:00-13:00'])
  })

  test('acts on an update only where the start or the end has changed', async () => {
    const entry = await add('entry', '9:00-10:00')
    await add('beside', '9:30-11:00')
    const path = `${API}/time-entries/${entry.id}`
    await ann.call('PUT', path, { title: 'entry', replace_existing: true })
    await ann.call('PUT', path, { ...spanOf('9:00-10:00'), replace_existing: true })
    expect(await day()).toEqual(['entry 9:00-10:00', 'beside 9:30-11:00'])
    await ann.call('PUT', path, { ...spanOf('9:00-10:30'), replace_existing: false })
    expect(await day()).toEqual(['entry 9:00-10:30', 'beside 9:30-11:00'])
    await ann.call('PUT', path, { ...spanOf('9:00-10:45'), replace_existing: true })
    expect(await day()).toEqual(['entry 9:00-10:45', 'beside 10:45-11:00'])
    await ann.call('PATCH', path, { end_date: spanOf('9:00-11:30').end_date, replace_existing: 'true' })
    expect(await day()).toEqual(['entry 9:00-11:30'])
  })

  test('changes nothing where the request is refused', async () => {
    await add('old', '8:00-13:00')
    const refused = await ann.call('POST', `${API}/time-entries`, {
      ...spanOf('9:00-12:00'),
      replace_existing: true,
    })
    expect(refused.status).toBe(422)
    expect(await day()).toEqual(['old 8:00-13:00'])
  })
})
