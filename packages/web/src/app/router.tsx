import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { serverQuery, sessionQuery } from '../features/session/session.ts'
import { TimerPage } from '../features/timer/timer-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { CrashPage } from './crash-page.tsx'
import { Shell } from './shell.tsx'

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
  validateSearch: (search: Record<string, unknown>): { to?: string | undefined } => ({
    to: text(search['to']),
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
    if (await context.queryClient.ensureQueryData(sessionQuery)) return
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

const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  // The address holds the whole question, in the API's own words; the page reads them.
  validateSearch: (search: Record<string, unknown>): Record<string, string | string[]> => words(search),
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
  component: lazyRouteComponent(() => import('../features/settings/password-page.tsx'), 'PasswordPage'),
})

const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../features/settings/api-keys-page.tsx'), 'ApiKeysPage'),
})

const connectRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/connect',
  component: lazyRouteComponent(() => import('../features/settings/connect-page.tsx'), 'ConnectPage'),
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

const workspaceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/workspace',
  component: lazyRouteComponent(() => import('../features/settings/workspace-page.tsx'), 'WorkspacePage'),
})

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
    reportsRoute.addChildren([summaryRoute, detailedRoute, weeklyRoute]),
    projectsRoute,
    projectRoute,
    clientsRoute,
    tagsRoute,
    teamRoute,
    moreRoute,
    settingsRoute.addChildren([
      settingsIndexRoute,
      profileRoute,
      passwordRoute,
      apiKeysRoute,
      connectRoute,
      webhooksRoute,
      webhookRoute,
      workspaceRoute,
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
