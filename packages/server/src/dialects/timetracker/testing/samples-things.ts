import { setFavourite } from '../../../core/projects/favourites.ts'
import { type Asked, mixed, nothing, params, type Sample, type Samples } from '../../../testing/sample.ts'

const API = '/api/v1'

/** A project that is the caller's favourite, where they can see it. */
async function favourite({ the, caller }: Asked): Promise<Sample> {
  const id = await the.project()
  if (the.situation === 'own' && caller !== 'operator') await setFavourite(the.person.ctx(), id, true)
  return { params: { project_id: id } }
}

async function changeOfProject(asked: Asked): Promise<Sample> {
  return {
    params: { project_id: await asked.the.project() },
    body: { description: 'New', ...(await mixed(asked)) },
  }
}

/** An update and what the system takes for the same, its partial update. */
function updates(path: string, sample: (asked: Asked) => Promise<Sample>): Samples {
  return { [`PUT ${path}`]: sample, [`PATCH ${path}`]: sample }
}

/** Projects, favourites, tasks and clients. */
export const THING_SAMPLES: Samples = {
  [`GET ${API}/users/me`]: nothing,
  [`GET ${API}/users`]: nothing,
  [`GET ${API}/users/me/favorites/projects`]: nothing,
  [`POST ${API}/users/me/favorites/projects`]: async ({ the }) => ({
    body: { project_id: await the.project() },
  }),
  [`DELETE ${API}/users/me/favorites/projects/:project_id`]: favourite,

  [`GET ${API}/projects`]: async (asked) => ({
    query: asked.variant === 'with client' ? { client_id: await asked.other.client() } : {},
  }),
  [`POST ${API}/projects`]: async (asked) => ({
    body: { name: asked.the.name(), client_id: await asked.the.client(), ...(await mixed(asked)) },
  }),
  [`GET ${API}/projects/:project_id`]: params('project_id', (the) => the.project()),
  ...updates(`${API}/projects/:project_id`, changeOfProject),
  [`DELETE ${API}/projects/:project_id`]: params('project_id', (the) => the.project()),

  [`GET ${API}/tasks`]: async (asked) => ({
    query: asked.variant === 'with project' ? { project_id: await asked.other.project() } : {},
  }),
  [`POST ${API}/tasks`]: async ({ the, other, variant }) => ({
    body: {
      name: the.name(),
      project_id: await the.project(),
      ...(variant === 'with assignee' ? { assignee_id: await other.user() } : {}),
    },
  }),
  [`GET ${API}/tasks/:task_id`]: params('task_id', (the) => the.task()),
  ...updates(`${API}/tasks/:task_id`, async ({ the, other, variant }) => ({
    params: { task_id: await the.task() },
    body: {
      status: 'in_progress',
      ...(variant === 'with project' ? { project_id: await other.project() } : {}),
      ...(variant === 'with assignee' ? { assigned_to: await other.user() } : {}),
    },
  })),
  [`DELETE ${API}/tasks/:task_id`]: params('task_id', (the) => the.task()),

  [`GET ${API}/clients`]: nothing,
  [`POST ${API}/clients`]: async ({ the }) => ({ body: { name: the.name() } }),
  [`GET ${API}/clients/:client_id`]: params('client_id', (the) => the.client()),
  ...updates(`${API}/clients/:client_id`, async ({ the }) => ({
    params: { client_id: await the.client() },
    body: { phone: '+49 30 1234' },
  })),
  [`DELETE ${API}/clients/:client_id`]: params('client_id', (the) => the.client()),

  [`GET ${API}/clients/:client_id/contacts`]: params('client_id', (the) => the.client()),
  [`POST ${API}/clients/:client_id/contacts`]: async ({ the }) => ({
    params: { client_id: await the.client() },
    body: { first_name: 'Ada', last_name: the.name() },
  }),
  [`GET ${API}/contacts/:contact_id`]: params('contact_id', (the) => the.contact()),
  ...updates(`${API}/contacts/:contact_id`, async ({ the }) => ({
    params: { contact_id: await the.contact() },
    body: { notes: 'New', is_primary: true },
  })),
  [`DELETE ${API}/contacts/:contact_id`]: params('contact_id', (the) => the.contact()),

  [`GET ${API}/leads`]: nothing,
  [`POST ${API}/leads`]: async (asked) => ({
    body: { first_name: 'Ada', last_name: asked.the.name(), ...(await receiver(asked)) },
  }),
  [`GET ${API}/leads/:lead_id`]: params('lead_id', (the) => the.lead()),
  ...updates(`${API}/leads/:lead_id`, async (asked) => ({
    params: { lead_id: await asked.the.lead() },
    body: { notes: 'New', ...(await receiver(asked)) },
  })),
  [`POST ${API}/leads/:lead_id/convert`]: async (asked) => ({
    params: { lead_id: await asked.the.lead() },
    body: { client_name: asked.the.name(), deal: {}, ...(await mixed(asked)) },
  }),
  [`DELETE ${API}/leads/:lead_id`]: params('lead_id', (the) => the.lead()),

  [`GET ${API}/deals`]: nothing,
  [`POST ${API}/deals`]: async (asked) => ({
    body: { name: asked.the.name(), ...(await receiver(asked)), ...(await about(asked)) },
  }),
  [`GET ${API}/deals/:deal_id`]: params('deal_id', (the) => the.deal()),
  ...updates(`${API}/deals/:deal_id`, async (asked) => ({
    params: { deal_id: await asked.the.deal() },
    body: { stage: 'proposal', ...(await receiver(asked)), ...(await about(asked)) },
  })),
  [`DELETE ${API}/deals/:deal_id`]: params('deal_id', (the) => the.deal()),
}

/** To whom a lead or a deal is to be given, where the row of the table is about that. */
async function receiver({ the, other, variant }: Asked): Promise<Record<string, unknown>> {
  if (variant === 'with owner') return { owner_id: await other.user() }
  return variant === 'given' ? { owner_id: await the.user() } : {}
}

/** What a deal is about, which is foreign where the row of the table says so. */
async function about({ variant, other }: Asked): Promise<Record<string, unknown>> {
  if (variant === 'with client') return { client_id: await other.client() }
  if (variant === 'with contact') return { contact_id: await other.contact() }
  if (variant === 'with lead') return { lead_id: await other.lead() }
  return variant === 'with project' ? { related_project_id: await other.project() } : {}
}
