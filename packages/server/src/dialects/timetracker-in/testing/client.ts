import { type Answer, call, type TestServer } from '../../../testing/server.ts'
import { CORE, INTEGRATION, PREFIX } from '../paths.ts'

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** How a client calls one of the two surfaces; paths begin below its root, as `/workspaces`. */
export type Client = { get: (path: string, headers?: Record<string, string>) => Promise<Answer> } & Record<
  'post' | 'patch' | 'remove',
  Send
>

/** The core API, as a script calls it. */
export function coreClient(server: Pick<TestServer, 'app'>, key: string): Client {
  return clientOf(server, PREFIX + CORE, { 'x-api-key': key })
}

/** The integration surface, as Zapier calls it. */
export function integrationClient(server: Pick<TestServer, 'app'>, key: string): Client {
  return clientOf(server, PREFIX + INTEGRATION, { authorization: `Bearer ${key}` })
}

function clientOf({ app }: Pick<TestServer, 'app'>, root: string, own: Record<string, string>): Client {
  const sender =
    (method: 'POST' | 'PATCH' | 'DELETE'): Send =>
    (path, body, headers) =>
      call(app, { method, url: root + path, body, headers: { ...own, ...headers } })
  return {
    get: (path, headers) => call(app, { method: 'GET', url: root + path, headers: { ...own, ...headers } }),
    post: sender('POST'),
    patch: sender('PATCH'),
    remove: sender('DELETE'),
  }
}
