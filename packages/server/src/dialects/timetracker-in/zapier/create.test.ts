import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listClients } from '../../../core/clients.ts'
import { getEntry } from '../../../core/entries/read.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { idOfUuid, uuidOf } from '../ids.ts'
import { type Client, integrationClient } from '../testing/client.ts'

let server: TestServer
let ann: Person
let team: number
let bob: Person
let zapier: Client
let workspace_id: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T10:00:00Z')
  ann = await server.person({ name: 'Ann' })
  const made = await server.team(ann, 'member')
  team = made.id
  bob = made.member
  zapier = integrationClient(server, ann.token)
  workspace_id = uuidOf('workspace', team)
})
afterAll(() => server.close())

const NOW = { created_at: '2026-03-02T10:00:00.000Z', updated_at: '2026-03-02T10:00:00.000Z' }
const AN_HOUR = { start_time: '2026-03-02T07:00:00Z', end_time: '2026-03-02T08:00:00.000Z' }

describe('a client', () => {
  test('is answered with where it is and what is done for it', async () => {
    const { status, body } = await zapier.post('/triggers/clients', {
      name: 'Northwind Ltd',
      workspace_id,
      type: 'company',
      email: 'ops@example.com',
      phone: '+44-20-0000-0000',
      address: '1 Dock Road, London',
      note: 'Retainer',
      currency: 'GBP',
    })
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual([
      'id',
      'name',
      'type',
      'status',
      'email',
      'phone',
      'address',
      'note',
      'currency',
      'workspaces',
      'projects',
      'project_count',
      'workspace_count',
      'created_at',
      'updated_at',
    ])
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Northwind Ltd',
      type: 'company',
      status: 'active',
      email: 'ops@example.com',
      phone: '+44-20-0000-0000',
      address: '1 Dock Road, London',
      note: 'Retainer',
      currency: 'GBP',
      workspaces: [{ id: workspace_id, name: expect.any(String) }],
      projects: [],
      project_count: 0,
      workspace_count: 1,
      ...NOW,
    })
  })

  test('is an active individual in US dollars unless it is said otherwise', async () => {
    const { body } = await zapier.post('/triggers/clients', { name: 'Jo', workspace_id, email: '' })
    expect(body).toMatchObject({
      type: 'individual',
      status: 'active',
      currency: 'USD',
      email: null,
      note: null,
    })
  })

  test('may be named in either casing', async () => {
    const { status } = await zapier.post('/triggers/clients', { name: 'Camel', workspaceId: workspace_id })
    expect(status).toBe(200)
  })

  test.each([
    [{ name: undefined }, 400, [{ field: 'name', message: 'Required' }]],
    [{ name: '' }, 400, [{ field: 'name', message: 'Required' }]],
    [{ name: 'x'.repeat(256) }, 400, [{ field: 'name', message: expect.any(String) }]],
    [{ workspace_id: undefined }, 400, [{ field: 'workspace_id', message: 'Required' }]],
    [{ type: 'enterprise' }, 400, [{ field: 'type', message: 'Must be one of: individual, company' }]],
    [{ status: 'gone' }, 400, [{ field: 'status', message: 'Must be one of: active, inactive' }]],
    [{ email: 'nowhere' }, 400, [{ field: 'email', message: expect.any(String) }]],
    [{ currency: 'EURO' }, 400, [{ field: 'currency', message: expect.any(String) }]],
    [{ note: 7.5, phone: true }, 400, [{ field: 'phone', message: 'Must be a string' }]],
  ])('that makes no sense (%j) is refused, field by field', async (wrong, status, details) => {
    const answer = await zapier.post('/triggers/clients', { name: 'Wrong', workspace_id, ...wrong })
    expect([answer.status, answer.body]).toEqual([status, { error: 'Validation error', details }])
    expect((await listClients(ann.ctx(), { workspaceId: team }, { cursor: null, limit: 10 })).rows).toEqual(
      [],
    )
  })

  test('in a workspace that is not one’s own, or under a taken name, is refused', async () => {
    const other = await server.person()
    for (const elsewhere of [uuidOf('workspace', other.workspaceId), 'w1b2c3d4', uuidOf('client', team)])
      expect(await zapier.post('/triggers/clients', { name: 'No', workspace_id: elsewhere })).toMatchObject({
        status: 404,
        body: { error: 'Workspace not found' },
      })
    await zapier.post('/triggers/clients', { name: 'Twin', workspace_id })
    expect(await zapier.post('/triggers/clients', { name: 'TWIN', workspace_id })).toMatchObject({
      status: 409,
      body: { error: 'A client with this name already exists in this workspace' },
    })
  })
})

