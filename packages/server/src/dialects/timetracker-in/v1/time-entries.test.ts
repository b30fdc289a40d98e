import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { updateEntry } from '../../../core/entries/write.ts'
import { getEntry } from '../../../core/entries/read.ts'
import { createProject, updateProject } from '../../../core/projects/write.ts'
import { createTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { idOf } from '../input.ts'
import { type CoreTeam, coreTeam, DENIED, NOT_FOUND, refusal, rootOf, wrong } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam
let list: string
let projectId: number
let taskId: number
let tagId: number

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  team = await coreTeam(server)
  list = `${team.root}/time-entries`
  const ctx = () => team.people.owner.ctx()
  projectId = (await createProject(ctx(), team.id, { title: 'Website' })).id
  taskId = (await createTask(ctx(), projectId, { name: 'Log-in' })).id
  tagId = (await createTag(ctx(), team.id, { name: 'Meeting', color: '#3B82F6' })).id
})
afterAll(() => server.close())

const worked = {
  description: 'Feature work',
  start_time: '2026-02-27T09:00:00Z',
  end_time: '2026-02-27T11:00:00Z',
  billable: true,
}
const make = async (fields: object = {}) => (await team.owner.post(list, { ...worked, ...fields })).body
const stored = (id: string) => getEntry(team.people.owner.ctx(), idOf('time_entry', id))

