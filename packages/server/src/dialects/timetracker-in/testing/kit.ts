import type { DialectKit } from '../../../testing/dialects.ts'
import { bearer } from '../../../testing/sample.ts'
import { idOfUuid, uuidOf } from '../ids.ts'
import { timeTrackerInAccent } from './accent.ts'
import { TIMETRACKER_IN_PERMISSIONS } from './permissions.ts'
import { CORE_SAMPLES } from './samples-core.ts'
import { INTEGRATION_SAMPLES } from './samples-integration.ts'

const W = '/v1/workspaces/:workspace_id'
const TEAM = '/v1/workspaces/TEAM'

const KINDS = { client: 'client', project: 'project', task: 'task', tag: 'tag', entry: 'time_entry' } as const

export const kit: DialectKit = {
  calls: {
    prefix: '/timetracker-in',
    credentials: bearer,
    samples: { ...CORE_SAMPLES, ...INTEGRATION_SAMPLES },
  },
  permissions: TIMETRACKER_IN_PERMISSIONS,
  // A hook that is not there is a bad request on the integration surface.
  statuses: { no: 403, '-': [404, 400], who: 401, bad: 400, busy: 400 },
  isPainted,
  lists: [
    { list: `${TEAM}/clients?per_page=100`, opens: `GET ${W}/clients/:client_id`, thing: 'client' },
    { list: `${TEAM}/projects?per_page=100`, opens: `GET ${W}/projects/:project_id`, thing: 'project' },
    { list: `${TEAM}/tasks?per_page=100`, opens: `GET ${W}/tasks/:task_id`, thing: 'task' },
    { list: `${TEAM}/tags?per_page=100`, opens: `GET ${W}/tags/:tag_id`, thing: 'tag' },
    {
      list: `${TEAM}/time-entries?per_page=100`,
      opens: `GET ${W}/time-entries/:time_entry_id`,
      thing: 'entry',
    },
  ],
  nameOfWorkspace: (id) => uuidOf('workspace', id),
  numberOf: (thing, id) => (thing in KINDS ? idOfUuid(KINDS[thing as keyof typeof KINDS], id) : undefined),
  accent: timeTrackerInAccent,
}

/** An error as a sentence, or with a code of the system and a message. */
function isPainted(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || !('error' in parsed) || 'statusCode' in parsed)
      return false
    const { error } = parsed
    if (typeof error === 'string') return true
    return typeof error === 'object' && error !== null && 'code' in error && 'message' in error
  } catch {
    return false
  }
}
