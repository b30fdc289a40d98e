import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient, deleteClient } from '../../../core/clients.ts'
import { createEntry, deleteEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTag, deleteTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { createToken } from '../../../core/tokens.ts'
import { call, openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { basic, type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let toggl: Calls

beforeAll(async () => {
  server = await openTestServer({ REGISTRATION: 'open' })
})
beforeEach(async () => {
  server.clock.set('2013-03-06T13:16:11Z')
  ann = await server.person({ name: 'John Swift', timeZone: 'Europe/London' })
  toggl = togglCalls(server, ann)
})
afterAll(() => server.close())

const at = '2013-03-06T13:16:11+00:00'
const user = (token: string) => ({
  id: ann.user.id,
  api_token: token,
  default_wid: ann.workspaceId,
  email: ann.email,
  fullname: 'John Swift',
  jquery_timeofday_format: 'H:i',
  jquery_date_format: 'Y-m-d',
  timeofday_format: 'H:mm',
  date_format: 'YYYY-MM-DD',
  duration_format: 'improved',
  store_start_and_stop_time: true,
  beginning_of_week: 1,
  language: 'en_US',
  image_url: '',
  sidebar_piechart: true,
  at,
  created_at: at,
  timezone: 'Europe/London',
  retention: 9,
  record_timeline: false,
  render_timeline: false,
  timeline_enabled: false,
  timeline_experiment: false,
  should_upgrade: false,
  new_blog_post: {},
  invitation: {},
  openid_enabled: false,
  send_product_emails: false,
  send_weekly_report: false,
  send_timer_notifications: false,
})
const workspace = () => ({
  id: ann.workspaceId,
  name: 'Personal',
  profile: 102,
  premium: true,
  admin: true,
  default_hourly_rate: 0,
  default_currency: 'EUR',
  only_admins_may_create_projects: false,
  only_admins_see_billable_rates: true,
  only_admins_see_team_dashboard: true,
  projects_billable_by_default: false,
  rounding: 1,
  rounding_minutes: 0,
  api_token: '',
  at,
  logo_url: '',
  ical_url: '',
  ical_enabled: false,
})
const mine = () => ({ projects: [], tags: [], tasks: [], workspaces: [workspace()], clients: [] })
const me = async (query = '') => (await toggl.get(`/api/v8/me${query}`)).body
const names = (things: { name: string; server_deleted_at?: string }[]) =>
  things.map((each) => (each.server_deleted_at ? `${each.name} (deleted)` : each.name))

describe('GET /me', () => {
  test('is the person with everything of theirs but the entries, lists empty or not', async () => {
    const body = await me()
    expect(body).toEqual({ since: 1362575771, data: { ...user(body.data.api_token), ...mine() } })
    expect(body.data.api_token).toMatch(/^[0-9a-f]{32}$/)
  })

  test('knows the person by address and password, by the token of the answer, and sets a cookie', async () => {
    const { api_token: token } = (await me()).data
    for (const credentials of [basic(ann.email, ann.password), basic(token, 'api_token')]) {
      const { status, headers, body } = await ask('GET', '/me', credentials)
      expect([status, body.data.id]).toEqual([200, ann.user.id])
      expect(headers['set-cookie']).toMatch(
        /^__Host-timer-session=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      )
    }
  })

  test('answers 403 to wrong credentials, and to none', async () => {
    const wrong = await ask('GET', '/me', basic(ann.email, 'wrong'))
    expect([wrong.status, wrong.body]).toEqual([403, 'Incorrect username and/or password\n'])
    const none = await ask('GET', '/me', {})
    expect([none.status, none.body]).toEqual([403, 'Incorrect username and/or password\n'])
  })

  test('has the entries of nine days with the rest on request, oldest first', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Our best project' })
    await createTask(ann.ctx(), project.id, { name: 'Design' })
    await createTag(ann.ctx(), ann.workspaceId, { name: 'billed' })
    await createClient(ann.ctx(), ann.workspaceId, { name: 'Best client' })
    for (const day of [6, 5]) {
      const started_at = Date.UTC(2013, 2, day, 10)
      await createEntry(ann.ctx(), { started_at, ended_at: started_at + 3600_000, title: `On ${day}` })
    }
    const { data } = await me('?with_related_data=true')
    expect(data.time_entries.map((entry: { description: string }) => entry.description)).toEqual([
      'On 5',
      'On 6',
    ])
    expect(names(data.projects)).toEqual(['Our best project'])
    expect(names(data.tasks)).toEqual(['Design'])
    expect(data.tags).toEqual([{ id: expect.any(Number), wid: ann.workspaceId, name: 'billed', at }])
    expect(data.clients).toEqual([{ id: expect.any(Number), wid: ann.workspaceId, name: 'Best client', at }])
    expect((await me()).data).not.toHaveProperty('time_entries')
  })

  test('has with since what has changed from then on, and what has been deleted', async () => {
    const [kept, gone] = [
      await createTag(ann.ctx(), ann.workspaceId, { name: 'kept' }),
      await createTag(ann.ctx(), ann.workspaceId, { name: 'gone' }),
    ]
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Gone' })
    const entry = await createEntry(ann.ctx(), {
      started_at: Date.UTC(2012, 0, 1),
      ended_at: Date.UTC(2012, 0, 1),
    })
    server.clock.advance(60)
    await deleteTag(ann.ctx(), { id: gone.id })
    await deleteClient(ann.ctx(), { id: client.id })
    await deleteEntry(ann.ctx(), { id: entry.id })
    const { since, data } = await me('?with_related_data=true&since=1362575800')
    expect(since).toBe(1362575831)
    expect(names(data.tags)).toEqual(['gone (deleted)'])
    expect(names(data.clients)).toEqual(['Gone (deleted)'])
    expect(data.time_entries).toMatchObject([
      { id: entry.id, server_deleted_at: '2013-03-06T13:17:11+00:00' },
    ])
    expect(data.workspaces).toEqual([])
    expect(names((await me('?since=1362575771')).data.tags)).toEqual(['gone (deleted)', 'kept'])
    expect(kept.id).toBeLessThan(gone.id)
  })

  test('gives a key with few scopes neither the token nor what it may not read', async () => {
    const { secret } = await createToken(ann.ctx(), {
      name: 'narrow',
      kind: 'timing',
      scopes: ['read:tags'],
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
    })
    await createTag(ann.ctx(), ann.workspaceId, { name: 'billed' })
    const { body } = await togglCalls(server, { token: secret }).get('/api/v8/me')
    expect(body.data).not.toHaveProperty('api_token')
    expect(names(body.data.tags)).toEqual(['billed'])
    expect(body.data.workspaces).toEqual([])
  })
})

describe('PUT /me', () => {
  test('changes what it names', async () => {
    const { body } = await toggl.put('/api/v8/me', {
      user: {
        fullname: 'John Smith',
        timezone: 'Europe/Tallinn',
        beginning_of_week: 0,
        timeofday_format: 'h:mm A',
        date_format: 'DD.MM.YYYY',
        send_weekly_report: true,
      },
    })
    const changed = {
      fullname: 'John Smith',
      timezone: 'Europe/Tallinn',
      beginning_of_week: 0,
      jquery_timeofday_format: 'h:i A',
      timeofday_format: 'h:mm A',
      jquery_date_format: 'd.m.Y',
      date_format: 'DD.MM.YYYY',
      send_weekly_report: true,
    }
    expect(body).toEqual({ data: { ...user(body.data.api_token), ...changed } })
    expect((await me()).data).toMatchObject(changed)
  })

  test('changes the password with the old one only', async () => {
    const change = (fields: object) => toggl.put('/api/v8/me', { user: fields })
    const password = 'another long enough password'
    expect((await change({ password })).body).toEqual(['Current password must be present to change password'])
    expect((await change({ password, current_password: 'wrong' })).status).toBe(404)
    expect((await change({ password, current_password: ann.password })).status).toBe(200)
    expect((await ask('GET', '/me', basic(ann.email, password))).status).toBe(200)
  })

  test.each<[object, string]>([
    [{ email: 'nobody' }, 'Invalid email'],
    [{ timezone: 'Nowhere/Land' }, 'Invalid timezone'],
    [{ beginning_of_week: 7 }, 'Invalid beginning_of_week'],
    [{ fullname: 'Changed', date_format: 'YY' }, 'Value in date_format is invalid'],
  ])('refuses %j and changes nothing', async (fields, message) => {
    const { status, body } = await toggl.put('/api/v8/me', { user: fields })
    expect([status, body]).toEqual([404, [message]])
    expect((await me()).data).toMatchObject({ fullname: 'John Swift', email: ann.email })
  })
})

test('a new token ends the old one at once', async () => {
  const { api_token: old } = (await me()).data
  const { status, body } = await ask('POST', '/reset_token', basic(old, 'api_token'))
  expect([status, typeof body]).toEqual([200, 'string'])
  expect((await ask('GET', '/me', basic(old, 'api_token'))).status).toBe(403)
  expect((await ask('GET', '/me', basic(body, 'api_token'))).status).toBe(200)
})

describe('signing up', () => {
  const signUp = (fields: object) =>
    call(server.app, { method: 'POST', url: '/toggl/api/v8/signups', body: { user: fields } })
  const wanted = { password: 'StrongPassword', timezone: 'Etc/UTC', created_with: 'curl' }

  test('makes an account with a workspace of its own', async () => {
    const email = 'test.user@toggl.example'
    const { status, body } = await signUp({ ...wanted, email })
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ email, timezone: 'Etc/UTC', default_wid: expect.any(Number) })
    const { data } = (await ask('GET', '/me', basic(body.data.api_token, 'api_token'))).body
    expect(data).toMatchObject({ id: body.data.id, workspaces: [{ id: body.data.default_wid, admin: true }] })
    const again = await signUp({ ...wanted, email })
    expect([again.status, again.body]).toEqual([404, ['user with this email already exists']])
  })

  test.each<[object, string]>([
    [{ ...wanted }, "Email can't be blank"],
    [{ ...wanted, email: 'new@toggl.example', password: '' }, "Password can't be blank"],
  ])('refuses %j', async (fields, message) => {
    const { status, body } = await signUp(fields)
    expect([status, body]).toEqual([404, [message]])
  })

  test('is closed where the operator says so', async () => {
    const closed = await openTestServer({ REGISTRATION: 'invitation' })
    await closed.person()
    const { status } = await call(closed.app, {
      method: 'POST',
      url: '/toggl/api/v8/signups',
      body: { user: { ...wanted, email: 'new@toggl.example' } },
    })
    expect(status).toBe(403)
    await closed.close()
  })
})

describe('a session', () => {
  test('is made with Basic, holds for every version, and ends', async () => {
    const made = await ask('POST', '/sessions', basic(ann.email, ann.password), '')
    expect(made.status).toBe(200)
    expect(made.body).toEqual({ since: 0, data: { ...user(made.body.data.api_token), ...mine() } })
    const cookie = String(made.headers['set-cookie']).split(';', 1)[0] ?? ''
    expect(cookie).toMatch(/^__Host-timer-session=/)
    expect((await ask('GET', '/me', { cookie })).body.data.id).toBe(ann.user.id)
    expect((await ask('GET', '/time_entries', { cookie })).status).toBe(200)
    const ended = await ask('DELETE', '/sessions', { cookie })
    expect([ended.status, ended.body]).toEqual([200, ''])
    expect((await ask('GET', '/me', { cookie })).status).toBe(403)
  })

  test('is not ended by whoever has none', async () => {
    expect((await toggl.remove('/api/v8/sessions')).status).toBe(403)
    expect((await ask('DELETE', '/sessions', {})).status).toBe(403)
  })
})

function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  headers: Record<string, string>,
  body?: string,
) {
  return call(server.app, { method, url: `/toggl/api/v8${path}`, headers, body })
}
