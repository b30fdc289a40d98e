import { call } from '../../../testing/server.ts'
import { type Accent, good, statuses } from '../../../testing/story.ts'

const API = '/timetracker/api/v1'

export const timeTrackerAccent: Accent = {
  wire: 'timetracker',
  leaves: { notes: 'With minutes', billing_status: 'billable' },
  // To write what is not there is a bad request in the system's eyes.
  gone: [404, 400, 400],
  async signIn(server, { email, password }) {
    const url = `${API}/auth/login`
    const body = { username: email, password }
    const answer = await call(server.app, { method: 'POST', url, body })
    return { status: answer.status, headers: { authorization: `Bearer ${answer.body.token}` } }
  },
  knock: (server) => call(server.app, { method: 'GET', url: `${API}/time-entries` }),
  tell(server, headers) {
    const get = (path: string) => good(server, { method: 'GET', url: API + path, headers })
    const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
      good(server, { method, url: API + path, body, headers })
    return {
      async addProject(name) {
        const { body } = await send('POST', '/clients', { name: `Client of ${name}` })
        const made = await send('POST', '/projects', { name, client_id: body.client.id })
        return String(made.body.project.id)
      },
      async start(notes, project) {
        // A second timer is refused, so its clients stop the first.
        if ((await get('/timer/status')).body.active) await send('POST', '/timer/stop')
        const { body } = await send('POST', '/timer/start', { project_id: Number(project), notes })
        return String(body.timer.id)
      },
      running: async () => titleOf((await get('/timer/status')).body.timer),
      edit: async (entry, { title, notes }) =>
        void (await send('PATCH', `/time-entries/${entry}`, { notes: `${title}\n${notes}` })),
      stop: async () => void (await send('POST', '/timer/stop')),
      titles: async () => (await get('/time-entries?include_active=true')).body.time_entries.map(titleOf),
      async total() {
        const { body } = await get('/reports/summary')
        const hours = body.summary.by_project.map((each: { hours: number }) => each.hours)
        return Math.round(hours.reduce((sum: number, each: number) => sum + each, 0) * 3600)
      },
      remove: async (entry) => void (await send('DELETE', `/time-entries/${entry}`)),
      tryAll: (entry) =>
        statuses(server, headers, [
          ['GET', `${API}/time-entries/${entry}`],
          ['PATCH', `${API}/time-entries/${entry}`, { notes: 'Mine' }],
          ['DELETE', `${API}/time-entries/${entry}`],
        ]),
      idOf: Number,
    }
  },
}

/** What other wires call the title is the first line of the notes on this one. */
function titleOf(entry: { notes: string } | null): string | null {
  return entry?.notes.split('\n')[0] ?? null
}
