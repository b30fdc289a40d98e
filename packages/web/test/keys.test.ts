import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createSundialClient } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

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
  await page.getByText('read:projects · never used').waitFor()
  await page.reload()
  await page.getByText('Wall display').waitFor()
  expect(await page.content()).not.toContain(token)

  const api = createSundialClient({ baseUrl: house.server.url, token })
  const statusOf = async (path: '/projects' | '/clients') => (await api.GET(path)).response.status
  expect([await statusOf('/projects'), await statusOf('/clients')]).toEqual([200, 403])

  await page.getByRole('button', { name: 'Revoke Wall display' }).click()
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await page.getByText('No keys yet').waitFor()
  expect(await statusOf('/projects')).toBe(401)
})

test('the personal key is hidden until it is asked for, and ends when it is replaced', async () => {
  const page = await house.open('/settings/profile', { as: ines })
  const section = page.getByRole('region', { name: 'Personal key' })
  const shown = section.getByRole('code')
  await section.getByRole('button', { name: 'Show' }).waitFor()
  expect(await shown.count()).toBe(0)
  await section.getByRole('button', { name: 'Show' }).click()
  const old = (await shown.textContent()) ?? ''
  expect((await given(ines.api.GET('/me/personal-key'))).key).toBe(old)
  await section.getByRole('button', { name: 'Replace' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('stops working at once').waitFor()
  await dialog.getByRole('button', { name: 'Replace it' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { key } = await given(ines.api.GET('/me/personal-key'))
  expect(key).not.toBe(old)
  await expect.poll(() => shown.textContent()).toBe(key)
  await section.getByRole('button', { name: 'Hide' }).click()
  expect(await page.content()).not.toContain(key)
})

test('the lines that "Connect a client" shows work as they stand, with the key that each client takes', async () => {
  const { wires } = await given(ines.api.GET('/server'))
  expect(wires.length).toBeGreaterThan(0)
  const page = await house.open('/settings/connect', { as: ines })
  for (const { title, addresses } of wires) {
    const section = page.getByRole('region', { name: title })
    for (const { title: api, url } of addresses)
      expect(await section.getByRole('group', { name: api }).getByRole('code').textContent()).toBe(url)
    await section.getByRole('button', { name: /key$/ }).click()
    await section.getByText(/Copy it now|in your profile/).waitFor()
    // Exactly as pasted into a terminal, but that a refusal fails.
    const line = section.getByRole('group', { name: /^Try it/ }).getByRole('code')
    await run((await line.textContent()) ?? '')
  }
})

test('a timer that such a line starts is seen in the browser within a second', async () => {
  const { wires } = await given(ines.api.GET('/server'))
  const starting = wires.find(({ example }) => example.includes('/start'))
  const page = await house.open('/settings/connect', { as: ines })
  const section = page.getByRole('region', { name: starting?.title ?? '' })
  await section.getByRole('button', { name: 'Make a key' }).click()
  await section.getByText('Copy it now').waitFor()
  const line = section.getByRole('group', { name: /^Try it/ }).getByRole('code')
  expect(await run((await line.textContent()) ?? '')).toContain('First timer')
  const answered = performance.now()
  await page.getByRole('button', { name: 'Stop timer' }).waitFor({ timeout: 1000 })
  expect(performance.now() - answered).toBeLessThan(1000)
  expect(await page.getByLabel('What you are working on').inputValue()).toBe('First timer')
})

async function run(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    line.replace('curl', 'curl -sS --fail-with-body'),
  ])
  return stdout
}
