import { createSundialClient } from '@sundial/sdk'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { openReceiver, type Receiver } from './support/receiver.ts'
import { given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'
import { runLine } from './support/shell.ts'
import { subscribe } from './support/zap.ts'

let ines: Person
let receiver: Receiver

const house = useHouse(
  async ({ server }) => {
    ines = await setUp(server)
  },
  { WEBHOOK_ALLOW_PRIVATE: '1' },
)

beforeAll(async () => {
  receiver = await openReceiver()
})
afterAll(() => receiver.close())

const codeOf = async (place: Locator, name: string | RegExp) =>
  (await place.getByRole('group', { name }).getByRole('code').textContent()) ?? ''

const focused = (place: Locator, hasText: string) => place.locator('button:focus', { hasText })

const statusWith = async (token: string) =>
  (await createSundialClient({ baseUrl: house.server.url, token }).GET('/me')).response.status

test('the integration key is generated, shown once, replaced, upon which the old one ends, and revoked', async () => {
  const page = await house.open('/settings/profile', { as: ines })
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Integrations' }).click()
  const section = page.getByRole('region', { name: 'Integration key' })
  const dialog = page.getByRole('dialog')
  await section.getByRole('button', { name: 'Create key' }).click()
  await section.getByText('Copy it now').waitFor()
  await focused(section, 'Copy').waitFor()
  const first = await codeOf(section, 'Integration key')
  await section.getByText('never used').waitFor()
  await expect.poll(() => statusWith(first)).toBe(200)

  await page.reload()
  await section.getByText(`${first.slice(0, 8)}…`).waitFor()
  await expect.poll(() => page.content()).not.toContain(first)
  await section.getByRole('button', { name: 'Replace key' }).click()
  await dialog.getByText('The old key stops working at once').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => statusWith(first)).toBe(200)
  await section.getByRole('button', { name: 'Replace key' }).click()
  await dialog.getByRole('button', { name: 'Replace key' }).click()
  await dialog.waitFor({ state: 'detached' })
  await section.getByText('Copy it now').waitFor()
  await focused(section, 'Copy').waitFor()
  const second = await codeOf(section, 'Integration key')
  await expect.poll(async () => [await statusWith(first), await statusWith(second)]).toEqual([401, 200])

  const { data: keys } = await given(ines.api.GET('/tokens'))
  const id = keys.find((key) => key.is_integration)?.id ?? 0
  await given(ines.api.PATCH('/tokens/{id}', { params: { path: { id } }, body: { is_active: false } }))
  await page.reload()
  await section.getByText('Switched off').waitFor()
  await section.getByRole('switch').press('Space')
  await section.getByText('Switched off').waitFor({ state: 'detached' })
  await expect.poll(() => statusWith(second)).toBe(200)

  await section.getByRole('button', { name: 'Revoke key' }).click()
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await dialog.waitFor({ state: 'detached' })
  await section.getByRole('button', { name: 'Create key' }).waitFor()
  await expect.poll(() => page.content()).not.toContain(second)
  await expect.poll(() => statusWith(second)).toBe(401)
})

/** Has the key of a system shown, which begins its test. */
async function begin(page: Page, title: string): Promise<Locator> {
  const section = page.getByRole('region', { name: title, exact: true })
  await section.getByRole('button', { name: /key$/ }).click()
  await section.getByText('Waiting for the first request…').waitFor()
  await focused(section, 'Copy').waitFor()
  return section
}

