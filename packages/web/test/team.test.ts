import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, useHouse } from './support/house.ts'
import { password, setUp, type Person } from './support/server.ts'

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
})

async function invite(page: Page, email: string): Promise<string> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Invite someone' }).click()
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  const link = await dialog
    .getByRole('group', { name: /Give .* this link/ })
    .getByRole('code')
    .textContent()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  return link ?? ''
}

test('a team is made, and somebody new joins it by the link', async () => {
  const page = await house.open('/settings/workspace', { as: ines })
  await page.getByLabel('Name').last().fill('Lighthouse Studio')
  await page.getByRole('button', { name: 'Create team workspace' }).click()
  await page.getByText('“Lighthouse Studio” created.').waitFor()
  // A stream learns of a workspace made after it began only in time.
  await page.goto(addressOf(house.server, '/team'))
  const link = await invite(page, 'oda@example.org')
  await page.getByText('oda@example.org').waitFor()

  const guest = await house.open(link)
  await guest.getByRole('heading', { name: 'Join Lighthouse Studio' }).waitFor()
  await expect.poll(() => guest.getByLabel('E-mail').inputValue()).toBe('oda@example.org')
  await guest.getByLabel('Name').fill('Oda Brandt')
  await guest.getByLabel('Password', { exact: true }).fill(password)
  await guest.getByRole('button', { name: 'Create account' }).click()
  await guest.getByRole('heading', { name: 'Timer' }).waitFor()

  // The owner's list has heard of it; what the owner then decides is felt at once.
  await page.getByText('Oda Brandt', { exact: true }).waitFor()
  await guest.getByRole('button', { name: 'Oda Brandt' }).click()
  await guest.getByRole('menuitem', { name: 'Lighthouse Studio' }).click()
  await guest.getByRole('button', { name: 'Start timer' }).waitFor()
  await page.getByRole('combobox', { name: 'Role of Oda Brandt' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await guest.getByText('You can look at this workspace, but not track time in it.').waitFor()
})

test('somebody with an account signs in to join', async () => {
  const owner = await house.open('/team', { as: ines })
  await owner.getByRole('button', { name: 'Actions for Oda Brandt' }).click()
  await owner.getByRole('menuitem', { name: 'Remove member' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove member' }).click()
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  await owner.getByText('Former member').waitFor()

  const guest = await house.open(await invite(owner, 'oda@example.org'))
  await guest.getByRole('link', { name: 'Sign in to join' }).click()
  await guest.getByLabel('E-mail').fill('oda@example.org')
  await guest.getByLabel('Password', { exact: true }).fill(password)
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click()
  await guest.getByRole('button', { name: 'Join Lighthouse Studio' }).click()
  await guest.getByRole('heading', { name: 'Timer' }).waitFor()
  await owner.getByText('Former member').waitFor({ state: 'detached' })
})

test('an invitation for somebody else says so, and one taken back is no longer valid', async () => {
  house.expectProblem(/40[0-9]|410/)
  const owner = await house.open('/team', { as: ines })
  const link = await invite(owner, 'late@example.org')
  const page = await house.open(link, { as: ines })
  await page.getByText('You are signed in as ines@example.org').waitFor()
  await owner.getByRole('button', { name: 'Withdraw the invitation of late@example.org' }).click()
  await owner.getByText('late@example.org').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor()
})
