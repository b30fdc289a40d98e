import { type Answer, call, type Person, type TestServer } from '../../../testing/server.ts'

export type Calls = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  remove(path: string): Promise<Answer>
}

export function basic(name: string, password: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` }
}

/** How a client with a token calls; paths begin below the wire, as `/api/v9/me`. */
export function togglCalls(server: TestServer, person: Pick<Person, 'token'>): Calls {
  const credentials = basic(person.token, 'api_token')
  const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
    call(server.app, { method, url: `/toggl${path}`, body, headers: credentials })
  return {
    get: (path, headers) =>
      call(server.app, { method: 'GET', url: `/toggl${path}`, headers: { ...credentials, ...headers } }),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    remove: (path) => send('DELETE', path),
  }
}

/** The calls of version eight: paths begin below `/api/v8`, and `get` gives the body alone. */
export function eightCalls(toggl: () => Calls) {
  const below = (path: string) => `/api/v8${path}`
  return {
    get: async (path: string) => (await toggl().get(below(path))).body,
    post: (path: string, body: object) => toggl().post(below(path), body),
    put: (path: string, body: object) => toggl().put(below(path), body),
    remove: (path: string) => toggl().remove(below(path)),
  }
}

/** An answer as its status and body, to expect in one line. */
export const short = ({ status, body }: { status: number; body: unknown }) => [status, body]
/** What version eight answers for a thing that is not there. */
export const nothing = [404, ['Resource can not be found']]
