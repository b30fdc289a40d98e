import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { addMember } from '../../../core/members.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createRate } from '../../../core/rates.ts'
import { createTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { createTeam } from '../../../core/workspaces.ts'
import { filled, type Memory } from '../../../testing/golden.ts'
import type { Person, TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'

/**
 * Exchanges as the documents describe them, or as we have settled them where the documents say nothing. A text such as
 * `{{client}}` stands for an id that is known by that name, or gets to be known by it where it occurs first in an answer.
 * `{{text}}` is any text.
 */
export type Golden = {
  source: string
  example: string
  exchanges: Exchange[]
}

export type Exchange = {
  request: {
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
    path: string
    as?: As
    headers?: Record<string, string>
    body?: unknown
  }
  /** What passes before the next request, in seconds. */
  thenWait?: number
  answer: { status: number; headers?: Record<string, string>; body: unknown }
}

/** Who asks, and how they say so: Ada with her key as `X-Api-Key`, unless it is said otherwise. */
export type As = 'key' | 'bearer' | 'member' | 'viewer' | 'nobody' | 'unknown'

export type GoldenWorld = Memory & { credentials: Record<As, Record<string, string>> }

let count = 0

/** The state that every example finds: Ada, who runs a team, Ben and Vic in it, and some of their work. */
export async function goldenWorld(server: TestServer): Promise<GoldenWorld> {
  server.clock.set('2025-01-15T18:00:00Z')
  count += 1
  const person = (name: string) =>
    server.person({ name, email: `${name.toLowerCase()}${count}@example.com`, timeZone: 'UTC' })
  const ada = await person('Ada')
  const ben = await person('Ben')
  const vic = await person('Vic')
  const { workspace_id: id, member_id } = await createTeam(ada.ctx(), { name: 'Dev team', timeZone: 'UTC' })
  const bens = await addMember(server.system(), { workspace_id: id, user_id: ben.user.id, role: 'member' })
  const vics = await addMember(server.system(), { workspace_id: id, user_id: vic.user.id, role: 'viewer' })
  const work = await someWork(id, { ada, ben })
  return {
    names: new Map<string, string>([
      ['user', uuidOf('user', ada.user.id)],
      ['email', ada.email],
      ['bensEmail', ben.email],
      ['vicsEmail', vic.email],
      ['home', uuidOf('workspace', ada.workspaceId)],
      ['workspace', uuidOf('workspace', id)],
      ['ada', uuidOf('team_member', member_id)],
      ['ben', uuidOf('team_member', bens.id)],
      ['vic', uuidOf('team_member', vics.id)],
      ...work,
    ]),
    shown: new Map(),
    credentials: {
      key: { 'x-api-key': ada.token },
      bearer: { authorization: `Bearer ${ada.token}` },
      member: { 'x-api-key': ben.token },
      viewer: { 'x-api-key': vic.token },
      nobody: {},
      unknown: { 'x-api-key': `tt_${'x'.repeat(32)}` },
    },
  }
}

/** A client, a project with a rate, a task and a tag, and a morning of each of the two. */
async function someWork(id: number, { ada, ben }: { ada: Person; ben: Person }): Promise<[string, string][]> {
  const client = await createClient(ada.ctx(), id, {
    name: 'Northwind Ltd',
    type: 'company',
    currency: 'GBP',
  })
  const project = await createProject(ada.ctx(), id, { title: 'Mobile app', client_id: client.id })
  const rate = { workspace_id: id, kind: 'billable', project_id: project.id, amount: 7500 } as const
  await createRate(ada.ctx(), rate)
  const task = await createTask(ada.ctx(), project.id, {
    name: 'Implement login',
    assignee_ids: [ben.user.id],
  })
  const tag = await createTag(ada.ctx(), id, { name: 'Development', color: '#3B82F6' })
  const morning = { workspace_id: id, started_at: Date.UTC(2025, 0, 15, 9), project_id: project.id }
  const entry = await createEntry(ada.ctx(), {
    ...morning,
    ended_at: Date.UTC(2025, 0, 15, 11, 30),
    title: 'Feature work',
    task_id: task.id,
    tag_ids: [tag.id],
  })
  const bens = await createEntry(ben.ctx(), {
    ...morning,
    ended_at: Date.UTC(2025, 0, 15, 10),
    title: 'Sketches',
    billing_status: 'not_billable',
  })
  return [
    ['client', uuidOf('client', client.id)],
    ['project', uuidOf('project', project.id)],
    ['task', uuidOf('task', task.id)],
    ['tag', uuidOf('tag', tag.id)],
    ['entry', uuidOf('time_entry', entry.id)],
    ['bensEntry', uuidOf('time_entry', bens.id)],
  ]
}

/** Asks as an example does. */
export function ask(server: TestServer, { names, credentials }: GoldenWorld, request: Exchange['request']) {
  const { method, path, as = 'key', headers, body } = request
  return server.app.inject({
    method,
    url: String(filled(path, names)),
    headers: {
      ...credentials[as],
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(filled(body, names)) }),
  })
}