test('a client of each system is seen as soon as it calls, and then as the last that was heard from', async () => {
  const { wires } = await given(ines.api.GET('/server'))
  const page = await house.open('/settings/integrations', { as: ines })
  await page.getByRole('region', { name: 'Connect a client' }).getByRole('link').click()
  for (const { title } of wires) {
    const section = await begin(page, title)
    await runLine(await codeOf(section, /^Try it/))
    await section.getByRole('status').getByText(`Connected: ${title} client`).waitFor()
    await section.getByText('just now').waitFor()
    await section.getByText(/^curl\//).waitFor()
  }
  await page.reload()
  const section = page.getByRole('region', { name: wires[0]?.title ?? '', exact: true })
  await section.getByText(/^Last heard from (just now|\d minutes? ago)/).waitFor()
  await section.getByText(/^curl\//).waitFor()
  // What was heard before does not count.
  await section.getByRole('button', { name: 'Test the connection' }).click()
  const status = section.getByRole('status')
  await status.getByText('Waiting for the first request…').waitFor()
  await focused(section, 'Stop waiting').waitFor()
  // By the second answer the first has been drawn.
  for (let answers = 0; answers < 2; answers++) await page.waitForResponse(/\/me\/wires$/)
  await expect.poll(() => status.textContent()).toBe('Waiting for the first request…')
  await section.getByRole('button', { name: 'Stop waiting' }).click()
  await focused(section, 'Test the connection').waitFor()
})

test('a test whose questions fail says so, and can be tried again', async () => {
  house.expectProblem(/503/)
  const [wire] = (await given(ines.api.GET('/server'))).wires
  const page = await house.open('/settings/profile', { as: ines })
  await page.route('**/me/wires', (route) => route.fulfill({ status: 503 }))
  await page.getByRole('link', { name: 'Connect a client' }).click()
  const section = page.getByRole('region', { name: wire?.title ?? '', exact: true })
  await section.getByRole('alert').waitFor()
  await expect.poll(() => section.getByText(/No client has called yet|Last heard from/).count()).toBe(0)
  await page.unroute('**/me/wires')
  await section.getByRole('button', { name: 'Try again' }).click()
  await section.getByText(/No client has called yet|Last heard from/).waitFor()
  await focused(section, 'Test the connection').waitFor()
})

test('a test that hears nothing ends after ten minutes, asks no more, and can be tried again', async () => {
  const { wires } = await given(ines.api.GET('/server'))
  const page = await house.open('/settings/connect', { as: ines })
  await page.clock.install()
  const section = page.getByRole('region', { name: wires[0]?.title ?? '', exact: true })
  await section.getByRole('button', { name: 'Test the connection' }).click()
  await section.getByText('Waiting for the first request…').waitFor()
  await page.clock.fastForward(590_000)
  await page.waitForResponse(/\/me\/wires$/)
  await section.getByText('Waiting for the first request…').waitFor()
  await page.clock.fastForward(11_000)
  await section.getByText('No accepted request has arrived in ten minutes.').waitFor()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/me/wires')) asked += 1
  })
  await page.clock.runFor(10_000)
  expect(asked).toBe(0)
  await section.getByRole('button', { name: 'Try again' }).click()
  await section.getByText('Waiting for the first request…').waitFor()
})

test('a webhook of one’s own hears every workspace, can be told again, and goes back to its list', async () => {
  const team = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  const page = await house.open('/settings/integrations', { as: ines })
  const list = page.getByRole('region', { name: 'Your own webhooks' })
  const dialog = page.getByRole('dialog')
  await list.getByText('No webhooks yet').waitFor()
  await list.getByRole('button', { name: 'New webhook' }).click()
  await dialog.getByLabel('Name').fill('Wall display')
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByText('Only what is ticked').click()
  await dialog.getByRole('checkbox', { name: 'Time entries: Started' }).check()
  await dialog.getByRole('button', { name: 'Create webhook' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  await list.getByText('told nothing lately').waitFor()

  await given(ines.api.POST('/timer/start', { body: { workspace_id: team.id, title: 'Lamp' } }))
  await expect.poll(() => receiver.heard.length).toBe(1)
  expect(receiver.heard[0]?.body).toContain('"Lamp"')
  await list.getByRole('link', { name: /^Wall display/ }).click()
  await page.getByText('You, in every workspace of yours').waitFor()
  const deliveries = page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem')
  await deliveries.filter({ hasText: 'Delivered' }).getByRole('button').click()
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => receiver.heard.length).toBe(2)
  expect(receiver.heard[1]?.body).toBe(receiver.heard[0]?.body)

  await page.goto(`${house.server.url}/settings/webhooks`)
  await page.getByText('No webhooks yet').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Integrations' }).first().waitFor()
  await page.getByRole('button', { name: 'Actions for Wall display' }).click()
  await page.getByRole('menuitem', { name: 'Delete webhook' }).click()
  await dialog.getByRole('button', { name: 'Delete webhook' }).click()
  await dialog.waitFor({ state: 'detached' })
  await list.getByText('No webhooks yet').waitFor()
})

test('a webhook that an integration made keeps its events, and takes another name', async () => {
  await subscribe(ines, receiver.url)
  const page = await house.open('/settings/integrations', { as: ines })
  await page.getByRole('link', { name: /^To the books/ }).click()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Edit webhook' }).click()
  await dialog.getByText('Time entries: Stopped').waitFor()
  await dialog.getByText('through Timetracker.in decides what it is told of').waitFor()
  await expect.poll(() => dialog.getByRole('radio').count()).toBe(0)
  await dialog.getByLabel('Name').fill('To the ledger')
  const request = page.waitForRequest((each) => each.method() === 'PATCH')
  await dialog.getByRole('button', { name: 'Save webhook' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect
    .poll(async () => (await request).postDataJSON())
    .toEqual({ name: 'To the ledger', url: receiver.url })
  await page.getByRole('heading', { name: 'To the ledger' }).waitFor()
})
