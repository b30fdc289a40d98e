import { createSundialClient } from '@sundial/sdk'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
let team: number

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const { id } = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  team = id
  await given(ines.api.PATCH('/me', { body: { default_workspace_id: id } }))
  ines.me.default_workspace_id = id
  oda = await join(server, ines, id)
  await given(oda.api.PATCH('/me', { body: { default_workspace_id: id } }))
  await given(ines.api.POST('/clients', { body: { workspace_id: id, name: 'Orchard' } }))
})

test('an administrator makes a token for somebody, switches it off and on, rotates it and deletes it', async () => {
  const page = await house.open('/', { as: ines })
  await page.getByRole('button', { name: /^Lighthouse Studio/ }).click()
  await page.getByRole('menuitem', { name: 'Admin' }).click()
  await page.waitForURL('**/admin/api-tokens')
  await page.getByText('No keys yet').waitFor()
  await page.getByRole('button', { name: 'Create token' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Create token' }).click()
  await dialog.getByText('Choose whose token it is.').waitFor()
  await dialog.getByLabel('Name').fill('Night export')
  await dialog.getByRole('combobox', { name: 'Owner' }).fill('oda')
  await page.getByRole('option', { name: 'Oda Brandt · oda@example.org' }).click()
  await dialog.getByLabel('Description').fill('Runs in the basement')
  await dialog.getByRole('combobox', { name: 'May' }).click()
  await page.getByRole('option', { name: 'Only what is ticked' }).click()
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await dialog.getByRole('checkbox', { name: 'Read: Projects' }).check()
  await dialog.getByRole('checkbox', { name: 'Read: Deals' }).check()
  await dialog.getByRole('combobox', { name: 'Workspace' }).click()
  await page.getByRole('option', { name: 'Lighthouse Studio' }).click()
  house.expectProblem(/422/)
  await dialog.getByLabel('Works only from').fill('somewhere')
  await dialog.getByRole('button', { name: 'Create token' }).click()
  // Refused, and all that was typed is still there.
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('Works only from').fill('127.0.0.1\n198.51.100.0/24')
  await dialog.getByRole('button', { name: 'Create token' }).click()
  await dialog.getByText('Copy it now').waitFor()
  const first = (await dialog.getByRole('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })

  const { data } = await given(oda.api.GET('/tokens'))
  expect(data).toMatchObject([
    {
      name: 'Night export',
      description: 'Runs in the basement',
      scopes: ['read:projects', 'read:deals'],
      workspace_id: team,
      allowed_ips: ['127.0.0.1', '198.51.100.0/24'],
    },
  ])
  await expect.poll(() => statusWith(first)).toBe(200)

  const row = page.getByRole('row', { name: /^Night export tt_/ })
  await row.getByText('read:projects, read:deals').waitFor()
  await row.getByText('from 127.0.0.1, 198.51.100.0/24').waitFor()
  await row.getByText('oda@example.org').waitFor()
  await flip(row.getByRole('switch', { name: 'Night export works' }), false)
  await expect.poll(() => statusWith(first)).toBe(401)
  await flip(row.getByRole('switch', { name: 'Night export works' }), true)
  await expect.poll(() => statusWith(first)).toBe(200)

  await row.getByText('Requests: 1×').waitFor()
  await row.getByRole('button', { name: 'Actions for Night export' }).click()
  await page.getByRole('menuitem', { name: 'Change request limit' }).click()
  for (const wrong of ['1001', '2.5', '-3', '']) {
    await dialog.getByLabel('Requests').fill('7')
    await dialog.getByText('Write a whole number from 1 to 1000.').waitFor({ state: 'detached' })
    await dialog.getByLabel('Requests').fill(wrong)
    await dialog.getByRole('button', { name: 'Save limit' }).click()
    await dialog.getByText('Write a whole number from 1 to 1000.').waitFor()
    await expect
      .poll(() => dialog.getByLabel('Requests').evaluate((field) => field === document.activeElement))
      .toBe(true)
  }
  await dialog.getByLabel('Requests').fill('20')
  await dialog.getByRole('button', { name: 'Save limit' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row.getByText('Requests: 20×').waitFor()
  await expect
    .poll(async () => (await given(oda.api.GET('/tokens'))).data)
    .toMatchObject([{ limit_factor: 20 }])

  await row.getByRole('button', { name: 'Actions for Night export' }).click()
  await page.getByRole('menuitem', { name: 'Rotate token' }).click()
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await dialog.getByText('Copy it now').waitFor()
  const second = (await dialog.getByRole('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => [await statusWith(first), await statusWith(second)]).toEqual([401, 200])

  await page.getByLabel('Search by owner’s e-mail').fill('ines')
  await page.getByText('No token fits').waitFor()
  await page.getByLabel('Search by owner’s e-mail').fill('ODA@')
  await page.getByText('2 tokens').waitFor()
  await page.getByRole('button', { name: 'Actions for Night export (rotated)' }).click()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('1 token', { exact: true }).waitFor()
  await expect.poll(() => statusWith(second)).toBe(401)

  // Its owner sees what became of it, and switches it on again.
  const own = await house.open('/settings/api-keys', { as: oda })
  await own.getByText('Runs in the basement').waitFor()
  await own.getByText(/^switched off · read:projects/).waitFor()
  await flip(own.getByRole('switch', { name: 'Night export works' }), true)
  await expect.poll(() => statusWith(first)).toBe(200)
  await expect.poll(() => own.getByRole('link', { name: 'Audit log' }).count()).toBe(0)
  await own.goto(new URL('/admin/api-tokens', house.server.url).href)
  await own.getByText('This is kept by the administrators of the installation').waitFor()
})

test('many tokens come page by page', async () => {
  const { data: own } = await given(ines.api.GET('/tokens', { params: { query: { limit: 500 } } }))
  for (let count = own.length; count < 55; count += 1)
    await given(ines.api.POST('/tokens', { body: { name: `Script ${count}` } }))
  const page = await house.open('/admin/api-tokens', { as: ines })
  await page.getByText('50 tokens shown, and there are more').waitFor()
  await page.getByRole('button', { name: 'Show more tokens' }).click()
  await page.getByText('56 tokens', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Show more tokens' }).count()).toBe(0)
})

test('the audit log says who did what, shows what changed, and keeps its filters in the address', async () => {
  const project = await addProject(ines, { title: 'Website' })
  const what = { workspace_id: team, from: '9:00', to: '10:00', title: 'Draft the page' }
  await addEntry(oda, { ...what, project_id: project.id })
  const { data } = await given(oda.api.GET('/entries', { params: { query: { workspace_id: team } } }))
  const { id = 0 } = data[0] ?? {}
  const page = await house.open('/admin/audit-log', { as: ines })
  await line(page, 'Oda Brandt created entry “Draft the page”').waitFor()

  // Seen as it happens.
  await given(
    ines.api.PATCH('/entries/{id}', {
      params: { path: { id } },
      body: { title: 'Write the page', billing_status: 'not_billable', tags: ['site'], user_id: oda.me.id },
    }),
  )
  const rows = page.getByRole('main').getByRole('listitem')
  const changed = line(page, 'You changed entry “Write the page” of Oda Brandt')
  await changed.click()
  const facts = page.getByRole('listitem').filter({ has: changed }).getByRole('definition')
  await expect
    .poll(() => facts.allTextContents())
    .toEqual(['Draft the page→Write the page', 'Billable→Not billable', 'site'])

  await page.getByRole('combobox', { name: 'Who' }).click()
  await page.getByRole('option', { name: 'Oda Brandt' }).click()
  await changed.waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'What', exact: true }).click()
  await page.getByRole('option', { name: 'Time entries' }).click()
  await page.getByRole('combobox', { name: 'What was done' }).click()
  await page.getByRole('option', { name: 'Created' }).click()
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toEqual({ user_id: String(oda.me.id), subject_kind: 'entry', verb: 'created' })
  await expect.poll(() => rows.count()).toBe(1)
  await page.reload()
  await line(page, 'Oda Brandt created entry “Draft the page”').waitFor()
  await expect.poll(() => rows.count()).toBe(1)
  await page.goto(new URL('/admin/audit-log?from=2020-01-01&to=2020-01-31', house.server.url).href)
  await page.getByText('Nothing fits these filters').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).first().click()
  await changed.waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('')

  // An admin of the workspace who does not run the installation finds it among the settings.
  await setRole('admin')
  const other = await house.open('/settings/audit-log', { as: oda })
  await line(other, 'Ines Falk changed entry “Write the page” of You').waitFor()
  await other.getByRole('link', { name: 'Audit log' }).waitFor()
  await setRole('member')
  await other.getByText('What you did in Lighthouse Studio').waitFor()
  await expect.poll(() => other.getByText('Ines Falk changed').count()).toBe(0)
})

test('a module that is switched off is gone from the navigation of everybody at once', async () => {
  const member = await house.open('/projects', { as: oda })
  await member.getByRole('link', { name: 'Clients' }).waitFor()
  const page = await house.open('/settings/workspace', { as: ines })
  await flip(page.getByRole('switch', { name: 'Clients' }), false)
  await flip(page.getByRole('switch', { name: 'Deals' }), false)
  await expect.poll(async () => (await workspace()).disabled_modules.toSorted()).toEqual(['clients', 'deals'])
  await member.getByRole('link', { name: 'Clients' }).waitFor({ state: 'detached' })
  await member.getByRole('button', { name: 'New project' }).click()
  await member.getByRole('dialog').getByLabel('Title').waitFor()
  await expect.poll(() => member.getByRole('dialog').getByLabel('Client').count()).toBe(0)
  await member.goto(new URL('/clients', house.server.url).href)
  await member.getByText('This is switched off in this workspace').waitFor()
  // Who manages the workspace keeps its clients.
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByText('Orchard').waitFor()
  await page.goBack()
  await flip(page.getByRole('switch', { name: 'Clients' }), true)
  await member.getByRole('link', { name: 'Clients' }).waitFor()
  await member.getByText('Orchard').waitFor()
})

/** The field of a switch lies under its track. */
async function flip(toggle: Locator, isOn: boolean) {
  await toggle.click({ force: true })
  await expect.poll(() => toggle.isChecked()).toBe(isOn)
}

function line(page: Page, text: string): Locator {
  return page.getByRole('button', { name: text })
}

async function statusWith(token: string): Promise<number> {
  const api = createSundialClient({ baseUrl: house.server.url, token })
  return (await api.GET('/projects')).response.status
}

async function workspace() {
  return given(ines.api.GET('/workspaces/{id}', { params: { path: { id: team } } }))
}

async function setRole(role: 'admin' | 'member') {
  const { data } = await given(ines.api.GET('/workspaces/{id}/members', { params: { path: { id: team } } }))
  const { id: member_id = 0 } = data.find(({ user_id }) => user_id === oda.me.id) ?? {}
  const path = { id: team, member_id }
  await given(ines.api.PATCH('/workspaces/{id}/members/{member_id}', { params: { path }, body: { role } }))
}
