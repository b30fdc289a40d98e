import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, lanHost, useHouse } from './support/house.ts'
import { given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
})

/** Nothing asks by itself this often: what is there by then was pushed. How fast, the server's own tests say. */
const soon = { timeout: 10_000 }
/** Said of any page that comes without https and from elsewhere than localhost. */
const untrusted = /Cross-Origin-Opener-Policy header has been ignored/

async function start(page: Page, title: string) {
  await page.getByLabel('What are you working on?').fill(title)
  await page.keyboard.press('Enter')
}

async function waitForTimer(page: Page, title: string) {
  await page.getByRole('button', { name: 'Stop timer' }).waitFor(soon)
  await expect.poll(() => page.getByLabel('What you are working on').inputValue()).toBe(title)
}

async function waitForNoTimer(page: Page) {
  await page.getByRole('button', { name: 'Start timer' }).waitFor(soon)
}

async function isLive(page: Page) {
  const probe = `Probe ${Math.random()}`
  await given(ines.api.POST('/timer/start', { body: { title: probe } }))
  await waitForTimer(page, probe)
  await given(ines.api.POST('/timer/stop', { body: {} }))
  await waitForNoTimer(page)
}

test('two tabs show the same, over one stream; when the tab that holds it closes, the other goes on', async () => {
  const browser = await house.browserOf({ as: ines })
  let streams = 0
  const count = (url: string, step: number) => {
    if (url.endsWith('/events/stream')) streams += step
  }
  browser.on('request', (request) => count(request.url(), 1))
  browser.on('requestfailed', (request) => count(request.url(), -1))
  const first = await house.open('/', { as: ines })
  await first.getByText('No time tracked here yet').waitFor()
  await expect.poll(() => streams).toBe(1)
  const second = await house.open('/projects', { as: ines })
  await start(second, 'Seen in both')
  await waitForTimer(first, 'Seen in both')
  await first.getByRole('button', { name: 'Stop timer' }).click()
  await waitForNoTimer(second)
  expect(streams).toBe(1)
  await first.close()
  await expect.poll(() => streams).toBe(1)
  await second.bringToFront()
  await isLive(second)
})

test('a tab whose holder is silent takes the stream over', async () => {
  const frozen = await house.open('/', { as: ines })
  await frozen.getByRole('button', { name: 'Start timer' }).waitFor()
  const session = await frozen.context().newCDPSession(frozen)
  const shown = await house.open('/', { as: ines })
  await shown.getByRole('button', { name: 'Start timer' }).waitFor()
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await shown.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => shown.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(1)
  await shown.waitForTimeout(2500)
  await isLive(shown)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
})

test('a phone on the home network, without https, is live beside the desk', async () => {
  house.expectProblem(untrusted)
  const desk = await house.open('/', { as: ines })
  const phone = await house.open('/', { as: ines, isPhone: true, host: lanHost })
  await expect.poll(() => phone.evaluate(() => 'locks' in navigator)).toBe(false)
  await phone.getByRole('heading', { name: 'Timer' }).waitFor()
  await start(desk, 'From the desk')
  await waitForTimer(phone, 'From the desk')
  await phone.getByRole('button', { name: 'Stop timer' }).tap()
  await waitForNoTimer(desk)
})

test('after the server was killed and came back, the stream does too, and what was missed is shown', async () => {
  house.expectProblem(
    /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_SOCKET|ERR_CONNECTION_RESET/,
  )
  house.expectProblem(untrusted)
  const page = await house.open('/', { as: ines })
  const phone = await house.open('/', { as: ines, isPhone: true, host: lanHost })
  await page.getByRole('button', { name: 'Start timer' }).waitFor()
  await phone.getByRole('button', { name: 'Start timer' }).waitFor()
  await house.server.kill()
  await page.getByText('Reconnecting to the server').waitFor()
  await house.server.restart()
  await given(ines.api.POST('/timer/start', { body: { title: 'Meanwhile' } }))
  await page.getByLabel('What you are working on').waitFor()
  await phone.getByLabel('What you are working on').waitFor()
  await page.getByText('Reconnecting to the server').waitFor({ state: 'detached' })
  await given(ines.api.POST('/timer/stop', { body: {} }))
  await waitForNoTimer(page)
  await waitForNoTimer(phone)
})

test('who signs out in one tab is signed out in all', async () => {
  const away = await house.browserOf({ as: { ...ines, email: 'signing out' } })
  await away.clearCookies()
  const first = await house.open('/', { as: { ...ines, email: 'signing out' } })
  const second = await away.newPage()
  await second.goto(addressOf(house.server, '/'))
  await first.getByRole('heading', { name: 'Sign in' }).waitFor()
  await second.getByRole('heading', { name: 'Sign in' }).waitFor()
})
