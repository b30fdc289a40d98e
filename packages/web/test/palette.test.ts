import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
let team: number
let clientId = 0

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const { id } = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  team = id
  await given(ines.api.PATCH('/me', { body: { default_workspace_id: id } }))
  ines.me.default_workspace_id = id
  oda = await join(server, ines, id)
  const client = await given(ines.api.POST('/clients', { body: { workspace_id: id, name: 'Harbour Books' } }))
  const project = await addProject(ines, { title: 'Harbour site', color: '#3F9142', client_id: client.id })
  await given(ines.api.POST('/tasks', { body: { project_id: project.id, name: 'Draw the harbour map' } }))
  clientId = client.id
  const title = 'Walk along the harbour'
  await addEntry(ines, { workspace_id: id, project_id: project.id, from: '9:00', to: '10:30', title })
  const person = { first_name: 'Hanna', last_name: 'Harbour' }
  await given(ines.api.POST('/contacts', { body: { client_id: client.id, ...person } }))
  await given(ines.api.POST('/leads', { body: { workspace_id: id, ...person, last_name: 'Harbourmaster' } }))
  await given(ines.api.POST('/deals', { body: { workspace_id: id, name: 'Harbour shop' } }))
})

function search(page: Page) {
  return page.getByRole('combobox', { name: 'Search, or do something' })
}

async function openPalette(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await search(page).waitFor()
}

/** What Enter would take. */
async function selected(page: Page): Promise<string> {
  return (await page.getByRole('option', { selected: true }).allTextContents()).join()
}

async function namesIn(page: Page, group: string): Promise<string[]> {
  return page.getByRole('group', { name: group, exact: true }).getByRole('option').allTextContents()
}

test('what there is in the workspace is found by its words, and each opens where it is at home', async () => {
  const page = await house.open('/', { as: ines })
  await openPalette(page)
  await search(page).fill('harb')
  await page.getByRole('group', { name: 'Deals' }).waitFor()
  await expect.poll(() => namesIn(page, 'Projects')).toEqual(['Harbour site'])
  await expect.poll(() => namesIn(page, 'Tasks')).toEqual(['Draw the harbour mapHarbour site'])
  await expect.poll(() => namesIn(page, 'Clients')).toEqual(['Harbour Books'])
  await expect
    .poll(() => namesIn(page, 'Entries'))
    .toEqual(['Walk along the harbourHarbour site · Today · 1:30'])
  await expect.poll(() => namesIn(page, 'Contacts')).toEqual(['Hanna HarbourHarbour Books'])
  await expect.poll(() => namesIn(page, 'Leads')).toEqual(['Hanna Harbourmaster'])
  await expect.poll(() => namesIn(page, 'Deals')).toEqual(['Harbour shopProspecting'])
  const dot = page.getByRole('option', { name: /^Harbour site/ }).locator('[style]')
  await expect
    .poll(() => dot.evaluate((each) => getComputedStyle(each).backgroundColor))
    .toBe('rgb(63, 145, 66)')

  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Harbour site', level: 1 }).waitFor()
  const goesTo: [string, string][] = [
    ['Draw the harbour map', '/tasks'],
    ['Harbour Books', `/clients/${clientId}`],
    ['Hanna Harbour', `/clients/${clientId}`],
    ['Hanna Harbourmaster', '/crm/leads'],
    ['Harbour shop', '/crm/deals'],
  ]
  for (const [name, path] of goesTo) {
    // From a page that is none of them.
    await page.goto(new URL('/tags', house.server.url).href)
    await openPalette(page)
    await search(page).fill(name)
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(path)
  }
  await page.getByRole('dialog', { name: 'Edit deal' }).waitFor()
  await page.goto(new URL('/tags', house.server.url).href)
  await openPalette(page)
  await search(page).fill('Harbourmaster')
  await page.getByRole('option', { name: /^Hanna Harbourmaster/ }).click()
  await page.getByRole('dialog', { name: 'Edit lead' }).getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await openPalette(page)
  await search(page).fill('new dea')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'New deal' }).waitFor()

  await page.goto(new URL('/tags', house.server.url).href)
  await openPalette(page)
  await search(page).fill('walk')
  await page.getByRole('option', { name: /^Walk along/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit entry' })
  await dialog.getByLabel('Title').fill('Walk around the harbour')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => titles(ines)).toContain('Walk around the harbour')
  expect(new URL(page.url()).pathname).toBe('/tags')
})

