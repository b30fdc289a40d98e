import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { addEntry, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
})

async function readList(page: Page): Promise<string[]> {
  const rows = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  return rows.map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

async function chooseAction(page: Page, title: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${title}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('projects grow into a tree, move in it, are archived, deleted and brought back', async () => {
  const page = await house.open('/projects', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByText('No projects yet').waitFor()
  await page.getByRole('button', { name: 'New project' }).first().click()
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await dialog.getByText('Give the project a title.').waitFor()
  await dialog.getByLabel('Title').fill('Website')
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => readList(page)).toEqual(['Website'])

  await chooseAction(page, 'Website', 'New project below this')
  await dialog.getByLabel('Title').press('Escape')
  const opener = page.getByRole('button', { name: 'Actions for Website' })
  await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
  await opener.press('Enter')
  await page.getByRole('menuitem', { name: 'New project below this' }).press('Enter')
  await dialog.getByLabel('Title').fill('Shop')
  await dialog.getByLabel('Billing of new entries').click()
  await page.getByRole('option', { name: 'Not billable' }).click()
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'New project' }).click()
  await dialog.getByLabel('Title').fill('Garden')
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => readList(page)).toEqual(['Website', 'Shop Not billable', 'Garden'])
  await page.getByText('3 projects').waitFor()

  await page.getByRole('button', { name: 'Close Website' }).click()
  await expect.poll(() => readList(page)).toEqual(['Website', 'Garden'])
  await page.getByRole('button', { name: 'Open Website' }).click()

  await chooseAction(page, 'Shop', 'Edit or move')
  await dialog.getByLabel('Title').fill('Seed shop')
  await dialog.getByLabel('Below').click()
  await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['Website', 'Garden'])
  await page.getByRole('option', { name: 'Garden' }).click()
  await dialog.getByRole('button', { name: 'Save project' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => readList(page)).toEqual(['Website', 'Garden', 'Seed shop Not billable'])

  await page.getByLabel('Search projects').fill('seed')
  await expect.poll(() => readList(page)).toEqual(['Garden ▸ Seed shop Not billable'])
  await page.getByRole('button', { name: 'Clear' }).click()

  await chooseAction(page, 'Garden', 'Archive project')
  await expect.poll(() => readList(page)).toEqual(['Website'])
  await page.getByRole('switch', { name: 'Show archived' }).click({ force: true })
  await expect.poll(async () => (await readList(page)).length).toBe(3)
  await chooseAction(page, 'Garden', 'Unarchive project')
  await page.getByText('“Garden” is active again.').waitFor()

  const { data } = await given(ines.api.GET('/projects'))
  const shop = data.find(({ title }) => title === 'Seed shop')
  await addEntry(ines, { from: '8:00', to: '9:00', title: 'Sow', project_id: shop?.id ?? null })
  await chooseAction(page, 'Garden', 'Delete project')
  await expect.poll(() => readList(page)).toEqual(['Website'])
  await page.getByText('“Garden” and everything below it deleted.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => readList(page)).toEqual(['Website', 'Garden', 'Seed shop Not billable'])
  await page.getByRole('link', { name: 'Timer' }).first().click()
  await page.getByRole('button', { name: 'Project: Garden ▸ Seed shop' }).waitFor()
})

test('clients are made, edited, found, deleted and brought back', async () => {
  const page = await house.open('/clients', { as: ines })
  const dialog = page.getByRole('dialog')
  for (const name of ['Orchard & Daughters', 'Beacon Tea']) {
    await page.getByRole('button', { name: 'New client' }).first().click()
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Create client' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(name).waitFor()
  }
  await expect.poll(() => readList(page)).toEqual(['Beacon Tea', 'Orchard & Daughters'])
  await page.getByRole('link', { name: 'Beacon Tea', exact: true }).click()
  await page.getByRole('button', { name: 'Edit client' }).click()
  await dialog.getByLabel('E-mail').fill('tea@example.org')
  await dialog.getByRole('button', { name: 'Save client' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'tea@example.org' }).waitFor()
  await page.goBack()
  await expect.poll(() => readList(page)).toEqual(['Beacon Tea tea@example.org', 'Orchard & Daughters'])
  await page.getByLabel('Search clients').fill('orch')
  await expect.poll(() => readList(page)).toEqual(['Orchard & Daughters'])
  await page.getByRole('button', { name: 'Delete client Orchard & Daughters' }).click()
  await page.getByText('No client fits.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readList(page)).toEqual(['Orchard & Daughters'])
})

test('tags are made, renamed where they stand, deleted and brought back', async () => {
  const page = await house.open('/tags', { as: ines })
  await page.getByLabel('Name of a new tag').fill('mail')
  await page.getByRole('button', { name: 'Create tag' }).click()
  await page.getByLabel('Name of tag mail').fill('post')
  await page.getByLabel('Name of tag mail').press('Enter')
  await page.getByLabel('Name of tag post').waitFor()
  await page.getByRole('button', { name: 'Delete tag post' }).click()
  await page.getByText('No tags yet').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByLabel('Name of tag post').waitFor()
})

test('the profile decides how times read', async () => {
  const page = await house.open('/settings/profile', { as: ines })
  await page.getByRole('combobox', { name: 'Clock' }).click()
  await page.getByRole('option', { name: '12 hours' }).click()
  await page.getByRole('combobox', { name: 'Durations' }).click()
  await page.getByRole('option', { name: 'Decimal hours' }).click()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Saved.').waitFor()
  await page.getByRole('link', { name: 'Timer' }).first().click()
  await expect.poll(() => page.getByLabel('Start', { exact: true }).inputValue()).toBe('8:00 AM')
  await expect.poll(() => page.getByLabel('Duration', { exact: true }).inputValue()).toBe('1.00')
})
