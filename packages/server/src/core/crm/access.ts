import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Row } from '../../db/schema.ts'
import {
  canManage,
  canTrackTime,
  type Membership,
  membershipIn,
  membershipsOf,
  requireAllowed,
  workspaceIds,
} from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { notFound } from '../errors.ts'
import { isModuleOn, type Module, requireModule } from '../modules.ts'

/**
 * Contacts, leads and deals: who manages a workspace sees everybody's there, a member their own, a viewer none. One's own
 * contact is one that one wrote down, one's own lead or deal one that is given to one.
 */
export type CrmModule = Extract<Module, 'contacts' | 'leads' | 'deals'>

const OWNER = {
  contact: 'contact.created_by',
  lead: 'lead.owner_id',
  deal: 'deal.owner_id',
} as const
type CrmTable = keyof typeof OWNER
/** A row of one of them, of which the compiler also knows that it belongs to a workspace. */
type CrmRow<T extends CrmTable> = Row<T> & { id: number; workspace_id: number; version: number }

const MODULE: Readonly<Record<CrmTable, CrmModule>> = { contact: 'contacts', lead: 'leads', deal: 'deals' }

/** The workspaces to look in: the one that is named, if one may look there, or all where one may. */
export async function crmMemberships(
  ctx: Ctx,
  table: CrmTable,
  workspaceId: number | undefined,
): Promise<Membership[]> {
  if (workspaceId !== undefined) {
    const membership = await membershipIn(ctx, workspaceId)
    requireCrm(membership, table)
    return [membership]
  }
  return (await membershipsOf(ctx)).filter(
    (membership) => canTrackTime(membership.role) && isModuleOn(membership, MODULE[table]),
  )
}

/** Refuses a viewer, and everybody where the module is switched off. */
export function requireCrm(membership: Membership, table: CrmTable): void {
  requireModule(membership, MODULE[table])
  requireAllowed(canTrackTime(membership.role), `Your role may not use ${MODULE[table]}.`)
}

/** True for the rows of a table that one may see in these workspaces; what is deleted is seen by nobody. */
export function whereCrmVisible(
  ctx: Ctx,
  table: CrmTable,
  within: readonly Membership[],
): RawBuilder<SqlBool> {
  const managed = within.filter(({ role }) => canManage(role))
  const workspace = sql.ref(`${table}.workspace_id`)
  return sql`${sql.ref(`${table}.deleted_at`)} is null and ${workspace} in (${sql.join(workspaceIds(within))})
    and (${workspace} in (${sql.join(workspaceIds(managed))}) or ${sql.ref(OWNER[table])} = ${actingUser(ctx).userId})`
}

/** The same of one row of a workspace, whether it is deleted or not: for events that tell of it. */
export function isCrmSeen(
  ctx: Ctx,
  place: Membership,
  { table, row }: { table: CrmTable; row: { created_by?: number | null; owner_id?: number | null } },
): boolean {
  if (!canTrackTime(place.role) || !isModuleOn(place, MODULE[table])) return false
  const owner = table === 'contact' ? row.created_by : row.owner_id
  return canManage(place.role) || owner === actingUser(ctx).userId
}

/** One row that one may see, in a workspace where its module is on. */
export async function requireCrmRow<T extends CrmTable>(ctx: Ctx, table: T, id: number): Promise<CrmRow<T>> {
  const within = (await membershipsOf(ctx)).filter(({ role }) => canTrackTime(role))
  const { rows } = await sql<CrmRow<T>>`select * from ${sql.table(table)}
    where ${whereCrmVisible(ctx, table, within)} and id = ${id}`.execute(ctx.db.kysely)
  const [row] = rows
  if (!row) throw notFound(table)
  requireModule(await membershipIn(ctx, row.workspace_id), MODULE[table])
  return row
}
