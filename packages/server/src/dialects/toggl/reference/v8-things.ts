import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { LegacyClient, LegacyProject, LegacyProjectUser, LegacyTag, LegacyTask } from './v8-models.ts'
import { all, GONE, one, oneOrMany, ProjectQuery, several, wrapped } from './v8-words.ts'
import { flag, inPath, nullable, number, text } from './words.ts'

const Client = {
  name: text('Its name.', 'Best client'),
  wid: number('The workspace.'),
  notes: nullable(text('Notes on it.', 'Pays at once')),
  hrate: nullable(Type.Number({ description: 'Its rate.', examples: [80] })),
  cur: nullable(text('Its currency.', 'EUR')),
}
const Project = {
  name: text('Its name.', 'Shop'),
  wid: number('The workspace.'),
  cid: nullable(number('Its client.')),
  active: flag('False to archive it.'),
  is_private: flag('Whether only its people see it; a new one is private unless it is said.'),
  billable: flag('Whether new time on it is billable unless it is said.'),
  estimated_hours: nullable(number('What it is to take.', 40)),
  color: text('Its number in the palette, or a hex value.', '5'),
  rate: nullable(Type.Number({ description: 'Its rate.', examples: [80] })),
}
const Task = {
  name: text('Its name.', 'Design'),
  pid: number('The project.'),
  uid: nullable(number('Whoever it is given to.')),
  active: flag('False where it is done.'),
  estimated_seconds: nullable(number('What it is to take.', 7200)),
  fields: text('What to add to the answer.', 'done_seconds,uname'),
}
const ProjectUser = {
  pid: number('The project.'),
  uid: Type.Union([number('The person.'), text('Several, with commas.', '1,2')]),
  manager: flag('Whether they manage the project.'),
  rate: nullable(Type.Number({ description: 'Their rate there.', examples: [80] })),
  fields: text('What to add to the answer.', 'fullname'),
}
const Tag = { name: text('Its name.', 'billed'), wid: number('The workspace.') }
/** What time is booked on in version 8. */
export const EIGHT_THING_ROUTES: Readonly<Record<string, RouteReference>> = {
  'GET /api/v8/clients': { operationId: 'legacyListClients', ...all(LegacyClient) },
  'POST /api/v8/clients': {
    operationId: 'legacyCreateClient',
    body: wrapped('client', Client, 'name', 'wid'),
    ...one(LegacyClient),
  },
  'GET /api/v8/clients/:client_id': {
    operationId: 'legacyShowClient',
    params: inPath('client_id'),
    ...one(LegacyClient),
  },
  'PUT /api/v8/clients/:client_id': {
    operationId: 'legacyUpdateClient',
    params: inPath('client_id'),
    body: wrapped('client', Client),
    ...one(LegacyClient),
  },
  'DELETE /api/v8/clients/:client_id': {
    operationId: 'legacyDeleteClient',
    params: inPath('client_id'),
    ...GONE,
  },
  'GET /api/v8/clients/:client_id/projects': {
    operationId: 'legacyListProjectsOfClient',
    params: inPath('client_id'),
    query: ProjectQuery,
    ...all(LegacyProject),
  },
  'POST /api/v8/projects': {
    operationId: 'legacyCreateProject',
    about: 'Whoever makes it manages it.',
    body: wrapped('project', Project, 'name', 'wid'),
    ...one(LegacyProject),
  },
  'GET /api/v8/projects/:project_id': {
    operationId: 'legacyShowProject',
    params: inPath('project_id'),
    ...one(LegacyProject),
  },
  'PUT /api/v8/projects/:project_id': {
    operationId: 'legacyUpdateProject',
    params: inPath('project_id'),
    body: wrapped('project', Project),
    ...one(LegacyProject),
  },
  'DELETE /api/v8/projects/:project_id': {
    operationId: 'legacyDeleteProjects',
    params: several('project_id', 'The project, or several.'),
    ...GONE,
  },
  'GET /api/v8/projects/:project_id/project_users': {
    operationId: 'legacyListUsersOfProject',
    params: inPath('project_id'),
    ...all(LegacyProjectUser),
  },
  'GET /api/v8/projects/:project_id/tasks': {
    operationId: 'legacyListTasksOfProject',
    params: inPath('project_id'),
    ...all(LegacyTask),
  },
  'POST /api/v8/project_users': {
    operationId: 'legacyCreateProjectUsers',
    body: wrapped('project_user', ProjectUser, 'pid', 'uid'),
    ...oneOrMany(LegacyProjectUser),
  },
  'PUT /api/v8/project_users/:project_user_id': {
    operationId: 'legacyUpdateProjectUsers',
    params: several('project_user_id', 'The person on the project, or several.'),
    body: wrapped('project_user', ProjectUser),
    ...oneOrMany(LegacyProjectUser),
  },
  'DELETE /api/v8/project_users/:project_user_id': {
    operationId: 'legacyDeleteProjectUsers',
    params: several('project_user_id', 'The person on the project, or several.'),
    ...GONE,
  },
  'POST /api/v8/tasks': {
    operationId: 'legacyCreateTask',
    body: wrapped('task', Task, 'name', 'pid'),
    ...one(LegacyTask),
  },
  'GET /api/v8/tasks/:task_id': {
    operationId: 'legacyShowTask',
    params: inPath('task_id'),
    ...one(LegacyTask),
  },
  'PUT /api/v8/tasks/:task_id': {
    operationId: 'legacyUpdateTasks',
    params: several('task_id', 'The task, or several.'),
    body: wrapped('task', Task),
    ...oneOrMany(LegacyTask),
  },
  'DELETE /api/v8/tasks/:task_id': {
    operationId: 'legacyDeleteTasks',
    params: several('task_id', 'The task, or several.'),
    ...GONE,
  },
  'POST /api/v8/tags': {
    operationId: 'legacyCreateTag',
    body: wrapped('tag', Tag, 'name', 'wid'),
    ...one(LegacyTag),
  },
  'PUT /api/v8/tags/:tag_id': {
    operationId: 'legacyUpdateTag',
    params: inPath('tag_id'),
    body: wrapped('tag', Tag, 'name'),
    ...one(LegacyTag),
  },
  'DELETE /api/v8/tags/:tag_id': {
    operationId: 'legacyDeleteTag',
    params: inPath('tag_id'),
    ...GONE,
  },
}
