import { createSundialClient } from '@sundial/sdk'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { de } from '../src/locales/de/index.ts'
import { useHouse } from './support/house.ts'
import { openPostOffice } from './support/post-office.ts'
import { addEntry, given } from './support/seed.ts'
import { password, signInAs, type Person } from './support/server.ts'

const office = await openPostOffice()
const house = useHouse(undefined, { SMTP_URL: office.url })
afterAll(() => office.close())

const email = 'ines@example.org'
/** Who made the installation in the first of the tests. */
let ines: Person

test('a new installation starts with sample data where that is wanted, and one click removes it', async () => {
  const page = await house.open(house.server.setupUrl ?? '')
  await page.getByLabel('Name').fill('Ines Falk')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('checkbox', { name: 'Load sample data to look around in' }).check()
  await page.getByRole('button', { name: 'Create account and start' }).click()
  await page.getByRole('heading', { name: 'Timer', level: 1 }).waitFor()
  ines = await signInAs(house.server, email)
  const notice = page.getByRole('complementary', { name: 'Sample data' })
  await notice.getByText('This is sample data').waitFor()
  await page
    .getByRole('button', { name: /^Start again|^Continue/ })
    .first()
    .waitFor()
  await removeSample(page, notice.getByRole('button', { name: 'Remove sample data' }))
  await notice.waitFor({ state: 'detached' })
  await page.getByText('No time tracked here yet').waitFor()
  ines.me = await given(ines.api.GET('/me'))
  expect(await workspaceNames()).not.toContain('Sample studio')
})

test('sample data is made and removed in the settings, too', async () => {
  const page = await house.open('/settings/workspace', { as: ines })
  await page.getByRole('button', { name: 'Load sample data' }).click()
  const notice = page.getByRole('complementary', { name: 'Sample data' })
  await notice.waitFor()
  await page.getByText('It stands in the workspace “Sample studio”').waitFor()
  expect(await workspaceNames()).toContain('Sample studio')
  await removeSample(page, page.getByRole('main').getByRole('button', { name: 'Remove sample data' }).last())
  await notice.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Load sample data' }).waitFor()
  expect(await workspaceNames()).not.toContain('Sample studio')
})

test('a session is ended elsewhere, and all others at once', async () => {
  const phone = await signInFrom('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
  const script = await signInFrom('curl/8.5.0')
  const page = await house.open('/settings/password', { as: ines })
  const sessions = page.getByRole('listitem').filter({ hasText: 'last used' })
  await page.getByRole('button', { name: /^End session: curl/ }).waitFor()
  await expect.poll(() => sessions.getByText('This browser').count()).toBe(1)

  await page.getByRole('button', { name: /^End session: Firefox on Linux/ }).click()
  await page.getByText('Firefox on Linux is signed out.').waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^End session: Firefox/ }).count()).toBe(0)
  expect([await phone(), await script()]).toEqual([401, 200])

  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByText('Signed out everywhere else.').waitFor()
  expect(await script()).toBe(401)
  await page.reload()
  await sessions.getByText('This browser').waitFor()
  expect(await sessions.count()).toBe(1)
  expect(await page.getByRole('button', { name: 'End all others' }).count()).toBe(0)
})

