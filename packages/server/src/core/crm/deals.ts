import { sql } from 'kysely'
import type { DealStage, DealStatus, Row } from '../../db/schema.ts'
import { inTurn, type Membership, membershipIn, requireScope } from '../access.ts'
import { requireClientOf } from '../clients.ts'
import { actingUser, type Ctx, lockWorkspace, transact } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { holds } from '../like.ts'
import { beyond, type Page, type PageOf, pageOf, type Slice } from '../page.ts'
import { requireProjectIn } from '../projects/read.ts'
import { standingAfter } from '../rules/deal-stages.ts'
import { localDay } from '../rules/local-time.ts'
import { nameKey, searchText } from '../rules/names.ts'
import { softDelete } from '../soft-delete.ts'
import { optionalDay, requiredText } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'
import { crmMemberships, requireCrm, requireCrmRow, whereCrmVisible } from './access.ts'
import { currencyColumn, ownerColumn, textColumns, valueColumn } from './fields.ts'

/** A sale that may come about. */
export type Deal = Row<'deal'>

const TEXTS = { description: 10_000, loss_reason: 2000, notes: 10_000 } as const

export type DealFields = Partial<
  Pick<
    Deal,
    | 'name'
    | 'client_id'
    | 'contact_id'
    | 'lead_id'
    | 'project_id'
    | 'stage'
    | 'status'
    | 'value'
    | 'currency'
    | 'probability'
    | 'expected_close_on'
    | 'closed_on'
    | 'owner_id'
    | keyof typeof TEXTS
  >
>

export type DealFilter = {
  workspaceId?: number
  status?: DealStatus
  stages?: readonly DealStage[]
  ownerId?: number
  clientId?: number
  text?: string
}

async function matchingDeals(ctx: Ctx, filter: DealFilter) {
  const within = await crmMemberships(ctx, 'deal', filter.workspaceId)
  const { status, stages, ownerId, clientId, text } = filter
  let deals = ctx.db.kysely
    .selectFrom('deal')
    .selectAll('deal')
    .where(whereCrmVisible(ctx, 'deal', within))
  if (status !== undefined) deals = deals.where('status', '=', status)
  if (stages) deals = deals.where((eb) => (stages.length > 0 ? eb('stage', 'in', stages) : eb.lit(false)))
  if (ownerId !== undefined) deals = deals.where('owner_id', '=', ownerId)
  if (clientId !== undefined) deals = deals.where('client_id', '=', clientId)
  if (text !== undefined) deals = deals.where(holds('search_text', nameKey(text)))
  return deals
}

/** Days sort as text; a deal without one comes last. */
const EXPECTED = sql<string>`coalesce(deal.expected_close_on, '9999-12-31')`

/** The deals one may see, by the day they are expected to close. */
export async function listDeals(ctx: Ctx, filter: DealFilter, page: Page): Promise<PageOf<Deal>> {
  requireScope(ctx, 'read:deals')
  const deals = await matchingDeals(ctx, filter)
  return pageOf(
    page,
    (after, limit) =>
      deals
        .where(
          after === null
            ? beyond(null, [])
            : sql<boolean>`(${EXPECTED}, deal.id) > (${after[0]}, ${after[1]})`,
        )
        .orderBy(EXPECTED)
        .orderBy('deal.id')
        .limit(limit)
        .execute(),
    (deal) => [deal.expected_close_on ?? '9999-12-31', deal.id],
  )
}

