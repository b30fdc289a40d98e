import { type Asked, mixed, params, type Samples } from './sample.ts'

/** To whom a lead or a deal is to be given, where the row of the table is about that. */
async function receiver({ the, other, variant }: Asked): Promise<Record<string, unknown>> {
  if (variant === 'with owner') return { owner_id: await other.user() }
  return the.situation === 'colleague' && variant === 'given' ? { owner_id: await the.user() } : {}
}

/** What a deal is about, which is foreign where the row of the table says so. */
async function about(asked: Asked): Promise<Record<string, unknown>> {
  const { variant, other } = asked
  if (variant === 'with contact') return { contact_id: await other.contact() }
  if (variant === 'with lead') return { lead_id: await other.lead() }
  return mixed(asked)
}

/** Contacts, leads and deals. */
export const CRM_SAMPLES: Samples = {
  'GET /contacts': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /contacts': async ({ the }) => ({
    body: { client_id: await the.client(), first_name: 'Ada', last_name: the.name() },
  }),
  'GET /contacts/:id': params('id', (the) => the.contact()),
  'PATCH /contacts/:id': async ({ the }) => ({
    params: { id: await the.contact() },
    body: { notes: 'New', is_primary: true },
  }),
  'DELETE /contacts/:id': params('id', (the) => the.contact()),

  'GET /leads': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /leads': async (asked) => ({
    body: {
      workspace_id: await asked.the.workspace(),
      first_name: 'Ada',
      last_name: asked.the.name(),
      ...(await receiver(asked)),
    },
  }),
  'GET /leads/:id': params('id', (the) => the.lead()),
  'PATCH /leads/:id': async (asked) => ({
    params: { id: await asked.the.lead() },
    body: { notes: 'New', ...(await receiver(asked)) },
  }),
  'POST /leads/:id/convert': async (asked) => ({
    params: { id: await asked.the.lead() },
    body: { client_name: asked.the.name(), deal: {}, ...(await mixed(asked)) },
  }),
  'DELETE /leads/:id': params('id', (the) => the.lead()),

  'GET /deals': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'GET /deals/sums': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /deals': async (asked) => ({
    body: {
      workspace_id: await asked.the.workspace(),
      name: asked.the.name(),
      ...(await receiver(asked)),
      ...(await about(asked)),
    },
  }),
  'GET /deals/:id': params('id', (the) => the.deal()),
  'PATCH /deals/:id': async (asked) => ({
    params: { id: await asked.the.deal() },
    body: { stage: 'proposal', ...(await receiver(asked)), ...(await about(asked)) },
  }),
  'DELETE /deals/:id': params('id', (the) => the.deal()),
}
