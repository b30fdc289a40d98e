import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask, getTask, updateTask } from '../../../core/tasks.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { idOf } from '../input.ts'
import { uuidOf } from '../ids.ts'
import { type CoreTeam, coreTeam, DENIED, NOT_FOUND, refusal, wrong } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam
let list: string
let website: number
let shop: number
/** The team members by their roles, as this wire names them. */
let members: Record<string, string>

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  team = await coreTeam(server)
  list = `${team.root}/tasks`
  website = (await createProject(team.people.owner.ctx(), team.id, { title: 'Website' })).id
  shop = (await createProject(team.people.owner.ctx(), team.id, { title: 'Shop' })).id
  const { body } = await team.owner.get(`${team.root}/team-members`)
  members = Object.fromEntries(
    body.data.map((each: { id: string; role: { name: string } }) => [each.role.name, each.id]),
  )
})
afterAll(() => server.close())

const make = async (fields: object) =>
  (await team.owner.post(list, { project_id: uuidOf('project', website), ...fields })).body

describe('a task', () => {
  test('is made, shown, changed and deleted', async () => {
    const sent = {
      name: 'Log-in',
      description: 'With a password',
      project_id: uuidOf('project', website),
      priority: 'high',
      estimated_hours: 8.5,
      actual_hours: 3,
      due_date: '2026-03-31T10:00:00Z',
      assignee_ids: [members['Member']],
    }
    const made = await team.owner.post(list, sent)
    expect([made.status, made.body]).toEqual([
      200,
      {
        id: expect.any(String),
        name: 'Log-in',
        description: 'With a password',
        status: 'todo',
        priority: 'high',
        estimated_hours: 8.5,
        // What was tracked, which is nothing yet.
        actual_hours: 0,
        due_date: '2026-03-31T00:00:00.000Z',
        project_id: sent.project_id,
        project_name: 'Website',
        project_status: 'active',
        workspace_id: uuidOf('workspace', team.id),
        workspace_name: expect.any(String),
        client_id: null,
        client_name: null,
        assignees: [
          {
            id: members['Member'],
            name: team.people.member.user.name,
            email: team.people.member.email,
          },
        ],
        time_entry_count: 0,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    ])
    const one = `${list}/${made.body.id}`
    expect((await team.viewer.get(one)).body).toEqual(made.body)
    const changed = await team.owner.patch(one, { status: 'completed', assignee_ids: '', due_date: null })
    const expected = { ...made.body, status: 'completed', assignees: [], due_date: null }
    expect(changed.body).toEqual(expected)
    expect((await team.owner.remove(one)).body).toEqual({ success: true })
    expect(refusal(await team.owner.get(one))).toEqual(NOT_FOUND)
  })

  test('goes to another project of the workspace as long as no time is booked on it', async () => {
    const { id } = await make({ name: 'Log-in' })
    const moved = await team.owner.patch(`${list}/${id}`, { projectId: uuidOf('project', shop) })
    expect([moved.body.project_name, moved.body.name]).toEqual(['Shop', 'Log-in'])
    await createEntry(team.people.owner.ctx(), {
      task_id: idOf('task', id),
      started_at: server.clock.now - 5_400_000,
      ended_at: server.clock.now,
    })
    const back = await team.owner.patch(`${list}/${id}`, { project_id: uuidOf('project', website) })
    expect(refusal(back)).toEqual(wrong('project_id'))
    const { body } = await team.owner.get(`${list}/${id}`)
    expect([body.actual_hours, body.time_entry_count, body.project_name]).toEqual([1.5, 1, 'Shop'])
  })

  test('sent back as it was shown stays in a state that the system does not know', async () => {
    const ctx = () => team.people.owner.ctx()
    const task = await createTask(ctx(), website, { name: 'A' })
    await updateTask(ctx(), { id: task.id }, { status: 'review', priority: 'urgent' })
    const one = `${list}/${uuidOf('task', task.id)}`
    const { body: shown } = await team.owner.get(one)
    expect([shown.status, shown.priority]).toEqual(['in-progress', 'high'])
    expect((await team.owner.patch(one, shown)).body).toEqual(shown)
    expect(await getTask(ctx(), task.id)).toMatchObject({ status: 'review', priority: 'urgent' })
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'A', project_id: null }, 'project_id'],
    [{ name: 'A', status: 'done' }, 'status'],
    [{ name: 'A', priority: 'urgent' }, 'priority'],
    [{ name: 'A', estimated_hours: 0 }, 'estimated_hours'],
    [{ name: 'A', actual_hours: -1 }, 'actual_hours'],
    [{ name: 'A', due_date: '2026-02-30' }, 'due_date'],
  ])('made from %j is refused for its %s', async (sent, field) => {
    const answer = await team.owner.post(list, { project_id: uuidOf('project', website), ...sent })
    expect(refusal(answer)).toEqual(wrong(field))
  })

  test('has a name of its own in its project', async () => {
    await make({ name: 'Log-in' })
    const again = { name: 'LOG-IN', project_id: uuidOf('project', website) }
    expect(refusal(await team.owner.post(list, again))).toEqual(wrong('name'))
  })

  test('of another workspace, or another kind, is not found, nor is it made there', async () => {
    const { owner } = team.people
    const own = await createProject(owner.ctx(), owner.workspaceId, { title: 'Mine' })
    const task = await createTask(owner.ctx(), own.id, { name: 'A' })
    for (const id of [uuidOf('task', task.id), uuidOf('project', task.id), '7'])
      for (const send of [team.owner.get, team.owner.patch, team.owner.remove])
        expect(refusal(await send(`${list}/${id}`))).toEqual(NOT_FOUND)
    const elsewhere = { name: 'A', project_id: uuidOf('project', own.id) }
    expect(refusal(await team.owner.post(list, elsewhere))).toEqual(NOT_FOUND)
    const { id } = await make({ name: 'A' })
    expect(refusal(await team.owner.patch(`${list}/${id}`, elsewhere))).toEqual(NOT_FOUND)
    const strangers = { assignee_ids: [uuidOf('team_member', 999_999)] }
    expect(refusal(await team.owner.patch(`${list}/${id}`, strangers))).toEqual(NOT_FOUND)
  })

  test('is made and changed by members, and by no viewer', async () => {
    const { status, body } = await team.member.post(list, {
      name: 'A',
      project_id: uuidOf('project', website),
    })
    expect(status).toBe(200)
    const one = `${list}/${body.id}`
    expect((await team.member.patch(one, { status: 'in-progress' })).body.status).toBe('in-progress')
    expect(refusal(await team.viewer.patch(one, { name: 'B' }))).toEqual(DENIED)
    expect(refusal(await team.member.remove(one))).toEqual(DENIED)
    const sent = { name: 'C', project_id: uuidOf('project', website) }
    expect(refusal(await team.viewer.post(list, sent))).toEqual(DENIED)
  })
})

