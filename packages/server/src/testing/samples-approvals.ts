import { type Asked, mixed, params, type Samples } from './sample.ts'

/** True where the row of the table says that the caller is asked to decide. */
const isAsked = ({ variant }: Asked) => variant === 'asked'
const approval = async (asked: Asked) => ({ id: await asked.the.approval(isAsked(asked)) })
const timesheet = async (asked: Asked) => ({ id: await asked.the.timesheet(isAsked(asked)) })

/** Approvals, their policies and timesheets. */
export const APPROVAL_SAMPLES: Samples = {
  'GET /approvals': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'GET /approvals/count': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /approvals': async ({ the, other, variant }) => ({
    body: {
      entry_ids: [await the.entry()],
      ...(variant === 'with approver' ? { approver_ids: [await other.user()] } : {}),
    },
  }),
  'GET /approvals/:id': async (asked) => ({ params: await approval(asked) }),
  'POST /approvals/:id/approve': async (asked) => ({ params: await approval(asked), body: {} }),
  'POST /approvals/:id/reject': async (asked) => ({
    params: await approval(asked),
    body: { reason: 'Wrong project' },
  }),
  'POST /approvals/:id/cancel': async (asked) => ({ params: await approval(asked) }),
  'POST /approvals/approve': async (asked) => ({ body: { ids: [(await approval(asked)).id] } }),
  'POST /approvals/reject': async (asked) => ({
    body: { ids: [(await approval(asked)).id], reason: 'Wrong project' },
  }),
  'POST /entries/:id/reopen': params('id', (the) => the.approvedEntry()),

  'GET /approval-policies': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /approval-policies': async (asked) => ({
    body: {
      workspace_id: await asked.the.workspace(),
      name: asked.the.name(),
      levels: [[await (asked.variant === 'with approver' ? asked.other : asked.the).user()]],
      ...(await mixed(asked)),
    },
  }),
  'PATCH /approval-policies/:id': async (asked) => ({
    params: { id: await asked.the.policy() },
    body: {
      name: asked.the.name(),
      ...(asked.variant === 'with approver' ? { levels: [[await asked.other.user()]] } : {}),
      ...(await mixed(asked)),
    },
  }),
  'DELETE /approval-policies/:id': params('id', (the) => the.policy()),

  'GET /timesheets': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /timesheets': async (asked) => ({
    body: {
      workspace_id: await asked.the.workspace(),
      day: await asked.the.openWeek(),
      ...(asked.the.situation === 'colleague' ? { user_id: await asked.the.user() } : {}),
      ...(await mixed(asked)),
    },
  }),
  'POST /timesheets/:id/withdraw': async (asked) => ({ params: await timesheet(asked) }),
  'POST /timesheets/:id/approve': async (asked) => ({ params: await timesheet(asked), body: {} }),
  'POST /timesheets/:id/reject': async (asked) => ({
    params: await timesheet(asked),
    body: { reason: 'Wrong project' },
  }),
  'POST /timesheets/:id/close': async (asked) => ({ params: await timesheet(asked), body: {} }),
}
