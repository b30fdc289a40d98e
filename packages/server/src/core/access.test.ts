import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../db/schema.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient, updateClient } from './clients.ts'
import type { Ctx } from './context.ts'
import { createEntry, deleteEntry, updateEntry } from './entries/write.ts'
import { getEntry } from './entries/read.ts'
import { createInvitation } from './invitations.ts'
import { listMembers, updateMember } from './members.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import { createTag, deleteTag, updateTag } from './tags.ts'
import { createTask, deleteTask, updateTask } from './tasks.ts'
import { startTimer } from './timer.ts'
import { updateWorkspace } from './workspaces.ts'

const ROLES = ['owner', 'admin', 'manager', 'member', 'viewer'] as const
const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }

let server: TestServer
let people: Record<Role, Person>
let stranger: Person
let id: number
let count = 0

/** What the owner has made for others to try their hands at. */
const name = () => `thing ${++count}`
const owner = () => people.owner.ctx()
const project = async () => (await createProject(owner(), id, { title: name() })).id
const client = async () => (await createClient(owner(), id, { name: name() })).id
const tag = async () => (await createTag(owner(), id, { name: name() })).id
const task = async () => (await createTask(owner(), await project(), { name: name() })).id
const entry = async () => (await createEntry(owner(), { ...anHour, workspace_id: id })).id
const ownerId = () => people.owner.user.id

type Action = {
  action: string
  allowed: readonly Role[]
  /** Where the thing itself is hidden from a role, it is not there instead of forbidden. */
  hidden?: boolean
  make?: () => Promise<number>
  act: (ctx: Ctx, on: number) => Promise<unknown>
}

const everyone: readonly Role[] = ROLES
const tracking: readonly Role[] = ['owner', 'admin', 'manager', 'member']
const managing: readonly Role[] = ['owner', 'admin', 'manager']
const administering: readonly Role[] = ['owner', 'admin']

const actions: Action[] = [
  {
    action: 'write own time',
    allowed: tracking,
    act: (ctx) => createEntry(ctx, { ...anHour, workspace_id: id }),
  },
  { action: 'start a timer', allowed: tracking, act: (ctx) => startTimer(ctx, { workspace_id: id }) },
  {
    action: 'read the time of others',
    allowed: managing,
    hidden: true,
    make: entry,
    act: (ctx, on) => getEntry(ctx, on),
  },
  {
    action: 'change the time of others',
    allowed: managing,
    hidden: true,
    make: entry,
    act: (ctx, on) => updateEntry(ctx, { id: on, owner: ownerId() }, { title: 'x' }),
  },
  {
    action: 'delete the time of others',
    allowed: managing,
    hidden: true,
    make: entry,
    act: (ctx, on) => deleteEntry(ctx, { id: on, owner: ownerId() }),
  },
  {
    action: 'write time for others',
    allowed: managing,
    act: (ctx) => createEntry(ctx, { ...anHour, workspace_id: id, user_id: people.viewer.user.id }),
  },
  { action: 'make projects', allowed: tracking, act: (ctx) => createProject(ctx, id, { title: name() }) },
  {
    action: 'edit projects',
    allowed: managing,
    make: project,
    act: (ctx, on) => updateProject(ctx, { id: on }, { title: 'x' }),
  },
  {
    action: 'archive projects',
    allowed: managing,
    make: project,
    act: (ctx, on) => updateProject(ctx, { id: on }, { is_archived: true }),
  },
  {
    action: 'delete projects',
    allowed: managing,
    make: project,
    act: (ctx, on) => deleteProject(ctx, { id: on }),
  },
  { action: 'make clients', allowed: tracking, act: (ctx) => createClient(ctx, id, { name: name() }) },
  {
    action: 'edit clients',
    allowed: managing,
    make: client,
    act: (ctx, on) => updateClient(ctx, { id: on }, { notes: 'x' }),
  },
  {
    action: 'delete clients',
    allowed: managing,
    make: client,
    act: (ctx, on) => deleteClient(ctx, { id: on }),
  },
  { action: 'make tags', allowed: tracking, act: (ctx) => createTag(ctx, id, { name: name() }) },
  {
    action: 'edit tags',
    allowed: tracking,
    make: tag,
    act: (ctx, on) => updateTag(ctx, { id: on }, { description: 'x' }),
  },
  { action: 'delete tags', allowed: managing, make: tag, act: (ctx, on) => deleteTag(ctx, { id: on }) },
  {
    action: 'make tasks',
    allowed: tracking,
    make: project,
    act: (ctx, on) => createTask(ctx, on, { name: name() }),
  },
  {
    action: 'edit tasks',
    allowed: tracking,
    make: task,
    act: (ctx, on) => updateTask(ctx, { id: on }, { description: 'x' }),
  },
  { action: 'delete tasks', allowed: managing, make: task, act: (ctx, on) => deleteTask(ctx, { id: on }) },
  {
    action: 'see the members',
    allowed: everyone,
    act: (ctx) => listMembers(ctx, id, { cursor: null, limit: 10 }),
  },
  {
    action: 'change members',
    allowed: administering,
    act: async (ctx) => {
      const { rows } = await listMembers(owner(), id, { cursor: null, limit: 10 })
      const member = rows.find((row) => row.role === 'viewer')!
      return updateMember(ctx, { workspaceId: id, memberId: member.id }, { department: name() })
    },
  },
  {
    action: 'invite',
    allowed: administering,
    act: (ctx) =>
      createInvitation(ctx, id, { email: `${++count}@example.org`, role: 'member', byMail: false }),
  },
  {
    action: 'change the settings',
    allowed: administering,
    act: (ctx) => updateWorkspace(ctx, { id }, { name: name() }),
  },
]

