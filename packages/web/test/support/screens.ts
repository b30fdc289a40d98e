import axe from 'axe-core'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './house.ts'
import { dayOf, fillApprovals } from './sample-approvals.ts'
import { fillHouse } from './sample-data.ts'
import { given } from './seed.ts'
import { password, setUp, type Person } from './server.ts'

/** Where to write a picture of each screen; none are written without it. */
const pictures = process.env.SCREENSHOTS

const narrowest = 360

type Who = 'owner' | 'newcomer' | 'nobody'
type Screen = {
  name: string
  /** Or where to look for it, when that is only known once all is there. */
  path: string | ((owner: Person) => Promise<string>)
  who?: Who
  heading: string
  open?: (page: Page) => Promise<void>
}

const button = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** The page of the project of this title. */
const projectPath = (title: string) => async (owner: Person) => {
  const { data } = await given(owner.api.GET('/projects', { params: { query: { limit: 500 } } }))
  return `/projects/${data.find((project) => project.title === title)?.id ?? title}`
}

const screens: Screen[] = [
  { name: 'sign-in', path: '/sign-in', who: 'nobody', heading: 'Sign in' },
  { name: 'forgot-password', path: '/forgot-password', who: 'nobody', heading: 'Forgot your password' },
  { name: 'reset-password', path: '/reset-password/x', who: 'nobody', heading: 'Set a new password' },
  { name: 'not-found', path: '/no/such/page', who: 'nobody', heading: 'There is no such page' },
  { name: 'timer', path: '/', heading: 'Timer' },
  {
    name: 'timer-suggestions',
    path: '/',
    heading: 'Timer',
    open: async (page) => {
      const line = page.getByLabel('What you are working on')
      await line.fill('Review @')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'timer-project-picker',
    path: '/',
    heading: 'Timer',
    open: async (page) => {
      await page
        .getByRole('region', { name: 'Timer' })
        .getByRole('button', { name: /^Project: / })
        .click()
      await page.getByPlaceholder('Search projects').waitFor()
    },
  },
  {
    name: 'timer-selection',
    path: '/',
    heading: 'Timer',
    open: async (page) => {
      const select = page.getByRole('button', { name: 'Select', exact: true })
      if (await select.isVisible()) await select.click()
      await page
        .getByRole('checkbox', { name: /^Select all of/ })
        .last()
        .check()
      await page.getByRole('toolbar').waitFor()
    },
  },
  { name: 'entry-dialog', path: '/', heading: 'Timer', open: button('Add time') },
  { name: 'timer-empty', path: '/', who: 'newcomer', heading: 'Timer' },
  { name: 'calendar-week', path: `/calendar?view=week&day=${dayOf(1)}`, heading: 'Calendar' },
  { name: 'calendar-day', path: `/calendar?view=day&day=${dayOf(1)}`, heading: 'Calendar' },
  { name: 'calendar-month', path: `/calendar?view=month&day=${dayOf(1)}`, heading: 'Calendar' },
  { name: 'calendar-empty', path: '/calendar', who: 'newcomer', heading: 'Calendar' },
  { name: 'timesheet', path: `/timesheet?day=${dayOf(1)}`, heading: 'Timesheet' },
  {
    name: 'timesheet-entries',
    path: `/timesheet?day=${dayOf(1)}`,
    heading: 'Timesheet',
    open: async (page) => {
      await button(/^3 entries of /)(page)
    },
  },
  {
    name: 'approvals',
    path: '/approvals',
    heading: 'Approvals',
    open: async (page) => {
      await page.getByRole('checkbox', { name: 'Select Checkout' }).check()
    },
  },
  { name: 'approvals-all', path: '/approvals?view=all', heading: 'Approvals' },
  { name: 'projects', path: '/projects', heading: 'Projects' },
  { name: 'projects-empty', path: '/projects', who: 'newcomer', heading: 'Projects' },
  { name: 'project-dialog', path: '/projects', heading: 'Projects', open: button('New project') },
  { name: 'project', path: projectPath('Shop'), heading: 'Shop' },
  { name: 'clients', path: '/clients', heading: 'Clients' },
  { name: 'clients-empty', path: '/clients', who: 'newcomer', heading: 'Clients' },
  { name: 'client-dialog', path: '/clients', heading: 'Clients', open: button('New client') },
  {
    name: 'client',
    path: '/clients',
    heading: 'Clients',
    open: async (page) => {
      await page.getByRole('link', { name: 'Orchard & Daughters' }).click()
      await page.getByRole('button', { name: '1 inactive contact' }).click()
      await page.getByText('Overdue since').waitFor()
    },
  },
  {
    name: 'leads',
    path: '/crm',
    heading: 'CRM',
    open: (page) => page.getByText('Ada Lovelace').waitFor(),
  },
  {
    name: 'convert-dialog',
    path: '/crm/leads',
    heading: 'CRM',
    open: async (page) => {
      await page.getByRole('button', { name: 'Actions for Ada Lovelace' }).click()
      await page.getByRole('menuitem', { name: 'Convert lead' }).click()
      await page.getByRole('dialog').getByLabel('Name of the client').waitFor()
    },
  },
  {
    name: 'deals',
    path: '/crm/deals',
    heading: 'CRM',
    open: (page) => page.getByText('Overdue since').waitFor(),
  },
  { name: 'tasks-list', path: '/tasks', heading: 'Tasks' },
  { name: 'tasks-board', path: '/tasks?view=board', heading: 'Tasks' },
  { name: 'tasks-empty', path: '/tasks', who: 'newcomer', heading: 'Tasks' },
  {
    name: 'task-dialog',
    path: '/tasks',
    heading: 'Tasks',
    open: async (page) => {
      await button(/^Photograph/)(page)
    },
  },
  { name: 'tags', path: '/tags', heading: 'Tags' },
  { name: 'tags-empty', path: '/tags', who: 'newcomer', heading: 'Tags' },
  { name: 'team', path: '/team', heading: 'Team' },
  { name: 'invite-dialog', path: '/team', heading: 'Team', open: button('Invite someone') },
  { name: 'more', path: '/more', heading: 'More' },
  { name: 'profile', path: '/settings/profile', heading: 'Settings' },
  { name: 'password', path: '/settings/password', heading: 'Settings' },
  {
    name: 'second-factor-dialog',
    path: '/settings/password',
    heading: 'Settings',
    open: async (page) => {
      await button('Set up')(page)
      await page.getByRole('dialog').getByLabel('Current password').fill(password)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
    },
  },
  {
    name: 'passkey-dialog',
    path: '/settings/password',
    heading: 'Settings',
    open: button('Add a passkey'),
  },
  {
    name: 'sessions',
    path: '/settings/password',
    heading: 'Settings',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^End session/ })
        .last()
        .scrollIntoViewIfNeeded()
    },
  },
  { name: 'export', path: '/settings/export', heading: 'Settings' },
  { name: 'admin-users', path: '/admin/users', heading: 'Admin' },
  { name: 'admin-jobs', path: '/admin/jobs', heading: 'Admin' },
  { name: 'admin-health', path: '/admin/health', heading: 'Admin' },
  { name: 'api-keys', path: '/settings/api-keys', heading: 'Settings' },
  { name: 'api-keys-empty', path: '/settings/api-keys', who: 'newcomer', heading: 'Settings' },
  {
    name: 'api-key-dialog',
    path: '/settings/api-keys',
    heading: 'Settings',
    open: async (page) => {
      await button('Create key')(page)
      await page.getByRole('combobox', { name: 'May' }).click()
      await page.getByRole('option', { name: 'Only what is ticked' }).click()
    },
  },
  {
    name: 'integrations-empty',
    path: '/settings/integrations',
    who: 'newcomer',
    heading: 'Settings',
    open: (page) => page.getByRole('button', { name: 'Create key' }).waitFor(),
  },
  {
    name: 'integrations',
    path: '/settings/integrations',
    heading: 'Settings',
    open: async (page) => {
      await page.getByRole('button', { name: 'Create key' }).or(page.getByText('made')).first().waitFor()
    },
  },
  {
    name: 'connect',
    path: '/settings/connect',
    heading: 'Settings',
    open: async (page) => {
      await page.getByRole('button', { name: 'Create key' }).first().click()
      await page.getByText('Copy it now').first().waitFor()
    },
  },
  { name: 'developers', path: '/settings/developers', heading: 'Settings' },
  { name: 'docs', path: '/docs', who: 'nobody', heading: 'Developers' },
  { name: 'docs-wire', path: '/docs/toggl', who: 'nobody', heading: 'Toggl Track API, as Sundial speaks it' },
  { name: 'docs-group', path: '/docs/native/timer', who: 'nobody', heading: 'Timer' },
  { name: 'recipes', path: '/docs/recipes', who: 'nobody', heading: 'Recipes' },
  { name: 'recipe', path: '/docs/recipes/zapier', who: 'nobody', heading: 'Zapier' },
  {
    name: 'policy-dialog',
    path: '/settings/approvals',
    heading: 'Settings',
    open: async (page) => {
      await button(/^All time/)(page)
    },
  },
  { name: 'workspace', path: '/settings/workspace', heading: 'Settings' },
  { name: 'api-tokens', path: '/admin/api-tokens', heading: 'Admin' },
  {
    name: 'limit-dialog',
    path: '/admin/api-tokens',
    heading: 'Admin',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Change request limit' }).click()
      await page.getByRole('dialog').getByLabel('Requests').waitFor()
    },
  },
  {
    name: 'audit-log',
    path: '/admin/audit-log',
    heading: 'Admin',
    open: async (page) => {
      await page
        .getByRole('button', { name: /changed project/ })
        .first()
        .click()
      await page.getByText('Archived', { exact: true }).waitFor()
    },
  },
  {
    name: 'palette',
    path: '/projects',
    heading: 'Projects',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search, or do something' }).fill('si')
      await page.getByRole('option', { name: /^International/ }).waitFor()
    },
  },
  {
    name: 'help',
    path: '/projects',
    heading: 'Projects',
    open: async (page) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
]

