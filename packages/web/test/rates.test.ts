import type { Client, Project, Workspace } from '@sundial/sdk'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
let team: Workspace
let client: Client
let website: Project

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const { api, me } = ines
  team = await given(api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  await given(api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  me.default_workspace_id = team.id
  oda = await join(server, ines, team.id)
  await given(oda.api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  client = await given(api.POST('/clients', { body: { workspace_id: team.id, name: 'Orchard & Daughters' } }))
  website = await addProject(ines, { title: 'Website', client_id: client.id, color: '#3F9142' })
  await given(
    api.POST('/tasks', {
      body: { workspace_id: team.id, project_id: website.id, name: 'Fix basket rounding' },
    }),
  )
  const entry = (daysAgo: number, to: string) =>
    addEntry(ines, {
      workspace_id: team.id,
      project_id: website.id,
      billing_status: 'billable',
      title: 'Work',
      daysAgo,
      from: '9:00',
      to,
    })
  await entry(0, '10:00')
  await entry(3, '11:00')
  await entry(40, '12:00')
})

const projectPath = () => `/projects/${website.id}`

/** The figures over the project's page. */
async function figures(page: Page): Promise<Record<string, string>> {
  const names = await page.locator('dl dt').allTextContents()
  const values = await page.locator('dl dd').allTextContents()
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
}

/** A change of rates reaches the amounts a moment later. */
function seeAmount(page: Page, amount: string) {
  return expect.poll(async () => (await figures(page))['Amount']).toBe(amount)
}

async function readRates(list: Locator): Promise<string[]> {
  const rows = await list.getByRole('table').getByRole('row').allInnerTexts()
  return rows.slice(1).map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

const kindOf = (page: Page | Locator, kind: 'Billable' | 'Cost') =>
  page.getByRole('region', { name: `${kind} rate`, exact: true })

async function setRate(page: Page | Locator, kind: 'Billable' | 'Cost', amount: string) {
  const list = kindOf(page, kind)
  await list.getByRole('button', { name: `Set ${kind.toLowerCase()} rate` }).click()
  await list.getByLabel('An hour').fill(amount)
  await list.getByRole('button', { name: 'Set rate' }).click()
  await list.getByRole('form').waitFor({ state: 'detached' })
}

test('a rate of the workspace gives time its amount', async () => {
  const page = await house.open('/settings/workspace', { as: ines })
  const billable = kindOf(page, 'Billable')
  await billable.getByText('No rate. Billable time gets no amount').waitFor()
  await billable.getByRole('button', { name: 'Set billable rate' }).click()
  await billable.getByLabel('An hour').fill('eighty')
  await billable.getByRole('button', { name: 'Set rate' }).click()
  await billable.getByText('Write an amount such as 95.50.').waitFor()
  await billable.getByRole('button', { name: 'Cancel' }).click()
  await setRate(page, 'Billable', '80')
  await setRate(page, 'Cost', '30')
  await expect.poll(() => readRates(billable)).toEqual(['€80.00 Always Holds today'])
  await expect.poll(() => readRates(kindOf(page, 'Cost'))).toEqual(['€30.00 Always Holds today'])

  await page.getByRole('link', { name: 'Projects' }).first().click()
  await page.getByRole('link', { name: 'Website' }).click()
  await page.getByRole('heading', { name: 'Website', level: 1 }).waitFor()
  await seeAmount(page, '€480.00')
  await expect
    .poll(() => figures(page))
    .toEqual({
      Hours: '6:00',
      'Billable hours': '6:00',
      Amount: '€480.00',
      Cost: '€180.00',
      Profit: '€300.00',
    })
  await page.getByText('No rate here: the workspace’s €80.00 holds.').waitFor()
})

test('a rate from today on leaves the time before it alone', async () => {
  const page = await house.open('/settings/workspace', { as: ines })
  await setRate(page, 'Billable', '100,50')
  const rates = await readRates(kindOf(page, 'Billable'))
  expect(rates).toHaveLength(2)
  expect(rates[0]).toMatch(/^€100\.50 .* Holds today$/)
  expect(rates[1]).toBe('€80.00 Always')
  // A second one from the same day would have to be a change of the first.
  await kindOf(page, 'Billable').getByRole('button', { name: 'Set billable rate' }).click()
  await kindOf(page, 'Billable').getByLabel('An hour').fill('1')
  await kindOf(page, 'Billable').getByRole('button', { name: 'Set rate' }).click()
  await page.getByText('There is a rate from this day already.').waitFor()

  const project = await house.open(projectPath(), { as: ines })
  await seeAmount(project, '€500.50')
})

test('the project’s rate comes before the workspace’s; taken back it no longer does, until that is undone', async () => {
  const page = await house.open(projectPath(), { as: ines })
  await setRate(page, 'Billable', '95.50')
  await seeAmount(page, '€573.00')
  const billable = kindOf(page, 'Billable')
  await expect.poll(() => readRates(billable)).toEqual(['€95.50 Always Holds today'])

  await billable.getByRole('button', { name: /^Take back €95\.50/ }).click()
  await billable.getByText('No rate here: the workspace’s €100.50 holds.').waitFor()
  await seeAmount(page, '€500.50')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(() => readRates(billable)).toEqual(['€95.50 Always Holds today'])
  await seeAmount(page, '€573.00')

  await billable.getByRole('button', { name: /^Change €95\.50/ }).click()
  await expect.poll(() => billable.getByLabel('An hour').inputValue()).toBe('95.50')
  await billable.getByLabel('An hour').fill('90')
  await billable.getByRole('button', { name: 'Save rate' }).click()
  await seeAmount(page, '€540.00')
})

test('a person and a task have rates of their own on a project', async () => {
  const page = await house.open(projectPath(), { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Rates of Ines Falk: Billable (€90.00) Cost (€30.00)' }).click()
  await dialog.getByText('No rate here: the project’s €90.00 holds.').waitFor()
  await setRate(dialog, 'Billable', '120')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Rates of Ines Falk: Billable €120.00' }).waitFor()
  await seeAmount(page, '€720.00')

  await page.getByRole('combobox', { name: 'Choose a task' }).click()
  await page.getByRole('option', { name: 'Fix basket rounding' }).click()
  await setRate(dialog, 'Billable', '60')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Rates of Fix basket rounding: Billable €60.00' }).waitFor()
})

test('what a member’s time is worth stands on the team’s page, and is set there', async () => {
  const page = await house.open('/team', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Rates of Oda Brandt: Billable (€100.50) Cost (€30.00)' }).click()
  await setRate(dialog, 'Cost', '45')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Rates of Oda Brandt: Billable (€100.50) Cost €45.00' }).waitFor()
})

test('a client has a currency, and rates in it', async () => {
  const page = await house.open('/clients', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByRole('link', { name: 'Orchard & Daughters', exact: true }).click()
  await page.getByRole('button', { name: 'Edit client' }).click()
  await dialog.getByLabel('Currency').fill('us dollar')
  await page.getByRole('option', { name: 'USD US Dollar' }).click()
  await dialog.getByRole('button', { name: 'Save client' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('USD', { exact: true }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: 'Rates of client Orchard & Daughters' }).click()
  await setRate(dialog, 'Billable', '110')
  await expect.poll(() => readRates(kindOf(dialog, 'Billable'))).toEqual(['US$110.00 Always Holds today'])
})

test('a budget of hours or of money says what is left of it, and what is over', async () => {
  const page = await house.open(projectPath(), { as: ines })
  const dialog = page.getByRole('dialog')
  const budget = page.getByRole('region', { name: 'Budget', exact: true })
  await budget.getByText('No budget.').waitFor()
  await budget.getByRole('button', { name: 'Set budget' }).click()
  await dialog.getByRole('button', { name: 'Save budget' }).click()
  await dialog.getByText('Write hours such as 80 or 37:30.').waitFor()
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('10')
  await dialog.getByRole('button', { name: 'Save budget' }).click()
  await dialog.waitFor({ state: 'detached' })
  await budget.getByText('of 10:00 hours used').waitFor()
  await budget.getByText('4:00 left').waitFor()
  await budget.getByText('At the pace of the last four weeks it is used up on').waitFor()
  await expect.poll(() => budget.getByRole('meter').getAttribute('aria-valuetext')).toBe('60% used')

  await budget.getByRole('button', { name: 'Change budget' }).click()
  await dialog.getByText('Money', { exact: true }).click()
  await dialog.getByLabel('Amount').fill('600')
  await dialog.getByLabel('Currency').click()
  await page.getByRole('option', { name: 'EUR Euro', exact: true }).click()
  await dialog.getByRole('button', { name: 'Save budget' }).click()
  await dialog.waitFor({ state: 'detached' })
  await budget.getByText('Over budget by €120.00').waitFor()

  await page.getByRole('link', { name: 'Projects' }).first().click()
  await page.getByText('Over, 120%').waitFor()
  await page.getByRole('link', { name: 'Website' }).click()
  await budget.getByRole('button', { name: 'Change budget' }).click()
  await dialog.getByRole('button', { name: 'Take budget away' }).click()
  await dialog.waitFor({ state: 'detached' })
  await budget.getByText('No budget.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await budget.getByText('Over budget by €120.00').waitFor()
})

test('the workspace settles its currency and how reports round', async () => {
  const page = await house.open('/settings/workspace', { as: ines })
  const section = page.getByRole('region', { name: 'Money and rounding' })
  await section.getByRole('combobox', { name: 'Reports round time' }).click()
  await page.getByRole('option', { name: 'Up' }).click()
  await section.getByLabel('Step in minutes').fill('15')
  await section.getByRole('button', { name: 'Save money and rounding' }).click()
  await page.getByText('Saved.').waitFor()
  const saved = await given(ines.api.GET('/workspaces/{id}', { params: { path: { id: team.id } } }))
  expect([saved.rounding_mode, saved.rounding_minutes, saved.currency]).toEqual(['up', 15, 'EUR'])
})

test('a member sees their hours, and nothing of rates and budgets', async () => {
  const asked: string[] = []
  const page = await house.open('/projects', { as: oda })
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.getByRole('link', { name: 'Website' }).click()
  await page.getByRole('heading', { name: 'Hours over time' }).waitFor()
  await page.getByText('My hours').waitFor()
  await expect.poll(async () => Object.keys(await figures(page))).toEqual(['My hours', 'Billable hours'])
  for (const path of ['/team', '/clients', '/settings/workspace']) {
    await page.goto(new URL(path, house.server.url).href)
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' })
  }
  await expect.poll(() => page.getByText(/rate|budget|€/i).count()).toBe(0)
  expect(asked.filter((path) => /^\/sundial\/.*(rates|budget)/.test(path))).toEqual([])
})

test('a notice comes when a budget is used up, and leads to its project', async () => {
  house.expectProblem(/Failed to load resource|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING/)
  const page = await house.open('/', { as: ines })
  await page.getByRole('heading', { name: 'Timer' }).waitFor()
  const budget = { seconds: 5 * 3600, alert_percent: 80 }
  // Once it has heard of this, it will ask for what it misses.
  const hasHeard = page.waitForRequest(/\/projects\?/)
  await given(ines.api.PUT('/projects/{id}/budget', { params: { path: { id: website.id } }, body: budget }))
  await hasHeard
  // Budgets are looked at once a minute, first when the server starts.
  await house.server.kill()
  await house.server.restart()
  await page.getByText('Website has used up its budget (120%).').waitFor({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Open project' }).click()
  await page.getByText('Over budget by 1:00').waitFor()
})
