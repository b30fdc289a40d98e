import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import {
  Activity,
  Invited,
  Organization,
  OrganizationUser,
  Rate,
  SimpleUser,
  Workspace,
  WorkspaceUser,
} from './thing-models.ts'
import { changes, flag, inPath, list, nullable, number, oneOf, Since, text } from './words.ts'

const V9 = '/api/v9'
const W = `${V9}/workspaces/:workspace_id`
const O = `${V9}/organizations/:organization_id`
const HERE = inPath('workspace_id')
const THERE = inPath('organization_id')
const BOTH = inPath('organization_id', 'workspace_id')
const money = (description: string) => nullable(Type.Number({ description, examples: [95.5] }))
const reach = oneOf(
  ['start-today', 'override-current', 'override-all'],
  'Whether a new rate holds from today, instead of the one in force, or always.',
)
const sinceQuery = Type.Object({ since: Since })
const Delete = Type.Object({ delete: list(Type.Integer(), 'Their memberships.') })
const Code = Type.Object({ invitation_code: text('The last part of the link.', 'example-code') })
const Statistics = Type.Object({
  admins: list(Type.Object({ name: text('The name.', 'Ada Example'), user_id: number('The person.') })),
  groups_count: number('Always 0.', 0),
  members_count: number('How many belong to it.', 8),
})
const MemberChanges = changes({
  admin: flag('Whether the person administers it.'),
  role: oneOf(['admin', 'teamlead', 'user'], 'What the person may do; a teamlead manages.'),
  inactive: flag('True ends the membership, false brings it back.'),
  rate: money('What an hour of theirs is billed at.'),
  rate_change_mode: reach,
  labor_cost: money('What an hour of theirs costs.'),
  labor_cost_change_mode: reach,
})
const Constraints = changes({
  time_entry_constraints_enabled: flag('Always false.'),
  description_present: flag('Always false.'),
  project_present: flag('Always false.'),
  task_present: flag('Always false.'),
  tag_present: flag('Always false.'),
})
const lock = nullable(text('The day before which time is locked.', '2026-02-01T00:00:00Z'))
const Preferences = Type.Object({
  disable_approvals: flag('Always true.'),
  disable_expenses: flag('Always true.'),
  disable_timesheet_view: flag('Always true.'),
  hide_start_end_times: flag('Always false.'),
  report_locked_at: lock,
  single_sign_on: flag('Always false.'),
})
const levels = oneOf(
  ['workspace', 'workspace_user', 'project', 'project_user', 'task'],
  'What the rate is for.',
)
const kinds = oneOf(['billable_rates', 'labor_costs'])

type Described = Omit<RouteReference, 'status'>

function call(method: string, path: string, reference: Described & { status?: number }) {
  return { [`${method} ${path}`]: { status: 200, ...reference } }
}

