import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { lookAt } from './support/screens.ts'
import { given } from './support/seed.ts'
import { password, setUp, type Person } from './support/server.ts'
import { codeOf } from './support/totp.ts'

let ines: Person
let oda: Person
let recoveryCodes: string[] = []

// Browsers let passkeys work on https and on localhost.
const host = 'localhost'
const house = useHouse(
  async ({ server }) => {
    ines = await setUp(server)
    const { id } = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
    oda = await join(server, ines, id)
  },
  { BASE_URL: `http://${host}` },
)

async function signIn(page: Page, email: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function signOut(page: Page, name: string) {
  // What the page was asking for as the session ended is refused.
  house.expectProblem(/401/)
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

const section = (page: Page, name: string) => page.getByRole('region', { name })

test('two-factor authentication is set up with a picture, a first code and recovery codes', async () => {
  house.expectProblem(/422/)
  const page = await house.open('/settings/password', { as: oda, host })
  await section(page, 'Two-factor authentication').getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill('not the password')
  await page.keyboard.press('Enter')
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('Current password').fill(password)
  await page.keyboard.press('Enter')
  await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
  const secret = ((await dialog.getByRole('code').textContent()) ?? '').replaceAll(' ', '')
  await expect.poll(() => dialog.getByLabel('Code', { exact: true }).evaluate(isFocused)).toBe(true)
  await page.keyboard.type(codeOf(secret, 7))
  await page.keyboard.press('Enter')
  await dialog.getByText('This code is wrong or was used before.').waitFor()
  await dialog.getByLabel('Code', { exact: true }).fill(codeOf(secret))
  await page.keyboard.press('Enter')

  await dialog.getByRole('heading', { name: 'Recovery codes' }).waitFor()
  recoveryCodes = ((await dialog.getByRole('code').textContent()) ?? '').split('\n')
  expect(recoveryCodes).toHaveLength(10)
  await lookAt(page, 'recovery-codes-desktop')
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('sundial-recovery-codes.txt')
  expect((await textOf(await download.createReadStream())).trim().split('\n')).toEqual(recoveryCodes)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByText('On · 10 recovery codes left').waitFor()
})

test.each(['desktop', 'phone'])('signing in asks for the code on a %s', async (size) => {
  house.expectProblem(/401/)
  const page = await house.open('/sign-in', { host, isPhone: size === 'phone' })
  await signIn(page, oda.email)
  await page.getByLabel('Code', { exact: true }).waitFor()
  // To be asked is no refusal.
  expect(await page.getByRole('alert').count()).toBe(0)
  await lookAt(page, `sign-in-code-${size}`)
})

test('a wrong code is refused in words, and a recovery code signs in once', async () => {
  house.expectProblem(/401/)
  const page = await house.open('/sign-in', { host })
  await signIn(page, oda.email)
  const code = page.getByLabel('Code', { exact: true })
  await expect.poll(() => code.evaluate(isFocused)).toBe(true)
  expect(await code.getAttribute('autocomplete')).toBe('one-time-code')
  expect(await code.getAttribute('inputmode')).toBe('numeric')
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('This code is wrong or was used before.').waitFor()
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code', { exact: true }).fill(recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Timer' }).waitFor()

  const again = await house.open('/sign-in', { host })
  await signIn(again, oda.email)
  await again.getByLabel('Code', { exact: true }).fill(recoveryCodes[0] ?? '')
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await again.getByRole('alert').waitFor()
})

test('new recovery codes take the place of the old ones, and it is turned off with both factors', async () => {
  const page = await house.open('/settings/password', { as: oda, host })
  await page.getByText('On · 9 recovery codes left').waitFor()
  await page.getByRole('button', { name: 'New recovery codes' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code', { exact: true }).fill(recoveryCodes[1] ?? '')
  await page.keyboard.press('Enter')
  await dialog.getByRole('code').waitFor()
  recoveryCodes = ((await dialog.getByRole('code').textContent()) ?? '').split('\n')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByText('On · 10 recovery codes left').waitFor()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await dialog.getByLabel('Current password').fill(password)
  await dialog.getByLabel('Code', { exact: true }).fill(recoveryCodes[0] ?? '')
  await dialog.getByRole('button', { name: 'Turn off' }).click()
  await page.getByText('Two-factor authentication is off.').waitFor()
  await page.getByRole('button', { name: 'Set up' }).waitFor()
})

test('an administrator sees who has it, and takes it from somebody who has lost everything', async () => {
  const { secret } = await given(oda.api.POST('/me/second-factor', { body: { password } }))
  await given(oda.api.POST('/me/second-factor/confirm', { body: { code: codeOf(secret) } }))
  const page = await house.open('/admin/users', { as: ines, host })
  const row = page.getByRole('listitem').filter({ hasText: oda.email })
  await row.getByText('two-factor').waitFor()
  await row.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Take away second factor' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take away second factor' }).click()
  await row.getByText('two-factor').waitFor({ state: 'detached' })
  const { data } = await oda.api.GET('/me')
  expect(data?.has_second_factor).toBe(false)
})

test('a passkey is added, renamed, signs in and is removed', async () => {
  const page = await house.open('/sign-in', { host })
  const device = await plugIn(page)
  await signIn(page, oda.email)
  await page.getByRole('heading', { name: 'Timer' }).waitFor()
  await page.goto(`http://${host}:${new URL(page.url()).port}/settings/password`)
  const passkeys = section(page, 'Passkeys')
  await passkeys.getByText('No passkeys yet').waitFor()
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Name').inputValue()).toMatch(/^Chrom.* on Linux$/)
  await dialog.getByLabel('Current password').fill(password)
  await dialog.getByRole('button', { name: 'Add a passkey' }).click()
  await dialog.waitFor({ state: 'detached' })
  const name = passkeys.getByRole('textbox', { name: /^Rename/ })
  await name.fill('Laptop')
  await name.press('Enter')
  await passkeys.getByRole('textbox', { name: 'Rename Laptop' }).waitFor()
  await passkeys.getByText('never used').waitFor()

  await signOut(page, 'Oda Brandt')
  // Whoever holds the device and is not its owner.
  await device.verifies(false)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('alert').getByText('The passkey was not used.').waitFor()
  await device.verifies(true)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('heading', { name: 'Timer' }).waitFor()

  await page.goto(`http://${host}:${new URL(page.url()).port}/settings/password`)
  await section(page, 'Where you are signed in').getByText('with a passkey').waitFor()
  await passkeys.getByText('last used').waitFor()
  await passkeys.getByRole('button', { name: 'Remove Laptop' }).click()
  await dialog.getByRole('button', { name: 'Remove passkey' }).click()
  await passkeys.getByText('No passkeys yet').waitFor()
  await signOut(page, 'Oda Brandt')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('alert').getByText('This passkey is not known here.').waitFor()
})

test('over plain http, where browsers keep passkeys shut, none is offered and the page says why', async () => {
  const page = await house.open('/settings/password', { as: ines, host: 'sundial.test' })
  await section(page, 'Passkeys').getByText('they need https or localhost').waitFor()
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
  const before = await house.open('/sign-in', { host: 'sundial.test' })
  await before.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await before.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
})

/** A device that holds passkeys and checks a finger, as Chromium plays one for this page. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verifies: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

function isFocused(element: Element): boolean {
  return element === document.activeElement
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk.toString()
  return text
}
