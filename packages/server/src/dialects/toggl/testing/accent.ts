import { call } from '../../../testing/server.ts'
import { type Accent, good, statuses } from '../../../testing/story.ts'
import { basic } from './toggl-client.ts'

const V9 = '/toggl/api/v9'

export const togglAccent: Accent = {
  wire: 'toggl',
  leaves: { notes: null, billing_status: 'not_billable' },
  async signIn(server, { email, password }) {
    const answer = await call(server.app, {
      method: 'POST',
      url: `${V9}/me/sessions`,
      headers: basic(email, password),
    })
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    return { status: answer.status, headers: { cookie } }
  },
  knock: (server) => call(server.app, { method: 'GET', url: `${V9}/me/time_entries` }),
  tell(server, headers) {
    const get = (path: string) => good(server, { method: 'GET', url: V9 + path, headers })
    const send = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
      good(server, { method, url: V9 + path, body, headers })
    const home = async () => `/workspaces/${(await get('/me')).body.default_workspace_id}`
    return {
      addProject: async (title) => (await send('POST', `${await home()}/projects`, { name: title })).body.id,
      async start(title, project) {
        const { body } = await send('POST', `${await home()}/time_entries`, {
          created_with: 'story',
          start: new Date(server.clock.now).toISOString(),
          duration: -1,
          description: title,
          project_id: Number(project),
        })
        return String(body.id)
      },
      running: async () => (await get('/me/time_entries/current')).body?.description ?? null,
      edit: async (entry, { title }) =>
        void (await send('PUT', `${await home()}/time_entries/${entry}`, { description: title })),
      async stop() {
        const { body } = await get('/me/time_entries/current')
        await send('PATCH', `${await home()}/time_entries/${body.id}/stop`)
      },
      titles: async () =>
        (await get('/me/time_entries')).body.map((entry: { description: string }) => entry.description),
      async total() {
        const day = new Date(server.clock.now).toISOString().slice(0, 10)
        const path = `/toggl/reports/api/v3/workspace/${(await home()).split('/').at(-1)}`
        const url = `${path}/search/time_entries/totals`
        const body = { start_date: day, end_date: day }
        return (await good(server, { method: 'POST', url, body, headers })).body.seconds
      },
      remove: async (entry) => void (await send('DELETE', `${await home()}/time_entries/${entry}`)),
      tryAll: (entry) =>
        statuses(server, headers, [
          ['GET', `${V9}/me/time_entries/${entry}`],
          ['PUT', `${V9}/time_entries/${entry}`, { description: 'Mine' }],
          ['DELETE', `${V9}/time_entries/${entry}`],
        ]),
      idOf: Number,
    }
  },
}
