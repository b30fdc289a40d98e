import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { localeOf } from '../features/session/locale.ts'
import { serverQuery, sessionQuery } from '../features/session/session.ts'
import type { TaskSearch } from '../features/tasks/task-search.ts'
import { TimerPage } from '../features/timer/timer-page.tsx'
import { workspacesQuery } from '../features/workspaces/workspaces.ts'
import { speak } from './i18n.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { CrashPage } from './crash-page.tsx'
import { Shell } from './shell.tsx'
import { askEarly } from './first-questions.ts'

type RouterContext = { queryClient: QueryClient }

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
})

// ── Before sign-in ──────────────────────────────────────────────────────────────────────────────────────────────────

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>) => ({ code: text(search['code']) }),
  beforeLoad: async ({ context }) => {
    const server = await context.queryClient.ensureQueryData(serverQuery)
    if (server.is_set_up) redirect({ to: '/sign-in', throw: true })
  },
  component: lazyRouteComponent(() => import('../features/session/setup-page.tsx'), 'SetupPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (
    search: Record<string, unknown>,
  ): { to?: string | undefined; problem?: string | undefined } => ({
    to: text(search['to']),
    problem: text(search['problem']),
  }),
  loader: ({ context }) => context.queryClient.ensureQueryData(serverQuery),
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage'),
})

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: async ({ context }) => {
    const server = await context.queryClient.ensureQueryData(serverQuery)
    if (server.registration !== 'open') redirect({ to: '/sign-in', throw: true })
  },
  component: lazyRouteComponent(() => import('../features/session/sign-up-page.tsx'), 'SignUpPage'),
})

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  loader: ({ context }) => context.queryClient.ensureQueryData(serverQuery),
  component: lazyRouteComponent(
    () => import('../features/session/forgot-password-page.tsx'),
    'ForgotPasswordPage',
  ),
})

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password/$secret',
  component: lazyRouteComponent(
    () => import('../features/session/reset-password-page.tsx'),
    'ResetPasswordPage',
  ),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitations/$secret',
  loader: ({ context }) => context.queryClient.ensureQueryData(sessionQuery),
  component: lazyRouteComponent(() => import('../features/session/invitation-page.tsx'), 'InvitationPage'),
})

const sharedReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shared/$secret',
  component: lazyRouteComponent(() => import('../features/reports/shared-page.tsx'), 'SharedPage'),
})

// ── Behind it ───────────────────────────────────────────────────────────────────────────────────────────────────────

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(sessionQuery)
    if (me) {
      askEarly(context.queryClient, me, location.pathname)
      // Words of another language than the account's are worse than those of the browser's; none are worst.
      await speak(localeOf(me)).catch(() => undefined)
      // Which modules are on decides on what the frame offers; without the answer it offers all.
      await context.queryClient.ensureQueryData(workspacesQuery).catch(() => undefined)
      return
    }
    const server = await context.queryClient.ensureQueryData(serverQuery)
    if (!server.is_set_up) redirect({ to: '/setup', search: { code: undefined }, throw: true })
    redirect({
      to: '/sign-in',
      search: { to: location.href === '/' ? undefined : location.href },
      throw: true,
    })
  },
  component: Shell,
})

const timerRoute = createRoute({ getParentRoute: () => shellRoute, path: '/', component: TimerPage })

const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  component: lazyRouteComponent(() => import('../features/projects/projects-page.tsx'), 'ProjectsPage'),
})

const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('../features/projects/project-page.tsx'), 'ProjectPage'),
})

const clientsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/clients',
  component: lazyRouteComponent(() => import('../features/clients/clients-page.tsx'), 'ClientsPage'),
})

const clientRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/clients/$id',
  component: lazyRouteComponent(() => import('../features/clients/client-page.tsx'), 'ClientPage'),
})

const crmRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/crm',
  beforeLoad: () => {
    redirect({ to: '/crm/leads', replace: true, throw: true })
  },
})

const leadsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/crm/leads',
  validateSearch: (search: Record<string, unknown>): { lead?: string | undefined } => ({
    lead: text(search['lead']),
  }),
  component: lazyRouteComponent(() => import('../features/leads/leads-page.tsx'), 'LeadsPage'),
})

const dealsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/crm/deals',
  validateSearch: (search: Record<string, unknown>): { deal?: string | undefined } => ({
    deal: text(search['deal']),
  }),
  component: lazyRouteComponent(() => import('../features/deals/deals-page.tsx'), 'DealsPage'),
})

const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks',
  validateSearch: (search: Record<string, unknown>): TaskSearch => ({
    view: text(search['view']),
    status: text(search['status']),
    project: text(search['project']),
    assignee: text(search['assignee']),
    sort: text(search['sort']),
    task: text(search['task']),
  }),
  component: lazyRouteComponent(() => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
})

const tagsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tags',
  component: lazyRouteComponent(() => import('../features/tags/tags-page.tsx'), 'TagsPage'),
})

const teamRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/team',
  component: lazyRouteComponent(() => import('../features/team/team-page.tsx'), 'TeamPage'),
})

const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/calendar',
  validateSearch: (
    search: Record<string, unknown>,
  ): { view?: string | undefined; day?: string | undefined } => ({
    view: text(search['view']),
    day: text(search['day']),
  }),
  component: lazyRouteComponent(() => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
})

const timesheetRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/timesheet',
  validateSearch: (search: Record<string, unknown>): { day?: string | undefined } => ({
    day: text(search['day']),
  }),
  component: lazyRouteComponent(() => import('../features/timesheet/timesheet-page.tsx'), 'TimesheetPage'),
})

const approvalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { view?: string | undefined } => ({
    view: text(search['view']),
  }),
  component: lazyRouteComponent(() => import('../features/approvals/approvals-page.tsx'), 'ApprovalsPage'),
})

const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  // The address holds the whole question, in the API's own words; the page reads them.
  validateSearch: words,
  component: lazyRouteComponent(() => import('../features/reports/reports-layout.tsx'), 'ReportsLayout'),
})

const summaryRoute = createRoute({
  getParentRoute: () => reportsRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/reports/summary-page.tsx'), 'SummaryPage'),
})

const detailedRoute = createRoute({
  getParentRoute: () => reportsRoute,
  path: '/detailed',
  component: lazyRouteComponent(() => import('../features/reports/detailed-page.tsx'), 'DetailedPage'),
})

const weeklyRoute = createRoute({
  getParentRoute: () => reportsRoute,
  path: '/weekly',
  component: lazyRouteComponent(() => import('../features/reports/weekly-page.tsx'), 'WeeklyPage'),
})

const moreRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/more',
  component: lazyRouteComponent(() => import('./more-page.tsx'), 'MorePage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-layout.tsx'), 'SettingsLayout'),
})

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/settings/profile', throw: true })
  },
})

const profileRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('../features/settings/profile-page.tsx'), 'ProfilePage'),
})

const passwordRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/password',
  validateSearch: (search: Record<string, unknown>): { problem?: string | undefined } => ({
    problem: text(search['problem']),
  }),
  component: lazyRouteComponent(() => import('../features/settings/password-page.tsx'), 'PasswordPage'),
})

const exportRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/export',
  component: lazyRouteComponent(() => import('../features/settings/export-page.tsx'), 'ExportPage'),
})

const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../features/settings/api-keys-page.tsx'), 'ApiKeysPage'),
})

const integrationsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/integrations',
  component: lazyRouteComponent(
    () => import('../features/settings/integrations-page.tsx'),
    'IntegrationsPage',
  ),
})

const ownWebhookRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/integrations/$id',
  component: lazyRouteComponent(() => import('../features/webhooks/webhook-page.tsx'), 'WebhookPage'),
})

const connectRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/connect',
  component: lazyRouteComponent(() => import('../features/settings/connect-page.tsx'), 'ConnectPage'),
})

const developersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/developers',
  component: lazyRouteComponent(() => import('../features/settings/developers-page.tsx'), 'DevelopersPage'),
})

const webhooksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('../features/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
})

const webhookRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks/$id',
  component: lazyRouteComponent(() => import('../features/webhooks/webhook-page.tsx'), 'WebhookPage'),
})

const policiesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/approvals',
  component: lazyRouteComponent(() => import('../features/approvals/policies-page.tsx'), 'PoliciesPage'),
})

const workspaceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/workspace',
  component: lazyRouteComponent(() => import('../features/settings/workspace-page.tsx'), 'WorkspacePage'),
})

const settingsAuditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit-log',
  validateSearch: words,
  component: lazyRouteComponent(() => import('../features/audit/audit-log-page.tsx'), 'AuditLogPage'),
})

const adminRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin',
  component: lazyRouteComponent(() => import('../features/admin/admin-layout.tsx'), 'AdminLayout'),
})

const adminIndexRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/admin/api-tokens', throw: true })
  },
})

// The documents of clients tell people to open this very path.
const adminTokensRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/api-tokens',
  component: lazyRouteComponent(() => import('../features/admin/admin-tokens-page.tsx'), 'AdminTokensPage'),
})

const adminUsersRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('../features/admin/accounts-page.tsx'), 'AccountsPage'),
})

const adminJobsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../features/admin/jobs-page.tsx'), 'JobsPage'),
})

const adminHealthRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/health',
  component: lazyRouteComponent(() => import('../features/admin/health-page.tsx'), 'HealthPage'),
})

const adminAuditRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/audit-log',
  validateSearch: words,
  component: lazyRouteComponent(() => import('../features/audit/audit-log-page.tsx'), 'AuditLogPage'),
})

/** The visual language on one page, for whoever works on it. */
const designRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => shellRoute,
        path: '/design',
        component: lazyRouteComponent(() => import('./design/design-page.tsx'), 'DesignPage'),
      }),
    ]
  : []

const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  signUpRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  invitationRoute,
  sharedReportRoute,
  shellRoute.addChildren([
    timerRoute,
    calendarRoute,
    timesheetRoute,
    approvalsRoute,
    reportsRoute.addChildren([summaryRoute, detailedRoute, weeklyRoute]),
    projectsRoute,
    projectRoute,
    clientsRoute,
    clientRoute,
    crmRoute,
    leadsRoute,
    dealsRoute,
    tasksRoute,
    tagsRoute,
    teamRoute,
    moreRoute,
    settingsRoute.addChildren([
      settingsIndexRoute,
      profileRoute,
      passwordRoute,
      exportRoute,
      apiKeysRoute,
      integrationsRoute,
      ownWebhookRoute,
      connectRoute,
      developersRoute,
      webhooksRoute,
      webhookRoute,
      policiesRoute,
      workspaceRoute,
      settingsAuditRoute,
    ]),
    ...designRoutes,
    adminRoute.addChildren([
      adminIndexRoute,
      adminTokensRoute,
      adminAuditRoute,
      adminUsersRoute,
      adminJobsRoute,
      adminHealthRoute,
    ]),
  ]),
])

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides what is fresh; the router only asks.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    // Plain text both ways: the router's own reading would turn a code such as `1e5` into a number.
    parseSearch,
    stringifySearch,
  })
}

/** A word that stands there more than once is a list, as the API has it. */
function parseSearch(search: string): Record<string, string | string[]> {
  const given = new URLSearchParams(search)
  return Object.fromEntries(
    [...new Set(given.keys())].map((key) => {
      const values = given.getAll(key)
      return [key, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined)
  const pairs = given.flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)]))
  const query = new URLSearchParams(pairs).toString()
  return query ? `?${query}` : ''
}

declare module '@tanstack/react-router' {
  // Module augmentation only works with an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function words(search: Record<string, unknown>): Record<string, string | string[]> {
  const isWord = (value: unknown): value is string | string[] =>
    typeof value === 'string' || Array.isArray(value)
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) => (isWord(value) ? [[key, value] as const] : [])),
  )
}