describe('the list of tasks', () => {
  const namesOf = async (query: string) => {
    const { status, body } = await team.owner.get(list + query)
    return status === 200 ? body.data.map((each: { name: string }) => each.name) : refusal({ status, body })
  }

  test('is paged, sorted and filtered', async () => {
    await make({ name: 'Beta', status: 'in-progress', assignee_ids: members['Member'] })
    server.clock.advance(60)
    await make({ name: 'alpha', assignee_ids: [members['Member'], members['Owner']] })
    server.clock.advance(60)
    const { id } = await make({ name: 'Gamma', project_id: uuidOf('project', shop) })
    await updateTask(team.people.owner.ctx(), { id: idOf('task', id) }, { status: 'cancelled' })

    expect(await namesOf('')).toEqual(['Gamma', 'alpha', 'Beta'])
    expect(await namesOf('?sort=name&per_page=2')).toEqual(['alpha', 'Beta'])
    expect(await namesOf(`?project_id=${uuidOf('project', website)}&sort=created_at`)).toEqual([
      'Beta',
      'alpha',
    ])
    expect(await namesOf('?status=completed')).toEqual(['Gamma'])
    expect(await namesOf('?status=in-progress')).toEqual(['Beta'])
    expect(await namesOf(`?assignee_id=${members['Member']}&sort=name`)).toEqual(['alpha', 'Beta'])
    expect(await namesOf(`?assignee_id=${members['Owner']}`)).toEqual(['alpha'])
    expect(await namesOf('?name=A&sort=-name')).toEqual(['Gamma', 'Beta', 'alpha'])
    const since = new Date(server.clock.now).toISOString()
    expect(await namesOf(`?updated_since=${since}`)).toEqual(['Gamma'])
    expect((await team.owner.get(`${list}?per_page=2`)).body.pagination).toEqual({
      page: 1,
      per_page: 2,
      total: 3,
      total_pages: 2,
    })
  })

  test('refuses what it does not know', async () => {
    expect(await namesOf('?status=done')).toEqual(wrong('status'))
    expect(await namesOf('?sort=priority')).toEqual(wrong('sort'))
    expect(await namesOf('?project_id=7')).toEqual(NOT_FOUND)
    expect(await namesOf(`?assignee_id=${uuidOf('team_member', 999_999)}`)).toEqual(NOT_FOUND)
  })
})
