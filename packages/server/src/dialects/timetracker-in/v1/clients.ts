import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Client,
  clientsById,
  deleteClient,
  getClient,
  listClientsByNumber,
  updateClient,
} from '../../../core/clients.ts'
import type { Ctx } from '../../../core/context.ts'
import { clientFieldsOf, createClientFrom, showClients, showMadeClient } from '../clients.ts'
import { bodyOf, missing, pathId, wordOf, wordsOf } from '../input.ts'
import { listOf, pageOf, sortOf, updatedFrom } from './pages.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

type OneClient = { Params: InWorkspace['Params'] & { client_id: string } }

const LIST = '/workspaces/:workspace_id/clients'
const ONE = `${LIST}/:client_id`

export function clientRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(LIST, { schema: { summary: 'List clients' } }, async (request) => {
    const place = await placeOf(request)
    const page = pageOf(request)
    const status = wordOf(page.input, 'status', ['active', 'inactive'])
    const filter = {
      workspaceId: place.workspace_id,
      text: wordsOf(page.input, 'name'),
      isActive: status === undefined ? undefined : status === 'active',
      updatedFrom: updatedFrom(page),
    }
    const { rows, total } = await listClientsByNumber(request.ctx, filter, {
      ...page.slice,
      ...sortOf(page, { word: 'name', column: 'name_key' }),
    })
    return listOf(page, total, await showClients(request.ctx, rows))
  })

  app.post<InWorkspace>(LIST, { schema: { summary: 'Create a client' } }, async (request) => {
    const client = await createClientFrom(request.ctx, await placeOf(request), bodyOf(request))
    return showMadeClient(request.ctx, client)
  })

  app.get<OneClient>(ONE, { schema: { summary: 'Show a client' } }, async (request) =>
    showOne(request.ctx, await getClient(request.ctx, (await targetOf(request)).id)),
  )

  app.patch<OneClient>(
    ONE,
    { schema: { summary: 'Change a client; what is left out stays' } },
    async (request) => {
      const target = await targetOf(request)
      return showOne(request.ctx, await updateClient(request.ctx, target, clientFieldsOf(bodyOf(request))))
    },
  )

  app.delete<OneClient>(
    ONE,
    { schema: { summary: 'Delete a client; its projects and time stay, without it' } },
    async (request) => {
      await deleteClient(request.ctx, await targetOf(request))
      return { success: true }
    },
  )
}

/** The client of the path, which has to be one of its workspace. */
async function targetOf(request: FastifyRequest<OneClient>): Promise<{ id: number }> {
  const place = await placeOf(request)
  const id = pathId(request, 'client_id', 'client')
  const client = (await clientsById(request.ctx, [id])).get(id)
  if (client?.workspace_id !== place.workspace_id) throw missing('client')
  return { id }
}

async function showOne(ctx: Ctx, client: Client) {
  return (await showClients(ctx, [client]))[0]
}