describe('a project', () => {
  test('takes its own words in camelCase and its references in snake_case', async () => {
    const client = (await zapier.post('/triggers/clients', { name: 'Northwind', workspace_id })).body
    const { status, body } = await zapier.post('/triggers/projects', {
      name: 'Website',
      workspace_id,
      client_id: client.id,
      description: 'The new one',
      status: 'completed',
      isPrivate: true,
      defaultBillableRate: 95.5,
      defaultBillable: false,
      estimatedHours: 12.5,
      estimatedBudget: 1200,
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Website',
      description: 'The new one',
      status: 'completed',
      is_private: true,
      default_billable_rate: 95.5,
      default_billable: false,
      estimated_hours: 12.5,
      estimated_budget: 1200,
      workspace_id,
      workspace_name: expect.any(String),
      client_id: client.id,
      client_name: 'Northwind',
      task_count: 0,
      time_entry_count: 0,
      member_count: 1,
      created_at: NOW.created_at,
      updated_at: NOW.updated_at,
    })
  })

  test('is active, open and billable unless it is said otherwise', async () => {
    const { body } = await zapier.post('/triggers/projects', { name: 'Plain', workspace_id })
    expect(body).toMatchObject({
      status: 'active',
      is_private: false,
      default_billable: true,
      default_billable_rate: null,
      estimated_hours: null,
      estimated_budget: null,
      client_id: null,
      client_name: null,
    })
  })

  test('whose rate its maker may not set is not made at all', async () => {
    const asBob = integrationClient(server, bob.token)
    const asked = { name: 'Dear', workspace_id, default_billable_rate: 100 }
    expect((await asBob.post('/triggers/projects', asked)).status).toBe(403)
    expect((await zapier.post('/triggers/projects/find', { workspace_id, name: 'dear' })).body).toEqual([])
  })

  test.each([
    [{ estimatedHours: -1 }, 'estimated_hours'],
    [{ estimatedHours: 0.0001 }, 'estimated_hours'],
    [{ estimatedHours: '0x10' }, 'estimated_hours'],
    [{ estimatedBudget: 0.001 }, 'estimated_budget'],
    [{ estimatedBudget: 0 }, 'estimated_budget'],
    [{ defaultBillableRate: 'much' }, 'default_billable_rate'],
    [{ isPrivate: 'perhaps' }, 'is_private'],
    [{ status: 'paused' }, 'status'],
  ])('that makes no sense (%j) is refused', async (wrong, field) => {
    const { status, body } = await zapier.post('/triggers/projects', {
      name: 'Wrong',
      workspace_id,
      ...wrong,
    })
    expect([status, body.error, body.details[0].field]).toEqual([400, 'Validation error', field])
  })
})

