import type { Row } from '../db/schema.ts'
import {
  canCreateProjects,
  canEditProjects,
  canManage,
  inTurn,
  membershipIn,
  membershipsOf,
  readableWorkspaces,
  requireAllowed,
  requireScope,
  workspaceIds,
} from './access.ts'
import { type Ctx, orConflict, transact } from './context.ts'
import { conflict, notFound } from './errors.ts'
import { deleteContactsOf } from './crm/contacts.ts'
import { emit } from './events.ts'
import { holds } from './like.ts'
import { isModuleOn, requireModule } from './modules.ts'
import { beyond, type ByChange, type Page, type PageOf, pageOf, type Slice, type Sorted } from './page.ts'
import { inFewTexts } from './prepared.ts'
import type { CustomFieldChanges } from './rules/custom-fields.ts'
import { enqueueReprice, ofProject } from './repricing.ts'
import { nameKey, searchText } from './rules/names.ts'
import { mergedCustomFields, optionalText, requireCurrency, requiredText, toFlag } from './text.ts'
import { releaseEntries } from './unassign.ts'
import { softDelete } from './soft-delete.ts'
import { requireVersion, type Target } from './version.ts'

export type Client = Row<'client'>

export type ClientFields = Partial<
  Pick<Client, 'name' | 'notes' | 'contact_person' | 'email' | 'phone' | 'address' | 'type' | 'currency'>
> & { is_active?: boolean; custom_fields?: CustomFieldChanges }

function clientsIn(ctx: Ctx, workspaces: number[]) {
  return ctx.db.kysely.selectFrom('client').selectAll().where('workspace_id', 'in', workspaces)
}

function liveClients(ctx: Ctx, workspaces: number[]) {
  return clientsIn(ctx, workspaces).where('deleted_at', 'is', null)
}

export type ClientFilter = {
  workspaceId?: number
  text?: string
  /** The whole name, whatever its case. */
  name?: string
  isActive?: boolean
  ids?: readonly number[]
  /** Made, changed or deleted at or after this instant: sync clients are told of what is gone. */
  changedSince?: number
  /** Made or changed at or after this instant. */
  updatedFrom?: number
}

async function matchingClients(ctx: Ctx, filter: ClientFilter) {
  const workspaces = await workspacesToList(ctx, filter.workspaceId)
  const { text, name, isActive, ids, changedSince, updatedFrom } = filter
  const clients = changedSince === undefined ? liveClients(ctx, workspaces) : clientsIn(ctx, workspaces)
  return clients
    .$if(changedSince !== undefined, (query) => query.where('updated_at', '>=', changedSince ?? 0))
    .$if(updatedFrom !== undefined, (query) => query.where('updated_at', '>=', updatedFrom ?? 0))
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .$if(name !== undefined, (query) => query.where('name_key', '=', nameKey((name ?? '').trim())))
    .$if(text !== undefined, (query) => query.where(holds('name_key', nameKey(text ?? ''))))
    .$if(isActive !== undefined, (query) => query.where('is_active', '=', isActive ? 1 : 0))
}

/** The clients of one's workspaces, by name. */
export async function listClients(ctx: Ctx, filter: ClientFilter, page: Page): Promise<PageOf<Client>> {
  requireScope(ctx, 'read:clients')
  const clients = await matchingClients(ctx, filter)
  return pageOf(
    page,
    (after, limit) =>
      clients
        .where(beyond(after, ['name_key', 'id']))
        .orderBy('name_key')
        .orderBy('id')
        .limit(limit)
        .execute(),
    (client) => [client.name_key, client.id],
  )
}

/** One numbered page of clients, by name unless it is asked otherwise, and how many there are in all, for the wires that count pages. */
export async function listClientsByNumber(
  ctx: Ctx,
  filter: ClientFilter,
  { offset, limit, by = 'name_key', order = 'asc' }: Slice & Partial<Sorted<'name_key' | ByChange>>,
): Promise<{ rows: Client[]; total: number }> {
  requireScope(ctx, 'read:clients')
  const clients = await matchingClients(ctx, filter)
  const { total } = await clients
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await clients.orderBy(by, order).orderBy('id', order).limit(limit).offset(offset).execute()
  return { rows, total }
}

/** Those where clients are in use; one that is named must be among them. */
async function workspacesToList(ctx: Ctx, workspaceId: number | undefined): Promise<number[]> {
  if (workspaceId === undefined)
    return workspaceIds((await membershipsOf(ctx)).filter((membership) => isModuleOn(membership, 'clients')))
  const membership = await membershipIn(ctx, workspaceId)
  requireModule(membership, 'clients')
  return [membership.workspace_id]
}

export async function getClient(ctx: Ctx, id: number): Promise<Client> {
  requireScope(ctx, 'read:clients')
  return visibleClient(ctx, id)
}

async function visibleClient(ctx: Ctx, id: number): Promise<Client> {
  const client = await liveClients(ctx, await readableWorkspaces(ctx, undefined))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!client) throw notFound('client')
  requireModule(await membershipIn(ctx, client.workspace_id), 'clients')
  return client
}

