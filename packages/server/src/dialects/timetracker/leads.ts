import type { FastifyInstance } from 'fastify'
import { requireCrmRow } from '../../core/crm/access.ts'
import { convertLead } from '../../core/crm/convert.ts'
import { wordsOf } from '../../core/crm/fields.ts'
import {
  createLead,
  deleteLead,
  getLead,
  type Lead,
  LEAD_STATUSES,
  type LeadFields,
  listLeadsByNumber,
  updateLead,
} from '../../core/crm/leads.ts'
import { minorUnits } from '../../exporters/figures.ts'
import type { House } from '../../http/house.ts'
import type { DealFields } from '../../core/crm/deals.ts'
import { dealFieldsOf, toDeal } from './deals.ts'
import { refusal, validation } from './errors.ts'
import {
  bodyOf,
  booleanOf,
  type Input,
  integerOf,
  isRecord,
  keptText,
  looseBodyOf,
  numberIn,
  pathId,
  queryOf,
  tagsOf,
  wordsIn,
} from './input.ts'
import { shownAmount } from './money.ts'
import { ownerFilter } from './owners.ts'
import { pageOf, paginationOf } from './pages.ts'
import { type Call, route } from './route.ts'
import { localTime, localTimeOrNull } from './times.ts'

export function leadRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone
  const shared = { module: 'leads' } as const

  route(app, {
    ...shared,
    method: 'GET',
    url: '/leads',
    summary: 'List leads, the best score first; those that are over only where their status is named',
    scope: 'read:leads',
    async handle(call) {
      const page = pageOf(call.request)
      const { rows, total } = await listLeadsByNumber(call.ctx, filterOf(call), page.slice)
      return { leads: rows.map((lead) => toLead(lead, zone)), pagination: paginationOf(page, total) }
    },
  })

  route(app, {
    ...shared,
    method: 'POST',
    url: '/leads',
    summary: 'Create a lead',
    scope: 'write:leads',
    async handle({ ctx, place, workspaceId, request, reply }) {
      const input = bodyOf(request)
      const first_name = keptText(input, 'first_name')
      const last_name = keptText(input, 'last_name')
      if (!first_name || !last_name) throw refusal('first_name and last_name are required')
      const currency = keptText(input, 'currency_code') || place.workspace.currency
      const fields = { ...fieldsOf(input, currency), first_name, last_name, currency }
      const lead = await createLead(ctx, workspaceId, fields)
      reply.code(201)
      return { message: 'Lead created successfully', lead: toLead(lead, zone) }
    },
  })

  route(app, {
    ...shared,
    method: 'GET',
    url: '/leads/:lead_id',
    summary: 'Show a lead',
    scope: 'read:leads',
    handle: async ({ ctx, request }) => ({
      lead: toLead(await getLead(ctx, pathId(request, 'lead_id')), zone),
    }),
  })

  route(app, {
    ...shared,
    method: ['PUT', 'PATCH'],
    url: '/leads/:lead_id',
    summary: 'Update a lead; what is left out or null stays',
    scope: 'write:leads',
    async handle({ ctx, request }) {
      const id = pathId(request, 'lead_id')
      const input = bodyOf(request)
      const { currency } = await requireCrmRow(ctx, 'lead', id)
      const lead = await updateLead(ctx, { id }, fieldsOf(input, currency))
      return { message: 'Lead updated successfully', lead: toLead(lead, zone) }
    },
  })

  route(app, {
    ...shared,
    method: 'POST',
    url: '/leads/:lead_id/convert',
    summary: 'Make a client of a lead, with its contact and, where it is asked for, a deal',
    scope: 'write:leads',
    async handle({ ctx, request, reply }) {
      const id = pathId(request, 'lead_id')
      const { currency } = await requireCrmRow(ctx, 'lead', id)
      const done = await convertLead(ctx, id, conversionOf(looseBodyOf(request), currency))
      reply.code(201)
      return {
        message: 'Lead converted successfully',
        lead: toLead(done.lead, zone),
        client_id: done.client.id,
        contact_id: done.contact?.id ?? null,
        deal: done.deal && toDeal(done.deal, zone),
      }
    },
  })

  route(app, {
    ...shared,
    method: 'DELETE',
    url: '/leads/:lead_id',
    summary: 'Delete a lead',
    scope: 'write:leads',
    async handle({ ctx, request }) {
      await deleteLead(ctx, { id: pathId(request, 'lead_id') })
      return { message: 'Lead deleted successfully' }
    },
  })
}

