import { createClient } from '../core/clients.ts'
import { createContact } from '../core/crm/contacts.ts'
import { createDeal } from '../core/crm/deals.ts'
import { createLead } from '../core/crm/leads.ts'
import type { Bench } from './world.ts'

/** Contacts, leads and deals of the person. */
export type CrmThings = {
  contact(): Promise<number>
  lead(): Promise<number>
  deal(): Promise<number>
}

export function crmThings({ team, insider, asMember, known, name }: Bench): CrmThings {
  return {
    contact: known(async () => {
      const client = await createClient(team().owner.ctx(), team().id, { name: name() })
      const fields = { first_name: 'Ada', last_name: name() }
      return (await asMember(insider, () => createContact(insider.ctx(), client.id, fields))).id
    }),
    lead: known(async () => {
      const fields = { first_name: 'Ada', last_name: name() }
      return (await asMember(insider, () => createLead(insider.ctx(), team().id, fields))).id
    }),
    deal: known(
      async () => (await asMember(insider, () => createDeal(insider.ctx(), team().id, { name: name() }))).id,
    ),
  }
}
