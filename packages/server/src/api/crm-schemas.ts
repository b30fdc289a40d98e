import { Type } from 'typebox'
import { LEAD_STATUSES } from '../core/crm/leads.ts'
import { DEAL_STAGES, DEAL_STATUSES } from '../core/rules/deal-stages.ts'
import { Client, Currency, Day, Id, Instant, listOf, named, nullable, oneOf, Version } from './schemas.ts'

/** Contacts, leads and deals as the native API takes and gives them. */

const line = (example: string, longest = 255) => Type.String({ maxLength: longest, examples: [example] })
const Text = Type.String({ maxLength: 10_000 })
const Words = Type.Array(Type.String({ maxLength: 100 }), {
  maxItems: 50,
  description: 'Words of its own, no tags of the workspace.',
})
const Value = nullable(
  Type.Integer({
    minimum: 0,
    maximum: 10 ** 14,
    description: 'Minor units of its currency.',
    examples: [1_200_000],
  }),
)

const common = { version: Version, created_at: Instant, updated_at: Instant }

const contactFields = {
  email: nullable(line('ada@example.com', 254)),
  phone: nullable(line('+49 30 1234567', 64)),
  mobile: nullable(line('+49 171 1234567', 64)),
  title: nullable(line('Head of IT')),
  department: nullable(line('IT')),
  role: line('billing', 64),
  address: nullable(Type.String({ maxLength: 2000 })),
  notes: nullable(Text),
  tags: Words,
  is_primary: Type.Boolean({ description: 'A client has one primary contact; a new one takes its place.' }),
  is_active: Type.Boolean(),
}
const contactNames = { first_name: line('Ada'), last_name: line('Lovelace') }

export const Contact = named(
  'Contact',
  Type.Object({
    id: Id,
    workspace_id: Id,
    client_id: Id,
    ...contactNames,
    ...contactFields,
    created_by: nullable(Id),
    ...common,
  }),
)
export const NewContact = named(
  'NewContact',
  Type.Intersect([Type.Object({ client_id: Id, ...contactNames }), Type.Partial(Type.Object(contactFields))]),
)
export const ContactChanges = named(
  'ContactChanges',
  Type.Partial(Type.Object({ ...contactNames, ...contactFields })),
)
export const Contacts = listOf(Contact)

export const LeadStatus = oneOf(LEAD_STATUSES)
const leadFields = {
  company_name: nullable(line('Analytical Engines')),
  email: nullable(line('ada@example.com', 254)),
  phone: nullable(line('+49 30 1234567', 64)),
  title: nullable(line('Head of IT')),
  source: nullable(line('website')),
  score: Type.Integer({ minimum: 0, maximum: 1000, examples: [60] }),
  value: Value,
  currency: Currency,
  notes: nullable(Text),
  tags: Words,
  owner_id: Id,
}

export const Lead = named(
  'Lead',
  Type.Object({
    id: Id,
    workspace_id: Id,
    ...contactNames,
    ...leadFields,
    status: LeadStatus,
    converted_at: nullable(Instant),
    client_id: nullable(Id),
    contact_id: nullable(Id),
    deal_id: nullable(Id),
    created_by: nullable(Id),
    ...common,
  }),
)
const SettableLeadStatus = oneOf(['new', 'contacted', 'qualified', 'lost'], {
  description: 'It becomes `converted` by converting it.',
})
export const NewLead = named(
  'NewLead',
  Type.Intersect([
    Type.Object({ workspace_id: Id, ...contactNames }),
    Type.Partial(Type.Object({ ...leadFields, status: SettableLeadStatus })),
  ]),
)
export const LeadChanges = named(
  'LeadChanges',
  Type.Partial(Type.Object({ ...contactNames, ...leadFields, status: SettableLeadStatus })),
)
export const Leads = listOf(Lead)

export const DealStage = oneOf(DEAL_STAGES)
export const DealStatus = oneOf(DEAL_STATUSES)
const dealFields = {
  client_id: nullable(Id),
  contact_id: nullable(Id),
  lead_id: nullable(Id),
  project_id: nullable(Id),
  description: nullable(Text),
  stage: DealStage,
  status: DealStatus,
  value: Value,
  currency: Currency,
  probability: Type.Integer({ minimum: 0, maximum: 100, description: 'In percent.' }),
  expected_close_on: nullable(Day),
  closed_on: nullable(Day),
  loss_reason: nullable(Type.String({ maxLength: 2000 })),
  notes: nullable(Text),
  owner_id: Id,
}
const dealName = { name: line('Website relaunch') }

export const Deal = named(
  'Deal',
  Type.Object({
    id: Id,
    workspace_id: Id,
    ...dealName,
    ...dealFields,
    weighted_value: nullable(
      Type.Integer({ description: 'The value times its probability, in minor units.' }),
    ),
    closed_at: nullable(Instant),
    created_by: nullable(Id),
    ...common,
  }),
)
export const NewDeal = named(
  'NewDeal',
  Type.Intersect([Type.Object({ workspace_id: Id, ...dealName }), Type.Partial(Type.Object(dealFields))]),
)
export const DealChanges = named('DealChanges', Type.Partial(Type.Object({ ...dealName, ...dealFields })))
export const Deals = listOf(Deal)

export const DealSums = named(
  'DealSums',
  Type.Object({
    data: Type.Array(
      Type.Object({
        stage: DealStage,
        currency: Currency,
        count: Type.Integer(),
        value: Type.Integer({ description: 'Minor units.' }),
        weighted_value: Type.Integer({ description: 'Minor units.' }),
      }),
    ),
  }),
)

export const Conversion = named(
  'Conversion',
  Type.Partial(
    Type.Object({
      client_id: Type.Integer({
        minimum: 1,
        description: 'A client there is; without it a new one is made.',
      }),
      client_name: line('Analytical Engines'),
      makes_contact: Type.Boolean({ description: 'So it is unless it is said otherwise.' }),
      deal: nullable(
        Type.Partial(
          Type.Object({
            ...dealName,
            stage: DealStage,
            value: Value,
            currency: Currency,
            probability: Type.Integer({ minimum: 0, maximum: 100 }),
            expected_close_on: nullable(Day),
          }),
          { description: 'Also make this deal; what is left out comes from the lead.' },
        ),
      ),
    }),
  ),
)
export const Converted = named(
  'Converted',
  Type.Object({ lead: Lead, client: Client, contact: nullable(Contact), deal: nullable(Deal) }),
)
