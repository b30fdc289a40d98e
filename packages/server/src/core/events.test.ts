import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient, updateClient } from './clients.ts'
import { type Ctx, transact } from './context.ts'
import { createEntry, deleteEntry, updateEntry } from './entries/write.ts'
import { listEvents } from './events.ts'
import { createInvitation, revokeInvitation } from './invitations.ts'
import { setProjectMembers } from './projects/members.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import { createSession } from './sessions.ts'
import { createTag, deleteTag, listTags, updateTag } from './tags.ts'
import { createTask, deleteTask, updateTask } from './tasks.ts'
import { pauseTimer, resumeTimer, startTimer, stopTimer } from './timer.ts'
import { createToken, revokeToken, updateToken } from './tokens.ts'
import { changePassword, updateMe } from './users.ts'
import { createTeam, deleteWorkspace, updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

async function eventsOf(ctx: Ctx) {
  return server.house.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('operation_id', '=', ctx.operation.id)
    .orderBy('id')
    .execute()
}

async function kindsOf(work: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
  const ctx = ann.ctx()
  await work(ctx)
  expect(ctx.operation.hasWritten).toBe(true)
  return (await eventsOf(ctx)).map((event) => event.kind)
}

test('every write leaves its event', async () => {
  const ws = ann.workspaceId
  const bare = { scopes: ['*'], workspaceId: null, expiresAt: null, allowedIps: [] }
  const team = await createTeam(ann.ctx(), { name: 'Team', timeZone: 'UTC' })
  const made = {
    client: await createClient(ann.ctx(), ws, { name: 'C' }),
    project: await createProject(ann.ctx(), ws, { title: 'P' }),
    tag: await createTag(ann.ctx(), ws, { name: 'T' }),
    entry: await createEntry(ann.ctx(), anHour),
    token: (await createToken(ann.ctx(), { ...bare, name: 'k', kind: 'timetracker' })).token,
  }
  const task = await createTask(ann.ctx(), made.project.id, { name: 'T' })
  const invite = { email: 'new@example.com', role: 'member', byMail: false } as const
  const { invitation } = await createInvitation(ann.ctx(), team.workspace_id, invite)
  const of = ({ id }: { id: number }) => ({ id })
  const cases: [(ctx: Ctx) => Promise<unknown>, string[]][] = [
    [(ctx) => createClient(ctx, ws, { name: 'D' }), ['client.created']],
    [(ctx) => updateClient(ctx, of(made.client), { name: 'E' }), ['client.updated']],
    [(ctx) => deleteClient(ctx, of(made.client)), ['client.deleted']],
    [(ctx) => createTag(ctx, ws, { name: 'D' }), ['tag.created']],
    [(ctx) => updateTag(ctx, of(made.tag), { name: 'E' }), ['tag.updated']],
    [(ctx) => deleteTag(ctx, of(made.tag)), ['tag.deleted']],
    [(ctx) => createTask(ctx, made.project.id, { name: 'D' }), ['task.created']],
    [(ctx) => updateTask(ctx, of(task), { name: 'E' }), ['task.updated']],
    [(ctx) => deleteTask(ctx, of(task)), ['task.deleted']],
    [(ctx) => createProject(ctx, ws, { title: 'D' }), ['project.created']],
    [(ctx) => updateProject(ctx, of(made.project), { title: 'E' }), ['project.updated']],
    [(ctx) => setProjectMembers(ctx, made.project.id, []), ['project.updated']],
    [(ctx) => deleteProject(ctx, of(made.project)), ['task.deleted', 'project.deleted']],
    [(ctx) => createEntry(ctx, { ...anHour, tags: ['new'] }), ['tag.created', 'entry.created']],
    [(ctx) => updateEntry(ctx, of(made.entry), { title: 'E' }), ['entry.updated']],
    [(ctx) => deleteEntry(ctx, of(made.entry)), ['entry.deleted']],
    [(ctx) => startTimer(ctx, {}), ['entry.started']],
    [(ctx) => startTimer(ctx, {}), ['entry.stopped', 'entry.started']],
    [(ctx) => pauseTimer(ctx), ['entry.updated']],
    [(ctx) => resumeTimer(ctx), ['entry.updated']],
    [(ctx) => stopTimer(ctx), ['entry.stopped']],
    [(ctx) => createToken(ctx, { ...bare, name: 'k', kind: 'timing' }), ['token.created']],
    [(ctx) => updateToken(ctx, made.token.id, { name: 'l' }), ['token.updated']],
    [(ctx) => revokeToken(ctx, made.token.id), ['token.deleted']],
    [(ctx) => updateMe(ctx, { name: 'Ann' }), ['user.updated']],
    [(ctx) => changePassword(ctx, ann.password, 'another good password'), ['user.password_changed']],
    [(ctx) => createSession(ctx, ann.user, { userAgent: null, ip: null }), ['user.signed_in']],
    [(ctx) => updateWorkspace(ctx, { id: team.workspace_id }, { name: 'N' }), ['workspace.updated']],
    [
      (ctx) => createInvitation(ctx, team.workspace_id, { ...invite, email: 'other@example.com' }),
      ['invitation.created'],
    ],
    [(ctx) => revokeInvitation(ctx, team.workspace_id, invitation.id), ['invitation.deleted']],
    [(ctx) => startTimer(ctx, { workspace_id: team.workspace_id }), ['entry.started']],
    [(ctx) => deleteWorkspace(ctx, team.workspace_id), ['entry.stopped', 'workspace.deleted']],
    [(ctx) => createTeam(ctx, { name: 'Team', timeZone: 'UTC' }), ['workspace.created', 'member.created']],
  ]
  for (const [work, expected] of cases) expect(await kindsOf(work)).toEqual(expected)
})

describe('an event', () => {
  test('tells what was and what is, who did it, with which key, over which wire, and when', async () => {
    const tag = await createTag(ann.ctx(), ann.workspaceId, { name: 'before' })
    const ctx = ann.ctx({ tokenId: 42 })
    const after = await updateTag(ctx, { id: tag.id }, { name: 'after' })
    const [event] = await eventsOf(ctx)
    expect(event).toMatchObject({
      workspace_id: ann.workspaceId,
      at: ctx.now,
      user_id: ann.user.id,
      token_id: 42,
      wire: 'test',
      subject_kind: 'tag',
      subject_id: tag.id,
    })
    expect([JSON.parse(event!.before!), JSON.parse(event!.after!)]).toEqual([tag, after])
  })

  test('holds the row as it was written, wherever a project is put', async () => {
    await createProject(ann.ctx(), ann.workspaceId, { title: 'A' })
    const ctx = ann.ctx()
    const made = await createProject(ctx, ann.workspaceId, { title: 'B', position: 0 })
    const moving = ann.ctx()
    const moved = await updateProject(moving, { id: made.id }, { position: 7 })
    for (const [each, project] of [[ctx, made] as const, [moving, moved] as const]) {
      const [event] = await eventsOf(each)
      expect(project).toMatchObject(JSON.parse(event!.after!))
    }
  })

  test('is not written, nor anything else, where the transaction is rolled back', async () => {
    const ctx = ann.ctx()
    const broken = transact(ctx, async (inner) => {
      await createTag(inner, ann.workspaceId, { name: 'never' })
      await startTimer(inner, {})
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await eventsOf(ctx)).toEqual([])
    const { rows } = await listTags(ann.ctx(), { text: 'never' }, all)
    expect(rows).toEqual([])
  })

  test('is not written by a verb that refuses', async () => {
    await createTag(ann.ctx(), ann.workspaceId, { name: 'taken' })
    const ctx = ann.ctx()
    await expect(createTag(ctx, ann.workspaceId, { name: 'Taken' })).rejects.toMatchObject({
      reason: 'name_taken',
    })
    expect(await eventsOf(ctx)).toEqual([])
    expect(ctx.operation.hasWritten).toBe(false)
  })

  test('holds no password and no secret', async () => {
    const rows = await server.house.db.kysely.selectFrom('event').select(['before', 'after']).execute()
    const text = rows.map((row) => `${row.before} ${row.after}`).join('\n')
    expect(text).not.toMatch(/password_hash|secret_hash|argon2/)
  })
})

describe('the list of events', () => {
  test('tells owners and admins everything, others what they did themselves', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member')
    await createTag(ann.ctx(), team.id, { name: 'by ann' })
    await createEntry(team.member.ctx(), { ...anHour, workspace_id: team.id })
    const seen = async (person: Person) => {
      const { rows } = await listEvents(person.ctx(), team.id, all)
      return rows.map((row) => row.kind)
    }
    for (const person of [ann, team.admin]) {
      expect(await seen(person)).toEqual(expect.arrayContaining(['tag.created', 'entry.created']))
    }
    expect(await seen(team.manager)).toEqual([])
    expect(await seen(team.member)).toEqual(['entry.created'])
    const stranger = await server.person()
    await expect(seen(stranger)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('does not tell an owner of the sign-ins and keys of others', async () => {
    const team = await server.team(ann, 'member')
    await updateMe(team.member.ctx(), { default_workspace_id: team.id })
    const user = { ...team.member.user, default_workspace_id: team.id }
    await createSession(team.member.ctx(), user, { userAgent: 'x', ip: '192.0.2.1' })
    const { rows } = await listEvents(ann.ctx(), team.id, all)
    expect(rows.filter((row) => row.subject_kind === 'user')).toEqual([])
    const own = await listEvents(team.member.ctx(), team.id, all)
    expect(own.rows.map((row) => row.kind)).toContain('user.signed_in')
  })
})