test('an administrator makes an account, makes it one of theirs, and switches it off and on', async () => {
  const page = await house.open('/admin/users', { as: ines })
  await page.getByText('1 user', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Create account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Oda Brandt')
  await dialog.getByLabel('E-mail').fill('oda')
  await dialog.getByRole('button', { name: 'Create account' }).click()
  await dialog.getByText('Write an e-mail address.').waitFor()
  await dialog.getByLabel('E-mail').fill('oda@example.org')
  await dialog.getByRole('button', { name: 'Create account' }).click()
  const link = dialog.getByRole('group', { name: 'Password link' }).getByRole('code')
  const address = (await link.textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('2 users', { exact: true }).waitFor()

  const hers = await house.open(address)
  await hers.getByLabel('Password', { exact: true }).fill(password)
  await hers.getByRole('button', { name: 'Set password' }).click()
  await hers.getByText('Your new password is set').waitFor()
  const oda = await signInAs(house.server, 'oda@example.org')

  const row = page.getByRole('listitem').filter({ hasText: 'Oda Brandt' })
  const choose = async (action: string) => {
    await row.getByRole('button', { name: 'Actions for Oda Brandt' }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await choose('Make administrator')
  await row.getByText('administrator').waitFor()
  expect(await statusOfAdmin(oda)).toBe(200)
  await choose('Make ordinary user')
  await row.getByText('administrator').waitFor({ state: 'detached' })
  expect(await statusOfAdmin(oda)).toBe(403)

  await choose('Switch off account')
  await dialog.getByRole('button', { name: 'Switch off account' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row.getByText('switched off').waitFor()
  expect(await statusOfAdmin(oda)).toBe(401)
  await page.getByText('Switched off', { exact: true }).click()
  await page.getByText('1 user', { exact: true }).waitFor()
  await choose('Switch on account')
  await page.getByText('No user fits').waitFor()
  await page.getByText('All', { exact: true }).click()
  await page.getByLabel('Search by name or e-mail').fill('ODA@')
  await page.getByText('1 user', { exact: true }).waitFor()
  await row.waitFor()
  await signInAs(house.server, 'oda@example.org')
})

test('nobody takes from themselves what they need to be here', async () => {
  const page = await house.open('/admin/users', { as: ines })
  await page.getByRole('button', { name: 'Actions for Ines Falk' }).click()
  for (const name of ['Make ordinary user', 'Switch off account']) {
    await expect.poll(() => page.getByRole('menuitem', { name }).isDisabled()).toBe(true)
  }
})

test('a letter that waits, one that goes out and one that nobody takes are seen among the jobs', async () => {
  const team = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  const invite = async (to: string) => {
    const path = { id: team.id }
    await given(
      ines.api.POST('/workspaces/{id}/invitations', {
        params: { path },
        body: { email: to, role: 'member' },
      }),
    )
    const { data } = await given(ines.api.GET('/admin/jobs'))
    return `Send a letter ${data.find(({ kind }) => kind === 'send-mail')?.id}`
  }
  await invite('first@example.org')
  // The first letter is held by a mail server that is slow to answer, so those after it wait.
  await expect
    .poll(async () => (await given(ines.api.GET('/admin/jobs'))).data.map(({ state }) => state))
    .toEqual(['running'])
  const unknown = await invite('nobody@example.org')
  const last = await invite('third@example.org')

  const page = await house.open('/admin/jobs', { as: ines })
  const jobs = page.getByRole('listitem').filter({ hasText: 'Send a letter' })
  await expect.poll(() => jobs.count()).toBe(3)
  await page.getByText('Failed', { exact: true }).first().click()
  await page.getByText('Nothing to do').waitFor()
  await page.getByText('Waiting 2', { exact: true }).click()
  await expect.poll(() => jobs.count()).toBe(2)

  await page.getByRole('button', { name: `Actions for ${last}` }).click()
  await page.getByRole('menuitem', { name: 'Remove job' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove job' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => jobs.count()).toBe(1)

  const asked = page.waitForResponse((answer) => answer.url().endsWith('/retry'))
  await page.getByRole('button', { name: `Actions for ${unknown}` }).click()
  await page.getByRole('menuitem', { name: 'Try again' }).click()
  expect((await asked).ok()).toBe(true)

  await page.getByText('All', { exact: true }).click()
  office.open('nobody@example.org')
  await jobs.getByText('Nobody of that name lives here').waitFor()
  await expect.poll(() => jobs.count()).toBe(1)
  expect(office.delivered).toEqual(['first@example.org'])
})

test('the health of the installation is told', async () => {
  const page = await house.open('/admin/health', { as: ines })
  const fact = (name: string) =>
    page
      .getByRole('main')
      .locator('div')
      .filter({ has: page.getByRole('term').filter({ hasText: name }) })
      .last()
      .getByRole('definition')
  await expect.poll(() => fact('Engine').textContent()).toMatch(/^SQLite 3\./)
  await expect.poll(() => fact('Version').textContent()).toMatch(/^Sundial \d/)
  await expect.poll(() => fact('Mail').textContent()).toBe('set up')
  await expect.poll(() => fact('Users').textContent()).toBe('2 active, 0 switched off')
  await expect.poll(() => fact('Jobs').textContent()).toMatch(/^1 waiting, 0 running|^0 waiting, 1 running/)
  await expect.poll(() => fact('Node.js').textContent()).toContain(process.versions.node)
})

test('another language chosen in the profile is spoken at once', async () => {
  const page = await house.open('/settings/profile', { as: ines })
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.getByRole('combobox', { name: 'Language and region' }).click()
  await page.getByRole('option', { name: 'Deutsch (Schweiz)' }).click()
  await page.getByText(/Freitag, 31\. Juli 2026/).waitFor()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByRole('heading', { name: de.nav.settings, level: 1 }).waitFor()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de-CH')
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)

  await given(ines.api.PATCH('/me', { body: { locale: null } }))
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
})

test('rows come closer together where the profile says so', async () => {
  await given(ines.api.POST('/tags', { body: { workspace_id: ines.me.default_workspace_id, name: 'site' } }))
  const leastHeight = (page: Page) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByLabel('Name of tag site') })
      .evaluate((row) => getComputedStyle(row).minHeight)
  const page = await house.open('/tags', { as: ines })
  await expect.poll(() => leastHeight(page)).toBe('40px')
  await page.goto(new URL('/settings/profile', house.server.url).href)
  await page.getByRole('combobox', { name: 'Rows' }).click()
  await page.getByRole('option', { name: 'Compact' }).click()
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Saved.').waitFor()
  await expect.poll(() => page.locator('html').getAttribute('data-density')).toBe('compact')
  await page.goto(new URL('/tags', house.server.url).href)
  await expect.poll(() => leastHeight(page)).toBe('32px')
})

test('all that is one’s own comes as a file', async () => {
  const what = { workspace_id: ines.me.default_workspace_id, from: '9:00', to: '10:30' }
  await addEntry(ines, { ...what, daysAgo: 1, title: 'Polish the lens' })
  const page = await house.open('/settings/export', { as: ines })
  await page.getByText('No file yet.').waitFor()
  await page.getByRole('radio', { name: 'JSON' }).check()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  // It comes by itself once it is written.
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/\.json$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(JSON.stringify(JSON.parse(text))).toContain('Polish the lens')

  const again = page.waitForEvent('download')
  await page.getByRole('link', { name: `Download ${file.suggestedFilename()}` }).click()
  expect(await readFile(await (await again).path(), 'utf8')).toBe(text)
})

async function removeSample(page: Page, button: ReturnType<Page['getByRole']>): Promise<void> {
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'Remove the sample data?' })
  await dialog.getByRole('button', { name: 'Remove sample data' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Sample data removed.').waitFor()
}

async function workspaceNames() {
  return (await given(ines.api.GET('/workspaces'))).data.map(({ name }) => name)
}

/** Signs Ines in from a program of this name; what comes back tells how its session stands. */
async function signInFrom(userAgent: string): Promise<() => Promise<number>> {
  let cookie = ''
  const api = createSundialClient({
    baseUrl: house.server.url,
    fetch: (request) => {
      request.headers.set('user-agent', userAgent)
      request.headers.set('cookie', cookie)
      request.headers.set('origin', house.server.url)
      return fetch(request)
    },
  })
  const { response } = await api.POST('/session', { body: { email, password } })
  cookie = (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
  return async () => (await api.GET('/me')).response.status
}

async function statusOfAdmin({ api }: Person): Promise<number> {
  return (await api.GET('/admin/users')).response.status
}