/** One numbered page of deals and how many there are in all, for the wires that count pages. */
export async function listDealsByNumber(
  ctx: Ctx,
  filter: DealFilter,
  { offset, limit }: Slice,
): Promise<{ rows: Deal[]; total: number }> {
  requireScope(ctx, 'read:deals')
  const deals = await matchingDeals(ctx, filter)
  const { total } = await deals
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await deals
    .orderBy(EXPECTED)
    .orderBy('deal.created_at', 'desc')
    .orderBy('deal.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total }
}

/** What the deals of one stage come to in one currency, whole and weighted by their chances; minor units. */
export type StageSum = {
  stage: DealStage
  currency: string
  count: number
  value: number
  weighted_value: number
}

/** The deals of a workspace that one may see, added up by stage and currency. */
export async function dealSums(ctx: Ctx, filter: DealFilter & { workspaceId: number }): Promise<StageSum[]> {
  requireScope(ctx, 'read:deals')
  const rows = await (
    await matchingDeals(ctx, filter)
  )
    .clearSelect()
    .select(['stage', 'currency'])
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(value), 0)`.as('value'),
      // As `weightedValue` has it, deal by deal, so that the cards of a board add up to its head.
      sql<number>`coalesce(sum((value * probability + 50) / 100), 0)`.as('weighted_value'),
    ])
    .groupBy(['stage', 'currency'])
    .orderBy('currency')
    .execute()
  return rows.map((row) => ({ ...row, value: Number(row.value), weighted_value: Number(row.weighted_value) }))
}

export async function getDeal(ctx: Ctx, id: number): Promise<Deal> {
  requireScope(ctx, 'read:deals')
  return requireCrmRow(ctx, 'deal', id)
}

/** Writes down a deal, one's own unless it is given to somebody. */
export async function createDeal(
  ctx: Ctx,
  workspaceId: number,
  fields: DealFields & { name: string },
): Promise<Deal> {
  requireScope(ctx, 'write:deals')
  return transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    const membership = await membershipIn(ctx, workspaceId)
    const deal = await ctx.db.kysely
      .insertInto('deal')
      .values({
        workspace_id: workspaceId,
        ...(await dealColumns(ctx, membership, { fields, before: undefined })),
        created_by: actingUser(ctx).userId,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, dealEvent('deal.created', null, deal))
    return deal
  })
}

/** Changes a deal; what is left out stays. Closing it is dated, and opening it again takes the date away. */
export async function updateDeal(ctx: Ctx, { id, version }: Target, fields: DealFields): Promise<Deal> {
  requireScope(ctx, 'write:deals')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'deal', id))
    requireVersion(before, version)
    const membership = await membershipIn(ctx, before.workspace_id)
    const after = await ctx.db.kysely
      .updateTable('deal')
      .set({
        ...(await dealColumns(ctx, membership, { fields, before })),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, dealEvent('deal.updated', before, after))
    return after
  })
}

/** Deletes a deal; undo brings it back. */
export async function deleteDeal(ctx: Ctx, { id, version }: Target): Promise<void> {
  requireScope(ctx, 'write:deals')
  await transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'deal', id))
    requireVersion(before, version)
    await softDelete(ctx, 'deal', before)
  })
}

type DealInput = { fields: DealFields; before: Deal | undefined }

async function dealColumns(ctx: Ctx, membership: Membership, { fields, before }: DealInput) {
  requireCrm(membership, 'deal')
  const name = requiredText('name', fields.name ?? before?.name ?? '')
  const was = before ?? { stage: 'prospecting' as const, status: 'open' as const }
  const standing = standingAfter(was, fields)
  const { expected_close_on: expected } = fields
  const texts = textColumns(fields, before, TEXTS)
  return {
    name,
    search_text: searchText(name, texts.description),
    ...(await referencesOf(ctx, membership, { fields, before })),
    ...texts,
    ...standing,
    ...closingOf(ctx, membership, { status: standing.status, fields, before }),
    value: valueColumn(fields.value, before?.value ?? null),
    currency: currencyColumn(fields.currency, before?.currency, membership.workspace),
    probability: probabilityColumn(fields.probability, before?.probability ?? 50),
    expected_close_on:
      expected === undefined
        ? (before?.expected_close_on ?? null)
        : optionalDay('expected_close_on', expected),
    owner_id: await ownerColumn(ctx, membership, { wanted: fields.owner_id, was: before?.owner_id }),
  }
}

/** A deal that closes does so today, unless another day is named. */
function closingOf(
  ctx: Ctx,
  { workspace }: Membership,
  { status, fields, before }: DealInput & { status: DealStatus },
) {
  if (status === 'open') return { closed_on: null, closed_at: null }
  const named = fields.closed_on === undefined ? undefined : optionalDay('closed_on', fields.closed_on)
  const isClosing = before?.status !== status
  return {
    closed_on: named ?? (isClosing ? localDay(ctx.now, workspace.time_zone) : (before?.closed_on ?? null)),
    closed_at: isClosing ? ctx.now : (before?.closed_at ?? ctx.now),
  }
}

function probabilityColumn(probability: number | undefined, was: number): number {
  if (probability === undefined) return was
  if (Number.isInteger(probability) && probability >= 0 && probability <= 100) return probability
  throw invalid('probability', 'A probability is a whole number of percent, from 0 to 100.')
}

/**
 * What a deal is about. Everything that is newly named must be of the same workspace, and a contact one of the deal's
 * client; what it was about may be deleted, or out of the sight of whose deal it is.
 */
async function referencesOf(
  ctx: Ctx,
  { workspace_id: workspaceId }: Membership,
  { fields, before }: DealInput,
) {
  const kept = <K extends Reference>(column: K) =>
    fields[column] === undefined ? (before?.[column] ?? null) : fields[column]
  const named = (column: Reference) => (fields[column] === before?.[column] ? null : (fields[column] ?? null))
  const [clientId, contactId, leadId, projectId] = [
    named('client_id'),
    named('contact_id'),
    named('lead_id'),
    named('project_id'),
  ]
  const contact =
    contactId === null ? undefined : await findIn(ctx, 'contact', { workspaceId, id: contactId })
  const contact_id = kept('contact_id')
  const contactsClient = contact_id === null ? null : ((contact ?? before)?.client_id ?? null)
  const client_id = kept('client_id') ?? contactsClient
  if (clientId !== null) await requireClientOf(ctx, workspaceId, clientId)
  if (contact_id !== null && contactsClient !== client_id)
    throw invalid('contact_id', 'The contact belongs to another client.')
  if (leadId !== null) await findIn(ctx, 'lead', { workspaceId, id: leadId })
  if (projectId !== null) await requireProjectIn(ctx, workspaceId, projectId)
  return { client_id, contact_id, lead_id: kept('lead_id'), project_id: kept('project_id') }
}

type Reference = 'client_id' | 'contact_id' | 'lead_id' | 'project_id'

async function findIn<T extends 'contact' | 'lead'>(
  ctx: Ctx,
  table: T,
  { workspaceId, id }: { workspaceId: number; id: number },
) {
  const row = await requireCrmRow(ctx, table, id)
  if (row.workspace_id !== workspaceId) throw notFound(table)
  return row
}

function dealEvent(kind: 'deal.created' | 'deal.updated', before: Deal | null, after: Deal) {
  return { workspaceId: after.workspace_id, kind, subjectId: after.id, before, after }
}
