import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createSundialClient } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
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

test('the line that "Connect a client" shows starts a timer, seen in the browser within a second', async () => {
  const page = await house.open('/settings/connect', { as: ines })
  const section = page.getByRole('region', { name: 'Timing' })
  await section.getByRole('button', { name: 'Make a key' }).click()
  await section.getByText('Copy it now').waitFor()
  const shown = await section
    .getByRole('group', { name: /^Try it/ })
    .getByRole('code')
    .textContent()
  // Exactly as pasted into a terminal.
  const { stdout } = await promisify(execFile)('sh', ['-c', `${shown?.replace('curl', 'curl -sS')}`])
  const answered = performance.now()
  expect(stdout).toContain('First timer')
  await page.getByRole('button', { name: 'Stop timer' }).waitFor({ timeout: 1000 })
  expect(performance.now() - answered).toBeLessThan(1000)
  expect(await page.getByLabel('What you are working on').inputValue()).toBe('First timer')
})
