import { call } from '../../../testing/server.ts'
import { type Accent, good, statuses } from '../../../testing/story.ts'
import { idOfUuid } from '../ids.ts'
import { CORE, PREFIX } from '../paths.ts'

const ROOT = PREFIX + CORE
const DAYS = 'start_date=2026-01-01&end_date=2026-12-31'

export const timeTrackerInAccent: Accent = {
  wire: 'timetracker-in',
  leaves: { notes: 'With minutes', billing_status: 'billable' },
  async signIn(server, { token }) {
    // A key is good or it is not.
    const headers = { 'x-api-key': token }
    return { status: (await call(server.app, { method: 'GET', url: `${ROOT}/me`, headers })).status, headers }
  },
  knock: (server) => call(server.app, { method: 'GET', url: `${ROOT}/workspaces` }),
  tell(server, headers) {
    const get = (path: string) => good(server, { method: 'GET', url: ROOT + path, headers })
    const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
      good(server, { method, url: ROOT + path, body, headers })
    const home = async () => `/workspaces/${(await get('/me')).body.default_workspace_id}`
    const entries = async () => (await get(`${await home()}/time-entries`)).body.data
    return {
      addProject: async (name) => (await send('POST', `${await home()}/projects`, { name })).body.id,
      start: async (description, project) =>
        (await send('POST', `${await home()}/timer/start`, { description, project_id: project })).body.id,
      running: async () => titleOf((await get(`${await home()}/timer`)).body.time_entry),
      edit: async (entry, { title, notes }) =>
        void (await send('PATCH', `${await home()}/time-entries/${entry}`, {
          description: `${title}\n${notes}`,
        })),
      stop: async () => void (await send('POST', `${await home()}/timer/stop`)),
      titles: async () => (await entries()).map(titleOf),
      total: async () => (await get(`${await home()}/reports/summary?${DAYS}`)).body.totals.duration,
      remove: async (entry) => void (await send('DELETE', `${await home()}/time-entries/${entry}`)),
      async tryAll(entry) {
        const url = `${ROOT}${await home()}/time-entries/${entry}`
        return statuses(server, headers, [
          ['GET', url],
          ['PATCH', url, { description: 'Mine' }],
          ['DELETE', url],
        ])
      },
      idOf: (entry) => idOfUuid('time_entry', entry) ?? 0,
    }
  },
}

/** What other wires call the title is the first line of the description on this one. */
function titleOf(entry: { description: string } | null): string | null {
  return entry?.description.split('\n')[0] ?? null
}
