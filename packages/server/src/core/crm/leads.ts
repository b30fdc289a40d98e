import type { LeadStatus, Row } from '../../db/schema.ts'
import { inTurn, membershipIn, requireScope } from '../access.ts'
import { actingUser, type Ctx, lockWorkspace, transact } from '../context.ts'
import { conflict, invalid } from '../errors.ts'
import { emit } from '../events.ts'
import { holds } from '../like.ts'
import { beyond, type Page, type PageOf, pageOf, type Slice } from '../page.ts'
import { nameKey, searchText } from '../rules/names.ts'
import { softDelete } from '../soft-delete.ts'
import { requiredText } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'
import { crmMemberships, requireCrm, requireCrmRow, whereCrmVisible } from './access.ts'
import { currencyColumn, ownerColumn, textColumns, valueColumn, wordsColumn } from './fields.ts'

/** Somebody who may become a client. */
export type Lead = Row<'lead'>

export const LEAD_STATUSES = ['new', 'contacted', 'qualified', 'converted', 'lost'] as const

const TEXTS = { company_name: 255, email: 254, phone: 64, title: 255, source: 255, notes: 10_000 } as const

export type LeadFields = Partial<
  Pick<
    Lead,
    'first_name' | 'last_name' | 'status' | 'score' | 'value' | 'currency' | 'owner_id' | keyof typeof TEXTS
  >
> & { tags?: readonly string[] }

export type LeadFilter = {
  workspaceId?: number
  statuses?: readonly LeadStatus[]
  source?: string
  ownerId?: number
  text?: string
}

async function matchingLeads(ctx: Ctx, filter: LeadFilter) {
  const within = await crmMemberships(ctx, 'lead', filter.workspaceId)
  const { statuses, source, ownerId, text } = filter
  let leads = ctx.db.kysely
    .selectFrom('lead')
    .selectAll('lead')
    .where(whereCrmVisible(ctx, 'lead', within))
  // No id is 0: a list of no statuses finds nothing.
  if (statuses)
    leads = statuses.length > 0 ? leads.where('status', 'in', [...statuses]) : leads.where('lead.id', '=', 0)
  if (source !== undefined) leads = leads.where('source', '=', source)
  if (ownerId !== undefined) leads = leads.where('owner_id', '=', ownerId)
  if (text !== undefined) leads = leads.where(holds('search_text', nameKey(text)))
  return leads
}

/** The leads one may see, the best score first. */
export async function listLeads(ctx: Ctx, filter: LeadFilter, page: Page): Promise<PageOf<Lead>> {
  requireScope(ctx, 'read:leads')
  const leads = await matchingLeads(ctx, filter)
  return pageOf(
    page,
    (after, limit) =>
      leads
        .where(beyond(after, ['score', 'id'], 'desc'))
        .orderBy('score', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (lead) => [lead.score, lead.id],
  )
}

/** One numbered page of leads and how many there are in all, for the wires that count pages. */
export async function listLeadsByNumber(
  ctx: Ctx,
  filter: LeadFilter,
  { offset, limit }: Slice,
): Promise<{ rows: Lead[]; total: number }> {
  requireScope(ctx, 'read:leads')
  const leads = await matchingLeads(ctx, filter)
  const { total } = await leads
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await leads
    .orderBy('score', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total }
}

export async function getLead(ctx: Ctx, id: number): Promise<Lead> {
  requireScope(ctx, 'read:leads')
  return requireCrmRow(ctx, 'lead', id)
}

/** Writes down a lead, one's own unless it is given to somebody. */
export async function createLead(
  ctx: Ctx,
  workspaceId: number,
  fields: LeadFields & { first_name: string; last_name: string },
): Promise<Lead> {
  requireScope(ctx, 'write:leads')
  return transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    const lead = await ctx.db.kysely
      .insertInto('lead')
      .values({
        workspace_id: workspaceId,
        ...(await leadColumns(ctx, workspaceId, { fields, before: undefined })),
        created_by: actingUser(ctx).userId,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, leadEvent('lead.created', null, lead))
    return lead
  })
}

/** Changes a lead; what is left out stays. It becomes `converted` by being converted, and stays so. */
export async function updateLead(ctx: Ctx, { id, version }: Target, fields: LeadFields): Promise<Lead> {
  requireScope(ctx, 'write:leads')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'lead', id))
    requireVersion(before, version)
    const after = await writeLead(
      ctx,
      before,
      await leadColumns(ctx, before.workspace_id, { fields, before }),
    )
    await emit(ctx, leadEvent('lead.updated', before, after))
    return after
  })
}

/** Writes columns of a lead; the event is for the caller, who knows the story. */
export async function writeLead(
  ctx: Ctx,
  before: Lead,
  columns: Partial<Omit<Lead, 'id' | 'workspace_id' | 'created_at'>>,
): Promise<Lead> {
  return ctx.db.kysely
    .updateTable('lead')
    .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Deletes a lead; undo brings it back. */
export async function deleteLead(ctx: Ctx, { id, version }: Target): Promise<void> {
  requireScope(ctx, 'write:leads')
  await transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'lead', id))
    requireVersion(before, version)
    await softDelete(ctx, 'lead', before)
  })
}

type LeadInput = { fields: LeadFields; before: Lead | undefined }

async function leadColumns(ctx: Ctx, workspaceId: number, { fields, before }: LeadInput) {
  const membership = await membershipIn(ctx, workspaceId)
  requireCrm(membership, 'lead')
  const first_name = requiredText('first_name', fields.first_name ?? before?.first_name ?? '')
  const last_name = requiredText('last_name', fields.last_name ?? before?.last_name ?? '')
  const texts = textColumns(fields, before, TEXTS)
  return {
    first_name,
    last_name,
    search_text: searchText(`${first_name} ${last_name}`, texts.company_name, texts.email),
    ...texts,
    status: statusColumn(fields.status, before),
    score: scoreColumn(fields.score, before?.score ?? 0),
    value: valueColumn(fields.value, before?.value ?? null),
    currency: currencyColumn(fields.currency, before?.currency, membership.workspace),
    tags: wordsColumn(fields.tags, before?.tags ?? '[]'),
    owner_id: await ownerColumn(ctx, membership, { wanted: fields.owner_id, was: before?.owner_id }),
  }
}

function statusColumn(status: LeadStatus | undefined, before: Lead | undefined): LeadStatus {
  const was = before?.status ?? 'new'
  if (status === undefined || status === was) return was
  if (status === 'converted') throw invalid('status', 'A lead becomes converted by converting it.')
  if (was === 'converted') throw conflict('in_use', 'This lead is converted already.', 'status')
  return status
}

const HIGHEST_SCORE = 1000

function scoreColumn(score: number | undefined, was: number): number {
  if (score === undefined) return was
  if (Number.isInteger(score) && score >= 0 && score <= HIGHEST_SCORE) return score
  throw invalid('score', `A score is a whole number from 0 to ${HIGHEST_SCORE}.`)
}

export function leadEvent(
  kind: 'lead.created' | 'lead.updated' | 'lead.converted',
  before: Lead | null,
  after: Lead,
) {
  return { workspaceId: after.workspace_id, kind, subjectId: after.id, before, after }
}
