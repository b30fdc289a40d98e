import { Type } from 'typebox'
import { DEAL_STAGES, DEAL_STATUSES } from '../../../core/rules/deal-stages.ts'
import {
  API,
  changing,
  day,
  decimal,
  flag,
  inPath,
  local,
  named,
  none,
  nullable,
  number,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  said,
  text,
} from './words.ts'

export const Deal = named(
  'Deal',
  Type.Object({
    id: number('The deal.'),
    client_id: nullable(number('With which client.')),
    contact_id: nullable(number('With whom there.')),
    lead_id: nullable(Type.Integer({ description: 'The lead it came of.' })),
    name: text('What it is called.', 'Second shop'),
    description: nullable(Type.String({ description: 'What it is about.' })),
    stage: oneOf(DEAL_STAGES),
    value: nullable(decimal('What it is worth; null for nothing.', 12_000)),
    currency_code: text('Of its value.', 'EUR'),
    probability: Type.Integer({ description: 'Its chance in percent.', examples: [50] }),
    weighted_value: decimal('Its value by its chance.', 6000),
    expected_close_date: nullable(day('When it is expected to be decided.')),
    actual_close_date: nullable(Type.String({ description: 'When it was.' })),
    status: oneOf(DEAL_STATUSES),
    loss_reason: nullable(Type.String({ description: 'Why it was lost.' })),
    related_quote_id: none(),
    related_project_id: nullable(Type.Integer({ description: 'The project it became.' })),
    notes: nullable(Type.String({ description: 'Whatever is to be known of it.' })),
    created_by: nullable(number('Who made it.')),
    owner_id: number('Whose it is.'),
    created_at: local('When it was made.'),
    updated_at: local('When it last changed.'),
    closed_at: nullable(Type.String({ description: 'When it was won, lost or cancelled.' })),
    is_open: flag('Whether it is open.'),
    is_won: flag('Whether it is won.', false),
    is_lost: flag('Whether it is lost.', false),
  }),
)

export const dealFields = optional({
  value: nullable(
    Type.Number({ minimum: 0, description: 'What it is worth; null clears it.', examples: [12_000] }),
  ),
  expected_close_date: nullable(day('When it is expected to be decided; what is no day is none.')),
  description: Type.String({ description: 'What it is about.' }),
  stage: oneOf(DEAL_STAGES, 'prospecting at first. The last two stages win and lose it.'),
  status: oneOf(DEAL_STATUSES, 'open at first. Where stage and status are both sent, the status decides.'),
  probability: Type.Integer({ minimum: 0, maximum: 100, description: 'Its chance in percent; 50 at first.' }),
  currency_code: Type.String({ description: 'Of its value; that of the workspace at first.' }),
  client_id: nullable(Type.Integer({ description: 'With which client.' })),
  contact_id: nullable(Type.Integer({ description: 'With whom there.' })),
  lead_id: nullable(Type.Integer({ description: 'The lead it came of.' })),
  related_project_id: nullable(Type.Integer({ description: 'The project it became.' })),
  owner_id: Type.Integer({ description: 'Whose it is; to give it to another is for who manages.' }),
  loss_reason: Type.String({ description: 'Why it was lost.' }),
  actual_close_date: nullable(Type.String({ description: 'When it was decided.' })),
  notes: Type.String({ description: 'Whatever is to be known of it.' }),
})

export const Owner = Type.Integer({
  description: 'Only of this person; who does not manage the workspace gets their own.',
})

const DealId = inPath('deal_id', 'The deal.')

export const DEAL_ROUTES: Routes = {
  [`GET ${API}/deals`]: {
    operationId: 'listDeals',
    about: 'One’s own; for who manages the workspace everybody’s.',
    query: pagedBy({
      status: Type.String({
        description: `open without it; ${DEAL_STATUSES.join(', ')}, or any other word for all.`,
        examples: ['open'],
      }),
      stage: oneOf(DEAL_STAGES),
      owner: Owner,
    }),
    status: 200,
    answer: paged('deals', Deal),
  },
  [`POST ${API}/deals`]: {
    operationId: 'createDeal',
    body: Type.Object({ name: text('What it is called.', 'Second shop'), ...dealFields }),
    status: 201,
    answer: said('Deal created successfully', { deal: Deal }),
  },
  [`GET ${API}/deals/:deal_id`]: {
    operationId: 'showDeal',
    params: DealId,
    status: 200,
    answer: Type.Object({ deal: Deal }),
  },
  ...changing(`${API}/deals/:deal_id`, 'Deal', {
    about: 'Null clears ids, days and the value, and leaves texts as they are.',
    params: DealId,
    body: Type.Object({
      ...dealFields,
      ...optional({ name: Type.String({ description: 'What it is called.' }) }),
    }),
    status: 200,
    answer: said('Deal updated successfully', { deal: Deal }),
  }),
  [`DELETE ${API}/deals/:deal_id`]: {
    operationId: 'deleteDeal',
    params: DealId,
    status: 200,
    answer: said('Deal deleted successfully'),
  },
}
