import { afterAll, expect, test } from 'vitest'
import { createToken } from '../core/tokens.ts'
import type { RouteEntry } from '../http/route-table.ts'
import { PERMISSIONS } from './permission-table.ts'
import { addressOf, bearer } from './sample.ts'
import { WIRES } from './samples.ts'
import { openWorld } from './world.ts'

/**
 * What a key needs for each route of our own API: the scopes, and no others. Below `nothing` stands what any key may; below
 * `everything` what is for sessions and keys with every scope. The dialects go through the same verbs.
 */
const NEEDED = `
nothing
  GET /session/provider
  POST /session/passkey/options
  GET /server
  POST /session
  GET /session
  DELETE /session
  GET /me
  GET /me/wires
  POST /password-resets
  PUT /password-resets/:secret
  GET /invitations/:secret
  GET /public-reports/:secret
  GET /public-reports/:secret/export
write:users
  PATCH /me
  PUT /me/password
  PATCH /workspaces/:id/members/:member_id
  DELETE /workspaces/:id/members/:member_id
  POST /workspaces/:id/invitations
  DELETE /workspaces/:id/invitations/:invitation_id
write:workspaces write:clients write:tags write:projects write:time_entries write:users
  POST /me/sample-data
write:workspaces write:users
  DELETE /me/sample-data
everything
  GET /me/identities
  DELETE /me/identities/:id
  GET /me/passkeys
  PATCH /me/passkeys/:id
  DELETE /me/passkeys/:id
  GET /me/second-factor
  POST /me/second-factor
  POST /me/second-factor/confirm
  POST /me/second-factor/recovery-codes
  POST /me/second-factor/end
  GET /me/sessions
  DELETE /me/sessions/:id
  DELETE /me/sessions
  GET /tokens
  POST /tokens
  POST /tokens/integration
  PATCH /tokens/:id
  DELETE /tokens/:id
  GET /me/personal-key
  POST /me/personal-key/reset
read:workspaces
  GET /workspaces
  GET /workspaces/:id
  GET /events
write:workspaces
  POST /workspaces
  PATCH /workspaces/:id
  DELETE /workspaces/:id
  POST /invitations/:secret/accept
  POST /rates
  PATCH /rates/:id
  DELETE /rates/:id
read:users
  GET /workspaces/:id/members
  GET /workspaces/:id/invitations
read:clients
  GET /clients
  GET /clients/:id
write:clients
  POST /clients
  PATCH /clients/:id
  DELETE /clients/:id
read:contacts
  GET /contacts
  GET /contacts/:id
write:contacts
  POST /contacts
  PATCH /contacts/:id
  DELETE /contacts/:id
read:leads
  GET /leads
  GET /leads/:id
write:leads
  POST /leads
  PATCH /leads/:id
  DELETE /leads/:id
write:leads write:clients write:contacts write:deals
  POST /leads/:id/convert
read:deals
  GET /deals
  GET /deals/sums
  GET /deals/:id
write:deals
  POST /deals
  PATCH /deals/:id
  DELETE /deals/:id
read:projects
  GET /projects
  GET /projects/:id
  GET /projects/:id/members
  GET /search
write:projects
  POST /projects
  PATCH /projects/:id
  DELETE /projects/:id
  PUT /projects/:id/members
  PUT /projects/:id/budget
  DELETE /projects/:id/budget
read:tasks
  GET /tasks
  GET /tasks/:id
write:tasks
  POST /tasks
  PATCH /tasks/:id
  DELETE /tasks/:id
read:tags
  GET /tags
  GET /tags/:id
write:tags
  POST /tags
  PATCH /tags/:id
  DELETE /tags/:id
read:time_entries
  GET /entries
  GET /entries/:id
  GET /timer
  GET /events/stream
  POST /exports/everything
write:time_entries
  POST /entries
  PATCH /entries
  DELETE /entries
  PATCH /entries/:id
  DELETE /entries/:id
  POST /timer/start
  POST /timer/stop
  POST /timer/pause
  POST /timer/resume
  POST /operations/:operation_id/undo
read:time_approvals
  GET /approvals
  GET /approvals/count
  GET /approvals/:id
  GET /approval-policies
  GET /timesheets
write:time_approvals
  POST /approvals
  POST /approvals/:id/approve
  POST /approvals/:id/reject
  POST /approvals/:id/cancel
  POST /approvals/approve
  POST /approvals/reject
  POST /entries/:id/reopen
  POST /approval-policies
  PATCH /approval-policies/:id
  DELETE /approval-policies/:id
  POST /timesheets
  POST /timesheets/:id/withdraw
  POST /timesheets/:id/approve
  POST /timesheets/:id/reject
  POST /timesheets/:id/close
write:app_usage
  POST /app-usage
  PATCH /app-usage
  DELETE /app-usage
  POST /usage-rules
  PATCH /usage-rules/:id
  DELETE /usage-rules/:id
  POST /usage-rules/apply
read:app_usage
  GET /app-usage
  GET /app-usage/summary
  GET /usage-rules
read:reports
  GET /reports
  GET /reports/entries
  GET /reports/export
  GET /saved-reports
  GET /saved-reports/:id
  GET /exports
  POST /exports
  GET /exports/:id
  GET /exports/:id/file
  DELETE /exports/:id
  GET /rates
  GET /budgets
write:reports read:reports
  POST /saved-reports
write:reports
  PATCH /saved-reports/:id
  DELETE /saved-reports/:id
  GET /saved-reports/:id/links
  POST /saved-reports/:id/links
  DELETE /saved-reports/:id/links/:link_id
read:webhooks
  GET /workspaces/:id/webhooks
  GET /me/webhooks
  GET /webhooks/:id
  GET /webhooks/:id/deliveries
  GET /deliveries/:id
write:webhooks
  POST /workspaces/:id/webhooks
  POST /me/webhooks
  PATCH /webhooks/:id
  DELETE /webhooks/:id
  GET /webhooks/:id/secret
  POST /webhooks/:id/secret
  POST /webhooks/:id/ping
  POST /deliveries/:id/redeliver
`

