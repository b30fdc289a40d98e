import type { Row } from '../../db/schema.ts'
import { inTurn, type Membership, membershipIn, requireScope } from '../access.ts'
import { actingUser, type Ctx, transact } from '../context.ts'
import { notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { holds } from '../like.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { nameKey, searchText } from '../rules/names.ts'
import { softDelete } from '../soft-delete.ts'
import { requiredText, toFlag } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'
import { crmMemberships, requireCrm, requireCrmRow, whereCrmVisible } from './access.ts'
import { textColumns, wordsColumn } from './fields.ts'

/** A person at a client. */
export type Contact = Row<'contact'>

const TEXTS = {
  email: 254,
  phone: 64,
  mobile: 64,
  title: 255,
  department: 255,
  address: 2000,
  notes: 10_000,
} as const

export type ContactFields = Partial<
  Pick<Contact, 'first_name' | 'last_name' | 'role' | keyof typeof TEXTS>
> & { tags?: readonly string[]; is_primary?: boolean; is_active?: boolean }

export type ContactFilter = { workspaceId?: number; clientId?: number; text?: string; isActive?: boolean }

/** The contacts one may see, by last name. */
export async function listContacts(ctx: Ctx, filter: ContactFilter, page: Page): Promise<PageOf<Contact>> {
  requireScope(ctx, 'read:contacts')
  const within = await crmMemberships(ctx, 'contact', filter.workspaceId)
  const { clientId, text, isActive } = filter
  let contacts = ctx.db.kysely
    .selectFrom('contact')
    .selectAll('contact')
    .where(whereCrmVisible(ctx, 'contact', within))
  if (clientId !== undefined) contacts = contacts.where('client_id', '=', clientId)
  if (text !== undefined) contacts = contacts.where(holds('search_text', nameKey(text)))
  if (isActive !== undefined) contacts = contacts.where('is_active', '=', isActive ? 1 : 0)
  return pageOf(
    page,
    (after, limit) =>
      contacts
        .where(beyond(after, ['name_key', 'id']))
        .orderBy('name_key')
        .orderBy('id')
        .limit(limit)
        .execute(),
    (contact) => [contact.name_key, contact.id],
  )
}

export async function getContact(ctx: Ctx, id: number): Promise<Contact> {
  requireScope(ctx, 'read:contacts')
  return requireCrmRow(ctx, 'contact', id)
}

/** Writes down a contact of a client. The first primary one makes way for the next. */
export async function createContact(
  ctx: Ctx,
  clientId: number,
  fields: ContactFields & { first_name: string; last_name: string },
): Promise<Contact> {
  requireScope(ctx, 'write:contacts')
  return transact(ctx, async (ctx) => {
    const membership = await clientsWorkspace(ctx, clientId)
    const columns = contactColumns(fields, undefined)
    if (columns.is_primary === 1) await clearPrimary(ctx, membership.workspace_id, clientId)
    const contact = await ctx.db.kysely
      .insertInto('contact')
      .values({
        workspace_id: membership.workspace_id,
        client_id: clientId,
        ...columns,
        created_by: actingUser(ctx).userId,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, contactEvent('contact.created', null, contact))
    return contact
  })
}

/** The workspace of a client, held for writing, where one may use contacts. */
async function clientsWorkspace(ctx: Ctx, clientId: number): Promise<Membership> {
  const client = await inTurn(ctx, async (ctx) => {
    const within = await crmMemberships(ctx, 'contact', undefined)
    const found = await ctx.db.kysely
      .selectFrom('client')
      .select(['id', 'workspace_id'])
      .where('id', '=', clientId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    const membership = found && (await membershipIn(ctx, found.workspace_id).catch(() => undefined))
    if (!found || !membership) throw notFound('client')
    if (!within.includes(membership)) requireCrm(membership, 'contact')
    return found
  })
  return membershipIn(ctx, client.workspace_id)
}

/** Changes a contact; what is left out stays. */
export async function updateContact(
  ctx: Ctx,
  { id, version }: Target,
  fields: ContactFields,
): Promise<Contact> {
  requireScope(ctx, 'write:contacts')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'contact', id))
    requireVersion(before, version)
    const columns = contactColumns(fields, before)
    if (columns.is_primary === 1 && before.is_primary === 0)
      await clearPrimary(ctx, before.workspace_id, before.client_id)
    const after = await ctx.db.kysely
      .updateTable('contact')
      .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, contactEvent('contact.updated', before, after))
    return after
  })
}

/** A client has one primary contact, whoever wrote it down. */
async function clearPrimary(ctx: Ctx, workspaceId: number, clientId: number): Promise<void> {
  const before = await ctx.db.kysely
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('client_id', '=', clientId)
    .where('is_primary', '=', 1)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!before) return
  const after = await ctx.db.kysely
    .updateTable('contact')
    .set({ is_primary: 0, version: before.version + 1, updated_at: ctx.now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit(ctx, contactEvent('contact.updated', before, after))
}

/** Deletes a contact; undo brings it back. */
export async function deleteContact(ctx: Ctx, { id, version }: Target): Promise<void> {
  requireScope(ctx, 'write:contacts')
  await transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'contact', id))
    requireVersion(before, version)
    await softDelete(ctx, 'contact', before)
  })
}

/** The contacts of a client that goes, which go with it, whoever wrote them down. */
export async function deleteContactsOf(ctx: Ctx, client: Row<'client'>): Promise<void> {
  const contacts = await ctx.db.kysely
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', client.workspace_id)
    .where('client_id', '=', client.id)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  if (contacts.length > 0) await softDelete(ctx, 'contact', ...contacts)
}

function contactColumns(fields: ContactFields, before: Contact | undefined) {
  const first_name = requiredText('first_name', fields.first_name ?? before?.first_name ?? '')
  const last_name = requiredText('last_name', fields.last_name ?? before?.last_name ?? '')
  const texts = textColumns(fields, before, TEXTS)
  return {
    first_name,
    last_name,
    name_key: nameKey(`${last_name} ${first_name}`),
    search_text: searchText(`${first_name} ${last_name}`, texts.email, texts.title),
    role: requiredText('role', fields.role ?? before?.role ?? 'contact', 64),
    ...texts,
    tags: wordsColumn(fields.tags, before?.tags ?? '[]'),
    is_primary: toFlag(fields.is_primary, before?.is_primary ?? 0),
    is_active: toFlag(fields.is_active, before?.is_active ?? 1),
  }
}

function contactEvent(kind: 'contact.created' | 'contact.updated', before: Contact | null, after: Contact) {
  return { workspaceId: after.workspace_id, kind, subjectId: after.id, before, after }
}
