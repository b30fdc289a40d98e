import { Type } from 'typebox'
import {
  API,
  changing,
  CustomFieldChanges,
  CustomFields,
  flag,
  inPath,
  list,
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
  Tags,
  text,
  utc,
} from './words.ts'

const Client = named(
  'Client',
  Type.Object({
    id: number('The client.'),
    name: text('What it is called.', 'Acme'),
    description: nullable(text('Whatever is to be known of it.', 'Pays late')),
    contact_person: nullable(text('Whom to ask for.', 'Ada Example')),
    email: nullable(text('Its address.', 'office@acme.example')),
    phone: nullable(text('Its number.', '+49 30 1234')),
    address: nullable(Type.String({ description: 'Where it is.' })),
    default_hourly_rate: nullable(text('What an hour for it is billed at today, as a text.', '95.00')),
    status: oneOf(['active', 'inactive']),
    is_active: flag('Whether it is in use.'),
    total_projects: number('How many projects it has.', 2),
    active_projects: number('Of those, how many are in use.'),
    prepaid_hours_monthly: none(),
    prepaid_reset_day: Type.Integer({ description: 'Always 1.', examples: [1] }),
    custom_fields: CustomFields,
    created_at: utc('When it was made.'),
    updated_at: utc('When it last changed.'),
  }),
)

const clientFields = optional({
  email: nullable(text('Its address.', 'office@acme.example')),
  contact_person: nullable(text('Whom to ask for.', 'Ada Example')),
  phone: nullable(Type.String({ description: 'Its number.' })),
  address: nullable(Type.String({ description: 'Where it is.' })),
  description: nullable(Type.String({ description: 'Whatever is to be known of it.' })),
  default_hourly_rate: nullable(
    Type.Number({
      minimum: 0,
      description: 'What an hour for it is billed at; a text of digits is read too.',
    }),
  ),
  status: oneOf(['active', 'inactive']),
  company: Type.String({ description: 'Accepted, and says nothing.' }),
  custom_fields: CustomFieldChanges,
})

const Contact = named(
  'Contact',
  Type.Object({
    id: number('The contact.'),
    client_id: number('The client they are at.'),
    first_name: text('The first name.', 'Ada'),
    last_name: text('The last name.', 'Example'),
    full_name: text('Both.', 'Ada Example'),
    display_name: text('Both, with the title after them.', 'Ada Example - Head of IT'),
    email: nullable(text('The address.', 'ada@acme.example')),
    phone: nullable(text('The number.', '+49 30 1234')),
    mobile: nullable(Type.String({ description: 'The number of the mobile.' })),
    title: nullable(text('What they are there.', 'Head of IT')),
    department: nullable(Type.String({ description: 'Where there.' })),
    role: text('What they are to us.', 'contact'),
    is_primary: flag('Whether they are the first to be asked; one of a client is.'),
    address: nullable(Type.String({ description: 'Where they are.' })),
    notes: nullable(Type.String({ description: 'Whatever is to be known of them.' })),
    tags: list(Type.String({ examples: ['billing'] }), 'Words to find them by.'),
    is_active: flag('Whether they are still there.'),
    created_by: nullable(number('Who wrote them down.')),
    created_at: local('When that was.'),
    updated_at: local('When it last changed.'),
  }),
)

const contactFields = optional({
  email: text('The address.', 'ada@acme.example'),
  title: text('What they are there.', 'Head of IT'),
  phone: Type.String({ description: 'The number.' }),
  mobile: Type.String({ description: 'The number of the mobile.' }),
  department: Type.String({ description: 'Where there.' }),
  role: Type.String({ description: 'What they are to us; contact without it.' }),
  is_primary: Type.Boolean({ description: 'Makes them the first to be asked, in the place of another.' }),
  address: Type.String({ description: 'Where they are.' }),
  notes: Type.String({ description: 'Whatever is to be known of them.' }),
  tags: Tags,
})
const WholeName = Type.String({ description: 'Both in one, where they are not sent apart.' })

const ClientId = inPath('client_id', 'The client.')
const ContactId = inPath('contact_id', 'The contact.')
const RATES =
  'A first rate holds for all time, each after it from today on; setting one also takes the scope `write:workspaces`.'

export const CLIENT_ROUTES: Routes = {
  [`GET ${API}/clients`]: {
    operationId: 'listClients',
    query: pagedBy({ status: oneOf(['active', 'inactive'], 'All without it.') }),
    status: 200,
    answer: paged('clients', Client),
  },
  [`POST ${API}/clients`]: {
    operationId: 'createClient',
    about: RATES,
    body: Type.Object({
      name: text('What it is called; no two are called the same.', 'Acme'),
      ...clientFields,
    }),
    status: 201,
    answer: said('Client created successfully', { client: Client }),
  },
  [`GET ${API}/clients/:client_id`]: {
    operationId: 'showClient',
    params: ClientId,
    status: 200,
    answer: Type.Object({ client: Client }),
  },
  ...changing(`${API}/clients/:client_id`, 'Client', {
    about: `Null clears what may be empty. ${RATES}`,
    params: ClientId,
    body: Type.Object({ ...optional({ name: text('What it is called.', 'Acme') }), ...clientFields }),
    status: 200,
    answer: said('Client updated successfully', { client: Client }),
  }),
  [`DELETE ${API}/clients/:client_id`]: {
    operationId: 'deleteClient',
    about: 'One that has projects, or time booked on it, is kept.',
    params: ClientId,
    status: 200,
    answer: said('Client deleted successfully'),
  },
  [`GET ${API}/clients/:client_id/contacts`]: {
    operationId: 'listContacts',
    about: 'Those one wrote down; for who manages the workspace everybody’s. By last name, at most 500.',
    params: ClientId,
    status: 200,
    answer: Type.Object({ contacts: list(Contact) }),
  },
  [`POST ${API}/clients/:client_id/contacts`]: {
    operationId: 'createContact',
    about: 'Takes both names, apart or as `name`.',
    params: ClientId,
    body: Type.Object({
      ...optional({
        first_name: text('The first name.', 'Ada'),
        last_name: text('The last name.', 'Example'),
        name: WholeName,
      }),
      ...contactFields,
    }),
    status: 201,
    answer: said('Contact created successfully', { contact: Contact }),
  },
  [`GET ${API}/contacts/:contact_id`]: {
    operationId: 'showContact',
    params: ContactId,
    status: 200,
    answer: Type.Object({ contact: Contact }),
  },
  ...changing(`${API}/contacts/:contact_id`, 'Contact', {
    params: ContactId,
    body: Type.Object({
      ...contactFields,
      ...optional({
        first_name: Type.String({ description: 'The first name.' }),
        last_name: Type.String({ description: 'The last name.' }),
        name: WholeName,
      }),
    }),
    status: 200,
    answer: said('Contact updated successfully', { contact: Contact }),
  }),
  [`DELETE ${API}/contacts/:contact_id`]: {
    operationId: 'deleteContact',
    params: ContactId,
    status: 200,
    answer: said('Contact deleted successfully'),
  },
}
