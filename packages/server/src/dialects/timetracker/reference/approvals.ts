import { Type } from 'typebox'
import { APPROVAL_STATUSES } from '../../../core/approvals/approval.ts'
import {
  API,
  changing,
  flag,
  inPath,
  list,
  local,
  named,
  nullable,
  number,
  oneOf,
  optional,
  type Routes,
  said,
  text,
  utc,
} from './words.ts'

const Approval = named(
  'Approval',
  Type.Object({
    id: number('One level of a request.'),
    time_entry_id: number('The entry it is about.'),
    status: oneOf(APPROVAL_STATUSES),
    requested_by: nullable(number('Who asked.')),
    approved_by: nullable(Type.Integer({ description: 'Who approved it, or rejected it.' })),
    requested_at: utc('When it was asked for.'),
    approved_at: nullable(Type.String({ description: 'When it was approved. In UTC.' })),
    rejected_at: nullable(Type.String({ description: 'When it was rejected. In UTC.' })),
    request_comment: nullable(text('What who asked said.', 'Sprint 7')),
    approval_comment: nullable(Type.String({ description: 'What who approved it said.' })),
    rejection_reason: nullable(Type.String({ description: 'Why it was rejected.' })),
    parent_approval_id: nullable(Type.Integer({ description: 'The level before it.' })),
    approval_level: number('Which level it is.'),
  }),
)

const Policy = named(
  'ApprovalPolicy',
  Type.Object({
    id: number('The policy.'),
    name: text('What it is called.', 'Shop'),
    project_id: nullable(number('Only for the time of this project.')),
    user_id: nullable(Type.Integer({ description: 'Only for the time of this person.' })),
    applies_to_all: flag('Whether it is for neither.', false),
    requires_approval: flag('Always true.'),
    approval_levels: number('How many levels it has.', 2),
    levels: list(list(Type.Integer()), 'The people of each level, of whom any one decides.'),
    approver_user_ids: list(Type.Integer(), 'All of them.'),
    min_hours: nullable(Type.Number({ description: 'Only for entries of this length or more.' })),
    billable_only: flag('Whether it is for billable time only.', false),
    enabled: flag('Whether it is in force.'),
    created_at: local('When it was made.'),
    updated_at: local('When it last changed.'),
  }),
)

const policyFields = optional({
  name: text('What it is called.', 'Shop'),
  project_id: nullable(number('Only for the time of this project.')),
  user_id: nullable(Type.Integer({ description: 'Only for the time of this person.' })),
  applies_to_all: Type.Boolean({ description: 'true takes project and person away.' }),
  min_hours: nullable(Type.Number({ description: 'Only for entries of this length or more.' })),
  billable_only: Type.Boolean({ description: 'Whether it is for billable time only.' }),
  enabled: Type.Boolean({ description: 'Whether it is in force.' }),
  approver_user_ids: Type.Array(Type.Integer(), { description: 'One level, in the place of `levels`.' }),
})
const Levels = Type.Array(Type.Array(Type.Integer()), {
  description: 'The people of each level, of whom any one decides.',
  examples: [[[2], [1, 3]]],
})

const ApprovalId = inPath('approval_id', 'The approval.')
const PolicyId = inPath('policy_id', 'The policy.')
const Comment = Type.Optional(text('What to say with it.', 'Thank you'))
const APPROVALS = `${API}/time-entry-approvals`
const POLICIES = `${API}/time-approval-policies`

function decided(message: string) {
  return Type.Object({
    success: flag('Always true.'),
    message: text('What was done.', message),
    approval: Approval,
  })
}

