import { Type } from 'typebox'
import {
  API,
  changing,
  CustomFieldChanges,
  CustomFields,
  decimal,
  flag,
  inPath,
  named,
  nullable,
  number,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  said,
  text,
  utc,
} from './words.ts'

const Project = named(
  'Project',
  Type.Object({
    id: number('The project.'),
    name: text('What it is called.', 'Shop'),
    code: nullable(text('Its code.', 'SHOP')),
    code_display: text('The same, or the first four letters of the name.', 'SHOP'),
    client_id: nullable(number('Its client.')),
    client: nullable(text('What that is called.', 'Acme')),
    description: nullable(text('Whatever is to be known of it.', 'The new shop')),
    billable: flag('Whether new time on it is billable.'),
    hourly_rate: nullable(decimal('What an hour of it is billed at today; null for nothing.', 95.5)),
    billing_ref: nullable(text('A reference for its invoices.', 'PO-1815')),
    status: oneOf(
      ['active', 'inactive', 'on_hold', 'archived'],
      'What is completed or cancelled is inactive.',
    ),
    estimated_hours: nullable(decimal('How long it should take.', 40)),
    budget_amount: nullable(
      decimal('What it may cost; null for no budget, and for one that one may not see.', 5000),
    ),
    budget_threshold_percent: Type.Integer({
      description: 'From which part of the budget on it is a warning.',
      examples: [80],
    }),
    created_at: utc('When it was made.'),
    updated_at: utc('When it last changed.'),
    total_hours: decimal('Its finished time, as far as one may see it.', 12.5),
    total_billable_hours: decimal('Of that, what is billable.', 10),
    estimated_cost: nullable(decimal('What that is billed for; null for nothing.', 955)),
    budget_consumed_amount: decimal('The same in the currency of the budget; 0 for nothing.', 955),
    budget_threshold_exceeded: flag('Whether that passes the warning.', false),
    total_costs: Type.Integer({ description: 'Always 0.' }),
    total_billable_costs: Type.Integer({ description: 'Always 0.' }),
    total_project_value: decimal('What its time is billed for; 0 for nothing.', 955),
    custom_fields: CustomFields,
    is_archived: flag('Whether it is archived.', false),
    archived_at: nullable(utc('When it was.')),
    archived_by: nullable(Type.Integer({ description: 'Who did that.' })),
    archived_reason: nullable(Type.String({ description: 'Why.' })),
    color: text('Its colour.', '#B45309'),
  }),
)

const projectFields = optional({
  description: nullable(text('Whatever is to be known of it.', 'The new shop')),
  billable: flag('Whether new time on it is billable.'),
  hourly_rate: nullable(
    Type.Number({
      minimum: 0,
      description: 'What an hour of it is billed at; for who manages the workspace.',
    }),
  ),
  billing_ref: nullable(Type.String({ description: 'A reference for its invoices.' })),
  code: nullable(Type.String({ description: 'Its code, in capitals.' })),
  estimated_hours: nullable(Type.Number({ minimum: 0, description: 'How long it should take.' })),
  budget_amount: nullable(
    Type.Number({ minimum: 0, description: 'What it may cost; null or 0 for no budget. For who manages.' }),
  ),
  budget_threshold_percent: Type.Integer({
    minimum: 0,
    maximum: 100,
    description: 'From which part of the budget on it is a warning; 0 stands for 80.',
  }),
  status: oneOf(['active', 'inactive', 'on_hold', 'completed', 'cancelled', 'archived']),
  color: Type.String({ description: '#RRGGBB.' }),
  custom_fields: CustomFieldChanges,
})

const ProjectId = inPath('project_id', 'The project.')
const RATES =
  'A first rate holds for all time, each after it from today on; setting one also takes the scope `write:workspaces`.'

export const PROJECT_ROUTES: Routes = {
  [`GET ${API}/projects`]: {
    operationId: 'listProjects',
    query: pagedBy({
      status: oneOf(['active', 'inactive', 'on_hold', 'archived', 'all'], 'Those in use without it.'),
      client_id: number('Only those of this client.'),
    }),
    status: 200,
    answer: paged('projects', Project),
  },
  [`POST ${API}/projects`]: {
    operationId: 'createProject',
    about: `A field that is not listed here is refused. A client’s projects have names of their own. ${RATES}`,
    body: Type.Object({
      name: Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'What it is called.',
        examples: ['Shop'],
      }),
      client_id: number('Its client.'),
      ...projectFields,
      ...optional({
        billing_ref: nullable(Type.String({ maxLength: 100, description: 'A reference for its invoices.' })),
        code: nullable(Type.String({ maxLength: 20, description: 'Its code, in capitals.' })),
      }),
    }),
    status: 201,
    answer: said('Project created successfully', { project: Project }),
  },
  [`GET ${API}/projects/:project_id`]: {
    operationId: 'showProject',
    params: ProjectId,
    status: 200,
    answer: Type.Object({ project: Project }),
  },
  ...changing(`${API}/projects/:project_id`, 'Project', {
    about: `Null clears what may be empty. What is not there is 400. ${RATES}`,
    params: ProjectId,
    body: Type.Object({
      ...optional({
        name: text('What it is called.', 'Shop'),
        client_id: nullable(Type.Integer({ description: 'Its client.' })),
      }),
      ...projectFields,
    }),
    status: 200,
    answer: said('Project updated successfully', { project: Project }),
  }),
  [`DELETE ${API}/projects/:project_id`]: {
    operationId: 'archiveProject',
    about: 'Its time stays, and so does the project: `status` can bring it back.',
    params: ProjectId,
    status: 200,
    answer: said('Project archived successfully'),
  },
}
