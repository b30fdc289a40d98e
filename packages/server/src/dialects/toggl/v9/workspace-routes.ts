import type { FastifyInstance } from 'fastify'
import { isWorkspaceAdmin, type Membership } from '../../../core/access.ts'
import { listClients } from '../../../core/clients.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import { getWorkspace, updateWorkspace, type WorkspaceChanges } from '../../../core/workspaces.ts'
import { NO_ACCESS, workspaceAt } from '../access.ts'
import { inWords, notOffered, refused } from '../errors.ts'
import { bodyOf, flagOf, type Input, integerOf, textOf } from '../wire.ts'
import { WHOLE } from './lists.ts'
import { statisticsOf } from './organization-routes.ts'
import { setRateFrom } from './rate-input.ts'
import { FIXED, ROUNDINGS, showWorkspaces } from './workspaces.ts'
import { refuseUncarried } from './uncarried.ts'

type InWorkspace = { Params: { workspace_id: string } }

export function workspaceRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id',
    { schema: { summary: 'Show a workspace' } },
    async (request) => {
      const { workspace_id: id } = await workspaceAt(request)
      return shown(request.ctx, await getWorkspace(request.ctx, id))
    },
  )

  app.put<InWorkspace>(
    '/workspaces/:workspace_id',
    { schema: { summary: 'Update a workspace' } },
    async (request) => {
      const membership = await workspaceAt(request)
      return shown(request.ctx, await updateFrom(request.ctx, membership, bodyOf(request)))
    },
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/statistics',
    { schema: { summary: 'Count the people of a workspace' } },
    async (request) => statisticsOf(request.ctx, await workspaceAt(request)),
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/currencies',
    { schema: { summary: 'List the currencies in use in a workspace' } },
    async (request) => {
      const { workspace_id: workspaceId, workspace } = await workspaceAt(request)
      const { rows } = await listClients(request.ctx, { workspaceId }, WHOLE)
      return [...new Set([workspace.currency, ...rows.flatMap((client) => client.currency ?? [])])]
    },
  )

  preferenceRoutes(app)
}

/** The lock of a workspace, and which fields its entries must have: none are ever demanded here. */
function preferenceRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/preferences',
    { schema: { summary: 'Show the preferences of a workspace' } },
    async (request) => {
      const { workspace_id: id } = await workspaceAt(request)
      return toPreferences(await getWorkspace(request.ctx, id))
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/preferences',
    { schema: { summary: 'Set the preferences of a workspace' } },
    async (request) => {
      const { workspace_id: id } = await workspaceAt(request)
      const body = bodyOf(request)
      refuseUncarried(body, ['hide_start_end_times', 'single_sign_on'])
      const locked = textOf(body, 'report_locked_at')
      if (locked === undefined) return toPreferences(await getWorkspace(request.ctx, id))
      const day = locked === null || locked === '' ? null : locked.slice(0, 10)
      return toPreferences(await updateWorkspace(request.ctx, { id }, { locked_before: day }))
    },
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/time_entry_constraints',
    { schema: { summary: 'Show which fields time entries must have' } },
    async (request) => {
      await getWorkspace(request.ctx, (await workspaceAt(request)).workspace_id)
      return Object.fromEntries(CONSTRAINTS.map((name) => [name, false]))
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/time_entry_constraints',
    { schema: { summary: 'Demand nothing of time entries' } },
    async (request) => {
      const { workspace_id: id, role } = await workspaceAt(request)
      if (!isWorkspaceAdmin(role)) throw inWords('forbidden', 'not_allowed', 'Admin permissions required')
      await getWorkspace(request.ctx, id)
      refuseUncarried(bodyOf(request), CONSTRAINTS)
      return { wid: id }
    },
  )
}

const CONSTRAINTS = [
  'time_entry_constraints_enabled',
  'description_present',
  'project_present',
  'task_present',
  'tag_present',
]

function toPreferences({ workspace }: Membership) {
  return {
    disable_approvals: true,
    disable_expenses: true,
    disable_timesheet_view: true,
    hide_start_end_times: false,
    report_locked_at: workspace.locked_before === null ? null : `${workspace.locked_before}T00:00:00Z`,
    single_sign_on: false,
  }
}

async function shown(ctx: Ctx, membership: Membership) {
  const [one] = await showWorkspaces(ctx, [membership])
  return one
}

export function updateFrom(ctx: Ctx, membership: Membership, body: Input): Promise<Membership> {
  const { workspace_id: id, role, workspace } = membership
  if (!isWorkspaceAdmin(role)) throw inWords('forbidden', 'not_allowed', NO_ACCESS)
  for (const [name, value] of Object.entries(FIXED)) {
    const said = flagOf(body, name)
    if (typeof said === 'boolean' && said !== value) throw notOffered(name)
  }
  refuseUncarried(body, ['admins', 'initial_pricing_plan'])
  const changes = changesOf(body, workspace)
  return transact(ctx, async (ctx) => {
    const after = await updateWorkspace(ctx, { id }, changes)
    if (body['default_hourly_rate'] !== undefined) {
      const [current] = await currentRates(ctx, [after], { level: 'workspace' })
      const names = { amount: 'default_hourly_rate', mode: 'rate_change_mode' }
      const currency = after.workspace.currency
      await setRateFrom(ctx, { workspaceId: id, kind: 'billable' }, { body, names, current, currency })
    }
    return after
  })
}

const LONGEST_NAME = 140
const MINUTES = [0, 1, 5, 6, 10, 12, 15, 30, 60, 240]

function changesOf(body: Input, workspace: Membership['workspace']): WorkspaceChanges {
  const name = textOf(body, 'name')
  if (name?.trim() === '') throw refused('workspace name must contain non-space characters')
  if (name && name.length > LONGEST_NAME)
    throw refused(`workspace name must not be longer than ${LONGEST_NAME}`)
  const billable = flagOf(body, 'projects_billable_by_default')
  const isBillable = workspace.default_billing_status === 'billable'
  return {
    name: name ?? undefined,
    currency: textOf(body, 'default_currency') ?? undefined,
    only_admins_create_projects: flagOf(body, 'only_admins_may_create_projects') ?? undefined,
    ...(typeof billable === 'boolean' && billable !== isBillable
      ? { default_billing_status: billable ? ('billable' as const) : ('not_billable' as const) }
      : {}),
    ...roundingOf(body, workspace),
  }
}

/** Zero minutes is no rounding, whichever way. */
function roundingOf(body: Input, workspace: Membership['workspace']): WorkspaceChanges {
  const way = integerOf(body, 'rounding') ?? ROUNDINGS[workspace.rounding_mode]
  const isOff = workspace.rounding_mode === 'none'
  const minutes = integerOf(body, 'rounding_minutes') ?? (isOff ? 0 : workspace.rounding_minutes)
  if (way !== -1 && way !== 0 && way !== 1) throw refused('Invalid rounding')
  if (minutes !== workspace.rounding_minutes && !MINUTES.includes(minutes))
    throw refused('Invalid rounding_minutes')
  if (minutes === 0) return isOff ? {} : { rounding_mode: 'none' }
  const mode = way === -1 ? 'down' : way === 0 ? 'nearest' : 'up'
  return { rounding_mode: mode, rounding_minutes: minutes }
}