const NATIVE = WIRES['native']
const world = await openWorld({ WEBHOOK_ALLOW_PRIVATE: '1' })
afterAll(() => world.close())

const keys = new Map<string, string>()

/** The secret of a key of the owner's with these scopes. */
async function keyWith(scopes: readonly string[]): Promise<string> {
  const name = scopes.join(' ')
  const known = keys.get(name)
  if (known !== undefined) return known
  const { secret } = await createToken(world.personOf('owner').ctx(), {
    name: 'key',
    kind: 'timing',
    scopes: [...scopes],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
  })
  keys.set(name, secret)
  return secret
}

const nameOf = ({ method, url }: RouteEntry) => `${method} ${url.slice(NATIVE?.prefix.length)}`

/** The routes that an owner may use, with how they are asked. */
const routes = world.server.house.routes.flatMap((route) => {
  const name = nameOf(route)
  const row =
    route.wire === 'native'
      ? PERMISSIONS['native']?.get(name)?.find(({ expected }) => expected.owner === 'ok')
      : undefined
  return row ? [{ route, name, row }] : []
})

test('the table names every route that is there, and no other', () => {
  expect([...needed().keys()].sort()).toEqual(routes.map(({ name }) => name).sort())
})

test.each(routes)(
  '$name takes a key with what it needs, and no less',
  { timeout: 60_000 },
  async ({ route, name, row }) => {
    const wanted = needed().get(name) ?? []
    // A key has to be for something.
    const unasked = wanted.includes('read:deals') ? 'read:contacts' : 'read:deals'
    async function statusWith(scopes: readonly string[]): Promise<number> {
      const the = world.things('owner', row.situation)
      const other = world.things('owner', 'foreign')
      const sample = await NATIVE?.samples[name]?.({ the, caller: 'owner', variant: row.variant, other })
      const response = await world.server.app.inject({
        method: route.method as 'GET',
        url: addressOf(route.url, sample ?? {}),
        headers: bearer(await keyWith([unasked, ...scopes])),
        ...(sample?.body === undefined ? {} : { payload: sample.body as object }),
        payloadAsStream: true,
      })
      response.stream().destroy()
      return response.statusCode
    }
    for (const left of wanted) expect(await statusWith(wanted.filter((scope) => scope !== left))).toBe(403)
    expect(await statusWith(wanted)).toBeLessThan(400)
  },
)

/** The scopes of each route, as the table has them. */
function needed(): ReadonlyMap<string, readonly string[]> {
  const byRoute = new Map<string, readonly string[]>()
  let scopes: string[] = []
  for (const line of NEEDED.trim().split('\n')) {
    if (line.startsWith(' ')) byRoute.set(line.trim(), scopes)
    else scopes = line === 'nothing' ? [] : line === 'everything' ? ['*'] : line.split(' ')
  }
  return byRoute
}
