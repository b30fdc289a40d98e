import type { Asked, Samples } from '../../../testing/sample.ts'

const DAYS = { start_date: '2026-01-01', end_date: '2026-01-31' }

/** A report on the workspace of the path. */
const about =
  (body: Record<string, unknown> = {}) =>
  async ({ the }: Asked) => ({
    params: { workspace_id: await the.workspace() },
    body: { ...DAYS, ...body },
  })

const trend = { currency: 'EUR', ids: [1] }

const THREE: Record<string, Record<string, unknown>> = {
  'search/time_entries': {},
  'search/time_entries/totals': { with_graph: true },
  'search/time_entries.csv': {},
  'search/time_entries.xlsx': {},
  'search/time_entries.pdf': {},
  'summary/time_entries': {},
  'summary/time_entries.csv': {},
  'summary/time_entries.xlsx': {},
  'summary/time_entries.pdf': {},
  'weekly/time_entries': {},
  'weekly/time_entries.csv': {},
  'weekly/time_entries.pdf': {},
  'projects/summary': {},
  comparative: {},
  'data_trends/clients': trend,
  'data_trends/projects': trend,
  'data_trends/users': trend,
  'search/clients': { name: 'thing' },
  'search/projects': { name: 'thing' },
  'search/users': { ids: [1] },
  'search/tasks': { name: 'thing' },
  'filters/clients': {},
  'filters/projects': {},
  'filters/users': {},
  'filters/tasks': { name: 'thing' },
  'filters/project_users': { project_ids: [1] },
  'filters/project_groups': { project_ids: [1] },
  'filters/projects/status': {},
  'filters/tasks/status': { ids: [1] },
}

const query = async ({ the }: Asked) => ({
  user_agent: 'test',
  workspace_id: await the.workspace(),
  since: '2026-01-01',
  until: '2026-01-31',
})

const TWO = ['details', 'summary', 'weekly'].flatMap((report) =>
  ['', '.csv', '.pdf', '.xls'].map((ending) => report + ending),
)

export const REPORT_SAMPLES: Samples = {
  ...Object.fromEntries(
    Object.entries(THREE).map(([path, body]) => [
      `POST /reports/api/v3/workspace/:workspace_id/${path}`,
      about(body),
    ]),
  ),
  'POST /reports/api/v3/workspace/:workspace_id/projects/:project_id/summary': async ({ the }) => ({
    params: { workspace_id: await the.workspace(), project_id: await the.project() },
    body: DAYS,
  }),
  ...Object.fromEntries(
    TWO.map((report) => [
      `GET /reports/api/v2/${report}`,
      async (asked: Asked) => ({ query: await query(asked) }),
    ]),
  ),
  'GET /reports/api/v2/project': async (asked) => ({
    query: { ...(await query(asked)), project_id: await asked.the.project() },
  }),
}
