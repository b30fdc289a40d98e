import type { FastifyInstance } from 'fastify'
import type { Membership } from '../../core/access.ts'
import {
  type Client,
  type ClientFields,
  createClient,
  deleteClient,
  getClient,
  listClientsByNumber,
  updateClient,
} from '../../core/clients.ts'
import { type Ctx, transact } from '../../core/context.ts'
import { AppError, type Reason } from '../../core/errors.ts'
import { projectCountsOfClients } from '../../core/projects/list.ts'
import { hourlyRates } from '../../core/rate-changes.ts'
import { customFieldsOf as storedFields } from '../../core/text.ts'
import { decimalOf as decimalText } from '../../exporters/figures.ts'
import { refusal, validation } from './errors.ts'
import { bodyOf, customFieldsOf, type Input, keptText, pathId, queryOf, textOf, wordOf } from './input.ts'
import { setSentRate } from './money.ts'
import { pageOf, paginationOf } from './pages.ts'
import { route } from './route.ts'
import { utcTime } from './times.ts'

export function clientRoutes(app: FastifyInstance): void {
  route(app, {
    method: 'GET',
    url: '/clients',
    summary: 'List clients by name',
    scope: 'read:clients',
    module: 'clients',
    async handle({ ctx, place, workspaceId, request }) {
      const page = pageOf(request)
      const { status } = queryOf(request)
      const isActive = status === 'active' ? true : status === 'inactive' ? false : undefined
      const { rows, total } = await listClientsByNumber(ctx, { workspaceId, isActive }, page.slice)
      return { clients: await showClients(ctx, rows, place), pagination: paginationOf(page, total) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/clients',
    summary: 'Create a client',
    scope: 'write:clients',
    module: 'clients',
    async handle({ ctx, place, workspaceId, request, reply }) {
      const input = bodyOf(request)
      const name = keptText(input, 'name')
      if (!name) throw validation('Client name is required', { name: ['Client name is required'] })
      const client = await transact(ctx, async (ctx) => {
        const made = await inWords(createClient(ctx, workspaceId, { ...fieldsOf(input), name }), NAME_TAKEN)
        await setRateOf(ctx, place, { client: made, input })
        return made
      })
      reply.code(201)
      return { message: 'Client created successfully', client: await showClient(ctx, client, place) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/clients/:client_id',
    summary: 'Show a client',
    scope: 'read:clients',
    module: 'clients',
    handle: async ({ ctx, place, request }) => ({
      client: await showClient(ctx, await getClient(ctx, pathId(request, 'client_id')), place),
    }),
  })

  route(app, {
    method: ['PUT', 'PATCH'],
    url: '/clients/:client_id',
    summary: 'Update a client; what is left out stays',
    scope: 'write:clients',
    module: 'clients',
    async handle({ ctx, place, request }) {
      const input = bodyOf(request)
      const name = keptText(input, 'name')
      if (name === '') throw validation('Client name is required', { name: ['Client name is required'] })
      const client = await transact(ctx, async (ctx) => {
        const target = { id: pathId(request, 'client_id') }
        const changed = await inWords(updateClient(ctx, target, { ...fieldsOf(input), name }), NAME_TAKEN)
        await setRateOf(ctx, place, { client: changed, input })
        return changed
      })
      return { message: 'Client updated successfully', client: await showClient(ctx, client, place) }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/clients/:client_id',
    summary: 'Delete a client that has neither projects nor time',
    scope: 'write:clients',
    module: 'clients',
    async handle({ ctx, request }) {
      const id = pathId(request, 'client_id')
      if (((await projectCountsOfClients(ctx, [id])).get(id)?.all ?? 0) > 0)
        throw refusal('Cannot delete client with existing projects')
      // There may also be projects that one does not see.
      await inWords(deleteClient(ctx, { id }, { onlyUnused: true }), {
        in_use: 'Cannot delete client with existing projects or time entries',
      })
      return { message: 'Client deleted successfully' }
    },
  })
}

const NAME_TAKEN = { name_taken: 'A client with this name already exists' }

async function inWords<T>(work: Promise<T>, words: Partial<Record<Reason, string>>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const own = error instanceof AppError ? words[error.reason] : undefined
    throw own === undefined ? error : refusal(own)
  }
}

/** `company` is accepted and says nothing, as there. */
function fieldsOf(input: Input): ClientFields {
  const description = textOf(input, 'description')
  const status = wordOf(input, 'status', ['active', 'inactive'] as const)
  return {
    ...(description === undefined ? {} : { notes: description }),
    contact_person: textOf(input, 'contact_person'),
    email: textOf(input, 'email'),
    phone: textOf(input, 'phone'),
    address: textOf(input, 'address'),
    is_active: status === undefined ? undefined : status === 'active',
    custom_fields: customFieldsOf(input),
  }
}

async function setRateOf(
  ctx: Ctx,
  place: Membership,
  { client, input }: { client: Client; input: Input },
): Promise<void> {
  await setSentRate(ctx, place, {
    level: 'client',
    id: client.id,
    input,
    field: 'default_hourly_rate',
    currency: client.currency ?? place.workspace.currency,
  })
}

async function showClients(ctx: Ctx, clients: readonly Client[], place: Membership) {
  const ids = clients.map((client) => client.id)
  const rates = await hourlyRates(ctx, [place], { level: 'client', ids })
  const counts = await projectCountsOfClients(ctx, ids)
  return clients.map((client) => {
    const { id, name, contact_person, email, phone, address } = client
    const rate = rates.get(id)
    return {
      id,
      name,
      description: client.notes,
      contact_person,
      email,
      phone,
      address,
      default_hourly_rate: rate ? decimalText(rate.amount, rate.currency) : null,
      status: client.is_active === 1 ? 'active' : 'inactive',
      is_active: client.is_active === 1,
      total_projects: counts.get(id)?.all ?? 0,
      active_projects: counts.get(id)?.active ?? 0,
      prepaid_hours_monthly: null,
      prepaid_reset_day: 1,
      custom_fields: storedFields(client.custom_fields),
      created_at: utcTime(client.created_at),
      updated_at: utcTime(client.updated_at),
    }
  })
}

async function showClient(ctx: Ctx, client: Client, place: Membership) {
  const [shown] = await showClients(ctx, [client], place)
  return shown
}
