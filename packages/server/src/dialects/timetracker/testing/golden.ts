import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { addMember } from '../../../core/members.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask } from '../../../core/tasks.ts'
import { createToken, type NewToken, updateToken } from '../../../core/tokens.ts'
import { createTeam } from '../../../core/workspaces.ts'
import { filled, type Memory } from '../../../testing/golden.ts'
import { call, type Person, type TestServer } from '../../../testing/server.ts'

/**
 * Exchanges as the documents describe them. A text such as `{{client}}` stands for a number that is known by that name,
 * or gets to be known by it where it occurs first in an answer. `{{text}}` is any text, `{{anything}}` anything but null.
 */
export type Golden = {
  source: string
  example: string
  exchanges: Exchange[]
}

export type Exchange = {
  request: {
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
    path: string
    as?: As
    headers?: Record<string, string>
    body?: unknown
    /** A body that is no JSON of ours, as it is sent; its type is among the headers. */
    text?: string
  }
  /** What passes before the next request, in seconds. */
  thenWait?: number
  answer: { status: number; headers?: Record<string, string>; body?: unknown }
}

/** Who asks, and how they say so: Ada with a bearer token unless it is said otherwise. */
export type As =
  | 'token'
  | 'token scheme'
  | 'x-api-key'
  | 'basic'
  | 'good key after basic'
  | 'good key after bad token'
  | 'nobody'
  | 'another format'
  | 'unknown'
  | 'switched off'
  | 'expired'
  | 'another address'
  | 'account switched off'
  | 'user'
  | 'manager'
  | 'reader'
  | 'native'
  | 'cookie'

export type GoldenWorld = Memory & {
  credentials: (as: As) => Promise<Record<string, string>>
}

/** The address is one of a documentation network, from which no test asks. */
const ELSEWHERE = '192.0.2.7'

let count = 0

/** The state that every example finds: Ada, who runs a team and the installation, Ben and Mo in it, and some of their work. */
export async function goldenWorld(server: TestServer): Promise<GoldenWorld> {
  server.clock.set('2025-01-27T18:00:00Z')
  count += 1
  const person = (name: string, isAdmin = false) =>
    server.person({ name, email: `${name.toLowerCase()}${count}@example.com`, isAdmin })
  const ada = await person('Ada', true)
  const ben = await person('Ben')
  const mo = await person('Mo')
  const team = await createTeam(ada.ctx(), { name: 'Acme Studio', timeZone: 'Europe/Rome' })
  const id = team.workspace_id
  await addMember(server.system(), { workspace_id: id, user_id: ben.user.id, role: 'member' })
  await addMember(server.system(), { workspace_id: id, user_id: mo.user.id, role: 'manager' })
  const client = await createClient(ada.ctx(), id, { name: 'Very Big Company' })
  const project = await createProject(ada.ctx(), id, {
    title: 'Website',
    client_id: client.id,
    default_billing_status: 'billable',
  })
  const task = await createTask(ada.ctx(), project.id, { name: 'Design' })
  const entry = await createEntry(ada.ctx(), {
    started_at: Date.UTC(2025, 0, 24, 8),
    ended_at: Date.UTC(2025, 0, 24, 9, 30),
    title: 'Kick-off',
    project_id: project.id,
    tags: ['meeting'],
  })
  const bens = await createEntry(ben.ctx(), {
    started_at: Date.UTC(2025, 0, 24, 13),
    ended_at: Date.UTC(2025, 0, 24, 14),
    title: 'Sketches',
    project_id: project.id,
    task_id: task.id,
  })
  return {
    names: new Map<string, unknown>([
      ['user', ada.user.id],
      ['ben', ben.user.id],
      ['mo', mo.user.id],
      ['email', ada.email],
      ['bensEmail', ben.email],
      ['mosEmail', mo.email],
      ['password', ada.password],
      ['workspace', id],
      ['client', client.id],
      ['project', project.id],
      ['task', task.id],
      ['entry', entry.id],
      ['bensEntry', bens.id],
    ]),
    shown: new Map(),
    credentials: credentialsOf(server, { id, ada, ben, mo }),
  }
}

