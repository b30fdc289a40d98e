import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createEntry } from './entries/write.ts'
import { getMe } from './me.ts'
import { findTimer, startTimer } from './timer.ts'
import { updateMe } from './users.ts'
import {
  createTeam,
  deleteWorkspace,
  getWorkspace,
  listWorkspaces,
  updateWorkspace,
  type WorkspaceChanges,
} from './workspaces.ts'

let server: TestServer
let ann: Person

const notFound = { code: 'not_found' }
const forbidden = { code: 'forbidden' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

describe('a team', () => {
  test('belongs to whoever makes it', async () => {
    const { workspace, role } = await createTeam(ann.ctx(), { name: ' Studio ', timeZone: 'Asia/Tokyo' })
    expect(role).toBe('owner')
    expect(workspace).toMatchObject({ name: 'Studio', time_zone: 'Asia/Tokyo', personal_user_id: null })
    const listed = (await listWorkspaces(ann.ctx())).map((each) => each.workspace_id)
    expect(listed).toEqual([ann.workspaceId, workspace.id])
  })

  test('does not exist for a stranger', async () => {
    const bob = await server.person()
    const { id } = await server.team(ann)
    await expect(getWorkspace(bob.ctx(), id)).rejects.toMatchObject(notFound)
    await expect(updateWorkspace(bob.ctx(), { id }, { name: 'x' })).rejects.toMatchObject(notFound)
    await expect(deleteWorkspace(bob.ctx(), id)).rejects.toMatchObject(notFound)
  })

  test('has its settings changed by its owner and admins', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
    for (const person of [team.manager, team.member, team.viewer]) {
      const change = updateWorkspace(person.ctx(), { id: team.id }, { name: 'x' })
      await expect(change).rejects.toMatchObject(forbidden)
    }
    const changes: WorkspaceChanges = {
      refuses_overlap: true,
      protects_billed: true,
      locked_before: '2026-01-01',
    }
    const { workspace } = await updateWorkspace(team.admin.ctx(), { id: team.id }, changes)
    expect(workspace).toMatchObject({ refuses_overlap: 1, protects_billed: 1, locked_before: '2026-01-01' })
    expect(
      (await updateWorkspace(ann.ctx(), { id: team.id }, { locked_before: null })).workspace,
    ).toMatchObject({
      refuses_overlap: 1,
      locked_before: null,
    })
  })

  test.each<WorkspaceChanges>([{ name: '' }, { time_zone: 'Nowhere' }, { locked_before: '2026-02-30' }])(
    'is not changed to %j',
    async (changes) => {
      const { id } = await server.team(ann)
      await expect(updateWorkspace(ann.ctx(), { id }, changes)).rejects.toMatchObject({ code: 'invalid' })
    },
  )
})

describe('deleting a team', () => {
  test('is for its owner alone', async () => {
    const team = await server.team(ann, 'admin', 'manager')
    for (const person of [team.admin, team.manager]) {
      await expect(deleteWorkspace(person.ctx(), team.id)).rejects.toMatchObject(forbidden)
    }
    await deleteWorkspace(ann.ctx(), team.id)
    for (const person of [ann, team.admin]) {
      await expect(getWorkspace(person.ctx(), team.id)).rejects.toMatchObject(notFound)
    }
  })

  test('stops the timers in it, and gives its members their own default back', async () => {
    const team = await server.team(ann, 'member')
    const { member } = team
    await updateMe(member.ctx(), { default_workspace_id: team.id })
    const { started } = await startTimer(member.ctx(), {})
    server.clock.advance(60)
    await deleteWorkspace(ann.ctx(), team.id)
    const entry = await server.house.db.kysely
      .selectFrom('entry')
      .select('ended_at')
      .where('id', '=', started.id)
      .executeTakeFirstOrThrow()
    expect(entry.ended_at).toBe(started.started_at + 60_000)
    expect(await findTimer(member.ctx())).toBeUndefined()
    expect(await getMe(member.ctx())).toMatchObject({ default_workspace_id: member.workspaceId })
    const next = await startTimer(member.ctx(), {})
    expect(next.started.workspace_id).toBe(member.workspaceId)
  })

  test('leaves a personal workspace alone, as that stays with its account', async () => {
    await expect(deleteWorkspace(ann.ctx(), ann.workspaceId)).rejects.toMatchObject({ code: 'invalid' })
    const at = server.clock.now
    await expect(createEntry(ann.ctx(), { started_at: at, ended_at: at })).resolves.toBeDefined()
  })
})