describe('a time entry', () => {
  test('is made, shown, changed and deleted', async () => {
    const sent = {
      ...worked,
      duration: 7000,
      project_id: uuidOf('project', projectId),
      task_id: uuidOf('task', taskId),
      tag_ids: [uuidOf('tag', tagId)],
    }
    const made = await team.owner.post(list, sent)
    expect([made.status, made.body]).toEqual([
      200,
      {
        id: expect.any(String),
        date: '2026-02-27T00:00:00.000Z',
        description: 'Feature work',
        start_time: '2026-02-27T09:00:00.000Z',
        end_time: '2026-02-27T11:00:00.000Z',
        duration: 7000,
        billable: true,
        manually_entered: true,
        workspace_id: uuidOf('workspace', team.id),
        workspace_name: expect.any(String),
        team_member_id: expect.any(String),
        team_member_name: 'Olga',
        project_id: sent.project_id,
        project_name: 'Website',
        client_id: null,
        client_name: null,
        task_id: sent.task_id,
        task_name: 'Log-in',
        tags: [{ id: sent.tag_ids[0], name: 'Meeting', color: '#3B82F6' }],
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    ])
    const one = `${list}/${made.body.id}`
    expect((await team.owner.get(one)).body).toEqual(made.body)

    const changes = { end_time: '2026-02-27T12:00:00Z', billable: false, tag_ids: [], task_id: null }
    const changed = await team.owner.patch(one, changes)
    expect(changed.body).toEqual({
      ...made.body,
      end_time: '2026-02-27T12:00:00.000Z',
      // An hour longer, less the break it had.
      duration: 10_600,
      billable: false,
      tags: [],
      task_id: null,
      task_name: null,
    })
    const whole = await team.owner.patch(one, { duration: 10_800, project_id: null, description: '' })
    expect(whole.body).toMatchObject({ duration: 10_800, project_id: null, description: null })

    expect((await team.owner.remove(one)).body).toEqual({ success: true })
    expect(refusal(await team.owner.get(one))).toEqual(NOT_FOUND)
    expect(refusal(await team.owner.patch(one, {}))).toEqual(NOT_FOUND)
    expect(refusal(await team.owner.remove(one))).toEqual(NOT_FOUND)
  })

  test('sent back as it was shown stays as it is', async () => {
    const { id } = await make({ duration: 7000, project_id: uuidOf('project', projectId) })
    const target = { id: idOf('time_entry', id) }
    await updateEntry(team.people.owner.ctx(), target, {
      title: null,
      notes: 'First\nSecond',
      billing_status: 'billed',
    })
    const before = await stored(id)
    const { body: shown } = await team.owner.get(`${list}/${id}`)
    expect((await team.owner.patch(`${list}/${id}`, shown)).body).toEqual(shown)
    const after = await stored(id)
    expect(after).toEqual({ ...before, version: after.version })
  })

  test('on an invoice is not called not billable', async () => {
    const { id } = await make()
    await updateEntry(team.people.owner.ctx(), { id: idOf('time_entry', id) }, { billing_status: 'paid' })
    expect(refusal(await team.owner.patch(`${list}/${id}`, { billable: false }))).toEqual(wrong('billable'))
  })

  test.each<[object, ...string[]]>([
    [{ start_time: null }, 'start_time'],
    [{ end_time: undefined, billable: undefined }, 'end_time', 'billable'],
    [{ end_time: '2026-02-27T09:00:00Z' }, 'end_time'],
    [{ start_time: 'nine' }, 'start_time'],
    [{ billable: 'yes' }, 'billable'],
    [{ duration: 7201 }, 'duration'],
    [{ duration: 1.5 }, 'duration'],
    [{ date: 'today' }, 'date'],
    [{ description: ['A'] }, 'description'],
    [{ tag_ids: {} }, 'tag_ids'],
    [{ description: `A\n${'x'.repeat(10_001)}` }, 'description'],
  ])('made with %j is refused for its %s', async (changes, ...fields) => {
    expect(refusal(await team.owner.post(list, { ...worked, ...changes }))).toEqual(wrong(...fields))
  })

  test.each([
    [{ end_time: '2026-02-27T08:59:59Z' }, 'end_time'],
    [{ start_time: '2026-02-27T11:00:00Z' }, 'end_time'],
    [{ start_time: 5 }, 'start_time'],
    [{ duration: 7201 }, 'duration'],
    [{ duration: -1 }, 'duration'],
    [{ billable: 1 }, 'billable'],
  ])('changed by %j is refused for its %s, and stays', async (changes, field) => {
    const made = await make()
    expect(refusal(await team.owner.patch(`${list}/${made.id}`, changes))).toEqual(wrong(field))
    expect((await team.owner.get(`${list}/${made.id}`)).body).toEqual(made)
  })

  test('that runs has no duration, and ends when its end is written', async () => {
    const started = await team.owner.post(`${team.root}/timer/start`, { description: 'Now' })
    const one = `${list}/${started.body.id}`
    expect(started.body).toMatchObject({ end_time: null, duration: null, manually_entered: false })
    expect((await team.owner.patch(one, started.body)).body).toEqual(started.body)
    expect(refusal(await team.owner.patch(one, { duration: 60 }))).toEqual(wrong('duration'))
    server.clock.advance(600)
    const end_time = new Date(server.clock.now).toISOString()
    const { body } = await team.owner.patch(one, { end_time })
    expect(body).toMatchObject({ end_time, duration: 600 })
    expect((await team.owner.get(`${team.root}/timer`)).body).toEqual({ time_entry: null })
  })

  test('of another workspace, or another kind, is not found, and stays where it is', async () => {
    const { owner } = team.people
    const elsewhere = `${rootOf(owner.workspaceId)}/time-entries`
    const { body: own } = await team.owner.post(elsewhere, worked)
    for (const id of [own.id, uuidOf('task', idOf('time_entry', own.id)), '7'])
      for (const send of [team.owner.get, team.owner.patch, team.owner.remove])
        expect(refusal(await send(`${list}/${id}`))).toEqual(NOT_FOUND)
    expect((await team.owner.get(`${elsewhere}/${own.id}`)).body).toEqual(own)
    const project = { project_id: uuidOf('project', projectId) }
    expect(refusal(await team.owner.patch(`${elsewhere}/${own.id}`, project))).toEqual(wrong('project_id'))
    expect(refusal(await team.owner.post(elsewhere, { ...worked, ...project }))).toEqual(wrong('project_id'))
    const unknown = { project_id: uuidOf('project', 999_999) }
    expect(refusal(await team.owner.post(list, { ...worked, ...unknown }))).toEqual(NOT_FOUND)
    const tag = { tag_ids: [uuidOf('project', tagId)] }
    expect(refusal(await team.owner.post(list, { ...worked, ...tag }))).toEqual(NOT_FOUND)
  })

  test('on a task takes its project along, and no other one', async () => {
    const other = await createProject(team.people.owner.ctx(), team.id, { title: 'Shop' })
    const made = await make({ task_id: uuidOf('task', taskId) })
    expect(made.project_name).toBe('Website')
    const mixed = { task_id: uuidOf('task', taskId), project_id: uuidOf('project', other.id) }
    expect(refusal(await team.owner.post(list, { ...worked, ...mixed }))).toEqual(wrong('task_id'))
    const moved = await team.owner.patch(`${list}/${made.id}`, { project_id: uuidOf('project', other.id) })
    expect(moved.body).toMatchObject({ project_name: 'Shop', task_id: null })
  })

  test('of another is written by who manages, and stays with who worked it', async () => {
    const { body: theirs } = await team.member.post(list, worked)
    const one = `${list}/${theirs.id}`
    expect((await team.owner.patch(one, { description: 'Better' })).body).toMatchObject({
      description: 'Better',
      team_member_id: theirs.team_member_id,
    })
    const { team_member_id } = await make()
    expect(refusal(await team.owner.patch(one, { team_member_id }))).toEqual(wrong('team_member_id'))
    const made = await make({ team_member_id: theirs.team_member_id })
    expect(made.team_member_name).toBe(theirs.team_member_name)
    expect((await team.owner.remove(one)).status).toBe(200)
  })

  test('of another is nothing to a member, and to a viewer none is', async () => {
    const made = await make()
    for (const send of [team.member.get, team.member.patch, team.member.remove])
      expect(refusal(await send(`${list}/${made.id}`))).toEqual(NOT_FOUND)
    const { team_member_id } = made
    expect(refusal(await team.member.post(list, { ...worked, team_member_id }))).toEqual(DENIED)
    expect(refusal(await team.viewer.post(list, worked))).toEqual(DENIED)
    expect(refusal(await team.viewer.post(`${team.root}/timer/start`, {}))).toEqual(DENIED)
    expect((await team.viewer.get(list)).body.data).toEqual([])
  })

  test('made on another wire is read and changed here, and read there again', async () => {
    const { owner } = team.people
    const made = await owner.call('POST', '/timing/api/v1/time-entries', {
      start_date: '2026-02-27T10:00:00+01:00',
      end_date: '2026-02-27T11:30:00+01:00',
      project: `/projects/${projectId}`,
      title: 'From afar',
      notes: 'More',
    })
    expect(made.status).toBe(201)
    const { body } = await team.owner.get(list)
    expect(body.data).toMatchObject([
      { description: 'From afar\nMore', duration: 5400, start_time: '2026-02-27T09:00:00.000Z' },
    ])
    await team.owner.patch(`${list}/${body.data[0].id}`, {
      description: 'From near',
      end_time: '2026-02-27T10:00:00Z',
    })
    const { body: back } = await owner.call(
      'GET',
      made.body.data.self.replace(/^.*\/time/, '/timing/api/v1/time'),
    )
    expect(back.data).toMatchObject({ title: 'From near', duration: 3600 })
  })
})

describe('the list of time entries', () => {
  const textsOf = async (query: string) => {
    const { status, body } = await team.owner.get(list + query)
    return status === 200
      ? body.data.map((each: { description: string }) => each.description)
      : refusal({ status, body })
  }

  test('is paged, sorted and filtered', async () => {
    const first = await make({
      description: 'First',
      project_id: uuidOf('project', projectId),
      tag_ids: [uuidOf('tag', tagId)],
    })
    server.clock.advance(60)
    await make({
      description: 'Before it',
      start_time: '2026-02-26T23:00:00Z',
      end_time: '2026-02-27T01:00:00Z',
      billable: false,
      manually_entered: false,
    })
    server.clock.advance(60)
    const { body: theirs } = await team.member.post(list, { ...worked, description: 'Theirs' })

    expect(await textsOf('')).toEqual(['Theirs', 'First', 'Before it'])
    expect(await textsOf('?sort=start_time')).toEqual(['Before it', 'First', 'Theirs'])
    expect(await textsOf('?sort=created_at&per_page=2&page=2')).toEqual(['Theirs'])
    expect((await team.owner.get(`${list}?per_page=2`)).body.pagination).toEqual({
      page: 1,
      per_page: 2,
      total: 3,
      total_pages: 2,
    })
    expect(await textsOf('?description=FIR')).toEqual(['First'])
    expect(await textsOf('?billable=false')).toEqual(['Before it'])
    expect(await textsOf('?billable=true')).toEqual(['Theirs', 'First'])
    expect(await textsOf('?manually_entered=false')).toEqual(['Before it'])
    expect(await textsOf('?manuallyEntered=true')).toEqual(['Theirs', 'First'])
    expect(await textsOf(`?team_member_id=${theirs.team_member_id}`)).toEqual(['Theirs'])
    expect(await textsOf(`?project_id=${first.project_id}`)).toEqual(['First'])
    expect(await textsOf(`?task_id=${uuidOf('task', taskId)}`)).toEqual([])
    expect(await textsOf(`?tag_ids=${uuidOf('tag', tagId)}`)).toEqual(['First'])
    expect(await textsOf('?date_after=2026-02-27')).toEqual(['Theirs', 'First'])
    expect(await textsOf('?date_before=2026-02-26')).toEqual(['Before it'])
    expect(await textsOf('?start_time_after=2026-02-27T09:00:00Z')).toEqual(['Theirs', 'First'])
    expect(await textsOf('?start_time_before=2026-02-27T08:00:00Z')).toEqual(['Before it'])
    expect(await textsOf('?end_time_after=2026-02-27T11:00:00Z')).toEqual(['Theirs', 'First'])
    expect(await textsOf('?end_time_before=2026-02-27T01:00:00Z')).toEqual(['Before it'])
    expect(await textsOf(`?updated_since=${theirs.updated_at}`)).toEqual(['Theirs'])
  })

  test('holds one’s own only for a member', async () => {
    await make()
    await team.member.post(list, { ...worked, description: 'Theirs' })
    const { body } = await team.member.get(list)
    expect([body.pagination.total, body.data[0].description]).toEqual([1, 'Theirs'])
  })

  test.each([
    ['?billable=perhaps', wrong('billable')],
    ['?date_after=soon', wrong('date_after')],
    ['?sort=name', wrong('sort')],
    ['?team_member_id=7', NOT_FOUND],
    ['?tag_ids=7', NOT_FOUND],
  ])('refuses %s', async (query, answer) => {
    expect(await textsOf(query)).toEqual(answer)
  })
})

test('a change does not empty what has to be there, nor say otherwise how the time came about', async () => {
  const { id } = await make()
  for (const [field, value] of [
    ['start_time', null],
    ['end_time', ''],
    ['date', 'someday'],
    ['manually_entered', false],
  ] as const)
    expect(refusal(await team.owner.patch(`${list}/${id}`, { [field]: value }))).toEqual(wrong(field))
})

test('what comes back as it was shown stays, also once its project is private to others', async () => {
  const sent = { ...worked, project_id: uuidOf('project', projectId), task_id: uuidOf('task', taskId) }
  const { body: shown } = await team.member.post(list, sent)
  await updateProject(team.people.owner.ctx(), { id: projectId }, { is_private: true })
  const { body: hidden } = await team.member.get(`${list}/${shown.id}`)
  expect([hidden.project_name, hidden.task_name]).toEqual([null, null])
  const back = await team.member.patch(`${list}/${shown.id}`, { ...hidden, description: 'Mine still' })
  expect(back).toMatchObject({
    status: 200,
    body: { description: 'Mine still', project_id: shown.project_id },
  })
})
