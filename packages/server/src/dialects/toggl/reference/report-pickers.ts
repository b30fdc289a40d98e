import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { asked, REPORTS_OF_WORKSPACE } from './report-calls.ts'
import { ThingStatus } from './report-models.ts'
import { flag, list, named, nullable, number, text } from './words.ts'

const BASE = REPORTS_OF_WORKSPACE

const Ids = Type.Optional(list(Type.Integer(), 'These, by number.'))
const Name = Type.Optional(text('What occurs in the name.', 'shop'))
const Start = Type.Optional(number('From which place on.', 0))
const ClientName = named(
  'ReportClient',
  Type.Object({ id: number('The client.'), name: text('Its name.', 'Acme') }),
)
const ProjectName = named(
  'ReportProject',
  Type.Object({
    id: number('The project.'),
    name: text('Its name.', 'Shop'),
    client_id: nullable(number('Its client.')),
    color: text('Its colour.', '#06AAF5'),
    active: flag('False when it is archived.'),
    currency: text('Of the workspace.', 'EUR'),
    billable: flag('What new time on it is.'),
  }),
)
const ReportUser = named(
  'ReportUser',
  Type.Object({
    id: number('The person.'),
    fullname: text('The name.', 'Ada Example'),
    email: text('The address.', 'ada@example.com'),
    active: flag('Whether they are still there.'),
    avatar: Type.Null(),
    deactivated: flag('The contrary.'),
    workspace_user_id: number('The number of the membership.'),
  }),
)
const UserName = named(
  'ReportUserName',
  Type.Object({
    id: number('The person.'),
    name: text('The name.', 'Ada Example'),
    deleted_at: nullable(text('When they left.', '2026-03-02T09:00:00+00:00')),
  }),
)
const ReportTask = Type.Object({
  id: number('The task.'),
  name: text('Its name.', 'Layout'),
  project_id: number('Its project.'),
  workspace_id: number('The workspace.'),
  active: flag('False when it is done.'),
})

const clientFields = { ids: Ids, name: Name, start: Start }
const userFields = { ...clientFields, active: Type.Optional(flag('Only those who are there, or who left.')) }
const projectFields = {
  ...clientFields,
  client_ids: Type.Optional(list(Type.Integer(), 'Of these clients.')),
  is_active: Type.Optional(flag('Only archived ones, or only others.')),
  is_billable: Type.Optional(flag('Only billable ones, or only others.')),
  is_private: Type.Optional(flag('Only private ones, or only others.')),
  currency: Type.Optional(text('Of the workspace.', 'EUR')),
  page_size: Type.Optional(number('How many.', 201)),
}
const taskFields = {
  ...clientFields,
  project_ids: Type.Optional(list(Type.Integer(), 'In these projects.')),
  user_ids: Type.Optional(list(Type.Integer(), 'Given to these people.')),
  active: Type.Optional(flag('Only what is to be done, or only what is done.')),
  page_size: Type.Optional(number('How many.', 201)),
}

/** The lists from which people choose what a report is about. */
export const REPORT_PICKER_ROUTES: Readonly<Record<string, RouteReference>> = {
  [`${BASE}/search/clients`]: asked('searchReportClients', clientFields, list(ClientName)),
  [`${BASE}/search/projects`]: asked('searchReportProjects', projectFields, list(ProjectName)),
  [`${BASE}/search/users`]: asked('searchReportUsers', userFields, list(ReportUser)),
  [`${BASE}/search/tasks`]: asked('searchReportTasks', taskFields, list(ReportTask)),
  [`${BASE}/filters/clients`]: asked('listReportClients', clientFields, list(ClientName)),
  [`${BASE}/filters/projects`]: asked('listReportProjects', projectFields, list(ProjectName)),
  [`${BASE}/filters/users`]: asked('listReportUsers', userFields, list(UserName)),
  [`${BASE}/filters/tasks`]: asked('listReportTasks', taskFields, list(ReportTask)),
  [`${BASE}/filters/project_users`]: asked(
    'listReportProjectUsers',
    {
      project_ids: Type.Optional(list(Type.Integer(), 'On these projects.')),
      client_ids: Type.Optional(list(Type.Integer(), 'On the projects of these clients.')),
      start_id: Type.Optional(number('From this number on.')),
    },
    list(
      Type.Object({
        id: number('The number of the person on the project.'),
        group_id: Type.Null(),
        hourly_rate: nullable(Type.Number({ description: 'Their rate there.', examples: [100] })),
        labour_cost: nullable(Type.Number({ description: 'What they cost there.', examples: [40] })),
        project_id: number('The project.'),
        user_id: number('The person.'),
      }),
    ),
  ),
  [`${BASE}/filters/project_groups`]: asked(
    'listReportProjectGroups',
    { project_ids: Ids },
    list(Type.Object({}), 'Always empty.'),
  ),
  [`${BASE}/filters/projects/status`]: asked(
    'listProjectStatus',
    { ids: Ids, active: Type.Optional(flag('Only archived ones, or only others.')) },
    list(ThingStatus),
  ),
  [`${BASE}/filters/tasks/status`]: asked('listTaskStatus', { ids: Ids }, list(ThingStatus)),
}
