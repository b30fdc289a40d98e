import type { FastifyInstance, FastifyRequest } from 'fastify'
import { membershipsOf } from '../../../core/access.ts'
import {
  type Client,
  type ClientFields,
  createClient,
  deleteClient,
  getClient,
  listClients,
  updateClient,
} from '../../../core/clients.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import { currentRates, setRate } from '../../../core/rate-changes.ts'
import { workspaceById } from '../access.ts'
import { majorUnits, minorUnits } from '../../../exporters/figures.ts'
import { listedTime } from '../values.ts'
import { WHOLE } from '../v9/lists.ts'
import { type Input, numberOf, pathId, queryOf, textOf } from '../wire.ts'
import { blank, data, sendJson, sendList, wrapped } from './envelope.ts'
import { namedWorkspace } from './place.ts'
import { askedProjects } from './project-map.ts'

type OneClient = { Params: { client_id: string } }

export function clientRoutes(app: FastifyInstance): void {
  app.get('/clients', { schema: { summary: 'List my clients' } }, async ({ ctx }, reply) =>
    sendList(reply, await shownClients(ctx, {})),
  )

  app.post('/clients', { schema: { summary: 'Create a client' } }, async (request) => {
    const input = wrapped(request, 'client')
    const name = textOf(input, 'name')?.trim()
    if (!name) throw blank('Name')
    const workspaceId = await namedWorkspace(request.ctx, input)
    return transact(request.ctx, async (ctx) => {
      const client = await createClient(ctx, workspaceId, { ...fieldsOf(input), name })
      await changeRate(ctx, client, input)
      return data(await shownClient(ctx, client))
    })
  })

  app.get<OneClient>('/clients/:client_id', { schema: { summary: 'Show a client' } }, async (request) =>
    data(await shownClient(request.ctx, await clientAt(request))),
  )

  app.put<OneClient>('/clients/:client_id', { schema: { summary: 'Update a client' } }, async (request) => {
    const { id } = await clientAt(request)
    const input = wrapped(request, 'client')
    return transact(request.ctx, async (ctx) => {
      const client = await updateClient(ctx, { id }, fieldsOf(input))
      await changeRate(ctx, client, input)
      return data(await shownClient(ctx, client))
    })
  })

  app.delete<OneClient>(
    '/clients/:client_id',
    { schema: { summary: 'Delete a client' } },
    async (request, reply) => {
      const { id } = await clientAt(request)
      await deleteClient(request.ctx, { id })
      return sendJson(reply, [id])
    },
  )

  app.get<OneClient>(
    '/clients/:client_id/projects',
    { schema: { summary: 'List the projects of a client' } },
    async (request, reply) => {
      const { id, workspace_id: workspaceId } = await clientAt(request)
      const filter = { workspaceId, clientIds: [id] }
      return sendList(reply, await askedProjects(request.ctx, filter, queryOf(request)))
    },
  )
}

function clientAt({ ctx, params }: FastifyRequest<OneClient>): Promise<Client> {
  return getClient(ctx, pathId(params.client_id) ?? 0)
}

/** Clients by name; with those that are gone where it is asked what has changed. */
export async function shownClients(ctx: Ctx, filter: { workspaceId?: number; changedSince?: number }) {
  const { rows } = await listClients(ctx, filter, WHOLE)
  const rates = await currentRates(ctx, await membershipsOf(ctx), { level: 'client' })
  const rateOf = new Map(rates.map((rate) => [rate.client_id, rate]))
  return rows.map((client) => {
    const rate = rateOf.get(client.id)
    return toClient(client, rate?.amount == null ? null : majorUnits(rate.amount, rate.currency))
  })
}

async function shownClient(ctx: Ctx, client: Client) {
  const membership = await workspaceById(ctx, client.workspace_id)
  const rates = await currentRates(ctx, [membership], { level: 'client', of: [client.id] })
  const rate = rates.find((each) => each.client_id === client.id)
  return toClient(client, rate?.amount == null ? null : majorUnits(rate.amount, rate.currency))
}

function toClient(client: Client, hourly: number | null) {
  return {
    id: client.id,
    wid: client.workspace_id,
    name: client.name,
    notes: client.notes,
    hrate: hourly,
    cur: client.currency,
    at: listedTime(client.updated_at),
    server_deleted_at: client.deleted_at === null ? null : listedTime(client.deleted_at),
  }
}

function fieldsOf(input: Input): ClientFields {
  const name = textOf(input, 'name')
  if (typeof name === 'string' && name.trim() === '') throw blank('Name')
  return { name: name ?? undefined, notes: textOf(input, 'notes'), currency: textOf(input, 'cur') }
}

/** What an hour for this client costs; a rate that was sent takes the place of the one in force. */
async function changeRate(ctx: Ctx, client: Client, input: Input): Promise<void> {
  const hourly = numberOf(input, 'hrate')
  if (hourly === undefined) return
  const { workspace } = await workspaceById(ctx, client.workspace_id)
  const currency = client.currency ?? workspace.currency
  await setRate(ctx, {
    workspaceId: client.workspace_id,
    kind: 'billable',
    client_id: client.id,
    amount: hourly === null ? null : minorUnits(hourly, currency),
    currency,
    reach: 'current',
  })
}
