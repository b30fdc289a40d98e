import { Type } from 'typebox'
import { APPROVAL_STATUSES } from '../core/approvals/approval.ts'
import { BillingStatus, Day, Id, Instant, listOf, named, nullable, oneOf, Version } from './schemas.ts'

/** Approvals, their policies and timesheets as the native API takes and gives them. */

export const ApprovalStatus = oneOf(APPROVAL_STATUSES)
const Comment = Type.String({ maxLength: 2000 })
const common = { version: Version, created_at: Instant, updated_at: Instant }

export const Approval = named(
  'Approval',
  Type.Object({
    id: Id,
    workspace_id: Id,
    entry_id: Id,
    timesheet_id: nullable(Id),
    level: Type.Integer({ examples: [1], description: 'Its number in the policy.' }),
    step: Type.Integer({ examples: [1], description: 'Where it stands among the levels of its request.' }),
    steps: Type.Integer({ examples: [2], description: 'How many levels its request goes through.' }),
    status: ApprovalStatus,
    is_due: Type.Boolean({ description: 'It waits for a decision now: the levels before it are approved.' }),
    approver_ids: Type.Array(Id, { description: 'Who may decide; nobody stands for the admins.' }),
    requested_by: Id,
    request_comment: nullable(Type.String()),
    decided_by: nullable(Id),
    decided_at: nullable(Instant),
    decision_comment: nullable(Type.String({ description: 'Why, where it was rejected.' })),
    entry: Type.Object({
      user_id: Id,
      project_id: nullable(Id),
      task_id: nullable(Id),
      title: nullable(Type.String({ examples: ['Fix basket rounding'] })),
      notes: nullable(Type.String()),
      started_at: Instant,
      ended_at: nullable(Instant),
      duration_seconds: Type.Integer({ examples: [5880] }),
      started_on: Day,
      billing_status: BillingStatus,
    }),
    ...common,
  }),
)
export const Approvals = listOf(Approval)
export const ApprovalCount = named('ApprovalCount', Type.Object({ count: Type.Integer({ examples: [3] }) }))

export const NewApprovals = named(
  'NewApprovals',
  Type.Object({
    entry_ids: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    comment: Type.Optional(nullable(Comment)),
    approver_ids: Type.Optional(
      Type.Array(Id, { maxItems: 50, description: 'Of those who may decide, ask only these.' }),
    ),
  }),
)
export const RequestedApprovals = named('RequestedApprovals', Type.Object({ data: Type.Array(Approval) }))

export const Approving = named('Approving', Type.Object({ comment: Type.Optional(nullable(Comment)) }))
export const Rejecting = named(
  'Rejecting',
  Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000, examples: ['Wrong project'] }) }),
)
const Ids = Type.Array(Id, { minItems: 1, maxItems: 200 })
export const ApprovingMany = named(
  'ApprovingMany',
  Type.Object({ ids: Ids, comment: Type.Optional(nullable(Comment)) }),
)
export const RejectingMany = named(
  'RejectingMany',
  Type.Object({
    ids: Ids,
    reason: Type.String({ minLength: 1, maxLength: 2000, examples: ['Wrong project'] }),
  }),
)
export const DecisionResults = named(
  'DecisionResults',
  Type.Object({
    data: Type.Array(
      Type.Object({
        id: Id,
        approval: nullable(Approval),
        error: nullable(
          Type.Object(
            { code: Type.String(), reason: Type.String(), message: Type.String() },
            {
              description: 'Why it could not be decided.',
            },
          ),
        ),
      }),
    ),
  }),
)

const policyFields = {
  project_id: nullable(Id),
  user_id: nullable(Id),
  min_seconds: nullable(Type.Integer({ minimum: 0, maximum: 31_536_000 })),
  billable_only: Type.Boolean(),
  is_enabled: Type.Boolean(),
}
const Levels = Type.Array(Type.Array(Id, { minItems: 1, maxItems: 50 }), {
  minItems: 1,
  maxItems: 10,
  description: 'Who decides at each level, in order; any one of a level will do.',
})
const PolicyName = Type.String({ minLength: 1, maxLength: 255, examples: ['All billable time'] })

export const ApprovalPolicy = named(
  'ApprovalPolicy',
  Type.Object({ id: Id, workspace_id: Id, name: PolicyName, levels: Levels, ...policyFields, ...common }),
)
export const NewApprovalPolicy = named(
  'NewApprovalPolicy',
  Type.Intersect([
    Type.Object({ workspace_id: Id, name: PolicyName, levels: Levels }),
    Type.Partial(Type.Object(policyFields)),
  ]),
)
export const ApprovalPolicyChanges = named(
  'ApprovalPolicyChanges',
  Type.Partial(Type.Object({ name: PolicyName, levels: Levels, ...policyFields })),
)
export const ApprovalPolicies = listOf(ApprovalPolicy)

const Count = Type.Integer()
export const Timesheet = named(
  'Timesheet',
  Type.Object({
    id: Id,
    workspace_id: Id,
    user_id: Id,
    starts_on: Day,
    ends_on: Day,
    status: oneOf(['draft', 'submitted', 'approved', 'rejected']),
    seconds: Type.Integer({ description: 'The finished time of the week.', examples: [144_000] }),
    counts: Type.Object(
      { open: Count, pending: Count, approved: Count, rejected: Count },
      { description: 'How its finished entries stand.' },
    ),
    comment: nullable(Type.String()),
    submitted_at: nullable(Instant),
    closed_at: nullable(Instant),
    decided_at: nullable(Instant),
    decided_by: nullable(Id),
    decision_comment: nullable(
      Type.String({ description: 'What was said at the latest decision; why, where it was rejected.' }),
    ),
    ...common,
  }),
)
export const Timesheets = listOf(Timesheet)
export const SubmittedWeek = named(
  'SubmittedWeek',
  Type.Object({
    workspace_id: Id,
    day: Type.String({ format: 'date', description: 'Any day of the week.', examples: ['2026-03-02'] }),
    user_id: Type.Optional(Id),
    comment: Type.Optional(nullable(Comment)),
  }),
)
