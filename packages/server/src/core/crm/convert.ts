import { inTurn, requireScope } from '../access.ts'
import { type Client, createClient, getClient } from '../clients.ts'
import { actingUser, type Ctx, transact } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { requireCrmRow } from './access.ts'
import { type Contact, createContact } from './contacts.ts'
import { createDeal, type Deal, type DealFields } from './deals.ts'
import { wordsOf } from './fields.ts'
import { type Lead, leadEvent, writeLead } from './leads.ts'

export type Conversion = {
  /** The client it becomes: one there is, by its id, or a new one by its name; its company's or its own unless said. */
  client?: { id: number } | { name: string }
  /** Whether the person becomes a contact of the client; so it is unless it is said otherwise. */
  makesContact?: boolean
  /** The deal it becomes, where there is to be one; what is left out comes from the lead. */
  deal?: DealFields | null
}

export type Converted = { lead: Lead; client: Client; contact: Contact | null; deal: Deal | null }

/** Makes a client of a lead, with its contact and its deal, all or nothing. A lead is converted once. */
export async function convertLead(ctx: Ctx, id: number, conversion: Conversion = {}): Promise<Converted> {
  requireScope(ctx, 'write:leads')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => requireCrmRow(ctx, 'lead', id))
    if (before.converted_at !== null) throw conflict('in_use', 'This lead is converted already.')
    const client = await clientFor(ctx, before, conversion)
    const contact = conversion.makesContact === false ? null : await contactFor(ctx, before, client)
    const deal = conversion.deal
      ? await dealFor(ctx, before, { client, contact, fields: conversion.deal })
      : null
    const lead = await writeLead(ctx, before, {
      status: 'converted',
      converted_at: ctx.now,
      converted_by: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
      client_id: client.id,
      contact_id: contact?.id ?? null,
      deal_id: deal?.id ?? null,
    })
    await emit(ctx, leadEvent('lead.converted', before, lead))
    return { lead, client, contact, deal }
  })
}

async function clientFor(ctx: Ctx, lead: Lead, { client }: Conversion): Promise<Client> {
  if (client && 'id' in client) {
    const found = await getClient(ctx, client.id)
    if (found.workspace_id !== lead.workspace_id) throw notFound('client')
    return found
  }
  const person = `${lead.first_name} ${lead.last_name}`
  return createClient(ctx, lead.workspace_id, {
    name: client?.name ?? lead.company_name ?? person,
    contact_person: person,
    email: lead.email,
    phone: lead.phone,
    type: lead.company_name === null ? 'individual' : 'company',
  })
}

function contactFor(ctx: Ctx, lead: Lead, client: Client): Promise<Contact> {
  const { first_name, last_name, email, phone, title, notes } = lead
  return createContact(ctx, client.id, {
    first_name,
    last_name,
    email,
    phone,
    title,
    notes,
    tags: wordsOf(lead.tags),
    is_primary: true,
  })
}

type DealOf = { client: Client; contact: Contact | null; fields: DealFields }

async function dealFor(ctx: Ctx, lead: Lead, { client, contact, fields }: DealOf): Promise<Deal> {
  return createDeal(ctx, lead.workspace_id, {
    value: lead.value,
    currency: lead.currency,
    ...fields,
    name: fields.name ?? lead.company_name ?? `${lead.first_name} ${lead.last_name}`,
    owner_id: await ownerOf(ctx, lead),
    client_id: client.id,
    contact_id: contact?.id ?? null,
    lead_id: lead.id,
  })
}

/** Whose the deal is: whose the lead was, or who converts it where they have left. */
async function ownerOf(ctx: Ctx, { workspace_id, owner_id }: Lead): Promise<number> {
  const owner = await ctx.db.kysely
    .selectFrom('member')
    .select('user_id')
    .where('workspace_id', '=', workspace_id)
    .where('user_id', '=', owner_id)
    .where('is_active', '=', 1)
    .where('role', '!=', 'viewer')
    .executeTakeFirst()
  return owner?.user_id ?? actingUser(ctx).userId
}
