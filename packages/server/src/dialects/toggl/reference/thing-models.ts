import { type TSchema, Type } from 'typebox'
import { flag, list, named, nullable, number, oneOf, text } from './words.ts'

/** What the service's things are that time is booked on, and the people who book it. */

const AT = '2026-03-02T09:00:00+00:00'
const EXACT = '2026-03-02T09:00:00.123Z'
const at = (description: string) => text(description, AT)
const money = (description: string) => nullable(Type.Number({ description, examples: [95.5] }))
const none = (description = 'Always null.') => Type.Null({ description })
const roleOf = oneOf(['admin', 'teamlead', 'user'], 'What the person may do; a teamlead manages.')

export const Client = named(
  'Client',
  Type.Object({
    id: number('The client.'),
    wid: number('Its workspace.'),
    archived: flag('Whether it is out of use.'),
    name: text('What it is called.', 'Acme'),
    notes: Type.Optional(text('Whatever is to be known of it.', 'Pays late')),
    at: at('When it last changed.'),
    server_deleted_at: Type.Optional(at('When it was deleted; told to a sync only.')),
  }),
)

export const Tag = named(
  'Tag',
  Type.Object({
    id: number('The tag.'),
    workspace_id: number('Its workspace.'),
    name: text('What it is called.', 'urgent'),
    at: text('When it last changed.', EXACT),
    deleted_at: Type.Optional(text('When it was deleted; told to a sync only.', EXACT)),
  }),
)

export const Project = named(
  'Project',
  Type.Object({
    id: number('The project.'),
    workspace_id: number('Its workspace.'),
    client_id: nullable(number('Its client.')),
    name: text('What it is called.', 'Site'),
    is_private: flag('Whether only its people and the admins see it.'),
    active: flag('Whether it is in use.'),
    at: at('When it last changed.'),
    created_at: at('When it was made.'),
    server_deleted_at: nullable(at('When it was deleted; told to a sync only.')),
    color: text('Its colour.', '#2da608'),
    billable: flag('Whether new time on it is billable.'),
    template: flag('Always false.'),
    auto_estimates: flag('Always false.'),
    estimated_hours: nullable(number('How long it should take, in whole hours.', 12)),
    estimated_seconds: nullable(number('The same, exactly.', 43_200)),
    rate: money('What an hour is billed at, for those who may know it.'),
    rate_last_updated: nullable(at('When the rate last changed.')),
    currency: text('Of its rate, or of the workspace.', 'EUR'),
    recurring: flag('Always false.'),
    template_id: none(),
    recurring_parameters: none(),
    fixed_fee: none(),
    actual_hours: nullable(number('The time one may see of it, in whole hours.', 2)),
    actual_seconds: nullable(number('The same, exactly.', 7200)),
    tasks_count: Type.Optional(number('How many tasks it has.', 3)),
    can_track_time: flag('Whether time can be booked on it.'),
    start_date: Type.Optional(text('Its first day.', '2026-04-01')),
    end_date: Type.Optional(text('Its last day.', '2026-05-31')),
    status: oneOf(['upcoming', 'active', 'ended', 'archived', 'deleted'], 'Where it stands today.'),
    wid: number('As `workspace_id`.'),
    cid: nullable(number('As `client_id`.')),
    pinned: flag('Whether it is one of my favourites.'),
    client_name: Type.Optional(text('What its client is called.', 'Acme')),
  }),
)

export const ProjectUser = named(
  'ProjectUser',
  Type.Object({
    id: number('The person on the project.', 67_108_865),
    project_id: number('The project.'),
    user_id: number('The person.'),
    workspace_id: number('The workspace.'),
    manager: flag('Whether the person manages the project.'),
    rate: money('What an hour of theirs is billed at there.'),
    rate_last_updated: nullable(at('When the rate last changed.')),
    labor_cost: money('What an hour of theirs costs there.'),
    labor_cost_last_updated: nullable(at('When the cost last changed.')),
    at: at('When the project last changed.'),
    gid: none(),
    group_id: none(),
  }),
)