const WORKSPACES = {
  ...call('GET', `${V9}/me/workspaces`, {
    operationId: 'listMyWorkspaces',
    query: sinceQuery,
    answer: list(Workspace),
  }),
  ...call('GET', `${V9}/workspaces`, { operationId: 'listWorkspaces', answer: list(Workspace) }),
  ...call('GET', `${V9}/me/all_workspaces`, { operationId: 'listAllWorkspaces', answer: list(Workspace) }),
  ...call('GET', W, { operationId: 'showWorkspace', params: HERE, answer: Workspace }),
  ...call('PUT', W, {
    operationId: 'updateWorkspace',
    params: HERE,
    body: changes({
      name: text('What it is called.', 'Atelier'),
      default_currency: text('Its currency.', 'EUR'),
      default_hourly_rate: money('What an hour is billed at where nothing else is said.'),
      rate_change_mode: reach,
      only_admins_may_create_projects: flag('Whether others may not make projects and clients.'),
      projects_billable_by_default: flag('Whether time is billable where its project says nothing.'),
      rounding: number('How reports round: -1 down, 0 to the nearest, 1 up.'),
      rounding_minutes: number('To how many minutes; 0 is not at all.', 15),
    }),
    answer: Workspace,
  }),
  ...call('GET', `${W}/statistics`, {
    operationId: 'showWorkspaceStatistics',
    params: HERE,
    answer: Statistics,
  }),
  ...call('GET', `${W}/currencies`, {
    operationId: 'listWorkspaceCurrencies',
    params: HERE,
    answer: list(Type.String({ examples: ['EUR'] })),
  }),
  ...call('GET', `${W}/preferences`, {
    operationId: 'showWorkspacePreferences',
    params: HERE,
    answer: Preferences,
  }),
  ...call('POST', `${W}/preferences`, {
    operationId: 'changeWorkspacePreferences',
    params: HERE,
    body: changes({ report_locked_at: lock }),
    answer: Preferences,
  }),
  ...call('GET', `${W}/time_entry_constraints`, {
    operationId: 'showConstraints',
    params: HERE,
    answer: Constraints,
  }),
  ...call('POST', `${W}/time_entry_constraints`, {
    operationId: 'setConstraints',
    about: 'Entries may lack anything; asking for more answers 402.',
    params: HERE,
    body: Constraints,
    answer: Type.Object({ wid: number('The workspace.') }),
  }),
  ...call('GET', `${W}/dashboard/all_activity`, {
    operationId: 'listLatestActivity',
    about: 'Of everybody for those who manage it, of oneself for others; of the last week unless it is said.',
    params: HERE,
    query: sinceQuery,
    answer: list(Activity),
  }),
  ...call('GET', `${W}/dashboard/top_activity`, {
    operationId: 'listTopActivity',
    params: HERE,
    query: sinceQuery,
    answer: list(Activity),
  }),
  ...call('GET', `${W}/dashboard/most_active`, {
    operationId: 'listMostActive',
    params: HERE,
    query: sinceQuery,
    answer: list(
      Type.Object({
        user_id: number('The person.'),
        fullname: text('The name.', 'Ada Example'),
        email: text('The address.', 'ada@example.com'),
        avatar_file_name: Type.Null(),
        duration: number('Seconds.', 36_000),
      }),
    ),
  }),
}

const PEOPLE = {
  ...call('GET', `${W}/users`, {
    operationId: 'listUsers',
    params: HERE,
    query: changes({ exclude_deleted: flag('Without those who have left.') }),
    answer: list(SimpleUser),
  }),
  ...call('POST', `${W}/users/data`, {
    operationId: 'showUsers',
    params: HERE,
    body: list(Type.Integer(), 'Up to 150 people.'),
    answer: list(SimpleUser),
  }),
  ...call('PUT', `${W}/users/:user_id`, {
    operationId: 'updateUser',
    params: inPath('workspace_id', 'user_id'),
    body: MemberChanges,
  }),
  ...call('GET', `${W}/workspace_users`, {
    operationId: 'listWorkspaceUsers',
    params: HERE,
    answer: list(WorkspaceUser),
  }),
  ...call('PUT', `${W}/workspace_users/:workspace_user_id`, {
    operationId: 'updateWorkspaceUser',
    params: inPath('workspace_id', 'workspace_user_id'),
    body: MemberChanges,
  }),
  ...call('DELETE', `${W}/workspace_users/:workspace_user_id`, {
    operationId: 'deleteWorkspaceUser',
    about: 'Their time stays.',
    params: inPath('workspace_id', 'workspace_user_id'),
  }),
  ...call('POST', `${W}/rates`, {
    operationId: 'createRate',
    params: HERE,
    body: Type.Object({
      level: levels,
      level_id: number('The number of that.'),
      amount: money('An hour; null where no rate is to hold.'),
      ...changes({ type: kinds, mode: reach, start: text('From which day on.', '2026-03-01') }).properties,
    }),
    status: 201,
  }),
  ...call('GET', `${W}/rates/:level/:level_id`, {
    operationId: 'listRates',
    about: 'The newest first.',
    params: Type.Object({ ...HERE.properties, level: levels, level_id: number('The number of that.') }),
    query: changes({ type: kinds }),
    answer: list(Rate),
  }),
}

