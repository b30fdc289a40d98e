import { KITS } from './dialects.ts'
import {
  aMinute,
  bearer,
  forOthers,
  mixed,
  nothing,
  owner,
  params,
  savedReport,
  type Samples,
  type WireSamples,
} from './sample.ts'
import { APPROVAL_SAMPLES } from './samples-approvals.ts'
import { CRM_SAMPLES } from './samples-crm.ts'
import { SIGN_IN_SAMPLES } from './samples-sign-in.ts'

const NATIVE: Samples = {
  ...APPROVAL_SAMPLES,
  ...CRM_SAMPLES,
  ...SIGN_IN_SAMPLES,
  'GET /server': nothing,
  'POST /users': async ({ the }) => ({
    body: { email: `${the.name().replaceAll(' ', '')}@example.com`, password: 'a long enough password' },
  }),
  'GET /users': nothing,
  'PATCH /users/:id': async ({ the }) => ({ params: { id: await the.user() }, body: { is_active: true } }),
  'POST /users/:id/password-reset': params('id', (the) => the.user()),
  async 'POST /session'({ the }) {
    await the.secondFactor('off')
    return { body: { email: the.person.email, password: the.person.password } }
  },
  'GET /session': nothing,
  'DELETE /session': nothing,
  'GET /me': nothing,
  'PATCH /me': async ({ the }) => ({ body: { name: the.name() } }),
  'GET /me/wires': nothing,
  'PUT /me/password': async ({ the }) => ({
    body: { current_password: the.person.password, password: the.person.password },
  }),
  'POST /password-resets': async ({ the }) => ({ body: { email: the.person.email } }),
  'PUT /password-resets/:secret': async ({ the }) => ({
    params: { secret: await the.resetSecret() },
    body: { password: the.person.password },
  }),
  'POST /me/sample-data': nothing,
  async 'DELETE /me/sample-data'({ the }) {
    await the.sampleData()
    return {}
  },
  'GET /me/sessions': nothing,
  'DELETE /me/sessions': nothing,
  'DELETE /me/sessions/:id': params('id', (the) => the.session()),
  'POST /session/provider': nothing,
  'GET /session/provider': nothing,
  'GET /me/identities': nothing,
  'POST /me/identities': nothing,
  'DELETE /me/identities/:id': params('id', (the) => the.identity()),
  'GET /tokens': nothing,
  'POST /tokens': async ({ the }) => ({ body: { name: the.name(), workspace_id: await the.workspace() } }),
  'POST /tokens/integration': nothing,
  'PATCH /tokens/:id': async ({ the }) => ({ params: { id: await the.token() }, body: { name: the.name() } }),
  'DELETE /tokens/:id': params('id', (the) => the.token()),
  'GET /admin/tokens': nothing,
  'POST /admin/tokens': async (asked) => ({
    body: { user_id: await asked.the.user(), name: asked.the.name(), ...(await mixed(asked)) },
  }),
  'PATCH /admin/tokens/:id': async ({ the }) => ({
    params: { id: await the.token() },
    body: { name: the.name() },
  }),
  'POST /admin/tokens/:id/rotate': params('id', (the) => the.token()),
  'DELETE /admin/tokens/:id': params('id', (the) => the.token()),
  'GET /admin/users': nothing,
  'POST /admin/users': async ({ the }) => ({
    body: { email: `${the.name().replaceAll(' ', '')}@example.com` },
  }),
  'PATCH /admin/users/:id': async ({ the }) => ({
    params: { id: await the.user() },
    body: { is_active: true },
  }),
  'GET /admin/jobs': nothing,
  'POST /admin/jobs/:id/retry': params('id', (the) => the.job()),
  'DELETE /admin/jobs/:id': params('id', (the) => the.job()),
  'GET /admin/health': nothing,
  'GET /me/personal-key': nothing,
  'POST /me/personal-key/reset': nothing,

  'GET /workspaces': nothing,
  'POST /workspaces': async ({ the }) => ({ body: { name: the.name() } }),
  'GET /workspaces/:id': params('id', (the) => the.workspace()),
  'PATCH /workspaces/:id': async ({ the }) => ({
    params: { id: await the.workspace() },
    body: { name: the.name() },
  }),
  async 'DELETE /workspaces/:id'({ the }) {
    await the.fresh()
    return { params: { id: await the.workspace() } }
  },
  'GET /workspaces/:id/members': params('id', (the) => the.workspace()),
  async 'PATCH /workspaces/:id/members/:member_id'({ the, other, variant }) {
    await the.fresh()
    const member = variant === 'with member' ? other : the
    const body = variant === 'hand over' ? { role: 'owner' } : { designation: 'Carpenter' }
    return { params: { id: await the.workspace(), member_id: await member.member() }, body }
  },
  async 'DELETE /workspaces/:id/members/:member_id'({ the }) {
    await the.fresh()
    return { params: { id: await the.workspace(), member_id: await the.member() } }
  },
  'GET /workspaces/:id/invitations': params('id', (the) => the.workspace()),
  'POST /workspaces/:id/invitations': async ({ the }) => ({
    params: { id: await the.workspace() },
    body: { email: `${the.name().replaceAll(' ', '')}@example.com`, role: 'member' },
  }),
  'DELETE /workspaces/:id/invitations/:invitation_id': async ({ the, other, variant }) => ({
    params: {
      id: await the.workspace(),
      invitation_id: await (variant === 'with invitation' ? other : the).invitation(),
    },
  }),
  'GET /invitations/:secret': params('secret', (the) => the.invitationSecret()),
  'POST /invitations/:secret/accept': params('secret', (the) => the.invitationSecret()),

  'GET /clients': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /clients': async ({ the }) => ({ body: { workspace_id: await the.workspace(), name: the.name() } }),
  'GET /clients/:id': params('id', (the) => the.client()),
  'PATCH /clients/:id': async ({ the }) => ({ params: { id: await the.client() }, body: { notes: 'New' } }),
  'DELETE /clients/:id': params('id', (the) => the.client()),

  'GET /projects': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /projects': async (asked) => ({
    body: { workspace_id: await asked.the.workspace(), title: asked.the.name(), ...(await mixed(asked)) },
  }),
  'GET /projects/:id': params('id', (the) => the.project()),
  'PATCH /projects/:id': async (asked) => ({
    params: { id: await asked.the.project() },
    body: { notes: 'New', ...(await mixed(asked)) },
  }),
  'DELETE /projects/:id': params('id', (the) => the.project()),
  'GET /projects/:id/members': params('id', (the) => the.project()),
  'PUT /projects/:id/members': async ({ the, other, variant }) => ({
    params: { id: await the.project() },
    body: { data: variant === 'with user' ? [{ user_id: await other.user(), is_manager: false }] : [] },
  }),

  'GET /tasks': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /tasks': async (asked) => ({
    body: { project_id: await asked.the.project(), name: asked.the.name(), ...(await mixed(asked)) },
  }),
  'GET /tasks/:id': params('id', (the) => the.task()),
  'PATCH /tasks/:id': async (asked) => ({
    params: { id: await asked.the.task() },
    body: { description: 'New', ...(await mixed(asked)) },
  }),
  'DELETE /tasks/:id': params('id', (the) => the.task()),

  'GET /tags': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /tags': async ({ the }) => ({ body: { workspace_id: await the.workspace(), name: the.name() } }),
  'GET /tags/:id': params('id', (the) => the.tag()),
  'PATCH /tags/:id': async ({ the }) => ({ params: { id: await the.tag() }, body: { description: 'New' } }),
  'DELETE /tags/:id': params('id', (the) => the.tag()),

  'GET /entries': async ({ the }) => ({ query: { workspace_id: await the.workspace(), everyone: true } }),
  async 'POST /entries'(asked) {
    const [started_at, ended_at] = aMinute()
    const place = asked.variant === 'with project' ? {} : { workspace_id: await asked.the.workspace() }
    const named = asked.the.situation === 'colleague' ? { user_id: await asked.the.user() } : {}
    return { body: { started_at, ended_at, title: 'Work', ...place, ...named, ...(await mixed(asked)) } }
  },
  'PATCH /entries': async (asked) => ({
    body: {
      ids: [await asked.the.entry()],
      changes: { title: 'Changed', ...(await mixed(asked)) },
      for_others: forOthers(asked),
    },
  }),
  'DELETE /entries': async (asked) => ({
    query: { ids: await asked.the.entry(), for_others: forOthers(asked) },
  }),
  'GET /entries/:id': params('id', (the) => the.entry()),
  'PATCH /entries/:id': async (asked) => ({
    params: { id: await asked.the.entry() },
    body: { title: 'Changed', ...(await owner(asked)), ...(await mixed(asked)) },
  }),
  'DELETE /entries/:id': async (asked) => ({
    params: { id: await asked.the.entry() },
    query: await owner(asked),
  }),

  'GET /reports': async ({ the }) => ({
    query: { workspace_id: await the.workspace(), group_by: 'project' },
  }),
  'GET /reports/entries': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'GET /reports/export': async ({ the }) => ({
    query: { workspace_id: await the.workspace(), format: 'csv', detail: 'entries' },
  }),
  'GET /saved-reports': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /saved-reports': async ({ the }) => ({
    body: { workspace_id: await the.workspace(), name: the.name(), question: { group_by: ['project'] } },
  }),
  'GET /saved-reports/:id': async (asked) => ({ params: { id: await savedReport(asked) } }),
  'PATCH /saved-reports/:id': async (asked) => ({
    params: { id: await savedReport(asked) },
    body: { name: asked.the.name() },
  }),
  'DELETE /saved-reports/:id': async (asked) => ({ params: { id: await savedReport(asked) } }),
  'GET /saved-reports/:id/links': async (asked) => ({ params: { id: await savedReport(asked) } }),
  'POST /saved-reports/:id/links': async (asked) => ({ params: { id: await savedReport(asked) }, body: {} }),
  'DELETE /saved-reports/:id/links/:link_id': async (asked) => {
    const { report_id, link_id } = await asked.the.reportLink(asked.variant === 'shared')
    return { params: { id: report_id, link_id } }
  },
  'GET /public-reports/:secret': params('secret', (the) => the.reportSecret()),
  'GET /public-reports/:secret/export': async ({ the }) => ({
    params: { secret: await the.reportSecret() },
    query: { format: 'csv' },
  }),
  'GET /exports': nothing,
  'POST /exports': async ({ the }) => ({
    body: { format: 'csv', question: { workspace_id: await the.workspace() } },
  }),
  'POST /exports/everything': async ({ the }) => ({
    body: { format: 'json', workspace_id: await the.workspace() },
  }),
  'GET /exports/:id': params('id', (the) => the.exportFile()),
  'GET /exports/:id/file': params('id', (the) => the.exportFile()),
  'DELETE /exports/:id': params('id', (the) => the.exportFile()),

  'GET /rates': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /rates': async (asked) => ({
    body: {
      workspace_id: await asked.the.workspace(),
      kind: 'cost',
      amount: 5000,
      ...(asked.variant ? {} : { project_id: await asked.the.project() }),
      ...(await mixed(asked)),
    },
  }),
  'PATCH /rates/:id': async ({ the }) => ({ params: { id: await the.rate() }, body: { amount: 6000 } }),
  'DELETE /rates/:id': params('id', (the) => the.rate()),
  'GET /budgets': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'PUT /projects/:id/budget': async ({ the }) => ({
    params: { id: await the.project() },
    body: { seconds: 36_000 },
  }),
  'DELETE /projects/:id/budget': params('id', (the) => the.project()),

  'GET /workspaces/:id/webhooks': params('id', (the) => the.workspace()),
  'POST /workspaces/:id/webhooks': async ({ the }) => ({
    params: { id: await the.workspace() },
    body: { name: the.name(), url: 'https://example.com/hook', events: ['entry.*'] },
  }),
  'GET /me/webhooks': nothing,
  'POST /me/webhooks': async ({ the }) => ({
    body: { name: the.name(), url: 'https://example.com/hook', events: ['entry.*'] },
  }),
  'GET /webhooks/:id': params('id', (the) => the.webhook()),
  'PATCH /webhooks/:id': async ({ the }) => ({
    params: { id: await the.webhook() },
    body: { name: the.name() },
  }),
  'DELETE /webhooks/:id': params('id', (the) => the.webhook()),
  'GET /webhooks/:id/secret': params('id', (the) => the.webhook()),
  'POST /webhooks/:id/secret': params('id', (the) => the.webhook()),
  'POST /webhooks/:id/ping': params('id', (the) => the.webhook()),
  'GET /webhooks/:id/deliveries': params('id', (the) => the.webhook()),
  'GET /deliveries/:id': params('id', (the) => the.delivery()),
  'POST /deliveries/:id/redeliver': params('id', (the) => the.delivery()),

  'GET /timer': nothing,
  'POST /timer/start': async (asked) => ({
    body: { workspace_id: await asked.the.workspace(), title: 'Work', ...(await mixed(asked)) },
  }),
  async 'POST /timer/stop'({ the }) {
    await the.timer()
    return { body: {} }
  },
  async 'POST /timer/pause'({ the }) {
    await the.timer()
    return {}
  },
  async 'POST /timer/resume'({ the }) {
    await the.timer('paused')
    return {}
  },

  'POST /app-usage': async () => {
    const [started_at, ended_at] = aMinute()
    return { body: { device: 'laptop', source: 'windows', samples: [{ started_at, ended_at, title: 'A' }] } }
  },
  'GET /app-usage': nothing,
  'GET /app-usage/summary': async () => ({ query: { from: '2026-01-01', to: '2026-01-31' } }),
  'PATCH /app-usage': async ({ the, other, variant }) => ({
    body: {
      ids: [await the.usage()],
      project_id:
        variant === 'with project'
          ? await other.project()
          : variant === 'on project'
            ? await the.project()
            : null,
    },
  }),
  'DELETE /app-usage': async () => ({ query: { device: 'a device nobody has' } }),
  'GET /usage-rules': nothing,
  'POST /usage-rules': async ({ the }) => ({
    body: { field: 'domain', match: 'is', value: 'example.org', project_id: await the.project() },
  }),
  'PATCH /usage-rules/:id': async (asked) => ({
    params: { id: await asked.the.usageRule() },
    body: { value: 'example.com', ...(await mixed(asked)) },
  }),
  'DELETE /usage-rules/:id': params('id', (the) => the.usageRule()),
  'POST /usage-rules/apply': async () => ({ body: { from: '2026-01-01', to: '2026-01-31' } }),

  'GET /search': async ({ the, variant }) => ({
    query: { q: 'thing', ...(variant === 'everywhere' ? {} : { workspace_id: await the.workspace() }) },
  }),
  'GET /events': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'GET /events/stream': async () => ({ isStream: true }),
  'POST /operations/:operation_id/undo': params('operation_id', (the) => the.operation()),
}

/** Every wire, by its name. */
export const WIRES: Readonly<Record<string, WireSamples>> = {
  native: { prefix: '/sundial/api/v1', credentials: bearer, samples: NATIVE },
  ...Object.fromEntries([...KITS].map(([name, kit]) => [name, kit.calls])),
}
