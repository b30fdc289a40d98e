import type { Static } from 'typebox'
import type { Contact } from '../core/crm/contacts.ts'
import type { Deal } from '../core/crm/deals.ts'
import { wordsOf } from '../core/crm/fields.ts'
import type { Lead } from '../core/crm/leads.ts'
import { weightedValue } from '../core/rules/deal-stages.ts'
import type * as Shape from './crm-schemas.ts'
import { common, orNull } from './map.ts'

export function toContact(contact: Contact): Static<typeof Shape.Contact> {
  const { id, workspace_id, client_id, first_name, last_name, email, phone, mobile, title } = contact
  const { department, role, address, notes, tags, is_primary, is_active, created_by } = contact
  return {
    id,
    workspace_id,
    client_id,
    first_name,
    last_name,
    email,
    phone,
    mobile,
    title,
    department,
    role,
    address,
    notes,
    created_by,
    tags: wordsOf(tags),
    is_primary: is_primary === 1,
    is_active: is_active === 1,
    ...common(contact),
  }
}

export function toLead(lead: Lead): Static<typeof Shape.Lead> {
  const { id, workspace_id, first_name, last_name, company_name, email, phone, title, source } = lead
  const { status, score, value, currency, notes, owner_id, client_id, contact_id, deal_id, created_by } = lead
  return {
    id,
    workspace_id,
    first_name,
    last_name,
    company_name,
    email,
    phone,
    title,
    source,
    status,
    score,
    value,
    currency,
    notes,
    owner_id,
    client_id,
    contact_id,
    deal_id,
    created_by,
    tags: wordsOf(lead.tags),
    converted_at: orNull(lead.converted_at),
    ...common(lead),
  }
}

export function toDeal(deal: Deal): Static<typeof Shape.Deal> {
  const { id, workspace_id, client_id, contact_id, lead_id, project_id, name, description } = deal
  const { stage, status, value, currency, probability, expected_close_on, closed_on } = deal
  const { loss_reason, notes, owner_id, created_by } = deal
  return {
    id,
    workspace_id,
    client_id,
    contact_id,
    lead_id,
    project_id,
    name,
    description,
    stage,
    status,
    value,
    currency,
    probability,
    expected_close_on,
    closed_on,
    loss_reason,
    notes,
    owner_id,
    created_by,
    weighted_value: weightedValue(value, probability),
    closed_at: orNull(deal.closed_at),
    ...common(deal),
  }
}