const UserList = changes({
  filter: text('What the name or the address holds.', 'ada'),
  active_status: text('active, inactive, invited, with commas; all unless it is said.', 'active,invited'),
  only_admins: flag('Only those who administer it.'),
  page: number('Which page, from 1.'),
  per_page: number('How many a page has.', 50),
  sort_dir: oneOf(['asc', 'desc'], 'By name.'),
})

const ORGANIZATIONS = {
  ...call('GET', `${V9}/me/organizations`, { operationId: 'listOrganizations', answer: list(Organization) }),
  ...call('POST', `${V9}/organizations`, {
    operationId: 'createOrganization',
    about: 'Makes a team workspace, which is both.',
    body: Type.Object({
      name: text('What it is called.', 'Atelier'),
      workspace_name: Type.Optional(text('Checked; the workspace has the same name.', 'Atelier')),
    }),
    answer: Type.Object({
      id: number('The organization.'),
      name: text('What it is called.', 'Atelier'),
      workspace_id: number('The same number.'),
      workspace_name: text('The same name.', 'Atelier'),
    }),
  }),
  ...call('GET', O, { operationId: 'showOrganization', params: THERE, answer: Organization }),
  ...call('PUT', O, {
    operationId: 'renameOrganization',
    params: THERE,
    body: Type.Object({ name: text('What it is called.', 'Atelier') }),
  }),
  ...call('GET', `${O}/owner`, {
    operationId: 'showOwner',
    params: THERE,
    answer: Type.Object({
      id: number('The membership.'),
      organization_id: number('The organization.'),
      organization_user_id: number('The membership.'),
      user_id: number('The person.'),
      name: text('The name.', 'Ada Example'),
      email: text('The address.', 'ada@example.com'),
      avatar_url: Type.Null(),
      organization_user_created_at: text('When they came.', '2026-03-02T09:00:00.123Z'),
      organization_user_updated_at: text('When the membership last changed.', '2026-03-02T09:00:00.123Z'),
    }),
  }),
  ...call('GET', `${O}/workspaces/statistics`, {
    operationId: 'showOrganizationStatistics',
    params: THERE,
    answer: Type.Record(Type.String(), Statistics, { description: 'By workspace, of which there is one.' }),
  }),
  ...call('POST', `${O}/workspaces`, {
    operationId: 'createWorkspace',
    about: 'Always refused: an organization has one workspace here. Make another organization.',
    params: THERE,
    body: Type.Object({ name: text('What it is called.', 'Second') }),
    answer: Workspace,
  }),
  ...call('GET', `${O}/users`, {
    operationId: 'listOrganizationUsers',
    params: THERE,
    query: UserList,
    answer: list(OrganizationUser),
  }),
  ...call('GET', `${O}/users/detailed`, {
    operationId: 'listOrganizationUsersInDetail',
    params: THERE,
    query: UserList,
    answer: list(OrganizationUser),
  }),
  ...call('PATCH', `${O}/users`, { operationId: 'deleteOrganizationUsers', params: THERE, body: Delete }),
  ...call('PUT', `${O}/users/:organization_user_id`, {
    operationId: 'updateOrganizationUser',
    params: inPath('organization_id', 'organization_user_id'),
    body: Type.Object({
      ...MemberChanges.properties,
      organization_admin: Type.Optional(flag('As `admin`.')),
    }),
  }),
  ...call('DELETE', `${O}/users/leave`, { operationId: 'leaveOrganization', params: THERE }),
  ...call('GET', `${O}/workspaces/:workspace_id/workspace_users`, {
    operationId: 'listWorkspaceUsersOfOrganization',
    params: BOTH,
    query: changes({
      search: text('What the name or the address holds.', 'ada'),
      active: flag('Whether they belong to it still.'),
      page: number('Which page, from 1.'),
      per_page: number('How many a page has.', 50),
    }),
    answer: list(WorkspaceUser),
  }),
  ...call('PATCH', `${O}/workspaces/:workspace_id/workspace_users`, {
    operationId: 'deleteWorkspaceUsers',
    params: BOTH,
    body: Delete,
  }),
}