test('it is worked by the keyboard alone: a timer is started, paused, resumed and stopped, and pages are opened', async () => {
  const page = await house.open('/projects', { as: ines })
  await openPalette(page)
  await page.keyboard.type('paint the door')
  await page.getByRole('option', { name: 'Start timer: paint the door' }).waitFor()
  await page.keyboard.press('Enter')
  await search(page).waitFor({ state: 'detached' })
  await expect.poll(async () => (await timer())?.title).toBe('paint the door')

  await openPalette(page)
  await page.keyboard.type('pause')
  await expect.poll(() => selected(page)).toBe('Pause timer')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await timer())?.paused_at).toEqual(expect.any(String))
  const bar = page.getByRole('region', { name: 'Timer' })
  await bar.getByText('Paused').waitFor()
  await page.getByText('Timer paused').waitFor({ state: 'attached' })
  await expect.poll(() => page.title()).toMatch(/^Paused · 0:00:\d\d · paint the door$/)
  const stands = await bar.locator('time').textContent()
  // Longer than from tick to tick.
  await page.waitForTimeout(1200)
  await expect.poll(() => bar.locator('time').textContent()).toBe(stands)

  await page.keyboard.press('p')
  await bar.getByText('Paused').waitFor({ state: 'detached' })
  await page.getByText('Timer goes on').waitFor({ state: 'attached' })
  await expect.poll(async () => (await timer())?.paused_at).toBeNull()
  const { break_seconds } = (await timer()) ?? {}
  expect(break_seconds).toBeGreaterThan(0)
  await bar.getByRole('button', { name: 'Pause timer' }).click()
  await expect.poll(async () => (await timer())?.paused_at).toEqual(expect.any(String))

  await openPalette(page)
  const named = await search(page).getAttribute('aria-activedescendant')
  await expect.poll(() => page.locator('[role=option][aria-selected=true]').getAttribute('id')).toBe(named)
  // What is there at first is reached by the arrows, around both ends.
  const first = await selected(page)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => selected(page)).toBe('Sign out')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => selected(page)).toBe(first)
  await page.keyboard.type('stop')
  await page.keyboard.press('Enter')
  await expect.poll(timer).toBeNull()

  await openPalette(page)
  await page.keyboard.type('set con')
  await expect.poll(() => selected(page)).toBe('Settings: Connect a client')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/settings/connect')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')

  // Nobody has to know what a page is called here.
  for (const [word, name] of [
    ['token', 'Settings: API keys'],
    ['invite', 'Team'],
    ['language', 'Settings: Profile'],
  ] as const) {
    await openPalette(page)
    await page.keyboard.type(word)
    await page.getByRole('option', { name, exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await search(page).waitFor({ state: 'detached' })
  }

  await openPalette(page)
  await page.keyboard.type('new pro')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Title').waitFor()
  await page.keyboard.type('Made by keyboard')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  const { data } = await given(
    ines.api.GET('/projects', { params: { query: { workspace_id: team, limit: 100 } } }),
  )
  expect(data.map(({ title }) => title)).toContain('Made by keyboard')

  await openPalette(page)
  await page.keyboard.type('switch')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Personal/ }).waitFor()
  await page.getByRole('button', { name: 'Search' }).focus()
  await page.keyboard.press('Enter')
  await search(page).waitFor()
  await page.keyboard.press('Escape')
  await search(page).waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Search/)

  // What is elsewhere says so, and takes one there.
  await openPalette(page)
  await page.keyboard.type('harbour site')
  await expect.poll(() => selected(page)).toBe('Harbour siteLighthouse Studio')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Harbour site', level: 1 }).waitFor()
  await page.getByRole('button', { name: /^Lighthouse Studio/ }).waitFor()
})

test('a slow, a failing and an empty search say so, and what is selected stays so while more is found', async () => {
  const page = await house.open('/tags', { as: ines })
  await openPalette(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/search?*', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.type('pro')
  await expect.poll(() => namesIn(page, 'Go to')).toEqual(['Projects'])
  await page.getByRole('status').getByText('Searching…').waitFor()
  await page.keyboard.press('ArrowDown')
  const chosen = await selected(page)
  release()
  await page
    .getByRole('status')
    .getByText(/fits?$/)
    .waitFor()
  await expect.poll(() => selected(page)).toBe(chosen)
  await page.unroute('**/search?*')

  house.expectProblem(/500/)
  let isBroken = true
  await page.route('**/search?*', (route) =>
    isBroken ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
  )
  await search(page).fill('harbour b')
  await page.getByRole('status').getByText('The search did not work.').waitFor()
  await expect.poll(() => selected(page)).toBe('Search again')
  isBroken = false
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Harbour Books', exact: true }).waitFor()

  const viewer = await given(ines.api.GET('/workspaces/{id}/members', { params: { path: { id: team } } }))
  const { id: member_id } = viewer.data.find(({ user_id }) => user_id === oda.me.id) ?? { id: 0 }
  await given(
    ines.api.PATCH('/workspaces/{id}/members/{member_id}', {
      params: { path: { id: team, member_id } },
      body: { role: 'viewer' },
    }),
  )
  // Who may only look is offered nothing that the server would refuse.
  const phone = await house.open('/more', { as: oda, isPhone: true })
  await phone.evaluate((id) => {
    localStorage.setItem('sundial.workspace', String(id))
  }, team)
  await phone.reload()
  await phone.getByRole('button', { name: 'Search' }).click()
  await search(phone).waitFor()
  await expect.poll(() => namesIn(phone, 'Do')).toEqual(['Switch to Personal', 'Show this help'])
  await expect.poll(() => phone.getByRole('option', { name: /^Admin/ }).count()).toBe(0)
  await search(phone).fill('zzz')
  await phone.getByText('Nothing fits “zzz”.').waitFor()
  await search(phone).fill('sign')
  // What the page was asking for as the session ended is refused.
  house.expectProblem(/401/)
  await phone.getByRole('option', { name: 'Sign out' }).click()
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor()
})

async function timer() {
  return (await given(ines.api.GET('/timer'))).entry
}

async function titles({ api }: Person): Promise<(string | null)[]> {
  const { data } = await given(api.GET('/entries', { params: { query: { workspace_id: team } } }))
  return data.map(({ title }) => title)
}