export const Task = named(
  'Task',
  Type.Object({
    id: number('The task.'),
    name: text('What is to be done.', 'Draw the basket'),
    workspace_id: number('Its workspace.'),
    project_id: number('Its project.'),
    user_id: nullable(number('Who has it.')),
    recurring: flag('Always false.'),
    active: flag('Whether it is still to be done.'),
    at: text('When it last changed.', EXACT),
    server_deleted_at: nullable(at('When it was deleted; told to a sync only.')),
    estimated_seconds: nullable(number('How long it should take.', 3600)),
    tracked_seconds: number('The time one may see of it, in milliseconds in spite of the name.', 90_000),
    project_name: Type.Optional(text('What its project is called.', 'Site')),
    project_color: Type.Optional(text('Of its project.', '#2da608')),
    project_billable: Type.Optional(flag('Whether new time on its project is billable.')),
    project_is_private: Type.Optional(flag('Whether its project is private.')),
    client_id: Type.Optional(nullable(number('The client of its project.'))),
    client_name: Type.Optional(text('What that client is called.', 'Acme')),
    user_name: Type.Optional(text('What whoever has it is called.', 'Ada Example')),
    rate: money('What an hour of it is billed at, for those who may know it.'),
    rate_last_updated: nullable(at('When the rate last changed.')),
  }),
)

export const TaskPage = named(
  'TaskPage',
  Type.Object({
    total_count: number('How many there are in all.', 3),
    per_page: number('How many a page has.', 50),
    page: number('Which page this is, from 1.'),
    sort_field: oneOf(['name', 'created_at']),
    sort_order: oneOf(['ASC', 'DESC']),
    data: list(Task),
  }),
)

export const Workspace = named(
  'Workspace',
  Type.Object({
    id: number('The workspace.'),
    organization_id: number('The same number.'),
    name: text('What it is called.', 'Atelier'),
    premium: flag('Always true.'),
    business_ws: flag('Always true.'),
    admin: flag('Whether I administer it.'),
    role: roleOf,
    suspended_at: none(),
    server_deleted_at: none(),
    default_hourly_rate: money('What an hour is billed at where nothing else is said.'),
    rate_last_updated: nullable(at('When the rate last changed.')),
    default_currency: text('Its currency.', 'EUR'),
    only_admins_may_create_projects: flag('Whether others may not make projects and clients.'),
    only_admins_may_create_tags: flag('Always false.'),
    only_admins_see_billable_rates: flag('Always true.'),
    only_admins_see_team_dashboard: flag('Always true.'),
    projects_billable_by_default: flag('Whether time is billable where its project says nothing.'),
    projects_private_by_default: flag('Always false.'),
    projects_enforce_billable: flag('Always false.'),
    limit_public_project_data: flag('Always false.'),
    last_modified: at('When it last changed.'),
    reports_collapse: flag('Always true.'),
    rounding: number('How reports round: -1 down, 0 to the nearest, 1 up.'),
    rounding_minutes: number('To how many minutes; 0 is not at all.', 15),
    api_token: text('Always empty.', ''),
    at: at('When it last changed.'),
    logo_url: text('Always empty.', ''),
    ical_url: text('Always empty.', ''),
    ical_enabled: flag('Always false.'),
    csv_upload: none(),
    subscription: none(),
    hide_start_end_times: flag('Always false.'),
    working_hours_in_minutes: none(),
    active_project_count: Type.Optional(
      number('How many projects are in use; in the list of my workspaces.', 4),
    ),
  }),
)

export const WorkspaceUser = named(
  'WorkspaceUser',
  Type.Object({
    id: number('The membership.'),
    user_id: number('The person.'),
    uid: number('As `user_id`.'),
    workspace_id: number('The workspace.'),
    wid: number('As `workspace_id`.'),
    admin: flag('Whether the person administers it.'),
    organization_admin: flag('The same.'),
    workspace_admin: flag('The same.'),
    active: flag('Whether the person belongs to it.'),
    email: text('The address.', 'ada@example.com'),
    timezone: text('The time zone.', 'Europe/Berlin'),
    inactive: flag('Whether the person has left.'),
    at: at('When the membership last changed.'),
    name: text('The name.', 'Ada Example'),
    rate: money('What an hour of theirs is billed at, for those who may know it.'),
    rate_last_updated: nullable(at('When the rate last changed.')),
    labour_cost: money('What an hour of theirs costs.'),
    labor_cost: money('The same.'),
    labor_cost_last_updated: nullable(at('When the cost last changed.')),
    invite_url: none(),
    invitation_code: none(),
    avatar_file_name: none(),
    group_ids: none(),
    is_direct: flag('Always true.'),
    role: roleOf,
    role_id: none(),
    working_hours_in_minutes: none(),
  }),
)

export const SimpleUser = named(
  'SimpleUser',
  Type.Object({
    id: number('The person.'),
    email: text('The address.', 'ada@example.com'),
    fullname: text('The name.', 'Ada Example'),
    inactive: flag('Whether the person has left.'),
    is_active: flag('Whether the person belongs to it.'),
    is_admin: flag('Whether the person administers it.'),
    role: roleOf,
  }),
)

