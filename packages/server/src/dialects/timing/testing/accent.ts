import { call } from '../../../testing/server.ts'
import { type Accent, good, statuses } from '../../../testing/story.ts'

const TIMING = '/timing/api/v1'

export const timingAccent: Accent = {
  wire: 'timing',
  leaves: { notes: 'With minutes', billing_status: 'billable' },
  async signIn(server, { token }) {
    // Timing has no sign-in: a key is good or it is not.
    const headers = { authorization: `Bearer ${token}` }
    return {
      status: (await call(server.app, { method: 'GET', url: `${TIMING}/teams`, headers })).status,
      headers,
    }
  },
  knock: (server) => call(server.app, { method: 'GET', url: `${TIMING}/time-entries` }),
  tell(server, headers) {
    const get = (path: string) => good(server, { method: 'GET', url: TIMING + path, headers })
    const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
      good(server, { method, url: TIMING + path, body, headers })
    return {
      addProject: async (title) => (await send('POST', '/projects', { title })).body.data.self,
      start: async (title, project) =>
        (await send('POST', '/time-entries/start', { title, project })).body.data.self,
      async running() {
        const { headers: answer } = await call(server.app, {
          method: 'GET',
          url: `${TIMING}/time-entries/running`,
          headers,
        })
        const path = answer['location'] && new URL(answer['location']).pathname.slice(TIMING.length)
        return path ? (await get(path)).body.data.title : null
      },
      edit: async (entry, words) => void (await send('PUT', entry, words)),
      stop: async () => void (await send('PUT', '/time-entries/stop')),
      titles: async () =>
        (await get('/time-entries')).body.data.map((entry: { title: string }) => entry.title),
      total: async () => (await get('/report?columns[]=user')).body.data[0]?.duration ?? 0,
      remove: async (entry) => void (await send('DELETE', entry)),
      tryAll: (entry) =>
        statuses(server, headers, [
          ['GET', TIMING + entry],
          ['PUT', TIMING + entry, { title: 'Mine' }],
          ['DELETE', TIMING + entry],
        ]),
      idOf: (entry) => Number(entry.split('/').at(-1)),
    }
  },
}
