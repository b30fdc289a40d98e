import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import {
  LegacyClient,
  LegacyProject,
  LegacyProjectUser,
  LegacyTag,
  LegacyTask,
  LegacyWorkspace,
  LegacyWorkspaceUser,
} from './v8-models.ts'
import { Active, all, GONE, one, ProjectQuery, wrapped } from './v8-words.ts'
import { flag, inPath, list, nullable, number, text } from './words.ts'

const Workspace = {
  name: text('Its name.', 'Studio'),
  default_currency: text('Its currency.', 'EUR'),
  default_hourly_rate: nullable(Type.Number({ description: 'Its rate.', examples: [80] })),
  only_admins_may_create_projects: flag('Whether members may make projects.'),
  rounding: number('-1 down, 0 to the nearest, 1 up.'),
  rounding_minutes: number('To how many minutes; 0 is not at all.', 15),
}
const InWorkspace = inPath('workspace_id')

/** Workspaces of version 8, who is in them and what they have. */
export const EIGHT_WORKSPACE_ROUTES: Readonly<Record<string, RouteReference>> = {
  'GET /api/v8/workspaces': { operationId: 'legacyListWorkspaces', ...all(LegacyWorkspace) },
  'GET /api/v8/workspaces/:workspace_id': {
    operationId: 'legacyShowWorkspace',
    params: InWorkspace,
    ...one(LegacyWorkspace),
  },
  'PUT /api/v8/workspaces/:workspace_id': {
    operationId: 'legacyUpdateWorkspace',
    params: InWorkspace,
    body: wrapped('workspace', Workspace),
    ...one(LegacyWorkspace),
  },
  'POST /api/v8/workspaces/:workspace_id/invite': {
    operationId: 'legacyInvite',
    about: 'What is wrong with one of the addresses is said, and holds up none of the others.',
    params: InWorkspace,
    body: Type.Object({ emails: list(Type.String(), 'The addresses.') }),
    status: 200,
    answer: Type.Object({
      data: list(
        Type.Object({
          id: number('The invitation.'),
          wid: number('The workspace.'),
          admin: flag('Always false.'),
          active: flag('Always false.'),
          email: text('The address.', 'ada@example.com'),
          invite_url: Type.Optional(
            text('The link, where no letter brings it.', 'https://sundial.example.org/invitations/secret'),
          ),
        }),
      ),
      notifications: list(Type.String(), 'What was wrong.'),
    }),
  },
  'GET /api/v8/workspaces/:workspace_id/users': {
    operationId: 'legacyListUsers',
    params: InWorkspace,
    ...all(
      Type.Object({
        id: number('The person.'),
        default_wid: number('The workspace.'),
        email: text('The address.', 'ada@example.com'),
        fullname: text('The name.', 'Ada Example'),
        at: text('When the membership last changed.', '2026-03-02T10:00:00+00:00'),
        timezone: text('The time zone.', 'Europe/Berlin'),
      }),
    ),
  },
  'GET /api/v8/workspaces/:workspace_id/workspace_users': {
    operationId: 'legacyListWorkspaceUsers',
    params: InWorkspace,
    ...all(LegacyWorkspaceUser),
  },
  'GET /api/v8/workspaces/:workspace_id/clients': {
    operationId: 'legacyListClientsOfWorkspace',
    params: InWorkspace,
    ...all(LegacyClient),
  },
  'GET /api/v8/workspaces/:workspace_id/projects': {
    operationId: 'legacyListProjects',
    params: InWorkspace,
    query: ProjectQuery,
    ...all(LegacyProject),
  },
  'GET /api/v8/workspaces/:workspace_id/project_users': {
    operationId: 'legacyListProjectUsers',
    params: InWorkspace,
    ...all(LegacyProjectUser),
  },
  'GET /api/v8/workspaces/:workspace_id/tasks': {
    operationId: 'legacyListTasks',
    params: InWorkspace,
    query: Type.Object({ active: Active }),
    ...all(LegacyTask),
  },
  'GET /api/v8/workspaces/:workspace_id/tags': {
    operationId: 'legacyListTags',
    params: InWorkspace,
    ...all(LegacyTag),
  },
  'PUT /api/v8/workspace_users/:workspace_user_id': {
    operationId: 'legacyUpdateWorkspaceUser',
    params: inPath('workspace_user_id'),
    body: wrapped('workspace_user', { admin: flag('Whether they administer the workspace.') }, 'admin'),
    ...one(LegacyWorkspaceUser),
  },
  'DELETE /api/v8/workspace_users/:workspace_user_id': {
    operationId: 'legacyDeleteWorkspaceUser',
    params: inPath('workspace_user_id'),
    ...GONE,
  },
  'GET /api/v8/dashboard/:workspace_id': {
    operationId: 'legacyShowDashboard',
    about: 'Of everybody for those who manage the workspace, of oneself for anybody else.',
    params: InWorkspace,
    status: 200,
    answer: Type.Object({
      most_active_user: nullable(
        list(
          Type.Object({ user_id: number('The person.'), duration: number('Seconds in seven days.', 97_652) }),
        ),
      ),
      activity: nullable(
        list(
          Type.Object({
            user_id: number('The person.'),
            project_id: number('The project; 0 for none.'),
            duration: number('Seconds; negative while it runs.', 10_800),
            description: Type.Optional(text('What was done.', 'Fix basket rounding')),
            stop: Type.Optional(text('When it ended.', '2026-03-02T10:00:00+00:00')),
            tid: Type.Optional(number('The task.')),
          }),
        ),
      ),
    }),
  },
}
