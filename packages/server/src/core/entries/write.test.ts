import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BillingStatus, DefaultBillingStatus } from '../../db/schema.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createClient } from '../clients.ts'
import { createProject, deleteProject, updateProject } from '../projects/write.ts'
import { createTag, listTags } from '../tags.ts'
import { createTask } from '../tasks.ts'
import { startTimer } from '../timer.ts'
import { customFieldsOf } from '../text.ts'
import { updateMe } from '../users.ts'
import { updateWorkspace, type WorkspaceChanges } from '../workspaces.ts'
import type { EntryChanges } from './columns.ts'
import { getEntry, listEntries } from './read.ts'
import { createEntry, deleteEntries, deleteEntry, updateEntries, updateEntry } from './write.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const nine = Date.UTC(2026, 2, 2, 9)
const hour = 3_600_000
const anHour = { started_at: nine, ended_at: nine + hour }
const all = { cursor: null, limit: 500 }

function rules(person: Person, changes: WorkspaceChanges) {
  return updateWorkspace(person.ctx(), { id: person.workspaceId }, changes)
}

describe('an entry', () => {
  test('is kept to the second', async () => {
    const entry = await createEntry(ann.ctx(), { started_at: nine + 999, ended_at: nine + 60_001 })
    expect(entry).toMatchObject({
      started_at: nine,
      ended_at: nine + 60_000,
      source: 'manual',
      via_wire: 'test',
    })
  })

  test('may end as it starts, but not before', async () => {
    await expect(createEntry(ann.ctx(), { started_at: nine, ended_at: nine })).resolves.toBeDefined()
    const backwards = createEntry(ann.ctx(), { started_at: nine, ended_at: nine - 1000 })
    await expect(backwards).rejects.toMatchObject({
      code: 'invalid',
      fields: { ended_at: expect.any(String) },
    })
    const entry = await createEntry(ann.ctx(), anHour)
    const turned = updateEntry(ann.ctx(), { id: entry.id }, { started_at: nine + 2 * hour })
    await expect(turned).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each([
    ['Pacific/Auckland', '2026-03-02T10:59:59Z', '2026-03-02'],
    ['Pacific/Auckland', '2026-03-02T11:00:00Z', '2026-03-03'],
    ['America/Los_Angeles', '2026-03-02T07:00:00Z', '2026-03-01'],
    ['Europe/Berlin', '2026-07-01T22:30:00Z', '2026-07-02'],
    ['Europe/Berlin', '2026-01-01T22:30:00Z', '2026-01-01'],
  ])('of somebody in %s that starts at %s is of %s', async (time_zone, at, day) => {
    await updateMe(ann.ctx(), { time_zone })
    const started_at = Date.parse(at)
    const entry = await createEntry(ann.ctx(), { started_at, ended_at: started_at })
    expect(entry).toMatchObject({ time_zone, started_on: day })
  })

  test('keeps the zone it was made in: a move of its start is dated there, a move of its owner changes nothing', async () => {
    await updateMe(ann.ctx(), { time_zone: 'Pacific/Auckland' })
    const entry = await createEntry(ann.ctx(), anHour)
    await updateMe(ann.ctx(), { time_zone: 'America/Los_Angeles' })
    const renamed = await updateEntry(ann.ctx(), { id: entry.id }, { title: 'New' })
    expect(renamed).toMatchObject({ time_zone: 'Pacific/Auckland', started_on: '2026-03-02' })
    const moved = await updateEntry(
      ann.ctx(),
      { id: entry.id },
      { started_at: nine + 3 * hour, ended_at: nine + 4 * hour },
    )
    expect(moved.started_on).toBe('2026-03-03')
  })

  test('has a break that is clipped to its length, also when it is shortened later', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, break_seconds: 1800 })
    expect(entry.break_seconds).toBe(1800)
    const shorter = await updateEntry(ann.ctx(), { id: entry.id }, { ended_at: nine + 600_000 })
    expect(shorter.break_seconds).toBe(600)
    expect((await createEntry(ann.ctx(), { ...anHour, break_seconds: 99_999 })).break_seconds).toBe(3600)
  })

  test('belongs to a project or to a client, never to both', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Acme' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' })
    const both = createEntry(ann.ctx(), { ...anHour, project_id: project.id, client_id: client.id })
    await expect(both).rejects.toMatchObject({ code: 'invalid' })
    const entry = await createEntry(ann.ctx(), { ...anHour, client_id: client.id })
    expect(await updateEntry(ann.ctx(), { id: entry.id }, { project_id: project.id })).toMatchObject({
      project_id: project.id,
      client_id: null,
    })
  })

  test('on a task is on its project, and leaves the task with the project', async () => {
    const [project, other] = [
      await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' }),
      await createProject(ann.ctx(), ann.workspaceId, { title: 'Shop' }),
    ]
    const task = await createTask(ann.ctx(), project.id, { name: 'Design' })
    const entry = await createEntry(ann.ctx(), { ...anHour, task_id: task.id })
    expect(entry).toMatchObject({ project_id: project.id, task_id: task.id })
    const mixed = createEntry(ann.ctx(), { ...anHour, task_id: task.id, project_id: other.id })
    await expect(mixed).rejects.toMatchObject({ code: 'invalid' })
    expect(await updateEntry(ann.ctx(), { id: entry.id }, { project_id: other.id })).toMatchObject({
      project_id: other.id,
      task_id: null,
    })
  })

  test('without project goes to the default workspace, with one into the project’s', async () => {
    const team = await server.team(ann)
    const project = await createProject(ann.ctx(), team.id, { title: 'Team work' })
    expect(await createEntry(ann.ctx(), anHour)).toMatchObject({ workspace_id: ann.workspaceId })
    expect(await createEntry(ann.ctx(), { ...anHour, project_id: project.id })).toMatchObject({
      workspace_id: team.id,
    })
    await updateMe(ann.ctx(), { default_workspace_id: team.id })
    expect(await createEntry(ann.ctx(), anHour)).toMatchObject({ workspace_id: team.id })
    const elsewhere = createEntry(ann.ctx(), {
      ...anHour,
      project_id: project.id,
      workspace_id: ann.workspaceId,
    })
    await expect(elsewhere).rejects.toMatchObject({ code: 'invalid' })
  })

  test('makes tags by name where they are missing, each once whatever its case', async () => {
    await createTag(ann.ctx(), ann.workspaceId, { name: 'Deep' })
    const entry = await createEntry(ann.ctx(), { ...anHour, tags: ['deep', 'New', 'NEW'] })
    expect(entry.tags.map((tag) => tag.name)).toEqual(['Deep', 'NEW'])
    const { rows } = await listTags(ann.ctx(), { workspaceId: ann.workspaceId }, all)
    expect(rows).toHaveLength(2)
  })

  test('refuses tags, tasks, projects and clients of another workspace as if they were not there', async () => {
    const bob = await server.person()
    const tag = await createTag(bob.ctx(), bob.workspaceId, { name: 'His' })
    const project = await createProject(bob.ctx(), bob.workspaceId, { title: 'His' })
    const task = await createTask(bob.ctx(), project.id, { name: 'His' })
    const client = await createClient(bob.ctx(), bob.workspaceId, { name: 'His' })
    const foreign = [
      { tag_ids: [tag.id] },
      { project_id: project.id },
      { task_id: task.id },
      { client_id: client.id },
      { workspace_id: bob.workspaceId },
    ]
    for (const fields of foreign) {
      await expect(createEntry(ann.ctx(), { ...anHour, ...fields })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  test('has custom fields that are merged on update', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, custom_fields: { a: '1', b: '2' } })
    const changed = await updateEntry(ann.ctx(), { id: entry.id }, { custom_fields: { a: null, c: '3' } })
    expect(customFieldsOf(changed.custom_fields)).toEqual({ b: '2', c: '3' })
    const bad = updateEntry(ann.ctx(), { id: entry.id }, { custom_fields: { _secret: 'x' } })
    await expect(bad).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'custom_fields._secret': expect.any(String) },
    })
  })

  test('needs a title or a project where the wire says so', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' })
    const rule = { needsTitleOrProject: true }
    const bare = createEntry(ann.ctx(), { ...anHour, ...rule, title: '  ' })
    await expect(bare).rejects.toMatchObject({ code: 'invalid' })
    const entry = await createEntry(ann.ctx(), { ...anHour, ...rule, project_id: project.id })
    const emptied = updateEntry(ann.ctx(), { id: entry.id }, { ...rule, project_id: null })
    await expect(emptied).rejects.toMatchObject({ code: 'invalid' })
  })

  test('that is deleted is gone from reads, keeps a tombstone, and its id is not used again', async () => {
    const entry = await createEntry(ann.ctx(), anHour)
    await deleteEntry(ann.ctx(), { id: entry.id })
    await expect(getEntry(ann.ctx(), entry.id)).rejects.toMatchObject({ code: 'not_found' })
    const row = await server.house.db.kysely
      .selectFrom('entry')
      .selectAll()
      .where('id', '=', entry.id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ deleted_at: server.clock.now, version: 2 })
    await server.house.db.kysely.deleteFrom('entry').where('id', '=', entry.id).execute()
    expect((await createEntry(ann.ctx(), anHour)).id).toBeGreaterThan(entry.id)
  })
})