export const Rate = named(
  'Rate',
  Type.Object({
    id: number('The rate.'),
    workspace_id: number('The workspace.'),
    workspace_user_id: nullable(number('The membership it is for.')),
    project_id: nullable(number('The project it is for.')),
    project_user_id: nullable(number('The person on a project it is for.', 67_108_865)),
    planned_task_id: nullable(number('The task it is for.')),
    type: oneOf(['billable_rates', 'labor_costs']),
    amount: money('An hour; null where from that day on no rate holds.'),
    start: text('The first day; 0001-01-01 is always.', '2026-03-01'),
    end: nullable(text('The last day; null where no other follows.', '2026-03-31')),
    created_at: text('When it was made.', EXACT),
    updated_at: text('When it last changed.', EXACT),
    deleted_at: none(),
  }),
)

export const Organization = named(
  'Organization',
  Type.Object({
    id: number('The organization, which is a workspace and has its number.'),
    name: text('What it is called.', 'Atelier'),
    pricing_plan_id: number('Always 0.', 0),
    created_at: text('When it was made.', EXACT),
    at: text('When it last changed.', EXACT),
    server_deleted_at: none(),
    is_multi_workspace_enabled: flag('Always false.'),
    suspended_at: none(),
    user_count: number('How many people belong to it.', 8),
    trial_info: Type.Object({}, { description: 'There are no trials: false and null throughout.' }),
    is_unified: flag('Always true.'),
    max_workspaces: number('Always 1.'),
    permissions: none(),
    admin: flag('Whether I administer it.'),
    owner: flag('Whether it is mine.'),
    pricing_plan_name: text('Always the same.', 'Premium'),
    pricing_plan_enterprise: flag('Always false.'),
  }),
)

export const OrganizationUser = named(
  'OrganizationUser',
  Type.Object({
    id: number('The membership; below zero for one who was only invited.'),
    name: text('The name.', 'Ada Example'),
    email: text('The address.', 'ada@example.com'),
    user_id: nullable(number('The person.')),
    avatar_url: none(),
    admin: flag('Whether the person administers it.'),
    owner: flag('Whether it is theirs.'),
    joined: flag('Whether they have accepted.'),
    invitation_code: none(),
    inactive: flag('Whether they have left.'),
    can_edit_email: flag('Always false.'),
    workspaces: list(
      Type.Object({
        workspace_id: number('The workspace.'),
        admin: flag('Whether the person administers it.'),
        name: text('What it is called.', 'Atelier'),
        workspace_user_id: nullable(number('The membership.')),
      }),
    ),
    groups: none(),
    organization_id: number('The organization.'),
    invitation_id: Type.Optional(number('The invitation of one who was only invited.')),
    workspace_count: number('Always 1.'),
    created_at: text('When they came.', EXACT),
    updated_at: text('When the membership last changed.', EXACT),
  }),
)

export const Invited = named(
  'Invited',
  Type.Object({
    invitation_id: number('The invitation.'),
    email: text('Whom it was sent to.', 'ada@example.com'),
    organization_id: number('The organization.'),
    invite_url: nullable(
      text('The link, where it is not mailed.', 'https://sundial.example.org/invitations/example'),
    ),
    recipient_id: none('Whether the address has an account is not told.'),
    sender_id: number('Who invites.'),
    workspaces: list(
      Type.Object({ workspace_id: number('The workspace.'), user_id: none(), workspace_user_id: none() }),
    ),
  }),
)

export const Patched = named(
  'Patched',
  Type.Object({
    success: list(Type.Integer(), 'Those that were changed.'),
    failure: list(
      Type.Object({
        id: number('One that was not.'),
        message: text('Why.', 'Resource can not be found'),
      }),
    ),
  }),
)

export const Activity = named(
  'Activity',
  Type.Object({
    user_id: number('Who.'),
    project_id: nullable(number('On which project.')),
    duration: number('Seconds; for an entry that runs, less than zero.', 3600),
    description: nullable(text('What was done.', 'Fix basket rounding')),
    stop: nullable(at('When it ended.')),
    tid: nullable(number('On which task.')),
  }),
)

/** The operations of a patch on some fields. */
export function patchOf(...fields: readonly string[]): TSchema {
  return list(
    Type.Object({
      op: oneOf(['add', 'remove', 'replace']),
      path: oneOf(fields.map((field) => `/${field}`)),
      value: Type.Unknown(),
    }),
    'A JSON patch of whole fields.',
  )
}
