import { createToken, type NewToken } from '../../../core/tokens.ts'
import { type Answer, call, type Person, type TestServer } from '../../../testing/server.ts'

/** How a client with a key calls; paths begin below the root, as `/projects`. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  remove(path: string, body?: unknown): Promise<Answer>
}

/** A key of a person's that works here: for all their workspaces, unless it is said otherwise. */
export async function keyOf(person: Person, changes: Partial<NewToken> = {}) {
  return createToken(person.ctx(), {
    name: 'Key',
    kind: 'timetracker',
    scopes: ['*'],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
    ...changes,
  })
}

export async function clientOf(
  server: TestServer,
  person: Person,
  changes: Partial<NewToken> = {},
): Promise<Client> {
  const { secret } = await keyOf(person, changes)
  const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, more: object = {}) =>
    call(server.app, { method, url: `/timetracker/api/v1${path}`, ...withKey(secret, more) })
  return {
    get: (path, headers) => send('GET', path, { headers }),
    post: (path, body, headers) => send('POST', path, { body, headers }),
    patch: (path, body) => send('PATCH', path, { body }),
    remove: (path, body) => send('DELETE', path, { body }),
  }
}

function withKey(secret: string, { headers, ...more }: { headers?: Record<string, string>; body?: unknown }) {
  return { ...more, headers: { authorization: `Bearer ${secret}`, ...headers } }
}
