import type { paths } from '@sundial/sdk'

/** What happens, and to what, as the server has it; what is missing here does not compile. */

type Query = paths['/events']['get']['parameters']['query']
export type SubjectKind = NonNullable<Query['subject_kind']>
export type EventVerb = NonNullable<Query['verb']>

const kinds: Record<SubjectKind, true> = {
  user: true,
  identity: true,
  token: true,
  passkey: true,
  workspace: true,
  member: true,
  invitation: true,
  client: true,
  project: true,
  task: true,
  tag: true,
  entry: true,
  app_usage: true,
  usage_rule: true,
  rate: true,
  saved_report: true,
  report_link: true,
  webhook: true,
  approval: true,
  approval_policy: true,
  timesheet: true,
  contact: true,
  lead: true,
  deal: true,
}

const verbs: Record<EventVerb, true> = {
  created: true,
  updated: true,
  deleted: true,
  started: true,
  stopped: true,
  restored: true,
  signed_in: true,
  signed_out: true,
  password_changed: true,
  second_factor_begun: true,
  second_factor_added: true,
  second_factor_removed: true,
  recovery_codes_made: true,
  recovery_code_used: true,
  budget_reached: true,
  converted: true,
  approved: true,
  rejected: true,
  cancelled: true,
  reopened: true,
  submitted: true,
  closed: true,
}

// The keys of literals whose types list them all.
export const subjectKinds = Object.keys(kinds) as SubjectKind[]
export const eventVerbs = Object.keys(verbs) as EventVerb[]

/** The two halves of a kind such as `entry.created`; undefined where a newer server knows one that this page does not. */
export function readKind(kind: string): { subject: SubjectKind; verb: EventVerb } | undefined {
  const [first, second] = kind.split('.')
  const subject = subjectKinds.find((each) => each === first)
  const verb = eventVerbs.find((each) => each === second)
  return subject && verb && { subject, verb }
}
