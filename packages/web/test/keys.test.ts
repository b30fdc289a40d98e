import { createSundialClient } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'
import { runLine } from './support/shell.ts'

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
})

test('a key is made with its scopes, shown once, works within them, and ends when it is revoked', async () => {
  const page = await house.open('/settings/api-keys', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Create key' }).first().click()
  await dialog.getByLabel('Name').fill('Wall display')
  await dialog.getByLabel('May').click()
  await page.getByRole('option', { name: 'Only what is ticked' }).click()
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await dialog.getByRole('checkbox', { name: 'Read: Projects' }).check()
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await dialog.getByText('Copy it now').waitFor()
  const token = (await dialog.getByRole('code').textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('read:projects · never used').waitFor()
  await page.reload()
  await page.getByText('Wall display').waitFor()
  await expect.poll(() => page.content()).not.toContain(token)

  const api = createSundialClient({ baseUrl: house.server.url, token })
  const statusOf = async (path: '/projects' | '/clients') => (await api.GET(path)).response.status
  await expect.poll(async () => [await statusOf('/projects'), await statusOf('/clients')]).toEqual([200, 403])

  await page.getByRole('button', { name: 'Revoke Wall display' }).click()
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('No keys yet').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
  await expect.poll(() => statusOf('/projects')).toBe(401)
})

test('where a key is revoked, the one in its place has the focus', async () => {
  for (const name of ['Morning', 'Evening']) await given(ines.api.POST('/tokens', { body: { name } }))
  const page = await house.open('/settings/api-keys', { as: ines })
  const revoke = page.getByRole('button', { name: /^Revoke (Morning|Evening)$/ })
  await expect.poll(() => revoke.count()).toBe(2)
  await revoke.first().press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).press('Enter')
  await expect.poll(() => revoke.count()).toBe(1)
  await page.locator('button:focus').and(revoke).waitFor()
})

test('the personal key is hidden until it is asked for, and ends when it is replaced', async () => {
  const page = await house.open('/settings/profile', { as: ines })
  const section = page.getByRole('region', { name: 'Personal key' })
  const shown = section.getByRole('code')
  await section.getByRole('button', { name: 'Show' }).waitFor()
  await expect.poll(() => shown.count()).toBe(0)
  await section.getByRole('button', { name: 'Show' }).click()
  const old = (await shown.textContent()) ?? ''
  await expect.poll(async () => (await given(ines.api.GET('/me/personal-key'))).key).toBe(old)
  await section.getByRole('button', { name: 'Replace' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('stops working at once').waitFor()
  await dialog.getByRole('button', { name: 'Replace it' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { key } = await given(ines.api.GET('/me/personal-key'))
  expect(key).not.toBe(old)
  await expect.poll(() => shown.textContent()).toBe(key)
  await section.getByRole('button', { name: 'Hide' }).click()
  await expect.poll(() => page.content()).not.toContain(key)
})

test('the lines that "Connect a client" shows work as they stand, with the key that each client takes', async () => {
  const { wires } = await given(ines.api.GET('/server'))
  expect(wires.length).toBeGreaterThan(0)
  const page = await house.open('/settings/connect', { as: ines })
  for (const { title, addresses } of wires) {
    const section = page.getByRole('region', { name: title, exact: true })
    for (const { title: api, url } of addresses)
      await expect
        .poll(() => section.getByRole('group', { name: api }).getByRole('code').textContent())
        .toBe(url)
    await section.getByRole('button', { name: /key$/ }).click()
    await section.getByText(/Copy it now|in your profile/).waitFor()
    const line = section.getByRole('group', { name: /^Try it/ }).getByRole('code')
    await runLine((await line.textContent()) ?? '')
  }
})

test('a timer that a client with such a key starts is seen in the browser at once', async () => {
  const { wires } = await given(ines.api.GET('/server'))
  const wire = wires.find(({ name }) => name === 'timing')
  const page = await house.open('/settings/connect', { as: ines })
  const section = page.getByRole('region', { name: wire?.title ?? '', exact: true })
  await section.getByRole('button', { name: 'Create key' }).click()
  await section.getByText('Copy it now').waitFor()
  const key = await section.getByRole('group', { name: 'Key' }).getByRole('code').textContent()
  const answer = await fetch(`${wire?.addresses[0]?.url}/time-entries/start`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'First timer', replace_existing: false }),
  })
  expect(answer.status).toBe(201)
  // Nothing asks by itself this often: it was pushed.
  await page.getByRole('button', { name: 'Stop timer' }).waitFor({ timeout: 10_000 })
  await expect.poll(() => page.getByLabel('What you are working on').inputValue()).toBe('First timer')
})