export const APPROVAL_ROUTES: Routes = {
  [`GET ${APPROVALS}`]: {
    operationId: 'listApprovals',
    about: 'Newest first, at most 500.',
    query: Type.Object(
      optional({
        status: oneOf(APPROVAL_STATUSES, 'All one may see that stand so, whoever decides.'),
        mine: Type.Boolean({ description: '`true` gives what one has asked for.' }),
      }),
    ),
    status: 200,
    answer: Type.Object({ approvals: list(Approval) }),
  },
  [`GET ${APPROVALS}/:approval_id`]: {
    operationId: 'showApproval',
    params: ApprovalId,
    status: 200,
    answer: Type.Object({ approval: Approval }),
  },
  [`POST ${API}/time-entries/:entry_id/request-approval`]: {
    operationId: 'requestApproval',
    about:
      'Of a finished entry. The policy for its project is asked first, then that for the person, then that for all; without one the admins decide. Gives the first level.',
    params: inPath('entry_id', 'The entry.'),
    body: Type.Object({
      comment: Type.Optional(text('What to say with it.', 'Sprint 7')),
      approver_ids: Type.Optional(
        Type.Array(Type.Integer(), { description: 'Of those whom the levels name, only these.' }),
      ),
    }),
    isBodyOptional: true,
    status: 200,
    answer: decided('Approval requested'),
  },
  [`POST ${APPROVALS}/:approval_id/approve`]: {
    operationId: 'approve',
    about:
      'For the people of its level, once the level before it has approved, and for admins. After the last level the entry is locked.',
    params: ApprovalId,
    body: Type.Object({ comment: Comment }),
    isBodyOptional: true,
    status: 200,
    answer: decided('Time entry approved'),
  },
  [`POST ${APPROVALS}/:approval_id/reject`]: {
    operationId: 'reject',
    about: 'For those who may approve it. The levels after it are not asked any more.',
    params: ApprovalId,
    body: Type.Object({
      reason: text('Why.', 'Wrong project'),
      rejection_reason: Type.Optional(Type.String({ description: 'The same under its other name.' })),
    }),
    isBodyOptional: true,
    status: 200,
    answer: decided('Time entry rejected'),
  },
  [`POST ${APPROVALS}/:approval_id/cancel`]: {
    operationId: 'cancelApproval',
    about: 'With all its levels, for who asked.',
    params: ApprovalId,
    status: 200,
    answer: decided('Approval cancelled'),
  },
  [`POST ${APPROVALS}/bulk-approve`]: {
    operationId: 'approveMany',
    body: Type.Object({
      approval_ids: Type.Array(Type.Integer(), {
        minItems: 1,
        maxItems: 200,
        description: 'Which.',
        examples: [[1, 2]],
      }),
      comment: Comment,
    }),
    isBodyOptional: true,
    status: 200,
    answer: Type.Object({
      success: flag('Always true; each result says its own.'),
      message: text('How many there are now.', 'Approved 1 of 1 entries'),
      results: list(
        Type.Object({
          approval_id: number('Which.'),
          success: flag('Whether it is approved.'),
          message: text('What was done, or why not.', 'Time entry approved'),
          approval: Type.Optional(Approval),
          error: Type.Optional(
            Type.String({ description: 'not_found, invalid_status, unauthorized or error.' }),
          ),
        }),
      ),
    }),
  },
  [`GET ${POLICIES}`]: {
    operationId: 'listApprovalPolicies',
    about: 'At most 500. TimeTracker keeps them in its database only; the calls for them are ours.',
    status: 200,
    answer: Type.Object({ policies: list(Policy) }),
  },
  [`POST ${POLICIES}`]: {
    operationId: 'createApprovalPolicy',
    about: 'For owners and admins. Takes `levels`, or `approver_user_ids` for one level.',
    body: Type.Object({ levels: Type.Optional(Levels), ...policyFields }),
    status: 201,
    answer: said('Approval policy created successfully', { policy: Policy }),
  },
  ...changing(`${POLICIES}/:policy_id`, 'ApprovalPolicy', {
    about: 'For owners and admins. Requests under way keep their levels.',
    params: PolicyId,
    body: Type.Object({ levels: Type.Optional(Levels), ...policyFields }),
    status: 200,
    answer: said('Approval policy updated successfully', { policy: Policy }),
  }),
  [`DELETE ${POLICIES}/:policy_id`]: {
    operationId: 'deleteApprovalPolicy',
    params: PolicyId,
    status: 200,
    answer: said('Approval policy deleted successfully'),
  },
}
