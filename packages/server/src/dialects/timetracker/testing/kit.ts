import type { DialectKit } from '../../../testing/dialects.ts'
import { bearer } from '../../../testing/sample.ts'
import { timeTrackerAccent } from './accent.ts'
import { KEEPING_PERMISSIONS } from './permissions-keeping.ts'
import { THING_PERMISSIONS } from './permissions-things.ts'
import { TIME_PERMISSIONS } from './permissions-time.ts'
import { KEEPING_SAMPLES } from './samples-keeping.ts'
import { THING_SAMPLES } from './samples-things.ts'
import { TIME_SAMPLES } from './samples-time.ts'

const API = '/api/v1'

export const kit: DialectKit = {
  calls: {
    prefix: '/timetracker',
    credentials: bearer,
    keysFor: 'team',
    samples: { ...KEEPING_SAMPLES, ...THING_SAMPLES, ...TIME_SAMPLES },
  },
  permissions: [KEEPING_PERMISSIONS, THING_PERMISSIONS, TIME_PERMISSIONS].join('\n'),
  // Writing what is not there is a bad request, and a project that is not there is one to which there is no access.
  statuses: { no: 403, '-': [400, 403, 404], who: 401, bad: 400, busy: 400 },
  isPainted,
  lists: [
    { list: `${API}/projects?status=all`, opens: `GET ${API}/projects/:project_id`, thing: 'project' },
    { list: `${API}/time-entries?per_page=100`, opens: `GET ${API}/time-entries/:entry_id`, thing: 'entry' },
    { list: `${API}/tasks?per_page=100`, opens: `GET ${API}/tasks/:task_id`, thing: 'task' },
    { list: `${API}/clients?per_page=100`, opens: `GET ${API}/clients/:client_id`, thing: 'client' },
    { list: `${API}/leads?per_page=100`, opens: `GET ${API}/leads/:lead_id`, thing: 'lead' },
    { list: `${API}/deals?per_page=100`, opens: `GET ${API}/deals/:deal_id`, thing: 'deal' },
    {
      list: `${API}/time-entry-approvals?status=any`,
      opens: `GET ${API}/time-entry-approvals/:approval_id`,
      thing: 'approval',
    },
  ],
  accent: timeTrackerAccent,
}

/** A sentence as `error`, which most answers say twice, with what the system's own words never are. */
function isPainted(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body)
    const isObject = typeof parsed === 'object' && parsed !== null
    return isObject && 'error' in parsed && typeof parsed.error === 'string' && !('statusCode' in parsed)
  } catch {
    return false
  }
}
