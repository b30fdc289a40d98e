import { Type } from 'typebox'
import { LEAD_STATUSES } from '../../../core/crm/leads.ts'
import { Deal, dealFields, Owner } from './deals.ts'
import {
  API,
  changing,
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

const Lead = named(
  'Lead',
  Type.Object({
    id: number('The lead.'),
    first_name: text('The first name.', 'Ada'),
    last_name: text('The last name.', 'Example'),
    full_name: text('Both.', 'Ada Example'),
    display_name: text('Both, with the company after them.', 'Ada Example (Acme)'),
    company_name: nullable(text('The company.', 'Acme')),
    email: nullable(text('The address.', 'ada@acme.example')),
    phone: nullable(Type.String({ description: 'The number.' })),
    title: nullable(Type.String({ description: 'What they are there.' })),
    source: nullable(text('Where they came from.', 'fair')),
    status: oneOf(LEAD_STATUSES),
    score: Type.Integer({ description: 'How promising they are.', examples: [40] }),
    estimated_value: nullable(decimal('What may come of them; null for nothing.', 12_000)),
    currency_code: text('Of that.', 'EUR'),
    converted_to_client_id: nullable(Type.Integer({ description: 'The client they became.' })),
    converted_to_deal_id: nullable(Type.Integer({ description: 'The deal that came of it.' })),
    converted_at: nullable(Type.String({ description: 'When.' })),
    converted_by: nullable(Type.Integer({ description: 'Who did that.' })),
    notes: nullable(Type.String({ description: 'Whatever is to be known of them.' })),
    tags: list(Type.String({ examples: ['shop'] }), 'Words to find them by.'),
    created_by: nullable(number('Who wrote them down.')),
    owner_id: number('Whose they are.'),
    created_at: local('When they were written down.'),
    updated_at: local('When that last changed.'),
    is_converted: flag('Whether they became a client.', false),
    is_lost: flag('Whether they are lost.', false),
  }),
)

const leadFields = optional({
  company_name: text('The company.', 'Acme'),
  email: text('The address.', 'ada@acme.example'),
  phone: Type.String({ description: 'The number.' }),
  title: Type.String({ description: 'What they are there.' }),
  source: Type.String({ description: 'Where they came from.' }),
  status: oneOf(LEAD_STATUSES, 'new at first.'),
  score: Type.Integer({ minimum: 0, maximum: 1000, description: 'How promising they are.' }),
  estimated_value: nullable(
    Type.Number({ description: 'What may come of them; null clears it, and what is no number is ignored.' }),
  ),
  notes: Type.String({ description: 'Whatever is to be known of them.' }),
  tags: Tags,
  owner_id: Type.Integer({ description: 'Whose they are; to give them to another is for who manages.' }),
})

const LeadId = inPath('lead_id', 'The lead.')

const Conversion = Type.Object({
  client_id: Type.Optional(Type.Integer({ description: 'The client it becomes, where that is there.' })),
  client_name: Type.Optional(
    text('What a new client is called; by the company or the person without it.', 'Acme'),
  ),
  create_contact: Type.Optional(Type.Boolean({ description: 'false makes no contact of the person.' })),
  create_deal: Type.Optional(Type.Boolean({ description: 'true makes a deal of what the lead says.' })),
  deal: Type.Optional(
    Type.Union(
      [
        Type.Object({
          ...optional({ name: Type.String({ description: 'What it is called.' }) }),
          ...dealFields,
        }),
        Type.Boolean(),
      ],
      { description: 'A deal to make of it, as far as the lead does not say it; or true.', examples: [true] },
    ),
  ),
})

export const LEAD_ROUTES: Routes = {
  [`GET ${API}/leads`]: {
    operationId: 'listLeads',
    about: 'One’s own; for who manages the workspace everybody’s.',
    query: pagedBy({
      status: oneOf(LEAD_STATUSES, 'All but converted and lost ones without it.'),
      search: text('Words to look for.', 'acme'),
      source: Type.String({ description: 'Only those that came from there.' }),
      owner: Owner,
    }),
    status: 200,
    answer: paged('leads', Lead),
  },
  [`POST ${API}/leads`]: {
    operationId: 'createLead',
    body: Type.Object({
      first_name: text('The first name.', 'Ada'),
      last_name: text('The last name.', 'Example'),
      ...leadFields,
      ...optional({ currency_code: Type.String({ description: 'That of the workspace without it.' }) }),
    }),
    status: 201,
    answer: said('Lead created successfully', { lead: Lead }),
  },
  [`GET ${API}/leads/:lead_id`]: {
    operationId: 'showLead',
    params: LeadId,
    status: 200,
    answer: Type.Object({ lead: Lead }),
  },
  ...changing(`${API}/leads/:lead_id`, 'Lead', {
    params: LeadId,
    body: Type.Object({
      ...leadFields,
      ...optional({
        first_name: Type.String({ description: 'The first name.' }),
        last_name: Type.String({ description: 'The last name.' }),
      }),
    }),
    status: 200,
    answer: said('Lead updated successfully', { lead: Lead }),
  }),
  [`POST ${API}/leads/:lead_id/convert`]: {
    operationId: 'convertLead',
    about:
      'All or nothing, and once. Takes the scopes for writing clients, and contacts and deals where they are made, too. TimeTracker has this in its web app only.',
    params: LeadId,
    body: Conversion,
    isBodyOptional: true,
    status: 201,
    answer: said('Lead converted successfully', {
      lead: Lead,
      client_id: number('The client it is now.'),
      contact_id: nullable(number('The contact there.')),
      deal: Type.Union([Deal, Type.Null()], { description: 'The deal, where one was made.' }),
    }),
  },
  [`DELETE ${API}/leads/:lead_id`]: {
    operationId: 'deleteLead',
    params: LeadId,
    status: 200,
    answer: said('Lead deleted successfully'),
  },
}