/** Every screen in light and dark, at one size: nothing hides from assistive technology or leaves the width. */
export function describeScreens(size: 'desktop' | 'phone'): void {
  let owner: Person
  let newcomer: Person
  const house = useHouse(async ({ server }) => {
    owner = await setUp(server, 'Ines Falk-Overbeck')
    newcomer = await fillHouse(server, owner)
    await fillApprovals(owner, newcomer)
  })

  test.each(screens)(`$name on a ${size}`, async ({ name, path, who = 'owner', heading, open }) => {
    const as = { owner, newcomer, nobody: undefined }[who]
    const address = typeof path === 'string' ? path : await path(owner)
    const page = await house.open(address, { isPhone: size === 'phone', ...(as && { as }) })
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    // What is seen in turn counts too, although it does not show yet.
    await expect.poll(() => page.locator('[data-waiting]').count()).toBe(0)
    await settled(page)
    expect(await shifts(page)).toEqual([])
    await open?.(page)
    await lookAt(page, `${name}-${size}`)
  })

  test(`an invitation on a ${size}`, async () => {
    const invited = await given(
      owner.api.POST('/workspaces/{id}/invitations', {
        params: { path: { id: owner.me.default_workspace_id } },
        body: { email: 'somebody-with-quite-a-long-address@department.example.org', role: 'member' },
      }),
    )
    const page = await house.open(invited.url ?? '', { isPhone: size === 'phone' })
    await page.getByRole('heading', { name: /^Join / }).waitFor()
    await lookAt(page, `invitation-${size}`)
  })
}