const INVITATIONS = {
  ...call('POST', `${O}/invitations`, {
    operationId: 'createInvitations',
    params: THERE,
    body: Type.Object({
      emails: list(Type.String({ examples: ['ada@example.com'] }), 'Up to a hundred addresses.'),
      workspaces: list(
        Type.Object({
          workspace_id: number('The same number as the organization.'),
          admin: Type.Optional(flag('Whether they will administer it.')),
          role: Type.Optional(oneOf(['admin', 'teamlead', 'user'])),
        }),
      ),
      skip_email: Type.Optional(flag('Gives the links instead of mailing them.')),
    }),
    answer: Type.Object({ data: list(Invited), messages: list(Type.String()) }),
  }),
  ...call('PUT', `${O}/invitations/:invitation_id/resend`, {
    operationId: 'resendInvitation',
    about: 'Mails a new link; the old one ends.',
    params: inPath('organization_id', 'invitation_id'),
  }),
  ...call('GET', `${V9}/invitations/:invitation_code`, {
    operationId: 'showInvitation',
    params: Code,
    answer: Type.Object({
      accounts_signup_url: text('Where to accept it.', 'https://sundial.example.org/invitations/example'),
      code: text('The same code.', 'example-code'),
      email: text('Whom it was sent to.', 'ada@example.com'),
      organization_id: number('The organization.'),
      organization_name: text('What that is called.', 'Atelier'),
      sender_email: text('Who invites.', 'grace@example.com'),
      sender_name: text('What they are called.', 'Grace Example'),
      sso: flag('Always false.'),
    }),
  }),
  ...call('POST', `${V9}/organizations/invitations/:invitation_code/accept`, {
    operationId: 'acceptInvitation',
    params: Code,
  }),
  ...call('POST', `${V9}/organizations/invitations/:invitation_code/reject`, {
    operationId: 'rejectInvitation',
    params: Code,
  }),
}

const REFERENCE_DATA = {
  ...call('GET', `${V9}/countries`, {
    operationId: 'listCountries',
    answer: list(
      Type.Object({
        id: number('The country.', 83),
        name: text('What it is called.', 'Germany'),
        country_code: text('Its two letters.', 'DE'),
        default_currency_id: Type.Null(),
        vat_applicable: flag('Always false.'),
        vat_percentage: Type.Null(),
        vat_regex: Type.Null(),
        requires_postal_code: flag('Always false.'),
      }),
    ),
  }),
  ...call('GET', `${V9}/countries/:country_id/subdivisions`, {
    operationId: 'listSubdivisions',
    params: inPath('country_id'),
    answer: list(Type.Object({}), 'Always empty.'),
  }),
  ...call('GET', `${V9}/currencies`, {
    operationId: 'listCurrencies',
    answer: list(
      Type.Object({
        currency_id: number('The currency.', 3242),
        iso_code: text('Its three letters.', 'EUR'),
        symbol: text('Its sign.', '€'),
      }),
    ),
  }),
  ...call('GET', `${V9}/status`, { operationId: 'showStatus', answer: text('Always OK.', 'OK') }),
  ...call('GET', `${V9}/timezones`, {
    operationId: 'listTimezones',
    answer: list(Type.String({ examples: ['Europe/Berlin'] })),
  }),
  ...call('GET', `${V9}/timezones/offsets`, {
    operationId: 'listTimezoneOffsets',
    answer: list(
      Type.Object({ name: text('The zone.', 'Europe/Berlin'), utc: text('Its offset now.', '+01:00') }),
    ),
  }),
}

/** Where time is kept, and whose it is. */
export const WORKSPACE_ROUTES: Readonly<Record<string, RouteReference>> = {
  ...WORKSPACES,
  ...PEOPLE,
  ...ORGANIZATIONS,
  ...INVITATIONS,
  ...REFERENCE_DATA,
}
