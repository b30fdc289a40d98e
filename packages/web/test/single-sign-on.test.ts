import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { useHouse, type Look } from './support/house.ts'
import { openProvider } from './support/provider.ts'
import { lookAt } from './support/screens.ts'
import { given } from './support/seed.ts'
import { password, setUp, type Person } from './support/server.ts'

const provider = await openProvider()
afterAll(() => provider.close())

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  provider.returnTo(server.url)
}, provider.settings)

/** A page of this server; the provider's page asks for a font elsewhere, which is not there. */
async function open(path: string, look?: Look): Promise<Page> {
  house.expectProblem(/fonts\.googleapis\.com|net::ERR_/)
  const page = await house.open(path, look)
  await page.context().route(/googleapis/, (route) => route.abort())
  return page
}

/** Through the pages of the provider: who one is, and that this server may know it. */
async function passProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

const signIn = (page: Page) => page.getByRole('button', { name: 'Sign in with Harbour' }).click()

test('somebody new signs in with the provider and is where they wanted to be', async () => {
  provider.people['nora'] = { email: 'nora@example.org', email_verified: true, name: 'Nora Ness' }
  const page = await open('/tasks')
  await lookAt(page, 'single-sign-on')
  await signIn(page)
  await passProvider(page, 'nora')
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/tasks')
  await page.getByRole('button', { name: 'Nora Ness' }).waitFor()

  // She has no password to change, or to be asked for.
  await page.goto(`${house.server.url}/settings/password`)
  await page.getByText('You sign in without one.').waitFor()
  await lookAt(page, 'single-sign-on-no-password')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('dialog').getByLabel('Name').waitFor()
  expect(await page.getByLabel('Current password').count()).toBe(0)
  expect(await page.getByRole('region', { name: 'Two-factor authentication' }).count()).toBe(0)
})

test('somebody who cancels there reads so here', async () => {
  const page = await open('/sign-in')
  await signIn(page)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByRole('alert').getByText('The sign-in was cancelled.').waitFor()
})

test('whoever has a password is told to connect, does so, signs in, and disconnects', async () => {
  provider.people['ines'] = { email: ines.email, email_verified: true }
  const page = await open('/sign-in')
  await signIn(page)
  await passProvider(page, 'ines')
  await page.getByRole('alert').getByText('connect Harbour under Settings').waitFor()
  await page.getByLabel('E-mail').fill(ines.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Timer' }).waitFor()

  await page.goto(`${house.server.url}/settings/password`)
  await page.getByRole('button', { name: 'Connect Harbour' }).click()
  // The provider knows the browser from before.
  const section = page.getByRole('region', { name: 'Single sign-on' })
  await section.getByText(/^connected/).waitFor()
  await lookAt(page, 'single-sign-on-connected')

  const other = await open('/sign-in')
  await signIn(other)
  await passProvider(other, 'ines')
  await other.getByRole('heading', { name: 'Timer' }).waitFor()
  await page.reload()
  await page.getByText('with single sign-on').waitFor()

  await section.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await section.getByRole('listitem').waitFor({ state: 'detached' })
  expect((await given(ines.api.GET('/me/identities'))).data).toEqual([])
  // The browser that was in by it is out.
  house.expectProblem(/401/)
  await other.reload()
  await other.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('a provider that is down is told of, and the password still works', async () => {
  await provider.close()
  house.expectProblem(/503/)
  const { server } = house
  await server.kill()
  await server.restart()
  const page = await open('/sign-in')
  await signIn(page)
  await page.getByRole('alert').getByText('cannot be reached').waitFor()
  await page.getByLabel('E-mail').fill(ines.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Timer' }).waitFor()
})
