import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isWorkspaceAdmin, membershipsOf } from '../../core/access.ts'
import { actingAs, type Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { MODULES } from '../../core/modules.ts'
import { isSetUp } from '../../core/sign-up.ts'
import { createToken } from '../../core/tokens.ts'
import type { User } from '../../core/me.ts'
import { authenticatePassword } from '../../core/users.ts'
import type { House } from '../../http/house.ts'
import { inWords } from './errors.ts'
import { type Input, looseBodyOf } from './input.ts'
import { ROOT } from './paths.ts'
import { localTime } from './times.ts'
import { CORE_MODULES } from './users.ts'

/** What its clients ask before they know anybody. */
export function systemRoutes(app: FastifyInstance, house: House): void {
  app.get(
    '/info',
    { config: { isPublic: true }, schema: { summary: 'What this server is' } },
    async ({ ctx }) => ({
      api_version: 'v1',
      app_version: house.version,
      setup_required: !(await isSetUp(ctx)),
      enabled_modules: [...CORE_MODULES, ...MODULES],
      documentation_url: '/docs/timetracker',
      authentication: 'API Token (Bearer or X-API-Key header)',
      endpoints: ENDPOINTS,
      timezone: house.timeZone,
    }),
  )

  app.get(
    '/health',
    { config: { isPublic: true }, schema: { summary: 'Whether the server answers' } },
    async ({ ctx }) => ({
      status: 'healthy',
      timestamp: localTime(ctx.now, house.timeZone),
    }),
  )

  app.post(
    '/auth/login',
    { config: { isPublic: true }, schema: { summary: 'Get a token for a user name and a password' } },
    async (request) => ({ token: await tokenFor(house, request) }),
  )
}

const LIFETIME_DAYS = 90
const DAY_MS = 24 * 3600 * 1000

/** A new token for whoever knows a password. What is wrong is not told apart, and tries are counted as at sign-in. */
async function tokenFor(house: House, request: FastifyRequest): Promise<string> {
  const { ctx, ip } = request
  const input = looseBodyOf(request)
  const email = word(input, 'username').toLowerCase()
  const user = await signedIn(house, ctx, { email, password: word(input, 'password', false), ip })
  const acting = actingAs(ctx, user.id)
  const isAdmin = await isAdminAtHome(acting, user)
  const { secret } = await createToken(acting, {
    name: `App login - ${email}`.slice(0, 255),
    kind: 'timetracker',
    scopes: isAdmin ? ['admin:all'] : ['read:*', 'write:*'],
    workspaceId: null,
    expiresAt: ctx.now + LIFETIME_DAYS * DAY_MS,
    allowedIps: [],
  })
  return secret
}

function word(input: Input, name: string, trims = true): string {
  const value = input[name]
  if (typeof value !== 'string') return ''
  return trims ? value.trim() : value
}

type Attempt = { email: string; password: string; ip: string }

async function signedIn(house: House, ctx: Ctx, { email, password, ip }: Attempt): Promise<User> {
  await house.limiter.countPasswordTry(ip, email)
  try {
    const user = await authenticatePassword(ctx, email, password)
    await house.limiter.forgivePasswordTries(ip, email)
    return user
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthenticated') throw error
    throw inWords(error, { status: 401, body: { error: 'Invalid username or password' } })
  }
}

async function isAdminAtHome(ctx: Ctx, { default_workspace_id: home }: User): Promise<boolean> {
  const place = (await membershipsOf(ctx)).find((each) => each.workspace_id === home)
  return place !== undefined && isWorkspaceAdmin(place.role)
}

const at = (path: string) => ROOT + path

/** Where things are, as its clients look them up. What this server does not offer says so when it is called. */
const ENDPOINTS = {
  projects: at('/projects'),
  time_entries: at('/time-entries'),
  tasks: at('/tasks'),
  clients: at('/clients'),
  invoices: at('/invoices'),
  expenses: at('/expenses'),
  payments: at('/payments'),
  mileage: at('/mileage'),
  deals: at('/deals'),
  leads: at('/leads'),
  contacts: at('/clients/<client_id>/contacts'),
  issues: at('/issues'),
  time_entry_approvals: at('/time-entry-approvals'),
  per_diems: at('/per-diems'),
  per_diem_rates: at('/per-diem-rates'),
  budget_alerts: at('/budget-alerts'),
  calendar_events: at('/calendar/events'),
  kanban_columns: at('/kanban/columns'),
  saved_filters: at('/saved-filters'),
  time_entry_templates: at('/time-entry-templates'),
  comments: at('/comments'),
  recurring_invoices: at('/recurring-invoices'),
  credit_notes: at('/credit-notes'),
  client_notes: at('/clients/<client_id>/notes'),
  client_invoice_unbilled: at('/clients/<client_id>/invoice-unbilled'),
  project_costs: at('/projects/<project_id>/costs'),
  tax_rules: at('/tax-rules'),
  currencies: at('/currencies'),
  exchange_rates: at('/exchange-rates'),
  favorites: at('/users/me/favorites/projects'),
  activities: at('/activities'),
  audit_logs: at('/audit-logs'),
  ai: at('/ai/chat'),
  invoice_pdf_templates: at('/invoice-pdf-templates'),
  invoice_templates: at('/invoice-templates'),
  webhooks: at('/webhooks'),
  users: at('/users'),
  reports: at('/reports'),
  timesheet_periods: at('/timesheet-periods'),
  timesheet_policy: at('/timesheet-policy'),
  time_off: {
    leave_types: at('/time-off/leave-types'),
    requests: at('/time-off/requests'),
    balances: at('/time-off/balances'),
    holidays: at('/time-off/holidays'),
  },
  payroll_export: at('/exports/payroll'),
  capacity_report: at('/reports/capacity'),
  compliance_reports: {
    locked_periods: at('/reports/compliance/locked-periods'),
    audit_events: at('/reports/compliance/audit-events'),
  },
  mileage_gps: at('/mileage/gps'),
  search: at('/search'),
  inventory: {
    items: at('/inventory/items'),
    warehouses: at('/inventory/warehouses'),
    stock_levels: at('/inventory/stock-levels'),
    movements: at('/inventory/movements'),
    transfers: at('/inventory/transfers'),
    suppliers: at('/inventory/suppliers'),
    purchase_orders: at('/inventory/purchase-orders'),
    reports: {
      valuation: at('/inventory/reports/valuation'),
      movement_history: at('/inventory/reports/movement-history'),
      turnover: at('/inventory/reports/turnover'),
      low_stock: at('/inventory/reports/low-stock'),
    },
  },
}