describe('the status of a new entry', () => {
  type Case = {
    explicit?: BillingStatus
    project?: DefaultBillingStatus
    parent?: DefaultBillingStatus
    workspace?: DefaultBillingStatus
    user?: DefaultBillingStatus
    lastWord?: DefaultBillingStatus
  }
  test.each<[string, Case, BillingStatus]>([
    ['billable when nobody says anything', {}, 'billable'],
    ['the wire’s last word', { lastWord: 'not_billable' }, 'not_billable'],
    ['the user’s', { user: 'not_billable' }, 'not_billable'],
    ['the workspace’s', { user: 'billable', workspace: 'not_billable' }, 'not_billable'],
    ['the project’s', { workspace: 'billable', project: 'not_billable' }, 'not_billable'],
    ['not that of an ancestor', { parent: 'not_billable' }, 'billable'],
    ['what is said', { project: 'billable', explicit: 'paid' }, 'paid'],
  ])('is %s', async (_, given, expected) => {
    await updateMe(ann.ctx(), { default_billing_status: given.user ?? null })
    await rules(ann, { default_billing_status: given.workspace ?? null })
    const parent = await createProject(ann.ctx(), ann.workspaceId, {
      title: 'Parent',
      default_billing_status: given.parent ?? null,
    })
    const project = await createProject(ann.ctx(), ann.workspaceId, {
      title: 'Child',
      parent_id: parent.id,
      default_billing_status: given.project ?? null,
    })
    const fields = { project_id: project.id, billing_status: given.explicit, lastWord: given.lastWord }
    expect(await createEntry(ann.ctx(), { ...anHour, ...fields })).toMatchObject({ billing_status: expected })
    const { started } = await startTimer(ann.ctx(), fields)
    expect(started.billing_status).toBe(expected)
  })

  test('can be made undetermined later', async () => {
    const entry = await createEntry(ann.ctx(), anHour)
    const changed = await updateEntry(ann.ctx(), { id: entry.id }, { billing_status: null })
    expect(changed.billing_status).toBeNull()
  })
})

