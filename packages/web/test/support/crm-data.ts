import type { NewContact, NewDeal, NewLead } from '@sundial/sdk'
import { given } from './seed.ts'
import type { Person } from './server.ts'

type Places = { workspaceId: number; orchardId: number; longestId: number }

/** People at a client, some who may become one, and what may be sold to whom. */
export async function fillCrm({ api }: Person, places: Places): Promise<void> {
  for (const contact of contacts)
    await given(api.POST('/contacts', { body: { client_id: places.orchardId, ...contact } }))
  for (const lead of leads)
    await given(api.POST('/leads', { body: { workspace_id: places.workspaceId, ...lead } }))
  const clientIds = { orchard: places.orchardId, longest: places.longestId, nobody: null }
  for (const { of, ...deal } of deals) {
    const body = { workspace_id: places.workspaceId, client_id: clientIds[of], ...deal }
    await given(api.POST('/deals', { body }))
  }
}

const contacts: Omit<NewContact, 'client_id'>[] = [
  {
    first_name: 'Philippa',
    last_name: 'Orchard',
    title: 'Managing director',
    email: 'philippa@orchard.example.org',
    phone: '+44 20 7946 0112',
    mobile: '+44 7700 900461',
    is_primary: true,
  },
  {
    first_name: 'Maximilian-Alexander',
    last_name: 'Featherstonehaugh-Cholmondeley',
    title: 'Deputy head of procurement, packaging and everything else that is printed',
    email: 'maximilian-alexander.featherstonehaugh-cholmondeley@orchard.example.org',
  },
  { first_name: 'Wim', last_name: 'Aalders', phone: '+31 20 555 0199', is_active: false },
]

const leads: Omit<NewLead, 'workspace_id'>[] = [
  {
    first_name: 'Ada',
    last_name: 'Lovelace',
    company_name: 'Analytical Engines',
    email: 'ada@engines.example.org',
    source: 'Website',
    status: 'qualified',
    score: 85,
    value: 1_200_000,
  },
  {
    first_name: 'Bartholomew',
    last_name: 'Winterbottom-Hathersage',
    company_name: 'The Association of Independent Lighthouse Keepers and Foghorn Operators',
    source: 'Recommended by somebody at the fair in the autumn',
    status: 'contacted',
    score: 40,
    value: 98_765_432,
    currency: 'USD',
  },
  { first_name: 'Cleo', last_name: 'Marsh', score: 5 },
]

const deals: (Omit<NewDeal, 'workspace_id' | 'client_id'> & { of: 'orchard' | 'longest' | 'nobody' })[] = [
  { of: 'nobody', name: 'Tea tins', stage: 'prospecting' },
  {
    of: 'longest',
    name: 'Photograph every signal box before the line is closed for good',
    stage: 'prospecting',
    value: 12_345_678,
    currency: 'GBP',
    probability: 20,
    expected_close_on: '2099-06-01',
  },
  {
    of: 'orchard',
    name: 'Cider labels',
    stage: 'prospecting',
    value: 480_000,
    probability: 35,
    expected_close_on: '2099-05-01',
  },
  {
    of: 'orchard',
    name: 'Shop relaunch',
    stage: 'proposal',
    value: 3_200_000,
    probability: 60,
    expected_close_on: '2026-01-15',
  },
  { of: 'orchard', name: 'Website', stage: 'closed_won', value: 1_850_000, closed_on: '2026-02-03' },
  {
    of: 'longest',
    name: 'Printed catalogue',
    stage: 'closed_lost',
    value: 900_000,
    closed_on: '2026-01-20',
    loss_reason: 'They print it themselves.',
  },
]