describe('a task', () => {
  test('is given to members by a text with commas or by a list', async () => {
    const project = await createProject(ann.ctx(), team, { title: 'Website' })
    const members = (await zapier.get(`/triggers/team-members?workspace_id=${workspace_id}`)).body
    const ids: string[] = members.map((member: { id: string }) => member.id)
    const task = {
      name: 'Implement login',
      project_id: uuidOf('project', project.id),
      description: 'With a key',
      status: 'in-progress',
      priority: 'high',
      estimated_hours: 8,
      actual_hours: 3,
      due_date: '2026-03-31T12:00:00.000Z',
    }
    const { status, body } = await zapier.post('/triggers/tasks', { ...task, assignee_ids: ids.join(', ') })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.any(String),
      name: 'Implement login',
      description: 'With a key',
      status: 'in-progress',
      priority: 'high',
      estimated_hours: 8,
      // What was tracked, which is nothing yet.
      actual_hours: 0,
      due_date: '2026-03-31T00:00:00.000Z',
      project_id: task.project_id,
      project_name: 'Website',
      project_status: 'active',
      workspace_id,
      workspace_name: expect.any(String),
      client_id: null,
      client_name: null,
      assignees: expect.arrayContaining([{ id: expect.any(String), name: 'Ann', email: ann.email }]),
      time_entry_count: 0,
      created_at: NOW.created_at,
      updated_at: NOW.updated_at,
    })
    const listed = await zapier.post('/triggers/tasks', { ...task, name: 'Second', assignee_ids: ids })
    expect(listed.body.assignees).toHaveLength(2)
  })

  test('is due on the day that is written, wherever that begins', async () => {
    const project = await createProject(ann.ctx(), team, { title: 'Website' })
    const asked = { name: 'Due', project_id: uuidOf('project', project.id) }
    const { body } = await zapier.post('/triggers/tasks', { ...asked, due_date: '2026-12-24T00:00:00+01:00' })
    expect(body.due_date).toBe('2026-12-24T00:00:00.000Z')
  })

  test('is to be done, and of medium priority, unless it is said otherwise', async () => {
    const project = await createProject(ann.ctx(), team, { title: 'Website' })
    const asked = { name: 'Plain', project_id: uuidOf('project', project.id) }
    expect((await zapier.post('/triggers/tasks', asked)).body).toMatchObject({
      status: 'todo',
      priority: 'medium',
      due_date: null,
      assignees: [],
    })
    expect(await zapier.post('/triggers/tasks', asked)).toMatchObject({
      status: 409,
      body: { error: 'A task with this name already exists in this project' },
    })
  })

  test('is given to nobody of another workspace, and made in no project of one', async () => {
    const other = await server.person()
    const theirs = await createProject(other.ctx(), other.workspaceId, { title: 'Theirs' })
    const project = await createProject(ann.ctx(), team, { title: 'Website' })
    const home = (
      await zapier.get(`/triggers/team-members?workspace_id=${uuidOf('workspace', ann.workspaceId)}`)
    ).body
    for (const [project_id, assignee_ids] of [
      [uuidOf('project', theirs.id), ''],
      [uuidOf('project', project.id), home[0].id],
      [uuidOf('project', project.id), 'tm1a2b3c'],
    ])
      expect((await zapier.post('/triggers/tasks', { name: 'No', project_id, assignee_ids })).status).toBe(
        404,
      )
  })
})

