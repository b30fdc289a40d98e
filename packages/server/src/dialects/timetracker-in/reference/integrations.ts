import { type TSchema, Type } from 'typebox'
import { INTEGRATION } from '../paths.ts'
import { ENTRY_FILTERS } from './entry-filters.ts'
import {
  CLIENT_FIELDS,
  ClientId,
  ClientName,
  ENTRY_TIMES,
  NEW_ENTRY_FIELDS,
  PROJECT_RULES,
  ProjectDescription,
  ProjectName,
  ProjectStatus,
  TAG_FIELDS,
  TagName,
  TASK_FIELDS,
  TaskName,
} from './fields.ts'
import { Client, NewClient, Project, Tag, Task, TeamMember, TimeEntry, Workspace } from './models.ts'
import { StartedTimer, ToldClient, ToldEntry, ToldProject, ToldTask } from './payloads.ts'
import { id, list, optional, pagedBy, type Routes, text, WorkspaceId } from './words.ts'

const TRIGGERS = `${INTEGRATION}/triggers`

const inWorkspace = { workspace_id: WorkspaceId }

type Making = {
  thing: string
  path: string
  needed: Record<string, TSchema>
  fields: Record<string, TSchema>
  made: TSchema
}

function making({ thing, path, needed, fields, made }: Making): Routes {
  return {
    [`POST ${TRIGGERS}/${path}`]: {
      operationId: `add${thing}`,
      body: Type.Object({ ...needed, ...optional(fields) }),
      status: 200,
      answer: made,
    },
  }
}

type Choosing = { things: string; path: string; row: TSchema; filters?: Record<string, TSchema> }

function choosing({ things, path, row, filters = {} }: Choosing): Routes {
  return {
    [`GET ${TRIGGERS}/${path}`]: {
      operationId: `choose${things}`,
      about: 'Of all workspaces, unless one is named.',
      query: pagedBy({ ...inWorkspace, ...filters }),
      status: 200,
      answer: list(row),
    },
  }
}

type Finding = { things: string; path: string; query: TSchema; row: TSchema }

/** The documents have a GET for tasks alone; here any can be asked so. */
function finding({ things, path, query, row }: Finding): Routes {
  const url = `${TRIGGERS}/${path}/find`
  const found = { status: 200, answer: list(row) }
  return {
    [`POST ${url}`]: { operationId: `find${things}`, body: query, ...found },
    [`GET ${url}`]: { operationId: `find${things}ByQuery`, query, ...found },
  }
}

function sampling(name: string, path: string, told: TSchema): Routes {
  return {
    [`GET ${TRIGGERS}/${path}/fallback`]: {
      operationId: `sample${name}`,
      status: 200,
      answer: Type.Array(told, { minItems: 1, maxItems: 1 }),
    },
  }
}

const ByName = Type.Object({ ...inWorkspace, name: text('A part of the name, in either case.', 'sho') })

export const CREATE_ROUTES: Routes = {
  ...making({
    thing: 'Client',
    path: 'clients',
    needed: { name: ClientName, ...inWorkspace },
    fields: CLIENT_FIELDS,
    made: NewClient,
  }),
  ...making({
    thing: 'Project',
    path: 'projects',
    needed: { name: ProjectName, ...inWorkspace },
    fields: {
      description: ProjectDescription,
      status: ProjectStatus,
      ...PROJECT_RULES,
      client_id: ClientId,
    },
    made: Project,
  }),
  ...making({
    thing: 'Task',
    path: 'tasks',
    needed: { name: TaskName, project_id: id('project', 'In which project, and so in which workspace.') },
    fields: TASK_FIELDS,
    made: Task,
  }),
  ...making({
    thing: 'TimeEntry',
    path: 'time-entries',
    needed: { ...inWorkspace, ...ENTRY_TIMES },
    fields: NEW_ENTRY_FIELDS,
    made: TimeEntry,
  }),
  ...making({
    thing: 'Tag',
    path: 'tags',
    needed: { name: TagName, ...inWorkspace },
    fields: TAG_FIELDS,
    made: Tag,
  }),
}

export const LIST_ROUTES: Routes = {
  ...choosing({ things: 'Workspaces', path: 'workspaces', row: Workspace }),
  ...choosing({ things: 'Clients', path: 'clients', row: Client }),
  ...choosing({ things: 'Projects', path: 'projects', row: Project }),
  ...choosing({
    things: 'Tasks',
    path: 'tasks',
    row: Task,
    filters: { project_id: id('project', 'Only those of this project.') },
  }),
  ...choosing({ things: 'Tags', path: 'tags', row: Tag }),
  ...choosing({ things: 'TeamMembers', path: 'team-members', row: TeamMember }),
}

export const FIND_ROUTES: Routes = {
  ...finding({ things: 'Clients', path: 'clients', query: ByName, row: Client }),
  ...finding({ things: 'Projects', path: 'projects', query: ByName, row: Project }),
  ...finding({ things: 'Tasks', path: 'tasks', query: ByName, row: Task }),
  ...finding({ things: 'Tags', path: 'tags', query: ByName, row: Tag }),
  ...finding({
    things: 'TimeEntries',
    path: 'time-entries',
    query: Type.Object({ ...inWorkspace, ...optional(ENTRY_FILTERS) }),
    row: TimeEntry,
  }),
}

export const SAMPLE_ROUTES: Routes = {
  ...sampling('Client', 'clients', ToldClient),
  ...sampling('Project', 'projects', ToldProject),
  ...sampling('Task', 'tasks', ToldTask),
  ...sampling('StartedTimer', 'time-entries/start', StartedTimer),
  ...sampling('StoppedTimer', 'time-entries/stop', ToldEntry),
  ...sampling('ManualEntry', 'time-entries/manual', ToldEntry),
}