/** Those of these clients that one may see, for wires that name them in other things. */
export async function clientsById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Client>> {
  if (ids.length === 0) return new Map()
  const rows = await liveClients(ctx, await readableWorkspaces(ctx, undefined))
    .where('id', 'in', inFewTexts(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Makes a client. Names are unique in a workspace, whatever their case. */
export async function createClient(
  ctx: Ctx,
  workspaceId: number,
  fields: ClientFields & { name: string },
): Promise<Client> {
  requireScope(ctx, 'write:clients')
  return transact(ctx, async (ctx) => {
    const membership = await membershipIn(ctx, workspaceId)
    requireModule(membership, 'clients')
    requireAllowed(canCreateProjects(membership), 'Your role may not make clients.')
    const inserting = ctx.db.kysely
      .insertInto('client')
      .values({
        workspace_id: workspaceId,
        ...clientColumns(fields, undefined),
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const client = await orConflict(ctx, inserting, () => nameTaken(fields.name))
    await emit(ctx, {
      workspaceId,
      kind: 'client.created',
      subjectId: client.id,
      before: null,
      after: client,
    })
    return client
  })
}

/** Changes a client. */
export async function updateClient(ctx: Ctx, { id, version }: Target, fields: ClientFields): Promise<Client> {
  requireScope(ctx, 'write:clients')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => visibleClient(ctx, id))
    requireAllowed(
      canEditProjects(await membershipIn(ctx, before.workspace_id)),
      'Your role may not change clients.',
    )
    requireVersion(before, version)
    const writing = ctx.db.kysely
      .updateTable('client')
      .set({ ...clientColumns(fields, before), version: before.version + 1, updated_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const after = await orConflict(ctx, writing, () => nameTaken(fields.name ?? before.name))
    await emit(ctx, { workspaceId: after.workspace_id, kind: 'client.updated', subjectId: id, before, after })
    return after
  })
}

/** Deletes a client; its projects and entries stay, without it, unless only one that has none is to go. */
export async function deleteClient(
  ctx: Ctx,
  { id, version }: Target,
  { onlyUnused = false }: { onlyUnused?: boolean } = {},
): Promise<void> {
  requireScope(ctx, 'write:clients')
  await transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => visibleClient(ctx, id))
    const { role, workspace } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canManage(role), 'Your role may not delete clients.')
    requireVersion(before, version)
    if (onlyUnused && (await isUsed(ctx, before)))
      throw conflict('in_use', 'There are projects or time of this client.')
    await releaseEntries(ctx, workspace, { column: 'client_id', ids: [id] })
    await releaseProjects(ctx, before)
    await deleteContactsOf(ctx, before)
    await softDelete(ctx, 'client', before)
  })
}

async function isUsed(ctx: Ctx, client: Client): Promise<boolean> {
  for (const table of ['project', 'entry'] as const) {
    const found = await ctx.db.kysely
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', client.workspace_id)
      .where('client_id', '=', client.id)
      .where('deleted_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (found) return true
  }
  return false
}

async function releaseProjects(ctx: Ctx, client: Client): Promise<void> {
  const projects = ctx.db.kysely
    .selectFrom('project')
    .selectAll()
    .where('workspace_id', '=', client.workspace_id)
    .where('client_id', '=', client.id)
    .where('deleted_at', 'is', null)
    .orderBy('id')
  const before = await projects.execute()
  for (const project of before) await enqueueReprice(ctx, ofProject(project))
  await ctx.db.kysely
    .updateTable('project')
    .set((eb) => ({ client_id: null, version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('workspace_id', '=', client.workspace_id)
    .where('client_id', '=', client.id)
    .where('deleted_at', 'is', null)
    .execute()
  await emit(
    ctx,
    ...before.map((project) => ({
      workspaceId: client.workspace_id,
      kind: 'project.updated' as const,
      subjectId: project.id,
      before: project,
      after: { ...project, client_id: null, version: project.version + 1, updated_at: ctx.now },
    })),
  )
}

/** Refuses a client that is not one of this workspace. */
export async function requireClientOf(ctx: Ctx, workspaceId: number, clientId: number): Promise<void> {
  const client = await ctx.db.kysely
    .selectFrom('client')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', clientId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!client) throw notFound('client')
}

function clientColumns(fields: ClientFields, before: Client | undefined) {
  const name = requiredText('name', fields.name ?? before?.name ?? '')
  const text = (field: 'notes' | 'contact_person' | 'email' | 'phone' | 'address', longest: number) =>
    optionalText(
      field,
      fields[field] === undefined ? (before?.[field] ?? null) : (fields[field] ?? null),
      longest,
    )
  const [notes, contact_person, email] = [
    text('notes', 10_000),
    text('contact_person', 255),
    text('email', 254),
  ]
  return {
    name,
    name_key: nameKey(name),
    search_text: searchText(name, email, contact_person, notes),
    notes,
    contact_person,
    email,
    phone: text('phone', 64),
    address: text('address', 2000),
    type: fields.type ?? before?.type ?? ('company' as const),
    is_active: toFlag(fields.is_active, before?.is_active ?? 1),
    currency: currencyOf(fields.currency, before?.currency ?? null),
    custom_fields: mergedCustomFields(before?.custom_fields ?? '{}', fields.custom_fields),
  }
}

function currencyOf(wanted: string | null | undefined, was: string | null): string | null {
  if (wanted === undefined) return was
  return wanted === null ? null : requireCurrency('currency', wanted)
}

function nameTaken(name: string) {
  return conflict('name_taken', `There is already a client called ${JSON.stringify(name)}.`, 'name')
}