type Team = { id: number; ada: Person; ben: Person; mo: Person }
type Headers = Record<string, string>

/** How each says who they are. What an example does not need is not made, and what it needs is made once. */
function credentialsOf(server: TestServer, { id, ada, ben, mo }: Team): (as: As) => Promise<Headers> {
  const keyOf = async (person: Person, changes: Partial<NewToken> = {}) => {
    const usual: NewToken = {
      name: 'Key',
      kind: 'timetracker',
      scopes: ['*'],
      workspaceId: id,
      expiresAt: null,
      allowedIps: [],
    }
    return createToken(person.ctx(), { ...usual, ...changes })
  }
  const bearer = ({ secret }: { secret: string }) => ({ authorization: `Bearer ${secret}` })
  const unknown = { secret: `tt_${'x'.repeat(32)}` }
  const makers: Record<As, (key: string) => Promise<Headers>> = {
    token: async (secret) => bearer({ secret }),
    'token scheme': async (key) => ({ authorization: `Token ${key}` }),
    'x-api-key': async (key) => ({ 'x-api-key': key }),
    basic: async () => ({ authorization: `Basic ${btoa(`${ada.email}:${ada.password}`)}` }),
    'good key after basic': async (key) => ({ authorization: `Basic ${btoa('a:b')}`, 'x-api-key': key }),
    'good key after bad token': async (key) => ({ ...bearer(unknown), 'x-api-key': key }),
    nobody: async () => ({}),
    'another format': async () => ({ 'x-api-key': `xx_${'x'.repeat(32)}` }),
    unknown: async () => bearer(unknown),
    async 'switched off'() {
      const key = await keyOf(ada)
      await updateToken(ada.ctx(), key.token.id, { isActive: false })
      return bearer(key)
    },
    async expired() {
      const key = await keyOf(ada, { expiresAt: server.clock.now + 1000 })
      server.clock.advance(1)
      return bearer(key)
    },
    'another address': async () => bearer(await keyOf(ada, { allowedIps: [ELSEWHERE] })),
    async 'account switched off'() {
      const gone = await server.person()
      const key = await keyOf(gone, { workspaceId: null })
      await server.house.db.kysely
        .updateTable('user')
        .set({ is_active: 0 })
        .where('id', '=', gone.user.id)
        .execute()
      return bearer(key)
    },
    user: async () => bearer(await keyOf(ben)),
    manager: async () => bearer(await keyOf(mo)),
    reader: async () => bearer(await keyOf(ada, { scopes: ['read:projects', 'write:time_entries'] })),
    native: async () => bearer({ secret: ada.token }),
    cookie: () => cookieOf(server, ada),
  }
  const adasKey = keyOf(ada)
  const made = new Map<As, Promise<Headers>>()
  return async (as) => {
    const headers = made.get(as) ?? makers[as]((await adasKey).secret)
    made.set(as, headers)
    return headers
  }
}

/** What the web app's sign-in leaves in a browser, which says of every write from where it is. */
async function cookieOf(server: TestServer, { email, password }: Person): Promise<Record<string, string>> {
  const answer = await call(server.app, {
    method: 'POST',
    url: '/sundial/api/v1/session',
    body: { email, password },
  })
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  return { cookie, origin: 'http://sundial.test' }
}

/** Asks as an example does. */
export async function ask(
  server: TestServer,
  { names, credentials }: GoldenWorld,
  request: Exchange['request'],
) {
  const { method, path, as = 'token', headers, body, text } = request
  return server.app.inject({
    method,
    url: String(filled(path, names)),
    headers: {
      ...(await credentials(as)),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(filled(body, names)) }),
    ...(text === undefined ? {} : { payload: String(filled(text, names)) }),
  })
}
