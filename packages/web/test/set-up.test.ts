import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { lookAt } from './support/screens.ts'
import { given } from './support/seed.ts'
import { password, signInAs } from './support/server.ts'

const house = useHouse()
const email = 'ines@example.org'

async function signIn(page: Page, secret: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(page: Page) {
  // What the page was asking for as the session ended is refused.
  house.expectProblem(/401/)
  await page.getByRole('button', { name: 'Ines Falk' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

test('a new server asks for the address it printed', async () => {
  const page = await house.open('/')
  await page.getByText('Open the address the server printed').waitFor()
})

test.each(['desktop', 'phone'])('set-up on a %s', async (size) => {
  const page = await house.open(house.server.setupUrl ?? '', { isPhone: size === 'phone' })
  await page.getByLabel('E-mail').waitFor()
  await page.getByRole('checkbox', { name: 'sample data' }).scrollIntoViewIfNeeded()
  await lookAt(page, `set-up-${size}`)
})

test('the printed address leads through set-up to the timer', async () => {
  const page = await house.open(house.server.setupUrl ?? '')
  await page.getByLabel('Name').fill('Ines Falk')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account and start' }).click()
  await page.getByRole('heading', { name: 'Timer' }).waitFor()
  await page.getByText('No time tracked here yet').waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('a server that is set up has no set-up any more', async () => {
  const page = await house.open(house.server.setupUrl ?? '')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('signing out and in again leads to the page that was asked for', async () => {
  const page = await house.open('/projects')
  await signIn(page, password)
  await page.getByRole('heading', { name: 'Projects' }).waitFor()
  await signOut(page)
  await signIn(page, password)
  await page.getByRole('heading', { name: 'Timer' }).waitFor()
})

test('a wrong password is refused in words', async () => {
  house.expectProblem(/401/)
  const page = await house.open('/')
  await signIn(page, 'not the password')
  await page.getByRole('alert').waitFor()
  await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/password/i)
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe(email)
})

test('without a mail server, a forgotten password is for the administrator to reset', async () => {
  const page = await house.open('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByText('This server sends no mail').waitFor()
})

test('a reset link sets a new password, once', async () => {
  house.expectProblem(/410/)
  const { api, me } = await signInAs(house.server, email)
  const { url } = await given(api.POST('/users/{id}/password-reset', { params: { path: { id: me.id } } }))
  const page = await house.open(url)
  await page.getByLabel('Password', { exact: true }).fill('another good password')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('Your new password is set').waitFor()
  await page.getByRole('link', { name: 'Back to sign-in' }).click()
  await signIn(page, 'another good password')
  await page.getByRole('heading', { name: 'Timer' }).waitFor()

  await page.goto(url)
  await page.getByLabel('Password', { exact: true }).fill('a third good password')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('alert').waitFor()
})

test('the password is changed in the settings', async () => {
  const page = await house.open('/settings/password')
  await signIn(page, 'another good password')
  await page.getByLabel('Current password').fill('another good password')
  await page.locator('form').getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Password changed').waitFor()
  await signOut(page)
  await signIn(page, password)
  await page.getByRole('heading', { name: 'Timer' }).waitFor()
})

test('an address that leads nowhere says so', async () => {
  const page = await house.open('/no/such/page')
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
})
