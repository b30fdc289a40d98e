import { type Membership, membershipIn } from '../../core/access.ts'
import { type Client, type ClientFields, createClient } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import { listProjectsByNumber, projectCountsOfClients } from '../../core/projects/list.ts'
import { requireEmail } from '../../core/text.ts'
import { uuidOf } from './ids.ts'
import { type Input, refuseEmpty, requireFields, textOf, wordOf } from './input.ts'
import { isoTime, placesById } from './values.ts'
import { toNamed } from './workspaces.ts'

/** The currency of a client that is made without one, as the system's own documents say. */
const DEFAULT_CURRENCY = 'USD'

/** Makes a client from what was sent. */
export async function createClientFrom(ctx: Ctx, place: Membership, input: Input): Promise<Client> {
  requireFields(input, 'name')
  const fields = { ...clientFieldsOf(input), name: textOf(input, 'name') ?? '' }
  return createClient(ctx, place.workspace_id, {
    type: 'individual',
    ...fields,
    currency: fields.currency ?? DEFAULT_CURRENCY,
  })
}

/** The fields of a client as far as they were sent. */
export function clientFieldsOf(input: Input): ClientFields {
  refuseEmpty(input, 'name')
  const status = wordOf(input, 'status', ['active', 'inactive'])
  const name = textOf(input, 'name') ?? undefined
  const type = wordOf(input, 'type', ['individual', 'company'])
  const email = textOf(input, 'email')
  const sent = {
    email: email ? requireEmail('email', email) : email,
    phone: textOf(input, 'phone'),
    address: textOf(input, 'address'),
    notes: textOf(input, 'note'),
    currency: textOf(input, 'currency')?.toUpperCase(),
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
    ...(status === undefined ? {} : { is_active: status === 'active' }),
    ...sent,
  }
}

/** Clients as both surfaces find them. */
export async function showClients(ctx: Ctx, clients: readonly Client[]) {
  const placeOf = await placesById(ctx)
  return clients.map((client) => ({
    id: uuidOf('client', client.id),
    name: client.name,
    type: client.type,
    status: statusOf(client),
    email: client.email,
    phone: client.phone,
    address: client.address,
    note: client.notes,
    currency: client.currency ?? placeOf(client.workspace_id).workspace.currency,
    created_at: isoTime(client.created_at),
    updated_at: isoTime(client.updated_at),
  }))
}

const MOST_PROJECTS = 100

/** A client as it is answered when it is made, with where it is and what is done for it. */
export async function showMadeClient(ctx: Ctx, client: Client) {
  const place = await membershipIn(ctx, client.workspace_id)
  const [shown] = await showClients(ctx, [client])
  const counts = await projectCountsOfClients(ctx, [client.id])
  const filter = { workspaceId: client.workspace_id, clientIds: [client.id] }
  const page = { offset: 0, limit: MOST_PROJECTS, by: 'created_at', order: 'desc' } as const
  const projects = await listProjectsByNumber(ctx, filter, page)
  if (!shown) throw new Error('A client that was just made can be shown')
  const { created_at, updated_at, ...fields } = shown
  return {
    ...fields,
    workspaces: [toNamed(place)],
    projects: projects.map(({ id, title }) => ({ id: uuidOf('project', id), name: title })),
    project_count: counts.get(client.id)?.all ?? 0,
    workspace_count: 1,
    created_at,
    updated_at,
  }
}

export function statusOf({ is_active: isActive }: Pick<Client, 'is_active'>): 'active' | 'inactive' {
  return isActive === 1 ? 'active' : 'inactive'
}
