import {
  CLIENT_FIELDS,
  ClientId,
  ClientName,
  PROJECT_RULES,
  ProjectDescription,
  ProjectName,
  ProjectStatus,
  TAG_FIELDS,
  TagName,
  TASK_FIELDS,
  TaskName,
} from './fields.ts'
import {
  Client,
  CLIENT_STATUSES,
  NewClient,
  Project,
  PROJECT_STATUSES,
  Tag,
  Task,
  TASK_STATUSES,
} from './models.ts'
import { id, LISTED, oneOf, pagedBy, type Routes, things } from './words.ts'

export const CLIENT_ROUTES = things({
  one: 'Client',
  many: 'Clients',
  path: 'clients',
  id: { client_id: id('client', 'The client.') },
  shown: Client,
  made: NewClient,
  query: pagedBy({ status: oneOf(CLIENT_STATUSES, 'All without it.'), ...LISTED }),
  needed: { name: ClientName },
  fields: CLIENT_FIELDS,
})

export const PROJECT_ROUTES = things({
  one: 'Project',
  many: 'Projects',
  path: 'projects',
  id: { project_id: id('project', 'The project.') },
  shown: Project,
  query: pagedBy({
    status: oneOf(PROJECT_STATUSES, 'All without it.'),
    client_id: id('client', 'Only those for this client.'),
    ...LISTED,
  }),
  needed: { name: ProjectName },
  fields: {
    description: ProjectDescription,
    status: ProjectStatus,
    client_id: ClientId,
    is_private: PROJECT_RULES.isPrivate,
    default_billable: PROJECT_RULES.defaultBillable,
    default_billable_rate: PROJECT_RULES.defaultBillableRate,
    estimated_hours: PROJECT_RULES.estimatedHours,
    estimated_budget: PROJECT_RULES.estimatedBudget,
  },
  aboutChanging:
    'The first rate holds for all time, each after it from today on. A budget of hours is not shown here, and stays when the null that is shown for it is sent back.',
})

export const TASK_ROUTES: Routes = things({
  one: 'Task',
  many: 'Tasks',
  path: 'tasks',
  id: { task_id: id('task', 'The task.') },
  shown: Task,
  query: pagedBy({
    project_id: id('project', 'Only those of this project.'),
    status: oneOf(TASK_STATUSES, 'All without it.'),
    assignee_id: id('team_member', 'Only those that this member has.'),
    ...LISTED,
  }),
  needed: { name: TaskName, project_id: id('project', 'In which project of the workspace.') },
  fields: TASK_FIELDS,
  aboutChanging:
    'A task on which time is booked stays in its project. What is sent back as it was shown changes nothing: a cancelled task reads as completed, and stays cancelled.',
})

export const TAG_ROUTES = things({
  one: 'Tag',
  many: 'Tags',
  path: 'tags',
  id: { tag_id: id('tag', 'The tag.') },
  shown: Tag,
  query: pagedBy({ ...LISTED }),
  needed: { name: TagName },
  fields: TAG_FIELDS,
})
