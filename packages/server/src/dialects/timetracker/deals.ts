import type { FastifyInstance } from 'fastify'
import { requireCrmRow } from '../../core/crm/access.ts'
import {
  createDeal,
  type Deal,
  type DealFields,
  deleteDeal,
  getDeal,
  listDealsByNumber,
  updateDeal,
} from '../../core/crm/deals.ts'
import { DEAL_STAGES, DEAL_STATUSES, weightedValue } from '../../core/rules/deal-stages.ts'
import { majorUnits, minorUnits } from '../../exporters/figures.ts'
import type { House } from '../../http/house.ts'
import { orWords, refusal, validation } from './errors.ts'
import { bodyOf, type Input, integerOf, keptText, numberIn, pathId, queryOf, wordOf } from './input.ts'
import { shownAmount } from './money.ts'
import { ownerFilter } from './owners.ts'
import { pageOf, paginationOf } from './pages.ts'
import { type Call, route } from './route.ts'
import { dayOf, localTime, localTimeOrNull } from './times.ts'

export function dealRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone
  const shared = { module: 'deals' } as const

  route(app, {
    ...shared,
    method: 'GET',
    url: '/deals',
    summary: 'List deals by the day they are expected to close, open ones unless a status is named',
    scope: 'read:deals',
    async handle(call) {
      const page = pageOf(call.request)
      const { rows, total } = await listDealsByNumber(call.ctx, filterOf(call), page.slice)
      return { deals: rows.map((deal) => toDeal(deal, zone)), pagination: paginationOf(page, total) }
    },
  })

  route(app, {
    ...shared,
    method: 'POST',
    url: '/deals',
    summary: 'Create a deal',
    scope: 'write:deals',
    async handle({ ctx, place, workspaceId, request, reply }) {
      const input = bodyOf(request)
      const name = keptText(input, 'name')
      if (!name) throw validation('name is required', { name: ['name is required'] })
      if (!isAmount(input['value'])) throw refusal('Invalid value')
      const currency = keptText(input, 'currency_code') || place.workspace.currency
      const fields = { ...dealFieldsOf(input, currency), name, currency }
      const deal = await orWords(createDeal(ctx, workspaceId, fields), nothingThere)
      reply.code(201)
      return { message: 'Deal created successfully', deal: toDeal(deal, zone) }
    },
  })

  route(app, {
    ...shared,
    method: 'GET',
    url: '/deals/:deal_id',
    summary: 'Show a deal',
    scope: 'read:deals',
    handle: async ({ ctx, request }) => ({
      deal: toDeal(await getDeal(ctx, pathId(request, 'deal_id')), zone),
    }),
  })

  route(app, {
    ...shared,
    method: ['PUT', 'PATCH'],
    url: '/deals/:deal_id',
    summary: 'Update a deal; what is left out stays',
    scope: 'write:deals',
    async handle({ ctx, request }) {
      const id = pathId(request, 'deal_id')
      const input = bodyOf(request)
      const before = await requireCrmRow(ctx, 'deal', id)
      const currency = keptText(input, 'currency_code') || before.currency
      const fields = { ...dealFieldsOf(input, currency), currency }
      const deal = await orWords(updateDeal(ctx, { id }, fields), nothingThere)
      return { message: 'Deal updated successfully', deal: toDeal(deal, zone) }
    },
  })

  route(app, {
    ...shared,
    method: 'DELETE',
    url: '/deals/:deal_id',
    summary: 'Delete a deal',
    scope: 'write:deals',
    async handle({ ctx, request }) {
      await deleteDeal(ctx, { id: pathId(request, 'deal_id') })
      return { message: 'Deal deleted successfully' }
    },
  })
}

/** What a deal names is not there: there, a key of the database that points nowhere. */
function nothingThere() {
  return refusal('Invalid client, contact, lead or project')
}

/** A status that no deal can have stands for all of them. */
function filterOf({ ctx, place, workspaceId, request }: Call) {
  const query = queryOf(request)
  const status = query['status'] ?? 'open'
  return {
    workspaceId,
    status: DEAL_STATUSES.find((each) => each === status),
    // A stage that nothing has finds nothing.
    stages: query['stage'] ? DEAL_STAGES.filter((each) => each === query['stage']) : undefined,
    ownerId: ownerFilter(ctx, place, numberIn(query, 'owner')),
  }
}

function isAmount(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (value !== '' && Number.isFinite(Number(value)) && Number(value) >= 0)
  )
}

/** What was sent of a deal. Null clears an id or the value, and leaves a text as it is. */
export function dealFieldsOf(input: Input, currency: string): DealFields {
  const ids = (name: string) => integerOf(input, name)
  return {
    name: keptText(input, 'name') || undefined,
    description: keptText(input, 'description'),
    stage: wordOf(input, 'stage', DEAL_STAGES),
    status: wordOf(input, 'status', DEAL_STATUSES),
    loss_reason: keptText(input, 'loss_reason'),
    notes: keptText(input, 'notes'),
    client_id: ids('client_id'),
    contact_id: ids('contact_id'),
    lead_id: ids('lead_id'),
    project_id: ids('related_project_id'),
    probability: ids('probability') ?? undefined,
    owner_id: ids('owner_id') ?? undefined,
    value: valueOf(input['value'], currency),
    ...(input['expected_close_date'] === undefined
      ? {}
      : { expected_close_on: dayOf(input['expected_close_date']) }),
    ...(input['actual_close_date'] === undefined ? {} : { closed_on: dayOf(input['actual_close_date']) }),
  }
}

/** A value that is no number is as good as none that was sent. */
function valueOf(value: unknown, currency: string): number | null | undefined {
  if (value === null) return null
  return value === undefined || !isAmount(value) ? undefined : minorUnits(Number(value), currency)
}

export function toDeal(deal: Deal, zone: string) {
  const { id, client_id, contact_id, lead_id, name, description, stage, status, probability } = deal
  return {
    id,
    client_id,
    contact_id,
    lead_id,
    name,
    description,
    stage,
    value: shownAmount(deal.value, deal.currency),
    currency_code: deal.currency,
    probability,
    weighted_value: majorUnits(weightedValue(deal.value, probability) ?? 0, deal.currency),
    expected_close_date: deal.expected_close_on,
    actual_close_date: deal.closed_on,
    status,
    loss_reason: deal.loss_reason,
    related_quote_id: null,
    related_project_id: deal.project_id,
    notes: deal.notes,
    created_by: deal.created_by,
    owner_id: deal.owner_id,
    created_at: localTime(deal.created_at, zone),
    updated_at: localTime(deal.updated_at, zone),
    closed_at: localTimeOrNull(deal.closed_at, zone),
    is_open: status === 'open',
    is_won: status === 'won',
    is_lost: status === 'lost',
  }
}