describe('a time entry', () => {
  test('is answered whole', async () => {
    const project = await createProject(ann.ctx(), team, { title: 'Website' })
    const task = await createTask(ann.ctx(), project.id, { name: 'Auth' })
    const tag = await createTag(ann.ctx(), team, { name: 'Development', color: '#3B82F6' })
    const { status, body } = await zapier.post('/triggers/time-entries', {
      workspace_id,
      ...AN_HOUR,
      description: 'Feature work',
      billable: true,
      project_id: uuidOf('project', project.id),
      task_id: uuidOf('task', task.id),
      tag_ids: [uuidOf('tag', tag.id)],
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.any(String),
      date: '2026-03-02T00:00:00.000Z',
      description: 'Feature work',
      start_time: '2026-03-02T07:00:00.000Z',
      end_time: '2026-03-02T08:00:00.000Z',
      duration: 3600,
      billable: true,
      manually_entered: true,
      workspace_id,
      workspace_name: expect.any(String),
      team_member_id: expect.any(String),
      team_member_name: 'Ann',
      project_id: uuidOf('project', project.id),
      project_name: 'Website',
      client_id: null,
      client_name: null,
      task_id: uuidOf('task', task.id),
      task_name: 'Auth',
      tags: [{ id: uuidOf('tag', tag.id), name: 'Development', color: '#3B82F6' }],
      created_at: NOW.created_at,
      updated_at: NOW.updated_at,
    })
  })

  test('that lasted less than from start to end has a break, so that all three numbers stand', async () => {
    const { body } = await zapier.post('/triggers/time-entries', {
      workspace_id,
      ...AN_HOUR,
      billable: false,
      duration: 3000,
    })
    expect(body).toMatchObject({ duration: 3000, billable: false })
    const entry = await getEntry(ann.ctx(), idOfUuid('time_entry', body.id) ?? 0)
    expect(entry).toMatchObject({ break_seconds: 600, billing_status: 'not_billable', source: 'manual' })
  })

  test('begins and ends with a second, and lasts what is between them', async () => {
    const asked = {
      workspace_id,
      start_time: '2026-03-02T07:00:00.900Z',
      end_time: '2026-03-02T08:00:00.100Z',
      billable: true,
    }
    const { body } = await zapier.post('/triggers/time-entries', { ...asked, duration: 3600 })
    expect(body).toMatchObject({ start_time: '2026-03-02T07:00:00.000Z', duration: 3600 })
    const noTime = { ...asked, end_time: '2026-03-02T07:00:00.950Z' }
    expect((await zapier.post('/triggers/time-entries', noTime)).body.details[0].field).toBe('end_time')
  })

  test('may be a colleague’s, for who manages the workspace', async () => {
    const members = (await zapier.get(`/triggers/team-members?workspace_id=${workspace_id}`)).body
    const bobs = members.find((member: { email: string }) => member.email === bob.email).id
    const asked = { workspace_id, ...AN_HOUR, billable: true, team_member_id: bobs }
    expect((await zapier.post('/triggers/time-entries', asked)).body).toMatchObject({ team_member_id: bobs })
    const anns = members.find((member: { email: string }) => member.email === ann.email).id
    const asBob = integrationClient(server, bob.token)
    expect((await asBob.post('/triggers/time-entries', { ...asked, team_member_id: anns })).status).toBe(403)
  })

  test.each([
    [{ billable: undefined }, 'billable'],
    [{ start_time: 'yesterday' }, 'start_time'],
    [{ end_time: AN_HOUR.start_time }, 'end_time'],
    [{ end_time: '2026-03-02T06:00:00Z' }, 'end_time'],
    [{ duration: 3601 }, 'duration'],
    [{ duration: 1.5 }, 'duration'],
    [{ date: 'someday' }, 'date'],
  ])('that makes no sense (%j) is refused', async (wrong, field) => {
    const asked = { workspace_id, ...AN_HOUR, billable: true, ...wrong }
    const { status, body } = await zapier.post('/triggers/time-entries', asked)
    expect([status, body.error, body.details[0].field]).toEqual([400, 'Validation error', field])
  })

  test('on what is not there is refused', async () => {
    const asked = { workspace_id, ...AN_HOUR, billable: true }
    const project = await createProject(ann.ctx(), team, { title: 'Website' })
    for (const wrong of [
      { project_id: 'p1a2b3c4' },
      { project_id: uuidOf('tag', project.id) },
      { project_id: uuidOf('project', 2_000_000_000) },
      { tag_ids: [uuidOf('tag', 2_000_000_000)] },
      { team_member_id: uuidOf('team_member', 2_000_000_000) },
    ])
      expect((await zapier.post('/triggers/time-entries', { ...asked, ...wrong })).status).toBe(404)
  })
})

describe('a tag', () => {
  test('is answered as the documents show it', async () => {
    const { status, body } = await zapier.post('/triggers/tags', {
      workspace_id,
      name: 'Development',
      color: '#3b82f6',
      description: 'Software work',
    })
    expect([status, body]).toEqual([
      200,
      {
        id: expect.any(String),
        name: 'Development',
        color: '#3B82F6',
        description: 'Software work',
        workspace_id,
        ...NOW,
      },
    ])
  })

  test.each([
    ['blue', '#0000FF'],
    ['RebeccaPurple', '#663399'],
    ['#abc', '#AABBCC'],
    [undefined, null],
  ])('may be given the colour %j', async (color, kept) => {
    expect((await zapier.post('/triggers/tags', { workspace_id, name: 'Tag', color })).body.color).toBe(kept)
  })

  test('under a taken name, in another workspace or of no colour is refused', async () => {
    await zapier.post('/triggers/tags', { workspace_id, name: 'Twin' })
    expect(await zapier.post('/triggers/tags', { workspace_id, name: 'twin' })).toMatchObject({
      status: 409,
      body: { error: 'A tag with this name already exists in this workspace' },
    })
    const elsewhere = uuidOf('workspace', (await server.person()).workspaceId)
    expect(await zapier.post('/triggers/tags', { workspace_id: elsewhere, name: 'No' })).toMatchObject({
      status: 404,
      body: { error: 'Workspace not found' },
    })
    expect((await zapier.post('/triggers/tags', { workspace_id, name: 'No', color: 'bluish' })).body).toEqual(
      {
        error: 'Validation error',
        details: [{ field: 'color', message: expect.any(String) }],
      },
    )
  })
})
