import { Type } from 'typebox'
import {
  API,
  changing,
  day,
  decimal,
  flag,
  inPath,
  list,
  local,
  named,
  nullable,
  number,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  said,
  Tags,
  text,
} from './words.ts'

const STATUSES = ['todo', 'in_progress', 'review', 'done', 'cancelled'] as const
const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const

const Task = named(
  'Task',
  Type.Object({
    id: number('The task.'),
    project_id: number('Its project.'),
    name: text('What is to be done.', 'Draw the basket'),
    description: nullable(text('How.', 'On two screens')),
    status: oneOf(STATUSES),
    status_display: text('The same in words.', 'Todo'),
    priority: oneOf(PRIORITIES),
    priority_display: text('The same in words.', 'Low'),
    priority_class: text('A name for styles.', 'priority-low'),
    estimated_hours: nullable(decimal('How long it should take.', 3)),
    due_date: nullable(day('When it is due.')),
    assigned_to: nullable(number('Who has it; the first of several.')),
    assigned_user: nullable(text('Their user name.', 'ada@example.com')),
    created_by: nullable(number('Who made it.')),
    creator: nullable(text('Their user name.', 'ada@example.com')),
    created_at: local('When it was made.'),
    updated_at: local('When it last changed.'),
    started_at: nullable(local('When somebody began.')),
    completed_at: nullable(local('When it was done.')),
    total_hours: decimal('Its finished time, as far as one may see it.', 1.5),
    total_billable_hours: decimal('Of that, what is billable.', 1.5),
    progress_percentage: decimal('The part of the estimate that is used up, at most 100.', 50),
    is_active: flag('Whether it is still to be done.'),
    is_overdue: flag('Whether it is active past the day it is due.', false),
    tags: nullable(text('Its tags between commas.', 'urgent, shop')),
    tag_list: list(Type.String({ examples: ['urgent'] }), 'Its tags.'),
  }),
)

const taskFields = optional({
  description: nullable(text('How.', 'On two screens')),
  status: oneOf(STATUSES),
  priority: Type.Union([oneOf(PRIORITIES), Type.Integer({ minimum: 1, maximum: 4 })], {
    description: 'A word, or its number from 1 for low to 4 for urgent.',
    examples: ['high'],
  }),
  assignee_id: nullable(Type.Integer({ description: 'Who has it; null for nobody.' })),
  assigned_to: nullable(Type.Integer({ description: 'The same under its other name.' })),
  due_date: nullable(Type.String({ description: 'When it is due; null or empty for never.' })),
  estimated_hours: nullable(Type.Number({ description: 'How long it should take.' })),
  tags: Tags,
})

const TaskId = inPath('task_id', 'The task.')

export const TASK_ROUTES: Routes = {
  [`GET ${API}/tasks`]: {
    operationId: 'listTasks',
    query: pagedBy({
      project_id: number('Only those of this project.'),
      status: Type.String({
        description: `One of ${STATUSES.join(', ')}, or several between commas; \`active\` or \`open\` for all that are still to be done.`,
        examples: ['todo,in_progress'],
      }),
      tags: Type.String({ description: 'Only those with any of these tags, between commas.' }),
    }),
    status: 200,
    answer: paged('tasks', Task),
  },
  [`POST ${API}/tasks`]: {
    operationId: 'createTask',
    body: Type.Object({
      name: text('What is to be done.', 'Draw the basket'),
      project_id: number('In which project.'),
      ...taskFields,
    }),
    status: 201,
    answer: said('Task created successfully', { task: Task }),
  },
  [`GET ${API}/tasks/:task_id`]: {
    operationId: 'showTask',
    params: TaskId,
    status: 200,
    answer: Type.Object({ task: Task }),
  },
  ...changing(`${API}/tasks/:task_id`, 'Task', {
    about: 'A task on which time is booked stays in its project. What is not there is 400.',
    params: TaskId,
    body: Type.Object({
      ...optional({
        name: text('What is to be done.', 'Draw the basket'),
        project_id: Type.Integer({ description: 'In which project.' }),
      }),
      ...taskFields,
    }),
    status: 200,
    answer: said('Task updated successfully', { task: Task }),
  }),
  [`DELETE ${API}/tasks/:task_id`]: {
    operationId: 'deleteTask',
    params: TaskId,
    status: 200,
    answer: said('Task deleted successfully'),
  },
}
