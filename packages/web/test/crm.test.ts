import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const team = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  await given(ines.api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  ines.me.default_workspace_id = team.id
  oda = await join(server, ines, team.id)
  await given(oda.api.PATCH('/me', { body: { default_workspace_id: team.id } }))
})

const workspaceId = () => ines.me.default_workspace_id
const column = (page: Page, name: string) => page.getByRole('region', { name })
const readColumn = (page: Page, name: string) =>
  column(page, name).getByRole('listitem').getByRole('button').filter({ hasText: /./ }).allInnerTexts()

async function theDeal() {
  const { data } = await given(ines.api.GET('/deals', { params: { query: { workspace_id: workspaceId() } } }))
  return data[0]
}

test('a lead is written down, becomes a client with a contact and a deal, and the deal is carried to won', async () => {
  const page = await house.open('/crm', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByText('No open leads').waitFor()
  await page.getByRole('button', { name: 'New lead' }).first().click()
  await dialog.getByLabel('First name').fill('Ada')
  await dialog.getByLabel('Company').fill('Analytical Engines')
  await dialog.getByLabel('Score').fill('60')
  await dialog.getByLabel('Source').fill('Fair')
  await dialog.getByLabel('Value').fill('a lot')
  await dialog.getByLabel('E-mail').fill('not-an-address')
  await dialog.getByRole('button', { name: 'Create lead' }).click()
  await dialog.getByText('Write the last name.').waitFor()
  await dialog.getByText('Write an amount such as').waitFor()
  await dialog.getByText('Write an address such as').waitFor()
  // The first thing that is wrong has the focus.
  const lastName = dialog.getByLabel('Last name')
  await expect.poll(() => lastName.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('Lovelace')
  await dialog.getByLabel('E-mail').fill('ada@example.org')
  await dialog.getByLabel('Value').fill('99999999999999')
  await dialog.getByRole('button', { name: 'Create lead' }).click()
  await dialog.getByText('That is more than can be written down here.').waitFor()
  await dialog.getByLabel('Value').fill('12,000')
  await dialog.getByRole('combobox', { name: 'Owner' }).fill('oda')
  await page.getByRole('option', { name: 'Oda Brandt' }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Create lead' }).click()
  await dialog.waitFor({ state: 'detached' })
  const row = page.getByRole('listitem').filter({ hasText: 'Ada Lovelace' })
  await row.getByText('New · Fair · Oda Brandt').waitFor()
  await row.getByText('Score 60').waitFor()
  await row.getByText('€12,000.00').waitFor()

  await row.getByRole('button', { name: 'Convert Ada Lovelace' }).click()
  await expect.poll(() => dialog.getByLabel('Name of the client').inputValue()).toBe('Analytical Engines')
  await dialog.getByRole('group', { name: 'The deal' }).getByLabel('Name').fill('Second engine')
  await dialog.getByRole('button', { name: 'Convert lead' }).click()
  await dialog.getByText('Ada Lovelace is converted, and a contact of the client').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('No open leads').waitFor()
  await page.getByText('Converted', { exact: true }).click()
  await row.getByRole('link', { name: 'Client Analytical Engines' }).waitFor()
  await row.getByRole('link', { name: 'Deal' }).click()
  // No point is dropped without a word, and what is wrong has the focus.
  await dialog.getByLabel('Probability').fill('2.5')
  await dialog.getByRole('button', { name: 'Save deal' }).click()
  await dialog.getByText('Write a whole number from 0 to 100.').waitFor()
  await dialog.locator('input:focus').and(dialog.getByLabel('Probability')).waitFor()
  await dialog.getByLabel('Probability').fill('30')
  // A refusal leaves the focus on the button, to try again.
  house.expectProblem(/503/)
  await page.route('**/deals/*', (route) => route.fulfill({ status: 503, body: '{}' }))
  await dialog.getByRole('button', { name: 'Save deal' }).press('Enter')
  await dialog.getByRole('alert').waitFor()
  await dialog.locator('button:focus', { hasText: 'Save deal' }).waitFor()
  await page.unroute('**/deals/*')
  await dialog.getByRole('button', { name: 'Save deal' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(theDeal).toMatchObject({
    name: 'Second engine',
    stage: 'prospecting',
    value: 1_200_000,
    probability: 30,
    owner_id: oda.me.id,
  })

  // By keys from the first column to the second, by hand to the third, by the menu to lost, and to won.
  await column(page, 'Prospecting').getByText('€3,600.00', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Carry Second engine' }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Second engine is over Prospecting.').waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowRight')
  await page.getByText('Second engine is over Qualification.').waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await expect.poll(() => readColumn(page, 'Qualification')).toEqual(['Second engine'])
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Carry Second engine')
  await expect.poll(theDeal).toMatchObject({ stage: 'qualification', status: 'open' })

  await drag(page, 'Second engine', 'Proposal')
  await expect.poll(() => readColumn(page, 'Proposal')).toEqual(['Second engine'])
  await page.getByRole('button', { name: 'Actions for Second engine' }).click()
  await page.getByRole('menuitem', { name: 'Lost' }).click()
  await dialog.getByLabel('Why it was lost').fill('Too dear')
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await dialog.waitFor({ state: 'detached' })
  await column(page, 'Lost').getByText('Too dear').waitFor()
  await page.getByText('Second engine put down in Lost.').waitFor({ state: 'attached' })
  await expect.poll(theDeal).toMatchObject({ status: 'lost', loss_reason: 'Too dear' })
  await page.getByRole('button', { name: 'Actions for Second engine' }).click()
  await page.getByRole('menuitem', { name: 'Won' }).click()
  await column(page, 'Won')
    .getByText(/^Closed /)
    .waitFor()
  await expect
    .poll(theDeal)
    .toMatchObject({ stage: 'closed_won', status: 'won', closed_on: expect.any(String) })

  // What the server refuses goes back to where it was.
  await page.route('**/deals/*', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page.getByRole('button', { name: 'Actions for Second engine' }).click()
  await page.getByRole('menuitem', { name: 'Negotiation' }).click()
  await page.getByRole('alert').waitFor()
  await expect.poll(() => readColumn(page, 'Won')).toEqual(['Second engine'])
})

test('where a deal is deleted, the one in its place has the focus', async () => {
  for (const name of ['Third engine', 'Fourth engine'])
    await given(ines.api.POST('/deals', { body: { workspace_id: workspaceId(), name } }))
  const { data } = await given(
    ines.api.GET('/deals', { params: { query: { workspace_id: workspaceId(), stage: 'prospecting' } } }),
  )
  const page = await house.open('/crm/deals', { as: ines })
  const cards = column(page, 'Prospecting').getByRole('button', { name: /^Actions for/ })
  await expect.poll(() => cards.count()).toBe(2)
  await cards.first().press('Enter')
  await page.getByRole('menuitem', { name: 'Delete deal' }).press('Enter')
  await expect.poll(() => cards.count()).toBe(1)
  await page.locator('button:focus').and(cards).waitFor()
  const ids = data.map(({ id }) => id)
  for (const id of ids) await ines.api.DELETE('/deals/{id}', { params: { path: { id } } })
})

/** With a pause on the way, as a hand makes: the board measures while something is carried. */
async function drag(page: Page, card: string, to: string) {
  const from = await page.getByRole('button', { name: card, exact: true }).boundingBox()
  const target = await column(page, to).boundingBox()
  if (!from || !target) throw new Error('Nothing to drag.')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 })
  const over = page.getByText(`${card} is over ${to}.`)
  let nearer = 0
  await expect
    .poll(async () => {
      // A hand goes on until it sees that it is there.
      await page.mouse.move(target.x + target.width / 2, target.y + 140 - nearer, { steps: 12 })
      nearer = (nearer + 8) % 80
      return over.count()
    })
    .toBe(1)
  await page.mouse.up()
}

test('a client has a page with its facts, people, projects and deals', async () => {
  const client = await given(
    ines.api.POST('/clients', { body: { workspace_id: workspaceId(), name: 'Beacon Tea' } }),
  )
  await addProject(ines, { title: 'Leaflet', client_id: client.id })
  const page = await house.open('/clients', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByRole('link', { name: 'Beacon Tea' }).click()
  await page.getByRole('heading', { name: 'Beacon Tea', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Edit client' }).click()
  await dialog.getByLabel('Phone').fill('+49 30 1234')
  await dialog.getByRole('button', { name: 'Save client' }).click()
  await dialog.waitFor({ state: 'detached' })
  const phone = page.getByRole('link', { name: '+49 30 1234' })
  await expect.poll(() => phone.getAttribute('href')).toBe('tel:+49301234')

  for (const [first, last] of [
    ['Tom', 'Reed'],
    ['Una', 'Marsh'],
  ] as const) {
    await page.getByRole('button', { name: 'New contact' }).click()
    await dialog.getByLabel('First name').fill(first)
    await dialog.getByLabel('Last name').fill(last)
    await dialog.getByLabel('E-mail').fill(`${first.toLowerCase()}@example.org`)
    await dialog.getByRole('button', { name: 'Create contact' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(`${first} ${last}`).waitFor()
  }
  const contacts = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')
  const readContacts = async () =>
    (await contacts.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
  await expect.poll(readContacts).toEqual(['Tom Reed Primary tom@example.org', 'Una Marsh una@example.org'])
  await choose(page, 'Una Marsh', 'Make primary')
  await expect.poll(readContacts).toEqual(['Una Marsh Primary una@example.org', 'Tom Reed tom@example.org'])
  await choose(page, 'Tom Reed', 'Delete contact')
  await expect.poll(readContacts).toEqual(['Una Marsh Primary una@example.org'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await readContacts()).length).toBe(2)
  await choose(page, 'Tom Reed', 'Edit contact')
  await dialog.getByRole('checkbox', { name: 'Active' }).uncheck()
  await dialog.getByRole('button', { name: 'Save contact' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '1 inactive contact' }).click()
  await page.getByRole('list', { name: '1 inactive contact' }).getByText('Tom Reed').waitFor()
  const { data } = await given(ines.api.GET('/contacts', { params: { query: { client_id: client.id } } }))
  expect(data.map(({ first_name, is_primary, is_active }) => [first_name, is_primary, is_active])).toEqual([
    ['Una', true, true],
    ['Tom', false, false],
  ])

  await page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: 'Leaflet' }).waitFor()
  await page.getByRole('button', { name: 'New deal' }).click()
  await dialog.getByLabel('Name').fill('Tea tins')
  await dialog.getByLabel('Contact').click()
  await page.getByRole('option', { name: 'Una Marsh' }).click()
  await dialog.getByRole('button', { name: 'Create deal' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('list', { name: 'Deals' }).getByText('Tea tins').waitFor()
  const made = await given(ines.api.GET('/deals', { params: { query: { client_id: client.id } } }))
  expect(made.data[0]).toMatchObject({ name: 'Tea tins', contact_id: data[0]?.id })

  house.expectProblem(/404/)
  await page.goto(addressOf(house.server, '/clients/987654'))
  await page.getByText('There is no such client').waitFor()
})

async function choose(page: Page, name: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('a member sees what is theirs, a viewer nothing of it, and nobody what is switched off', async () => {
  // What an open page asks for before it knows of the switch is refused.
  house.expectProblem(/403/)
  const rooms = (page: Page) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'CRM' })
  const page = await house.open('/crm/deals', { as: oda })
  // The one converted in the first walk is given to her; the tins are not.
  await expect.poll(() => readColumn(page, 'Won')).toEqual(['Second engine'])
  await page.getByText('1 deal', { exact: true }).first().waitFor()
  await page.getByRole('combobox', { name: 'Owner' }).waitFor({ state: 'detached' })

  const owner = await house.open('/crm/deals', { as: ines })
  await owner.getByText('2 deals', { exact: true }).first().waitFor()
  await owner.getByRole('combobox', { name: 'Owner' }).click()
  await owner.getByRole('option', { name: 'Oda Brandt' }).click()
  await expect.poll(() => readColumn(owner, 'Prospecting')).toEqual([])
  await owner.getByLabel('Search deals').fill('tins')
  await owner.getByText('No deal fits.').waitFor()

  const setModules = (disabled_modules: ('leads' | 'deals')[]) =>
    given(
      ines.api.PATCH('/workspaces/{id}', {
        params: { path: { id: workspaceId() } },
        body: { disabled_modules },
      }),
    )
  await setModules(['leads'])
  await owner.getByRole('link', { name: 'Leads' }).waitFor({ state: 'detached' })
  await owner.goto(addressOf(house.server, '/crm'))
  await owner.getByLabel('Search deals').waitFor()
  await setModules(['leads', 'deals'])
  await owner.getByText('This is switched off in this workspace').waitFor()
  await setModules([])

  const { data: members } = await given(
    ines.api.GET('/workspaces/{id}/members', { params: { path: { id: workspaceId() } } }),
  )
  const member = members.find(({ user_id }) => user_id === oda.me.id)
  await given(
    ines.api.PATCH('/workspaces/{id}/members/{member_id}', {
      params: { path: { id: workspaceId(), member_id: member?.id ?? 0 } },
      body: { role: 'viewer' },
    }),
  )
  await page.getByText('Viewers do not see leads and deals').waitFor()
  await rooms(page).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Clients' }).first().click()
  await page.getByRole('link', { name: 'Beacon Tea' }).click()
  await page.getByRole('region', { name: 'Projects' }).waitFor()
  await expect.poll(() => page.getByRole('region', { name: /Contacts|Deals/ }).count()).toBe(0)
})
