import type { DialectKit } from '../../../testing/dialects.ts'
import { togglAccent } from './accent.ts'
import { ME_PERMISSIONS } from './permissions-me.ts'
import { REPORT_PERMISSIONS } from './permissions-reports.ts'
import { THING_PERMISSIONS } from './permissions-things.ts'
import { TIME_ENTRY_PERMISSIONS } from './permissions-time-entries.ts'
import { EIGHT_PERMISSIONS } from './permissions-v8.ts'
import { WEBHOOK_PERMISSIONS } from './permissions-webhooks.ts'
import { ME_SAMPLES, TIME_ENTRY_SAMPLES, WEBHOOK_SAMPLES } from './samples-own.ts'
import { REPORT_SAMPLES } from './samples-reports.ts'
import { THING_SAMPLES } from './samples-things.ts'
import { EIGHT_SAMPLES } from './samples-v8.ts'
import { basic } from './toggl-client.ts'

export const kit: DialectKit = {
  calls: {
    prefix: '/toggl',
    credentials: (secret) => basic(secret, 'api_token'),
    samples: {
      ...ME_SAMPLES,
      ...TIME_ENTRY_SAMPLES,
      ...THING_SAMPLES,
      ...REPORT_SAMPLES,
      ...EIGHT_SAMPLES,
      ...WEBHOOK_SAMPLES,
    },
  },
  permissions: [
    ME_PERMISSIONS,
    TIME_ENTRY_PERMISSIONS,
    THING_PERMISSIONS,
    REPORT_PERMISSIONS,
    EIGHT_PERMISSIONS,
    WEBHOOK_PERMISSIONS,
  ].join('\n'),
  // A workspace of others is forbidden, and a thing of theirs is not there.
  statuses: { no: 403, '-': [400, 403, 404], who: [401, 403], bad: [400, 402, 404], busy: [400, 409] },
  isPainted,
  lists: [
    {
      list: '/api/v9/me/projects?include_archived=true',
      opens: 'GET /api/v9/workspaces/:workspace_id/projects/:project_id',
      thing: 'project',
    },
  ],
  accent: togglAccent,
}

/** A sentence, several, an object with an `error`, nothing at all, or the one sentence that is plain text. */
function isPainted(body: string): boolean {
  if (body === '' || body === 'Incorrect username and/or password\n') return true
  try {
    const parsed: unknown = JSON.parse(body)
    if (Array.isArray(parsed)) return parsed.every((each) => typeof each === 'string')
    return typeof parsed === 'string' || (typeof parsed === 'object' && parsed !== null && 'error' in parsed)
  } catch {
    return false
  }
}
