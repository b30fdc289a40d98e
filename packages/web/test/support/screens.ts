import axe from 'axe-core'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './house.ts'
import { fillHouse } from './sample-data.ts'
import { given } from './seed.ts'
import { setUp, type Person } from './server.ts'

/** Where to write a picture of each screen; none are written without it. */
const pictures = process.env.SCREENSHOTS

type Who = 'owner' | 'newcomer' | 'nobody'
type Screen = { name: string; path: string; who?: Who; heading: string; open?: (page: Page) => Promise<void> }

const button = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
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
  { name: 'projects', path: '/projects', heading: 'Projects' },
  { name: 'projects-empty', path: '/projects', who: 'newcomer', heading: 'Projects' },
  { name: 'project-dialog', path: '/projects', heading: 'Projects', open: button('New project') },
  { name: 'clients', path: '/clients', heading: 'Clients' },
  { name: 'clients-empty', path: '/clients', who: 'newcomer', heading: 'Clients' },
  { name: 'client-dialog', path: '/clients', heading: 'Clients', open: button('New client') },
  { name: 'tags', path: '/tags', heading: 'Tags' },
  { name: 'tags-empty', path: '/tags', who: 'newcomer', heading: 'Tags' },
  { name: 'team', path: '/team', heading: 'Team' },
  { name: 'invite-dialog', path: '/team', heading: 'Team', open: button('Invite someone') },
  { name: 'more', path: '/more', heading: 'More' },
  { name: 'profile', path: '/settings/profile', heading: 'Settings' },
  { name: 'password', path: '/settings/password', heading: 'Settings' },
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
    name: 'connect',
    path: '/settings/connect',
    heading: 'Settings',
    open: async (page) => {
      await page.getByRole('button', { name: 'Make a key' }).first().click()
      await page.getByText('Copy it now').first().waitFor()
    },
  },
  { name: 'workspace', path: '/settings/workspace', heading: 'Settings' },
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
  })

  test.each(screens)(`$name on a ${size}`, async ({ name, path, who = 'owner', heading, open }) => {
    const as = { owner, newcomer, nobody: undefined }[who]
    const page = await house.open(path, { isPhone: size === 'phone', ...(as && { as }) })
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' })
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

/** A picture in light and in dark, and nothing in either that hides or is too wide. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`) })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  }
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

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    // The script above puts it there.
    const { axe } = window as unknown as { axe: Axe }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    return (await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`),
  )
}
