import type { DialectKit } from '../../../testing/dialects.ts'
import { bearer, hasMessage } from '../../../testing/sample.ts'
import { ACTIVITYWATCH_PERMISSIONS } from './permissions.ts'
import { ACTIVITYWATCH_SAMPLES } from './samples.ts'

export const kit: DialectKit = {
  calls: { prefix: '/activitywatch', credentials: bearer, samples: ACTIVITYWATCH_SAMPLES },
  permissions: ACTIVITYWATCH_PERMISSIONS,
  statuses: { no: 403, '-': 404, who: 401, bad: 400, busy: 409 },
  isPainted: hasMessage,
  lists: [],
}
