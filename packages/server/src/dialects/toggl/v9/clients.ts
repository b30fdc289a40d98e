import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hasScope } from '../../../core/access.ts'
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
import { notFound } from '../../../core/errors.ts'
import { archiveProjects } from '../../../core/projects/archive.ts'
import { idAt, workspaceAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { listedTime } from '../values.ts'
import { bodyOf, flagOf, type Input, integersOf, queryOf, queryText, textOf } from '../wire.ts'
import { idsBody, numberedPage, WHOLE } from './lists.ts'

/** A client as the service shows it; one that is deleted only where a sync asks for what has changed. */
export function toClient(client: Client) {
  return {
    id: client.id,
    wid: client.workspace_id,
    archived: client.is_active === 0,
    name: client.name,
    ...(client.notes === null ? {} : { notes: client.notes }),
    at: listedTime(client.updated_at),
    ...(client.deleted_at === null ? {} : { server_deleted_at: listedTime(client.deleted_at) }),
  }
}

/** What the clients of these projects are called; nothing for a key that may not read clients. */
export async function clientNames(
  ctx: Ctx,
  projects: readonly { client_id: number | null }[],
): Promise<Map<number, string>> {
  const ids = [...new Set(projects.flatMap((project) => project.client_id ?? []))]
  if (ids.length === 0 || !hasScope(ctx, 'read:clients')) return new Map()
  const { rows } = await listClients(ctx, { ids }, WHOLE)
  return new Map(rows.map((client) => [client.id, client.name]))
}

type InWorkspace = { Params: { workspace_id: string } }
type OneClient = { Params: { workspace_id: string; client_id: string } }

export function clientRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/clients',
    { schema: { summary: 'List the clients of a workspace' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const query = queryOf(request)
      const filter = { workspaceId, text: queryText(query, 'name'), isActive: statusOf(query) }
      const { offset, limit } = numberedPage(query, WHOLE.limit, WHOLE.limit)
      const { rows } = await listClients(request.ctx, filter, WHOLE)
      return rows.slice(offset, offset + limit).map(toClient)
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/clients',
    { schema: { summary: 'Create a client' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const body = bodyOf(request)
      const fields = { ...fieldsOf(body), name: nameOf(textOf(body, 'name') ?? '') }
      return toClient(await createClient(request.ctx, workspaceId, fields))
    },
  )

  app.get<OneClient>(
    '/workspaces/:workspace_id/clients/:client_id',
    { schema: { summary: 'Show a client' } },
    async (request) => toClient(await clientAt(request)),
  )

  app.put<OneClient>(
    '/workspaces/:workspace_id/clients/:client_id',
    { schema: { summary: 'Update a client' } },
    async (request) => {
      const { id } = await clientAt(request, "Client doesn't exist in the workspace.")
      return toClient(await updateClient(request.ctx, { id }, fieldsOf(bodyOf(request))))
    },
  )

  app.delete<OneClient>(
    '/workspaces/:workspace_id/clients/:client_id',
    { schema: { summary: 'Delete a client' } },
    async (request) => {
      const { id } = await clientAt(request)
      await deleteClient(request.ctx, { id })
      return id
    },
  )

  shelfRoutes(app)
  manyRoutes(app)
}

/** Clients go to the archive together with their projects, and come back with those that are named. */
function shelfRoutes(app: FastifyInstance): void {
  app.post<OneClient>(
    '/workspaces/:workspace_id/clients/:client_id/archive',
    { schema: { summary: 'Archive a client and its projects' } },
    async (request) => archiveClient(request.ctx, await clientAt(request)),
  )

  app.post<OneClient>(
    '/workspaces/:workspace_id/clients/:client_id/restore',
    { schema: { summary: 'Restore a client from the archive' } },
    async (request) => {
      const client = await clientAt(request)
      const body = bodyOf(request)
      const ids = flagOf(body, 'restore_all_projects') ? undefined : (integersOf(body, 'projects') ?? [])
      if (ids && ids.length > WHOLE.limit) throw inWords('invalid', 'too_many_rows', 'Bad Request')
      return transact(request.ctx, async (ctx) => {
        const restored = await updateClient(ctx, { id: client.id }, { is_active: true })
        const shelf = { workspaceId: client.workspace_id, clientId: client.id, isArchived: false }
        if (ids === undefined || ids.length > 0) await archiveProjects(ctx, { ...shelf, ids })
        return toClient(restored)
      })
    },
  )
}

function manyRoutes(app: FastifyInstance): void {
  app.post<InWorkspace>(
    '/workspaces/:workspace_id/clients/data',
    { schema: { summary: 'Show several clients' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      return (await clientsOf(request.ctx, workspaceId, idsBody(request))).map(toClient)
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/clients/archive',
    { schema: { summary: 'Archive several clients and their projects' } },
    async (request) => {
      const clients = await namedClients(request)
      return transact(request.ctx, async (ctx) => {
        const projectIds: number[] = []
        for (const client of clients) projectIds.push(...(await archiveClient(ctx, client)))
        return [{ client_ids: clients.map((client) => client.id), project_ids: projectIds }]
      })
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/clients/delete',
    { schema: { summary: 'Delete several clients' } },
    async (request, reply) => {
      const clients = await namedClients(request)
      await transact(request.ctx, async (ctx) => {
        for (const { id } of clients) await deleteClient(ctx, { id })
      })
      return reply.send()
    },
  )
}

/** The client of the path, in the workspace of the path. */
async function clientAt(request: FastifyRequest<OneClient>, message?: string): Promise<Client> {
  const { workspace_id: workspaceId } = await workspaceAt(request)
  const id = idAt(request.params.client_id, 'client_id')
  const found = getClient(request.ctx, id).then((client) => {
    if (client.workspace_id !== workspaceId) throw notFound('client')
    return client
  })
  return orNotFound(found, message ?? `No client with ID ${id} was found`)
}

async function namedClients(request: FastifyRequest<InWorkspace>): Promise<Client[]> {
  const { workspace_id: workspaceId } = await workspaceAt(request)
  const ids = idsBody(request)
  const clients = await clientsOf(request.ctx, workspaceId, ids)
  const known = new Set(clients.map((client) => client.id))
  const missing = ids.find((id) => !known.has(id))
  if (missing === undefined) return clients
  throw inWords('not_found', 'no_such_thing', `No client with ID ${missing} was found`)
}

async function clientsOf(ctx: Ctx, workspaceId: number, ids: readonly number[]): Promise<Client[]> {
  if (ids.length === 0) return []
  return (await listClients(ctx, { workspaceId, ids }, WHOLE)).rows
}

function archiveClient(ctx: Ctx, { id, workspace_id: workspaceId }: Client): Promise<number[]> {
  return transact(ctx, async (ctx) => {
    await updateClient(ctx, { id }, { is_active: false })
    return archiveProjects(ctx, { workspaceId, clientId: id, isArchived: true })
  })
}

/** Those in use, unless others are asked for. */
function statusOf(query: Input): boolean | undefined {
  const status = queryText(query, 'status') ?? 'active'
  if (status === 'both') return undefined
  if (status === 'active' || status === 'archived') return status === 'active'
  throw refused('Client status is invalid')
}

const LONGEST_NAME = 255

function nameOf(text: string): string {
  const name = text.trim()
  if (name === '') throw refused('Client name cannot be empty')
  if (name.length <= LONGEST_NAME) return name
  throw refused(`Client name maximum length is ${LONGEST_NAME}`)
}

function fieldsOf(body: Input): ClientFields {
  const name = textOf(body, 'name')
  return { ...(typeof name === 'string' ? { name: nameOf(name) } : {}), notes: textOf(body, 'notes') }
}
