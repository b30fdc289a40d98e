import { type Asked, nothing, params, type Sample, type Samples } from '../../../testing/sample.ts'

const API = '/api/v1'
const APPROVALS = `${API}/time-entry-approvals`
const PERIODS = `${API}/timesheet-periods`
const POLICIES = `${API}/time-approval-policies`
const HOOK = { wire: 'timetracker', url: 'https://example.com/hook' }

/** True where the row of the table says that the caller is asked to decide. */
const isAsked = ({ variant }: Asked) => variant === 'asked'
const approval = async (asked: Asked) => ({ approval_id: await asked.the.approval(isAsked(asked)) })
const period = async (asked: Asked) => ({ period_id: await asked.the.timesheet(isAsked(asked)) })

/** A period with time in it that is not submitted. */
const draft = async ({ the }: Asked) => ({ period_id: await the.draftTimesheet() })

async function policyChange({ the, other, variant }: Asked): Promise<Sample> {
  return {
    params: { policy_id: await the.policy() },
    body: {
      billable_only: true,
      ...(variant === 'with project' ? { project_id: await other.project() } : {}),
      ...(variant === 'with user' ? { user_id: await other.user() } : {}),
      ...(variant === 'with approver' ? { approver_user_ids: [await other.user()] } : {}),
    },
  }
}

const webhookChange = async ({ the }: Asked) => ({
  params: { webhook_id: await the.webhook(HOOK) },
  body: { name: 'Renamed' },
})

/** What is kept about time and people: approvals, periods, policies, webhooks, and the keys of everybody. */
export const KEEPING_SAMPLES: Samples = {
  [`GET ${API}/info`]: nothing,
  [`GET ${API}/health`]: nothing,
  async [`POST ${API}/auth/login`]({ the }) {
    await the.secondFactor('off')
    return { body: { username: the.person.email, password: the.person.password } }
  },
  'GET /api/openapi.json': nothing,

  [`GET ${APPROVALS}`]: nothing,
  [`GET ${APPROVALS}/:approval_id`]: async (asked) => ({ params: await approval(asked) }),
  [`POST ${API}/time-entries/:entry_id/request-approval`]: async ({ the, other, variant }) => ({
    params: { entry_id: await the.entry() },
    body: variant === 'with approver' ? { approver_ids: [await other.user()] } : {},
  }),
  [`POST ${APPROVALS}/:approval_id/approve`]: async (asked) => ({ params: await approval(asked) }),
  [`POST ${APPROVALS}/:approval_id/reject`]: async (asked) => ({
    params: await approval(asked),
    body: { reason: 'Wrong project' },
  }),
  [`POST ${APPROVALS}/:approval_id/cancel`]: async (asked) => ({ params: await approval(asked) }),
  [`POST ${APPROVALS}/bulk-approve`]: async (asked) => ({
    body: { approval_ids: [(await approval(asked)).approval_id] },
  }),

  [`GET ${POLICIES}`]: nothing,
  [`POST ${POLICIES}`]: async ({ the, other, variant }) => ({
    body: {
      name: the.name(),
      approver_user_ids: [await (variant === 'with approver' ? other : the).user()],
      ...(variant === 'with project' ? { project_id: await other.project() } : {}),
      ...(variant === 'with user' ? { user_id: await other.user() } : {}),
    },
  }),
  [`PUT ${POLICIES}/:policy_id`]: policyChange,
  [`PATCH ${POLICIES}/:policy_id`]: policyChange,
  [`DELETE ${POLICIES}/:policy_id`]: params('policy_id', (the) => the.policy()),

  [`GET ${PERIODS}`]: nothing,
  [`POST ${PERIODS}`]: async ({ the }) => ({
    body: { reference_date: '2026-03-02', ...(the.situation === 'own' ? {} : { user_id: await the.user() }) },
  }),
  [`DELETE ${PERIODS}/:period_id`]: async (asked) => ({ params: await draft(asked) }),
  [`POST ${PERIODS}/:period_id/submit`]: async (asked) => ({ params: await draft(asked) }),
  [`POST ${PERIODS}/:period_id/approve`]: async (asked) => ({ params: await period(asked) }),
  [`POST ${PERIODS}/:period_id/reject`]: async (asked) => ({
    params: await period(asked),
    body: { reason: 'Hours are missing' },
  }),
  [`POST ${PERIODS}/:period_id/close`]: async (asked) => ({ params: await period(asked) }),

  [`GET ${API}/webhooks/events`]: nothing,
  [`GET ${API}/webhooks`]: nothing,
  async [`POST ${API}/webhooks`]({ the }) {
    // A workspace has room for a hundred, and making one this way removes those before it.
    await the.webhook(HOOK)
    return { body: { name: the.name(), url: HOOK.url, events: ['project.created'] } }
  },
  [`GET ${API}/webhooks/:webhook_id`]: params('webhook_id', (the) => the.webhook(HOOK)),
  [`PUT ${API}/webhooks/:webhook_id`]: webhookChange,
  [`PATCH ${API}/webhooks/:webhook_id`]: webhookChange,
  [`DELETE ${API}/webhooks/:webhook_id`]: params('webhook_id', (the) => the.webhook(HOOK)),
  [`GET ${API}/webhooks/:webhook_id/deliveries`]: params('webhook_id', (the) => the.webhook(HOOK)),

  'GET /admin/api-tokens': nothing,
  'POST /admin/api-tokens': async ({ the }) => ({
    body: { name: 'Key', user_id: await the.user(), scopes: 'read:projects,write:projects' },
  }),
  'POST /admin/api-tokens/:token_id/toggle': params('token_id', (the) => the.token()),
  'POST /admin/api-tokens/:token_id/rotate': params('token_id', (the) => the.token()),
  'DELETE /admin/api-tokens/:token_id': params('token_id', (the) => the.token()),
}