beforeAll(async () => {
  server = await openTestServer()
  const ann = await server.person()
  const { id: teamId, ...others } = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
  id = teamId
  people = { owner: ann, ...others }
  stranger = await server.person({ isAdmin: true })
})
afterAll(() => server.close())

describe.each(actions)('to $action', ({ allowed, hidden, make, act }) => {
  test(`is for ${allowed.join(', ')}`, async () => {
    for (const role of ROLES) {
      const attempt = act(people[role].ctx(), (await make?.()) ?? 0)
      if (allowed.includes(role)) await expect(attempt, role).resolves.not.toThrow()
      else await expect(attempt, role).rejects.toMatchObject({ code: hidden ? 'not_found' : 'forbidden' })
    }
  })

  test('is not for a stranger, to whom it does not exist, though they administer the installation', async () => {
    const attempt = act(stranger.ctx({ isAdmin: true }), (await make?.()) ?? 0)
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is for no key without the scope, whatever the role', async () => {
    const attempt = act(people.owner.ctx({ scopes: ['read:app_usage'] }), (await make?.()) ?? 0)
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden', reason: 'missing_scope' })
  })

  test('is for nobody who is not signed in', async () => {
    const anonymous = { ...people.owner.ctx(), actor: { kind: 'anonymous' } as const }
    const attempt = act(anonymous, (await make?.()) ?? 0)
    await expect(attempt).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

test('where only admins may make projects, members make neither projects nor clients', async () => {
  await updateWorkspace(owner(), { id }, { only_admins_create_projects: true })
  for (const role of ['owner', 'admin'] as const) {
    await expect(createProject(people[role].ctx(), id, { title: name() })).resolves.toBeDefined()
    await expect(createClient(people[role].ctx(), id, { name: name() })).resolves.toBeDefined()
  }
  for (const role of ['member', 'viewer'] as const) {
    const forbidden = { code: 'forbidden' }
    await expect(createProject(people[role].ctx(), id, { title: name() })).rejects.toMatchObject(forbidden)
    await expect(createClient(people[role].ctx(), id, { name: name() })).rejects.toMatchObject(forbidden)
  }
})
