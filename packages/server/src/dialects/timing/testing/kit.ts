import type { DialectKit } from '../../../testing/dialects.ts'
import { bearer, hasMessage } from '../../../testing/sample.ts'
import { timingAccent } from './accent.ts'
import { TIMING_PERMISSIONS } from './permissions.ts'
import { TIMING_SAMPLES } from './samples.ts'

export const kit: DialectKit = {
  calls: { prefix: '/timing', credentials: bearer, samples: TIMING_SAMPLES },
  permissions: TIMING_PERMISSIONS,
  statuses: { no: 403, '-': 404, who: 401, bad: 422, busy: 422 },
  isPainted: hasMessage,
  lists: [
    {
      list: '/api/v1/time-entries?include_team_members=1&start_date_min=2020-01-01',
      opens: 'GET /api/v1/time-entries/:time_entry_id',
      thing: 'entry',
    },
    {
      list: '/api/v1/projects?team_id=TEAM',
      opens: 'GET /api/v1/projects/:project_id',
      thing: 'project',
    },
  ],
  accent: timingAccent,
}