describe('before the lock date', () => {
  const late = { started_at: nine + 48 * hour, ended_at: nine + 49 * hour }

  test('nothing may be written, changed, moved there or away, or deleted', async () => {
    const old = await createEntry(ann.ctx(), anHour)
    const recent = await createEntry(ann.ctx(), late)
    await rules(ann, { locked_before: '2026-03-03' })
    const locked = { code: 'locked', reason: 'locked_period' }
    await expect(createEntry(ann.ctx(), anHour)).rejects.toMatchObject(locked)
    const changes: EntryChanges[] = [{ title: 'x' }, { billing_status: 'paid' }, { tags: ['x'] }, late]
    for (const change of changes) {
      await expect(updateEntry(ann.ctx(), { id: old.id }, change)).rejects.toMatchObject(locked)
    }
    await expect(updateEntry(ann.ctx(), { id: recent.id }, anHour)).rejects.toMatchObject(locked)
    await expect(deleteEntry(ann.ctx(), { id: old.id })).rejects.toMatchObject(locked)
    expect(await getEntry(ann.ctx(), old.id)).toMatchObject({ version: 1, is_locked: true })
    await expect(updateEntry(ann.ctx(), { id: recent.id }, { title: 'Open' })).resolves.toBeDefined()
  })

  test('a change or deletion of many fails as a whole', async () => {
    const old = await createEntry(ann.ctx(), anHour)
    const recent = await createEntry(ann.ctx(), late)
    await rules(ann, { locked_before: '2026-03-03' })
    const ids = [recent.id, old.id]
    await expect(updateEntries(ann.ctx(), { ids }, { title: 'x' })).rejects.toMatchObject({ code: 'locked' })
    await expect(deleteEntries(ann.ctx(), { ids })).rejects.toMatchObject({ code: 'locked' })
    expect(await getEntry(ann.ctx(), recent.id)).toMatchObject({ title: null, version: 1 })
  })

  test('no project with its time is deleted', async () => {
    const parent = await createProject(ann.ctx(), ann.workspaceId, { title: 'Old' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site', parent_id: parent.id })
    await createEntry(ann.ctx(), { ...anHour, project_id: project.id })
    await rules(ann, { locked_before: '2026-03-03' })
    await expect(deleteProject(ann.ctx(), { id: parent.id })).rejects.toMatchObject({ code: 'locked' })
    await expect(updateProject(ann.ctx(), { id: parent.id }, { is_archived: true })).resolves.toBeDefined()
  })

  test('the day is that of the owner’s clock', async () => {
    await updateMe(ann.ctx(), { time_zone: 'Pacific/Auckland' })
    await rules(ann, { locked_before: '2026-03-03' })
    const at = Date.parse('2026-03-02T11:00:00Z')
    await expect(createEntry(ann.ctx(), { started_at: at, ended_at: at })).resolves.toBeDefined()
    const earlier = createEntry(ann.ctx(), { started_at: at - 1000, ended_at: at })
    await expect(earlier).rejects.toMatchObject({ code: 'locked' })
  })
})

describe('billed time', () => {
  test.each<BillingStatus>(['billed', 'paid'])(
    'that is %s stays writable where it is not protected',
    async (status) => {
      const entry = await createEntry(ann.ctx(), { ...anHour, billing_status: status })
      await expect(
        updateEntry(ann.ctx(), { id: entry.id }, { ended_at: nine + 60_000 }),
      ).resolves.toBeDefined()
      await expect(deleteEntry(ann.ctx(), { id: entry.id })).resolves.toBeUndefined()
    },
  )

  test('that is protected keeps its time, project and existence, and nothing else', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' })
    const task = await createTask(ann.ctx(), project.id, { name: 'Design' })
    const entry = await createEntry(ann.ctx(), {
      ...anHour,
      project_id: project.id,
      billing_status: 'billed',
    })
    await rules(ann, { protects_billed: true })
    const frozen: EntryChanges[] = [
      { started_at: nine - 1000 },
      { ended_at: nine + 1000 },
      { break_seconds: 60 },
      { project_id: null },
      { task_id: task.id },
    ]
    const refusal = { code: 'locked', reason: 'billed_protected' }
    for (const change of frozen) {
      await expect(updateEntry(ann.ctx(), { id: entry.id }, change)).rejects.toMatchObject(refusal)
    }
    await expect(deleteEntry(ann.ctx(), { id: entry.id })).rejects.toMatchObject(refusal)
    await expect(deleteProject(ann.ctx(), { id: project.id })).rejects.toMatchObject(refusal)
    const free: EntryChanges[] = [
      { notes: 'Invoice 7' },
      { custom_fields: { invoice: '7' } },
      { billing_status: 'paid' },
      { billing_status: 'billable' },
    ]
    for (const change of free) {
      await expect(updateEntry(ann.ctx(), { id: entry.id }, change)).resolves.toBeDefined()
    }
    await expect(deleteEntry(ann.ctx(), { id: entry.id })).resolves.toBeUndefined()
  })
})

describe('many entries at once', () => {
  test('are changed alike, and told in the order asked for', async () => {
    const [first, second] = [await createEntry(ann.ctx(), anHour), await createEntry(ann.ctx(), anHour)]
    const changed = await updateEntries(
      ann.ctx(),
      { ids: [second.id, first.id, second.id] },
      { title: 'Both', billing_status: 'billed' },
    )
    expect(changed.map((entry) => [entry.id, entry.title, entry.billing_status])).toEqual([
      [second.id, 'Both', 'billed'],
      [first.id, 'Both', 'billed'],
    ])
  })

  test('are all left alone where one is missing or somebody else’s', async () => {
    const bob = await server.person()
    const [mine, his] = [await createEntry(ann.ctx(), anHour), await createEntry(bob.ctx(), anHour)]
    const refused = updateEntries(ann.ctx(), { ids: [mine.id, his.id] }, { title: 'x' })
    await expect(refused).rejects.toMatchObject({
      code: 'not_found',
      fields: { 'ids.1': expect.any(String) },
    })
    await expect(deleteEntries(ann.ctx(), { ids: [mine.id, his.id] })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await getEntry(ann.ctx(), mine.id)).toMatchObject({ version: 1 })
  })

  test('are at least one and at most a thousand', async () => {
    for (const ids of [[], Array.from({ length: 1001 }, (_, index) => index + 1)]) {
      await expect(deleteEntries(ann.ctx(), { ids })).rejects.toMatchObject({ code: 'invalid' })
    }
  })

  test('of two people are changed by two at once without waiting for ever', async () => {
    const team = await server.team(ann, 'manager', 'member')
    const ids: number[] = []
    for (const owner of [ann, team.manager, team.member]) {
      ids.push((await createEntry(owner.ctx(), { ...anHour, workspace_id: team.id })).id)
    }
    await Promise.all([
      updateEntries(ann.ctx(), { ids, owner: 'anybody' }, { title: 'A' }),
      updateEntries(team.manager.ctx(), { ids: ids.toReversed(), owner: 'anybody' }, { title: 'B' }),
    ])
    const { rows } = await listEntries(ann.ctx(), { whose: 'everyone', workspaceId: team.id }, all)
    expect(new Set(rows.map((row) => row.title)).size).toBe(1)
    expect(rows.every((row) => row.version === 3)).toBe(true)
  })
})

describe('the time of others', () => {
  test('is written by a manager who names the owner, and never by accident', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member')
    const owner = team.member
    for (const writer of [ann, team.admin, team.manager]) {
      const place = { ...anHour, workspace_id: team.id, user_id: owner.user.id }
      const entry = await createEntry(writer.ctx(), place)
      expect(entry.user_id).toBe(owner.user.id)
      const target = { id: entry.id }
      const named = { id: entry.id, owner: owner.user.id }
      const accident = { code: 'forbidden', reason: 'owner_not_named' }
      await expect(updateEntry(writer.ctx(), target, { title: 'x' })).rejects.toMatchObject(accident)
      await expect(deleteEntry(writer.ctx(), target)).rejects.toMatchObject(accident)
      await expect(updateEntries(writer.ctx(), { ids: [entry.id] }, { title: 'x' })).rejects.toMatchObject(
        accident,
      )
      const wrong = updateEntry(writer.ctx(), { ...target, owner: writer.user.id }, { title: 'x' })
      await expect(wrong).rejects.toMatchObject(accident)
      await expect(updateEntry(writer.ctx(), named, { title: 'x' })).resolves.toBeDefined()
      await expect(deleteEntry(writer.ctx(), named)).resolves.toBeUndefined()
    }
  })

  test('is not there for a member or a viewer', async () => {
    const team = await server.team(ann, 'member', 'viewer')
    const entry = await createEntry(ann.ctx(), { ...anHour, workspace_id: team.id })
    for (const other of [team.member, team.viewer]) {
      const target = { id: entry.id, owner: ann.user.id }
      await expect(updateEntry(other.ctx(), target, { title: 'x' })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(deleteEntry(other.ctx(), target)).rejects.toMatchObject({ code: 'not_found' })
      const forHer = createEntry(other.ctx(), { ...anHour, workspace_id: team.id, user_id: ann.user.id })
      await expect(forHer).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('cannot be written for somebody who is not in the workspace', async () => {
    const team = await server.team(ann)
    const bob = await server.person()
    const forHim = createEntry(ann.ctx(), { ...anHour, workspace_id: team.id, user_id: bob.user.id })
    await expect(forHim).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is dated on its owner’s clock', async () => {
    const team = await server.team(ann, 'member')
    await updateMe(team.member.ctx(), { time_zone: 'Pacific/Auckland' })
    const at = nine + 4 * hour
    const entry = await createEntry(ann.ctx(), {
      started_at: at,
      ended_at: at,
      workspace_id: team.id,
      user_id: team.member.user.id,
    })
    expect(entry).toMatchObject({ time_zone: 'Pacific/Auckland', started_on: '2026-03-03' })
  })
})

test('a viewer reads their own time and writes none', async () => {
  const team = await server.team(ann, 'viewer')
  const { viewer } = team
  const entry = await createEntry(ann.ctx(), {
    ...anHour,
    workspace_id: team.id,
    user_id: viewer.user.id,
  })
  expect(await getEntry(viewer.ctx(), entry.id)).toMatchObject({ id: entry.id })
  const forbidden = { code: 'forbidden' }
  await expect(createEntry(viewer.ctx(), { ...anHour, workspace_id: team.id })).rejects.toMatchObject(
    forbidden,
  )
  await expect(updateEntry(viewer.ctx(), { id: entry.id }, { title: 'x' })).rejects.toMatchObject(forbidden)
  await expect(deleteEntry(viewer.ctx(), { id: entry.id })).rejects.toMatchObject(forbidden)
})