/** Waits until nothing moves or changes its colour any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    await frame()
    await frame()
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((each) => each.finished))
    await frame()
  })
}

/** A picture in light and in dark, and nothing in either that hides or is too wide. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await settled(page)
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`) })
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await expect.poll(() => violations(page, asked[scheme])).toEqual([])
  }
  await fitsNarrow(page)
}

/** The narrowest phone there is to be had holds it too. */
async function fitsNarrow(page: Page): Promise<void> {
  const size = page.viewportSize()
  if (!size || size.width > 500) return
  await page.setViewportSize({ ...size, width: narrowest })
  await settled(page)
  await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}

/** What has moved on the page since it was opened without anybody having done anything, where more than a little has. */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Watched for by the script that each page begins with.
    const { shifts } = window as unknown as { shifts: { sum: number; what: string[] } }
    return shifts.sum < 0.01 ? [] : [`${shifts.sum.toFixed(3)} of the screen`, ...shifts.what]
  })
}

/** By how much the page is wider than the screen; a phone would widen its window to hold it. */
async function overflow(page: Page): Promise<number> {
  const { width = 0 } = page.viewportSize() ?? {}
  return (await page.evaluate(() => document.documentElement.scrollWidth)) - width
}

type Axe = {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }>
}

/** What is asked of a page: everything, and in the other scheme, where only the colours differ, about those. */
const asked = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  dark: { type: 'rule', values: ['color-contrast'] },
}

async function violations(page: Page, runOnly: (typeof asked)[keyof typeof asked]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (runOnly) => {
    // The script above puts it there.
    const { axe } = window as unknown as { axe: Axe }
    return (await axe.run({ runOnly, resultTypes: ['violations'] })).violations
  }, runOnly)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`),
  )
}
