import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createClient } from '../clients.ts'
import { createProject } from '../projects/write.ts'
import { createTag } from '../tags.ts'
import { createTask } from '../tasks.ts'
import { findTimer, startTimer } from '../timer.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import { getEntry } from './read.ts'
import { createEntry, updateEntries, updateEntry } from './write.ts'

let server: TestServer
let ann: Person
let teamId: number
let homeProject: number
let teamProject: number

const nine = Date.UTC(2026, 2, 2, 9)
const anHour = { started_at: nine, ended_at: nine + 3_600_000 }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  teamId = (await server.team(ann)).id
  homeProject = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Home' })).id
  teamProject = (await createProject(ann.ctx(), teamId, { title: 'Team' })).id
})
afterAll(() => server.close())

describe('an entry that moves to a project of another workspace', () => {
  test('keeps its id, time, status and tags by name, and loses its task', async () => {
    const task = await createTask(ann.ctx(), homeProject, { name: 'Design' })
    const known = await createTag(ann.ctx(), teamId, { name: 'KNOWN' })
    const entry = await createEntry(ann.ctx(), {
      ...anHour,
      task_id: task.id,
      title: 'Write',
      tags: ['known', 'new'],
      billing_status: 'not_billable',
      custom_fields: { x: '1' },
    })
    const moved = await updateEntry(ann.ctx(), { id: entry.id }, { project_id: teamProject })
    expect(moved).toMatchObject({
      ...anHour,
      id: entry.id,
      workspace_id: teamId,
      project_id: teamProject,
      task_id: null,
      title: 'Write',
      billing_status: 'not_billable',
      custom_fields: entry.custom_fields,
      created_at: entry.created_at,
      version: 2,
    })
    expect(moved.tags.map((tag) => tag.name)).toEqual(['KNOWN', 'new'])
    expect(moved.tags[0]?.id).toBe(known.id)
    expect(moved.tags[1]?.id).not.toBe(entry.tags.find((tag) => tag.name === 'new')?.id)
  })

  test('loses its client', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Acme' })
    const entry = await createEntry(ann.ctx(), { ...anHour, client_id: client.id })
    const moved = await updateEntry(ann.ctx(), { id: entry.id }, { workspace_id: teamId })
    expect(moved).toMatchObject({ workspace_id: teamId, client_id: null, project_id: null })
  })

  test('leaves an event in each workspace, and one undo takes it back', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, project_id: homeProject, tags: ['a'] })
    const ctx = ann.ctx()
    await updateEntry(ctx, { id: entry.id }, { project_id: teamProject })
    const events = await server.house.db.kysely
      .selectFrom('event')
      .select(['workspace_id', 'kind', 'subject_id'])
      .where('operation_id', '=', ctx.operation.id)
      .where('subject_kind', '=', 'entry')
      .orderBy('id')
      .execute()
    expect(events).toEqual([
      { workspace_id: ann.workspaceId, kind: 'entry.deleted', subject_id: entry.id },
      { workspace_id: teamId, kind: 'entry.created', subject_id: entry.id },
    ])
    await undoOperation(ann.ctx(), ctx.operation.id)
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({
      workspace_id: ann.workspaceId,
      project_id: homeProject,
      tags: entry.tags,
    })
  })

  test('may be the timer, which runs on', async () => {
    const { started } = await startTimer(ann.ctx(), { project_id: homeProject })
    await updateEntry(ann.ctx(), { id: started.id }, { project_id: teamProject })
    expect(await findTimer(ann.ctx())).toMatchObject({ id: started.id, workspace_id: teamId })
  })

  test('is refused where either side has locked its day', async () => {
    for (const locked of [ann.workspaceId, teamId]) {
      const entry = await createEntry(ann.ctx(), { ...anHour, project_id: homeProject })
      await updateWorkspace(ann.ctx(), { id: locked }, { locked_before: '2026-03-03' })
      const moving = updateEntry(ann.ctx(), { id: entry.id }, { project_id: teamProject })
      await expect(moving).rejects.toMatchObject({ code: 'locked', reason: 'locked_period' })
      await updateWorkspace(ann.ctx(), { id: locked }, { locked_before: null })
    }
  })

  test('is refused where it is billed and protected', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, billing_status: 'billed' })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { protects_billed: true })
    const moving = updateEntry(ann.ctx(), { id: entry.id }, { project_id: teamProject })
    await expect(moving).rejects.toMatchObject({ code: 'locked', reason: 'billed_protected' })
  })

  test('is refused where its owner may not write there', async () => {
    const other = await server.team(ann, 'viewer')
    const project = await createProject(ann.ctx(), other.id, { title: 'Other' })
    const entry = await createEntry(other.viewer.ctx(), anHour)
    const moving = updateEntry(other.viewer.ctx(), { id: entry.id }, { project_id: project.id })
    await expect(moving).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is refused where its owner is no member', async () => {
    const other = await server.team(ann, 'member')
    const entry = await createEntry(other.member.ctx(), { ...anHour, workspace_id: other.id })
    const target = { id: entry.id, owner: other.member.user.id }
    const moving = updateEntry(ann.ctx(), target, { project_id: teamProject })
    await expect(moving).rejects.toMatchObject({ code: 'not_found' })
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ workspace_id: other.id, version: 1 })
  })

  test('may be one of many that move at once', async () => {
    const entries = [
      await createEntry(ann.ctx(), anHour),
      await createEntry(ann.ctx(), { ...anHour, tags: ['a'] }),
    ]
    const moved = await updateEntries(
      ann.ctx(),
      { ids: entries.map((entry) => entry.id) },
      { project_id: teamProject },
    )
    expect(moved.map((entry) => [entry.id, entry.workspace_id])).toEqual(
      entries.map((entry) => [entry.id, teamId]),
    )
  })
})

describe('an entry that loses its project', () => {
  test('stays in its workspace', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, project_id: teamProject })
    const changed = await updateEntry(ann.ctx(), { id: entry.id }, { project_id: null })
    expect(changed).toMatchObject({ workspace_id: teamId, project_id: null })
  })

  test('moves home where the wire says so', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, project_id: teamProject })
    const changed = await updateEntry(
      ann.ctx(),
      { id: entry.id },
      { project_id: null, workspace_id: 'personal' },
    )
    expect(changed).toMatchObject({ id: entry.id, workspace_id: ann.workspaceId, project_id: null })
  })

  test('does not move home because of another change', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, workspace_id: teamId })
    const changed = await updateEntry(ann.ctx(), { id: entry.id }, { title: 'x', workspace_id: 'personal' })
    expect(changed.workspace_id).toBe(teamId)
  })
})
