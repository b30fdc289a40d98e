import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { de } from '../src/locales/de/index.ts'
import { es } from '../src/locales/es/index.ts'
import { useHouse } from './support/house.ts'
import { dayOf, fillApprovals } from './support/sample-approvals.ts'
import { fillHouse } from './support/sample-data.ts'
import { lookAt } from './support/screens.ts'
import { given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let owner: Person
const house = useHouse(async ({ server }) => {
  owner = await setUp(server, 'Ines Falk-Overbeck')
  const newcomer = await fillHouse(server, owner)
  await fillApprovals(owner, newcomer)
})

const read = (locale: string | null) => given(owner.api.PATCH('/me', { body: { locale } }))

type Words = typeof de
type Wide = {
  name: string
  path: string
  heading: (words: Words) => string
  button?: (words: Words) => string
}

/** Where long words have least room. */
const widest: Wide[] = [
  { name: 'timer', path: '/', heading: ({ nav }) => nav.timer, button: ({ timer }) => timer.addTime },
  { name: 'timesheet', path: `/timesheet?day=${dayOf(1)}`, heading: ({ nav }) => nav.timesheet },
  { name: 'approvals', path: '/approvals', heading: ({ nav }) => nav.approvals },
  { name: 'reports', path: '/reports', heading: ({ nav }) => nav.reports },
  { name: 'deals', path: '/crm/deals', heading: ({ crm }) => crm.title },
  { name: 'more', path: '/more', heading: ({ nav }) => nav.more },
  { name: 'profile', path: '/settings/profile', heading: ({ nav }) => nav.settings },
  {
    name: 'api-keys',
    path: '/settings/api-keys',
    heading: ({ nav }) => nav.settings,
    button: ({ keys }) => keys.create,
  },
]

async function show(page: Page, words: Words, { heading, button }: Wide): Promise<void> {
  await page.getByRole('heading', { name: heading(words), level: 1, exact: true }).waitFor()
  await page.getByRole('status', { name: words.common.loading }).first().waitFor({ state: 'detached' })
  if (!button) return
  await page
    .getByRole('button', { name: button(words) })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
}

describe.each([
  ['de-DE', de],
  ['es-ES', es],
] as const)('in %s on a phone', (locale, words: Words) => {
  test.each(widest)('$name has room for its words', async (wide) => {
    await read(locale)
    const page = await house.open(wide.path, { as: owner, isPhone: true })
    await show(page, words, wide)
    await lookAt(page, `${wide.name}-phone-${locale.slice(0, 2)}`)
  })
})

test('before anybody signs in the language is the browser’s', async () => {
  const spanish = await house.open('/sign-in', { locale: 'es-MX' })
  await spanish.getByRole('heading', { name: es.session.signIn }).waitFor()
  expect(await spanish.locator('html').getAttribute('lang')).toBe('es-MX')
  const french = await house.open('/sign-in', { locale: 'fr-FR' })
  await french.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await french.locator('html').getAttribute('lang')).toBe('en')
})

test('an account’s language goes before the browser’s, and holds for dates and numbers, too', async () => {
  await read('es-ES')
  const page = await house.open(`/timesheet?day=2026-03-04`, { as: owner, locale: 'de-DE' })
  await page.getByRole('heading', { name: es.nav.timesheet, level: 1 }).waitFor()
  // The week is named at its head.
  await page
    .getByText(/\bmar\b/)
    .first()
    .waitFor()
})

test('another language chosen elsewhere is spoken at once', async () => {
  await read('de-DE')
  const page = await house.open('/projects', { as: owner })
  await page.getByRole('heading', { name: de.nav.projects, level: 1 }).waitFor()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await read('es-ES')
  await page.getByRole('heading', { name: es.nav.projects, level: 1 }).waitFor()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('es-ES')
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('decimal hours are written as the language writes them', async () => {
  await read('de-DE')
  await given(owner.api.PATCH('/me', { body: { duration_format: 'decimal' } }))
  const page = await house.open('/', { as: owner })
  await page.getByRole('button', { name: de.timer.addTime }).first().click()
  await page.getByRole('dialog').getByText('1,00', { exact: true }).waitFor()
  await given(owner.api.PATCH('/me', { body: { duration_format: 'clock' } }))
})

test('a refusal is told in the language of whoever is refused', async () => {
  house.expectProblem(/401/)
  const page = await house.open('/sign-in', { locale: 'de-DE' })
  await page.getByLabel(de.session.email).fill('nobody@example.org')
  await page.getByLabel(de.session.password, { exact: true }).fill('this is no password of theirs')
  await page.getByRole('button', { name: de.session.signIn, exact: true }).click()
  await page.getByRole('alert').getByText(de.refusals.bad_credentials).waitFor()
})
