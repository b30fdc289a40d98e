import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { openReceiver, type Received, type Receiver } from './support/receiver.ts'
import { addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

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

const deliveries = (page: Page) => page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem')

/** As a receiver checks who sends: the signature is over the id, the time and each sign of the message. */
function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const signature = createHmac('sha256', key).update(signed).digest('base64')
  return headers['webhook-signature'] === `v1,${signature}`
}

test('a webhook is made, told of what it asks for, told again, changed, and deleted', async () => {
  const page = await house.open('/settings/webhooks', { as: ines })
  await page.getByText('No webhooks yet').waitFor()
  await page.getByRole('button', { name: 'New webhook' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Payroll')
  await dialog.getByLabel('Address').fill('payroll')
  await dialog.getByText('Only what is ticked').click()
  await dialog.getByRole('button', { name: 'Create webhook' }).click()
  await dialog.getByText('Write an address such as').waitFor()
  await dialog.getByText('Tick at least one.').waitFor()
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByRole('checkbox', { name: 'Projects', exact: true }).check()
  await dialog.getByRole('checkbox', { name: 'Projects: Deleted' }).uncheck()
  await dialog.getByRole('button', { name: 'Create webhook' }).click()
  await dialog.getByText('Messages are signed with this secret').waitFor()
  const secret = (await dialog.getByRole('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Projects (all but Deleted) · Sundial’s own API · told nothing lately').waitFor()

  await page.getByRole('link', { name: /^Payroll/ }).click()
  await page.getByText('Nothing was sent yet').waitFor()
  await expect.poll(() => page.content()).not.toContain(secret)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText(secret).waitFor()

  await page.getByRole('button', { name: 'Send ping' }).click()
  await deliveries(page).filter({ hasText: 'Delivered' }).filter({ hasText: 'Ping' }).waitFor()
  expect(receiver.heard.map((each) => isSignedWith(secret, each))).toEqual([true])

  // Of this it is told, of a client it is not; the open list finds out by itself.
  await given(
    ines.api.POST('/clients', { body: { workspace_id: ines.me.default_workspace_id, name: 'Tea' } }),
  )
  await addProject(ines, { title: 'Lighthouse' })
  await deliveries(page).filter({ hasText: 'Projects: Created' }).filter({ hasText: 'Delivered' }).waitFor()
  await expect.poll(() => deliveries(page).count()).toBe(2)
  await deliveries(page).filter({ hasText: 'Projects: Created' }).getByRole('button').click()
  await dialog.getByRole('definition').getByText('Lighthouse', { exact: true }).waitFor()
  await dialog.getByRole('group', { name: 'Sent' }).getByText('"Lighthouse"').waitFor()
  await dialog.getByRole('group', { name: 'Response' }).getByText('"received": true').waitFor()

  receiver.answer = { status: 500, body: 'out of paper' }
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => receiver.heard.length).toBe(3)
  expect(receiver.heard[2]?.body).toBe(receiver.heard[1]?.body)
  await page.getByText('Waiting', { exact: true }).first().click()
  await deliveries(page).filter({ hasText: '500' }).getByRole('button').click()
  await dialog.getByText('The receiver answered 500.').waitFor()
  await dialog.getByText('Next try').waitFor()
  await dialog.getByText('out of paper').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Edit webhook' }).click()
  await expect.poll(() => dialog.getByRole('checkbox', { name: 'Projects: Deleted' }).isChecked()).toBe(false)
  await dialog.getByLabel('Name').fill('Payroll of the north')
  await dialog.getByText('Everything').click()
  await dialog.getByRole('button', { name: 'Save webhook' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Payroll of the north' }).waitFor()
  await page.getByText('Everything', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Replace', exact: true }).click()
  await dialog.getByRole('button', { name: 'Replace it' }).click()
  await dialog.waitFor({ state: 'detached' })
  const shown = page.getByRole('group', { name: 'Secret' }).getByRole('code')
  await expect.poll(() => shown.textContent()).toMatch(/^whsec_/)
  await expect.poll(() => shown.textContent()).not.toBe(secret)

  await page.getByRole('button', { name: 'Actions for Payroll of the north' }).click()
  await page.getByRole('menuitem', { name: 'Delete webhook' }).click()
  await dialog.getByRole('button', { name: 'Delete webhook' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('No webhooks yet').waitFor()
})

test('a webhook is switched off and on, here and elsewhere, and says why it was switched off', async () => {
  receiver.answer = { status: 410, body: '' }
  const webhook = await given(
    ines.api.POST('/workspaces/{id}/webhooks', {
      params: { path: { id: ines.me.default_workspace_id } },
      body: { name: 'Wall', url: receiver.url, events: ['tag.*'] },
    }),
  )
  const page = await house.open('/settings/webhooks', { as: ines })
  const toggle = page.getByRole('switch', { name: 'Tell Wall' })
  await toggle.press('Space')
  await expect
    .poll(async () => (await given(ines.api.GET('/webhooks/{id}', { params: { path: webhook } }))).is_enabled)
    .toBe(false)
  await given(
    ines.api.PATCH('/webhooks/{id}', { params: { path: webhook }, body: { is_enabled: true, name: 'Door' } }),
  )
  const other = page.getByRole('switch', { name: 'Tell Door' })
  await other.waitFor()
  await expect.poll(() => other.isChecked()).toBe(true)
  await given(
    ines.api.POST('/tags', { body: { workspace_id: ines.me.default_workspace_id, name: 'urgent' } }),
  )
  await page.getByText('Switched off, as its receiver said that it is gone.').waitFor()
  await expect.poll(() => other.isChecked()).toBe(false)
  await page.getByRole('link', { name: /^Door/ }).click()
  await given(ines.api.DELETE('/webhooks/{id}', { params: { path: webhook } }))
  house.expectProblem(/404/)
  await page.getByText('There is no such webhook').waitFor()
})

test('who may not keep webhooks is told who does', async () => {
  const team = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse' } }))
  const oda = await join(house.server, ines, team.id)
  await given(oda.api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  const page = await house.open('/settings/webhooks', { as: oda })
  await page.getByText('Webhooks are kept by owners and admins').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'New webhook' }).count()).toBe(0)
})
