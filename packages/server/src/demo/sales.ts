import type { ContactFields } from '../core/crm/contacts.ts'
import type { DealFields } from '../core/crm/deals.ts'
import type { LeadFields } from '../core/crm/leads.ts'
import type { CLIENTS, PersonKey } from './cast.ts'

/** Whom the studio of the demo knows, and what may come of it. As invented as the rest. */

type ClientKey = keyof typeof CLIENTS

type ContactPlan = { client: ClientKey; fields: ContactFields & { first_name: string; last_name: string } }

export const CONTACTS: readonly ContactPlan[] = [
  contact('bakery', 'Basil Breadless', {
    title: 'Owner',
    email: 'basil@bakery.example.com',
    is_primary: true,
  }),
  contact('bakery', 'Rosie Rollover', { role: 'billing', email: 'accounts@bakery.example.com' }),
  contact('transit', 'Tilda Timetable', {
    title: 'Head of Digital',
    phone: '+49 30 1234567',
    is_primary: true,
  }),
  contact('transit', 'Otto Overhead', { role: 'technical', mobile: '+49 171 1234567' }),
  contact('museum', 'Mona Makebelieve', { title: 'Director', is_primary: true }),
]

function contact(client: ClientKey, name: string, more: ContactFields): ContactPlan {
  const [first_name = name, last_name = ''] = name.split(' ')
  return { client, fields: { first_name, last_name, ...more } }
}

type LeadPlan = {
  by: PersonKey
  /** The day on which it is written down, counted from the first, and the one on which it becomes a client. */
  on: number
  converted?: number
  fields: LeadFields & { first_name: string; last_name: string }
}

export const LEADS: readonly LeadPlan[] = [
  lead(
    'cleo',
    20,
    'Vera',
    'Veneer',
    { company_name: 'Veneer Furniture', score: 80, value: 2_400_000, source: 'referral' },
    35,
  ),
  lead('cleo', 120, 'Pip', 'Pamphlet', {
    company_name: 'Pamphlet & Sons',
    score: 65,
    value: 900_000,
    source: 'website',
  }),
  lead('gus', 140, 'Lou', 'Lighthouse', {
    company_name: 'Harbour Lights',
    score: 40,
    status: 'contacted',
    source: 'fair',
  }),
  lead('dora', 150, 'Nils', 'Nobody', { score: 15, source: 'website' }),
  lead('cleo', 60, 'Carla', 'Cancelled', {
    company_name: 'Shelved Ideas',
    status: 'lost',
    source: 'referral',
  }),
]

// oxlint-disable-next-line max-params -- a lead reads as one line
function lead(
  by: PersonKey,
  on: number,
  first_name: string,
  last_name: string,
  more: LeadFields,
  converted?: number,
): LeadPlan {
  return { by, on, converted, fields: { first_name, last_name, ...more } }
}

type DealPlan = { by: PersonKey; on: number; client?: ClientKey; fields: DealFields & { name: string } }

export const DEALS: readonly DealPlan[] = [
  deal(
    'cleo',
    10,
    'Webshop, second phase',
    { stage: 'negotiation', value: 4_800_000, probability: 70 },
    'bakery',
  ),
  deal('cleo', 45, 'Audio guide', { stage: 'proposal', value: 3_200_000, probability: 50 }, 'museum'),
  deal(
    'gus',
    90,
    'Passenger survey',
    { stage: 'qualification', value: 1_500_000, probability: 30 },
    'transit',
  ),
  deal('ada', 130, 'Care contract', { stage: 'prospecting', value: 600_000, probability: 20 }, 'transit'),
  deal('cleo', 15, 'Timetable app', { stage: 'closed_won', value: 9_600_000, probability: 100 }, 'transit'),
  deal('gus', 70, 'Annual report', { stage: 'closed_lost', value: 450_000, loss_reason: 'Price' }, 'former'),
]

// oxlint-disable-next-line max-params -- a deal reads as one line
function deal(by: PersonKey, on: number, name: string, more: DealFields, client?: ClientKey): DealPlan {
  return { by, on, client, fields: { name, ...more } }
}