function filterOf({ ctx, place, workspaceId, request }: Call) {
  const query = queryOf(request)
  const named = LEAD_STATUSES.find((status) => status === query['status'])
  return {
    workspaceId,
    // A status that nothing has finds nothing.
    statuses: query['status'] ? (named ? [named] : []) : (['new', 'contacted', 'qualified'] as const),
    source: wordsIn(query, 'source'),
    ownerId: ownerFilter(ctx, place, numberIn(query, 'owner')),
    text: wordsIn(query, 'search'),
  }
}

function fieldsOf(input: Input, currency: string): LeadFields {
  return {
    first_name: keptText(input, 'first_name') || undefined,
    last_name: keptText(input, 'last_name') || undefined,
    company_name: keptText(input, 'company_name'),
    email: keptText(input, 'email'),
    phone: keptText(input, 'phone'),
    title: keptText(input, 'title'),
    source: keptText(input, 'source'),
    status: statusOf(input),
    score: integerOf(input, 'score') ?? undefined,
    value: valueOf(input, currency),
    notes: keptText(input, 'notes'),
    tags: tagsOf(input),
    owner_id: integerOf(input, 'owner_id') ?? undefined,
  }
}

function statusOf(input: Input): Lead['status'] | undefined {
  const text = keptText(input, 'status')
  if (text === undefined || text === '') return undefined
  const status = LEAD_STATUSES.find((each) => each === text)
  if (status) return status
  throw validation('Validation failed', { status: [`Must be one of: ${LEAD_STATUSES.join(', ')}.`] })
}

/** A value that is no number is as good as none that was sent. */
function valueOf(input: Input, currency: string): number | null | undefined {
  const value = input['estimated_value']
  if (value === null) return null
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && number >= 0 ? minorUnits(number, currency) : undefined
}

/** `client_id` or `client_name`, `create_contact`, and `deal` as an object or true. */
function conversionOf(input: Input, currency: string) {
  const clientId = integerOf(input, 'client_id') ?? undefined
  const clientName = keptText(input, 'client_name')
  const { deal } = input
  return {
    client: clientId === undefined ? (clientName ? { name: clientName } : undefined) : { id: clientId },
    makesContact: booleanOf(input, 'create_contact'),
    deal: isRecord(deal)
      ? pricedDealOf(deal, keptText(deal, 'currency_code') || currency)
      : deal === true || input['create_deal'] === true
        ? {}
        : null,
  }
}

/** A deal is in the currency of its lead, unless it names one. */
function pricedDealOf(input: Input, currency: string): DealFields {
  return { ...dealFieldsOf(input, currency), currency }
}

function toLead(lead: Lead, zone: string) {
  const { id, first_name, last_name, company_name, email, phone, title, source, status, score } = lead
  const name = `${first_name} ${last_name}`
  return {
    id,
    first_name,
    last_name,
    full_name: name,
    display_name: company_name === null ? name : `${name} (${company_name})`,
    company_name,
    email,
    phone,
    title,
    source,
    status,
    score,
    estimated_value: shownAmount(lead.value, lead.currency),
    currency_code: lead.currency,
    converted_to_client_id: lead.client_id,
    converted_to_deal_id: lead.deal_id,
    converted_at: localTimeOrNull(lead.converted_at, zone),
    converted_by: lead.converted_by,
    notes: lead.notes,
    tags: wordsOf(lead.tags),
    created_by: lead.created_by,
    owner_id: lead.owner_id,
    created_at: localTime(lead.created_at, zone),
    updated_at: localTime(lead.updated_at, zone),
    is_converted: lead.converted_at !== null,
    is_lost: status === 'lost',
  }
}
