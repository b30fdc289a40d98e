import { type TSchema, Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { Client, patchOf, Patched, Project, ProjectUser, Tag, Task, TaskPage } from './thing-models.ts'
import { changes, flag, inPath, list, nullable, number, oneOf, Since, text } from './words.ts'

const V9 = '/api/v9'
const W = `${V9}/workspaces/:workspace_id`
const HERE = inPath('workspace_id')
const ids = (description: string) => list(Type.Integer(), description)
const severalIds = (name: string) =>
  Type.Object({ ...HERE.properties, [name]: text('Up to a hundred ids, with commas.', '1,2') })
const ID = Type.Integer({ description: 'The id.', examples: [1] })
const money = (description: string) => nullable(Type.Number({ description, examples: [95.5] }))
const change = oneOf(
  ['start-today', 'override-current', 'override-all'],
  'Whether a new rate holds from today, instead of the one in force, or always.',
)
const paging = { page: number('Which page, from 1.'), per_page: number('How many a page has.', 50) }
const active = oneOf(['true', 'false', 'both'], 'Those in use, those that are not, or both.')
const sinceQuery = Type.Object({ since: Since })

const NewClient = Type.Object({
  name: text('What it is called.', 'Acme'),
  notes: Type.Optional(nullable(text('Whatever is to be known of it.', 'Pays late'))),
})
const ProjectFields = {
  client_id: nullable(number('Its client.')),
  client_name: text('Its client by name; one that is not there is made.', 'Acme'),
  color: text('Its colour; one of fourteen where none is said.', '#2da608'),
  is_private: flag('Whether only its people and the admins see it.'),
  active: flag('Whether it is in use.'),
  billable: flag('Whether new time on it is billable.'),
  estimated_hours: nullable(number('How long it should take.', 12)),
  rate: money('What an hour is billed at.'),
  rate_change_mode: change,
  currency: text('Of the rate.', 'EUR'),
  start_date: nullable(text('Its first day.', '2026-04-01')),
  end_date: nullable(text('Its last day.', '2026-05-31')),
}
const name = text('What it is called.', 'Site')
const TaskFields = {
  active: flag('Whether it is still to be done.'),
  estimated_seconds: nullable(number('How long it should take.', 3600)),
  user_id: nullable(number('Who has it.')),
}
const MemberFields = {
  manager: flag('Whether the person manages the project.'),
  rate: money('What an hour of theirs is billed at there.'),
  rate_change_mode: change,
  labor_cost: money('What an hour of theirs costs there.'),
  labor_cost_change_mode: change,
}
const named = (fields: Record<string, TSchema>) => Type.Object({ name, ...changes(fields).properties })
const ProjectIds = Type.Object({ project_ids: ids('At most 200.') })
const Counts = Type.Record(Type.String(), Type.Integer(), {
  description: 'How many, by id.',
  examples: [{ 1: 3 }],
})

function get(path: string, reference: Omit<RouteReference, 'status'>): Record<string, RouteReference> {
  return call('GET', path, reference)
}

function call(
  method: string,
  path: string,
  reference: Omit<RouteReference, 'status'>,
): Record<string, RouteReference> {
  return { [`${method} ${path}`]: { status: 200, ...reference } }
}

const MINE = {
  ...get(`${V9}/me/clients`, { operationId: 'listMyClients', query: sinceQuery, answer: list(Client) }),
  ...get(`${V9}/clients`, { operationId: 'listMyClientsAgain', query: sinceQuery, answer: list(Client) }),
  ...get(`${V9}/me/tags`, { operationId: 'listMyTags', query: sinceQuery, answer: list(Tag) }),
  ...get(`${V9}/me/projects`, {
    operationId: 'listMyProjects',
    query: changes({ include_archived: flag('Those out of use too.'), since: Since }),
    answer: list(Project),
  }),
  ...get(`${V9}/me/projects/paginated`, {
    operationId: 'listMyProjectsByStretches',
    query: changes({
      start_project_id: number('From which id on.'),
      per_page: number('How many.', 201),
      since: Since,
    }),
    answer: list(Project),
  }),
  ...get(`${V9}/me/tasks`, {
    operationId: 'listMyTasks',
    query: changes({
      include_not_active: flag('Those that are done too.'),
      offset: number('How many to pass over.', 0),
      per_page: number('How many; all of them unless it is said.', 50),
      since: Since,
    }),
    answer: list(Task),
  }),
}

const CLIENTS = {
  ...get(`${W}/clients`, {
    operationId: 'listClients',
    params: HERE,
    query: changes({
      status: oneOf(['active', 'archived', 'both'], 'Those in use unless it is said.'),
      name: text('What the name holds.', 'acme'),
    }),
    answer: list(Client),
  }),
  ...call('POST', `${W}/clients`, {
    operationId: 'createClient',
    params: HERE,
    body: NewClient,
    answer: Client,
  }),
  ...get(`${W}/clients/:client_id`, {
    operationId: 'showClient',
    params: inPath('workspace_id', 'client_id'),
    answer: Client,
  }),
  ...call('PUT', `${W}/clients/:client_id`, {
    operationId: 'updateClient',
    params: inPath('workspace_id', 'client_id'),
    body: changes(NewClient.properties),
    answer: Client,
  }),
  ...call('DELETE', `${W}/clients/:client_id`, {
    operationId: 'deleteClient',
    about: 'Its projects stay, without it.',
    params: inPath('workspace_id', 'client_id'),
    answer: ID,
  }),
  ...call('POST', `${W}/clients/:client_id/archive`, {
    operationId: 'archiveClient',
    params: inPath('workspace_id', 'client_id'),
    answer: ids('The projects that were archived with it.'),
  }),
  ...call('POST', `${W}/clients/:client_id/restore`, {
    operationId: 'restoreClient',
    params: inPath('workspace_id', 'client_id'),
    body: changes({
      projects: ids('Projects of it to restore as well.'),
      restore_all_projects: flag('All of them.'),
    }),
    isBodyOptional: true,
    answer: Client,
  }),
  ...call('POST', `${W}/clients/data`, {
    operationId: 'showClients',
    params: HERE,
    body: ids('The clients.'),
    answer: list(Client),
  }),
  ...call('POST', `${W}/clients/archive`, {
    operationId: 'archiveClients',
    params: HERE,
    body: ids('The clients.'),
    answer: list(Type.Object({ client_ids: ids('Those clients.'), project_ids: ids('Their projects.') })),
  }),
  ...call('POST', `${W}/clients/delete`, {
    operationId: 'deleteClients',
    params: HERE,
    body: ids('The clients.'),
  }),
}

const PROJECTS = {
  ...get(`${W}/projects`, {
    operationId: 'listProjects',
    about: 'Those in use, by name, unless it is said. Sub-projects stand beside the others.',
    params: HERE,
    query: changes({
      active,
      name: text('Words of the name.', 'site'),
      billable: flag('Whether new time is billable.'),
      client_ids: text('Of these clients, with commas.', '1,2'),
      project_ids: text('Only these, with commas.', '1,2'),
      user_ids: text('With any of these people in them, with commas.', '1,2'),
      statuses: text('upcoming, active, ended, archived, with commas.', 'active,upcoming'),
      only_me: flag('Without private ones I am not in.'),
      sort_field: oneOf(['name', 'created_at', 'id']),
      sort_order: oneOf(['ASC', 'DESC']),
      sort_pinned: flag('My favourites first.'),
      since: Since,
      ...paging,
    }),
    answer: list(Project),
  }),
  ...call('POST', `${W}/projects`, {
    operationId: 'createProject',
    about: 'Names are unique among the projects of a client. Whoever makes one is in it and manages it.',
    params: HERE,
    body: named(ProjectFields),
    answer: Project,
  }),
  ...get(`${W}/projects/:project_id`, {
    operationId: 'showProject',
    params: inPath('workspace_id', 'project_id'),
    answer: Project,
  }),
  ...call('PUT', `${W}/projects/:project_id`, {
    operationId: 'updateProject',
    params: inPath('workspace_id', 'project_id'),
    body: changes({ name, ...ProjectFields }),
    answer: Project,
  }),
  ...call('PATCH', `${W}/projects/:project_ids`, {
    operationId: 'updateProjects',
    about: 'Each is done or refused for itself.',
    params: severalIds('project_ids'),
    body: patchOf('color', 'active', 'billable', 'client_id'),
    answer: Patched,
  }),
  ...call('DELETE', `${W}/projects/:project_id`, {
    operationId: 'deleteProject',
    about: 'What lies below it goes as well. Its time stays, without it, unless that is to go too.',
    params: inPath('workspace_id', 'project_id'),
    query: changes({ teDeletionMode: oneOf(['unassign', 'delete'], 'What becomes of its time.') }),
    answer: ID,
  }),
  ...call('POST', `${W}/projects/:project_id/pin`, {
    operationId: 'pinProject',
    params: inPath('workspace_id', 'project_id'),
    body: Type.Object({ pin: flag('Whether it is one of my favourites; at most a hundred are.') }),
  }),
  ...get(`${W}/projects/:project_id/statistics`, {
    operationId: 'showProjectStatistics',
    params: inPath('workspace_id', 'project_id'),
    answer: Type.Object({
      earliest_time_entry: nullable(text('When its first entry began.', '2026-03-02T09:00:00+00:00')),
      latest_time_entry: nullable(text('When its last entry began.', '2026-03-02T09:00:00+00:00')),
    }),
  }),
  ...call('POST', `${W}/projects/task_count`, {
    operationId: 'countTasks',
    params: HERE,
    body: ProjectIds,
    answer: Counts,
  }),
  ...call('POST', `${W}/projects/user_count`, {
    operationId: 'countProjectUsers',
    params: HERE,
    body: ProjectIds,
    answer: Counts,
  }),
}

const PROJECT_USERS = {
  ...get(`${W}/project_users`, {
    operationId: 'listProjectUsers',
    params: HERE,
    query: changes({
      project_ids: text('Of these projects, with commas; at most 200.', '1,2'),
      user_id: number('Of this person.'),
    }),
    answer: list(ProjectUser),
  }),
  ...call('POST', `${W}/project_users`, {
    operationId: 'createProjectUser',
    params: HERE,
    body: Type.Object({
      project_id: number('The project.'),
      user_id: number('The person.'),
      ...changes(MemberFields).properties,
    }),
    answer: ProjectUser,
  }),
  ...call('POST', `${W}/project_users/paginated`, {
    operationId: 'listNamedProjectUsers',
    params: HERE,
    query: changes({ page: paging.page }),
    body: ids('The projects; at most 200.'),
    answer: list(
      Type.Object({
        ...ProjectUser.properties,
        user_name: text('The name.', 'Ada Example'),
        is_active: flag('Always true.'),
        workspace_user_id: number('The membership.'),
      }),
    ),
  }),
  ...call('PUT', `${W}/project_users/:project_user_id`, {
    operationId: 'updateProjectUser',
    params: inPath('workspace_id', 'project_user_id'),
    body: changes(MemberFields),
    answer: ProjectUser,
  }),
  ...call('PATCH', `${W}/project_users/:project_user_ids`, {
    operationId: 'updateProjectUsers',
    about: 'Each is done or refused for itself; fields can only be replaced.',
    params: severalIds('project_user_ids'),
    body: patchOf('manager', 'rate', 'labor_cost'),
    answer: Patched,
  }),
  ...call('DELETE', `${W}/project_users/:project_user_id`, {
    operationId: 'deleteProjectUser',
    params: inPath('workspace_id', 'project_user_id'),
    answer: ID,
  }),
}

const TaskList = changes({
  active,
  search: text('What the name holds.', 'draw'),
  sort_field: oneOf(['name', 'created_at']),
  sort_order: oneOf(['ASC', 'DESC']),
  ...paging,
})
const IN_PROJECT = inPath('workspace_id', 'project_id')
const ONE_TASK = inPath('workspace_id', 'project_id', 'task_id')

const TASKS = {
  ...get(`${W}/tasks`, {
    operationId: 'listTasks',
    params: HERE,
    query: Type.Object({
      ...TaskList.properties,
      pid: Type.Optional(number('Of this project.')),
      since: Since,
    }),
    answer: TaskPage,
  }),
  ...get(`${W}/tasks/basic`, {
    operationId: 'listTasksToChoose',
    params: HERE,
    query: Type.Object({
      ...TaskList.properties,
      project_ids: Type.Optional(text('Of these projects, with commas.', '1,2')),
      client_ids: Type.Optional(text('Of these clients, with commas.', '1,2')),
      task_ids: Type.Optional(text('Only these, with commas.', '1,2')),
      only_me: Type.Optional(flag('Without those of private projects I am not in; so unless it is said.')),
    }),
    answer: TaskPage,
  }),
  ...call('POST', `${W}/tasks/data`, {
    operationId: 'showTasks',
    params: HERE,
    body: ids('The tasks.'),
    answer: list(Task),
  }),
  ...get(`${W}/projects/:project_id/tasks`, {
    operationId: 'listTasksOfProject',
    params: IN_PROJECT,
    query: changes({ active: flag('Only those still to be done.') }),
    answer: list(Task),
  }),
  ...call('POST', `${W}/projects/:project_id/tasks`, {
    operationId: 'createTask',
    params: IN_PROJECT,
    body: named(TaskFields),
    answer: Task,
  }),
  ...get(`${W}/projects/:project_id/tasks/:task_id`, {
    operationId: 'showTask',
    params: ONE_TASK,
    answer: Task,
  }),
  ...call('PUT', `${W}/projects/:project_id/tasks/:task_id`, {
    operationId: 'updateTask',
    params: ONE_TASK,
    body: changes({ name, ...TaskFields }),
    answer: Task,
  }),
  ...call('PATCH', `${W}/projects/:project_id/tasks/:task_ids`, {
    operationId: 'updateTasks',
    about: 'Each is done or refused for itself.',
    params: Type.Object({ ...IN_PROJECT.properties, ...severalIds('task_ids').properties }),
    body: patchOf('name', 'active', 'estimated_seconds', 'user_id'),
    answer: Patched,
  }),
  ...call('DELETE', `${W}/projects/:project_id/tasks/:task_id`, {
    operationId: 'deleteTask',
    about: 'Its time stays, without it.',
    params: ONE_TASK,
  }),
}

const NewTag = Type.Object({ name: text('What it is called.', 'urgent') })

const TAGS = {
  ...get(`${W}/tags`, {
    operationId: 'listTags',
    params: HERE,
    query: changes({ search: text('What the name holds.', 'urg'), ...paging }),
    answer: list(Tag),
  }),
  ...call('POST', `${W}/tags`, { operationId: 'createTag', params: HERE, body: NewTag, answer: Tag }),
  ...call('PATCH', `${W}/tags`, {
    operationId: 'deleteTags',
    params: HERE,
    body: Type.Object({ delete: ids('The tags.') }),
  }),
  ...call('PUT', `${W}/tags/:tag_id`, {
    operationId: 'updateTag',
    params: inPath('workspace_id', 'tag_id'),
    body: NewTag,
    answer: Tag,
  }),
  ...call('DELETE', `${W}/tags/:tag_id`, {
    operationId: 'deleteTag',
    params: inPath('workspace_id', 'tag_id'),
  }),
}

/** What time is booked on. */
export const PROJECT_ROUTES: Readonly<Record<string, RouteReference>> = {
  ...MINE,
  ...CLIENTS,
  ...PROJECTS,
  ...PROJECT_USERS,
  ...TASKS,
  ...TAGS,
}
