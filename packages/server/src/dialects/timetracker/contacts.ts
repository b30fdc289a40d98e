import type { FastifyInstance } from 'fastify'
import { clientsById } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import {
  type Contact,
  type ContactFields,
  createContact,
  deleteContact,
  getContact,
  listContacts,
  updateContact,
} from '../../core/crm/contacts.ts'
import { wordsOf } from '../../core/crm/fields.ts'
import type { House } from '../../http/house.ts'
import { refusal } from './errors.ts'
import { bodyOf, booleanOf, type Input, keptText, pathId, tagsOf } from './input.ts'
import { route } from './route.ts'
import { localTime } from './times.ts'

/** The system gives a client's contacts whole. */
const MOST_CONTACTS = 500

export function contactRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone

  route(app, {
    method: 'GET',
    url: '/clients/:client_id/contacts',
    summary: 'List the contacts of a client',
    scope: 'read:contacts',
    module: 'contacts',
    async handle({ ctx, workspaceId, request }) {
      const clientId = pathId(request, 'client_id')
      await requireClient(ctx, clientId)
      const filter = { workspaceId, clientId, isActive: true }
      const { rows } = await listContacts(ctx, filter, { cursor: null, limit: MOST_CONTACTS })
      return { contacts: rows.map((contact) => toContact(contact, zone)) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/clients/:client_id/contacts',
    summary: 'Create a contact of a client',
    scope: 'write:contacts',
    module: 'contacts',
    async handle({ ctx, request, reply }) {
      const clientId = pathId(request, 'client_id')
      await requireClient(ctx, clientId)
      const input = bodyOf(request)
      const names = namesOf(input)
      if (!names.first_name || !names.last_name) throw refusal('first_name and last_name are required')
      const { first_name, last_name } = names
      const contact = await createContact(ctx, clientId, { ...fieldsOf(input), first_name, last_name })
      reply.code(201)
      return { message: 'Contact created successfully', contact: toContact(contact, zone) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/contacts/:contact_id',
    summary: 'Show a contact',
    scope: 'read:contacts',
    module: 'contacts',
    handle: async ({ ctx, request }) => ({
      contact: toContact(await getContact(ctx, pathId(request, 'contact_id')), zone),
    }),
  })

  route(app, {
    method: ['PUT', 'PATCH'],
    url: '/contacts/:contact_id',
    summary: 'Update a contact; what is left out or null stays',
    scope: 'write:contacts',
    module: 'contacts',
    async handle({ ctx, request }) {
      const input = bodyOf(request)
      const fields = { ...fieldsOf(input), ...filled(namesOf(input)) }
      const contact = await updateContact(ctx, { id: pathId(request, 'contact_id') }, fields)
      return { message: 'Contact updated successfully', contact: toContact(contact, zone) }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/contacts/:contact_id',
    summary: 'Delete a contact',
    scope: 'write:contacts',
    module: 'contacts',
    async handle({ ctx, request }) {
      await deleteContact(ctx, { id: pathId(request, 'contact_id') })
      return { message: 'Contact deleted successfully' }
    },
  })
}

async function requireClient(ctx: Ctx, id: number): Promise<void> {
  if (!(await clientsById(ctx, [id])).has(id))
    throw refusal('Resource not found', { status: 404, code: 'not_found' })
}

/** One of the system's phone apps sends a whole name; its first word is taken for the first name. */
function namesOf(input: Input): { first_name: string | undefined; last_name: string | undefined } {
  const whole = keptText(input, 'name')
  const [first, ...rest] = whole?.split(/\s+/) ?? []
  return {
    first_name: keptText(input, 'first_name') ?? first,
    last_name: keptText(input, 'last_name') ?? (whole === undefined ? undefined : rest.join(' ') || first),
  }
}

/** Without what is empty: names stay where nothing is said. */
function filled<T extends Record<string, string | undefined>>(names: T): Partial<Record<keyof T, string>> {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name)) as Partial<
    Record<keyof T, string>
  >
}

function fieldsOf(input: Input): ContactFields {
  return {
    email: keptText(input, 'email'),
    phone: keptText(input, 'phone'),
    mobile: keptText(input, 'mobile'),
    title: keptText(input, 'title'),
    department: keptText(input, 'department'),
    role: keptText(input, 'role') || undefined,
    address: keptText(input, 'address'),
    notes: keptText(input, 'notes'),
    tags: tagsOf(input),
    is_primary: booleanOf(input, 'is_primary'),
  }
}

function toContact(contact: Contact, zone: string) {
  const { id, client_id, first_name, last_name, email, phone, mobile, title, department, role } = contact
  const name = `${first_name} ${last_name}`
  return {
    id,
    client_id,
    first_name,
    last_name,
    full_name: name,
    display_name: title === null ? name : `${name} - ${title}`,
    email,
    phone,
    mobile,
    title,
    department,
    role,
    is_primary: contact.is_primary === 1,
    address: contact.address,
    notes: contact.notes,
    tags: wordsOf(contact.tags),
    is_active: contact.is_active === 1,
    created_by: contact.created_by,
    created_at: localTime(contact.created_at, zone),
    updated_at: localTime(contact.updated_at, zone),
  }
}
