import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lanHost, useHouse } from './support/house.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
})

let door: Server
let doorUrl = ''
/** What the worker of the next version has more than that of this one. */
let later = ''

// In front of the server, so that it can be given a new version of the app.
beforeAll(async () => {
  door = createServer((asked, answer) => {
    const { method, headers } = asked
    const onward = request(new URL(asked.url ?? '/', house.server.url), { method, headers }, (reply) => {
      const isWorker = asked.url === '/sw.js'
      const { 'content-length': _, ...rest } = reply.headers
      answer.writeHead(reply.statusCode ?? 500, isWorker ? rest : reply.headers)
      reply.pipe(answer, { end: !isWorker })
      if (isWorker) reply.on('end', () => answer.end(later))
    })
    if (asked.url === '/sw.js') {
      for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) onward.removeHeader(name)
    }
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => door.once('listening', listening))
  // It listens on TCP, so it is no path.
  doorUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
})

afterAll(() => {
  door.closeAllConnections()
  door.close()
})

/** A browser in which the app is installed, and answers for itself from the next page on. */
async function installedBrowser(): Promise<BrowserContext> {
  const page = await house.open('/', { as: ines, isInstalled: true })
  await installed(page)
  await page.close()
  return page.context()
}

function installed(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()

test('without a network the app opens all the same, says so, and goes on when it is back', async () => {
  house.expectProblem(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  const context = await installedBrowser()
  const page = await context.newPage()
  await page.goto(`${house.server.url}/projects`)
  await heading(page, 'Projects')
  // What is kept is the page with its own policy, so that its styles are let in.
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px')

  await context.setOffline(true)
  await page.getByText('You are offline. What you see may be old').waitFor()
  await page.reload()
  await heading(page, 'You are offline')
  await page.getByText('Sundial needs its server').waitFor()
  await context.setOffline(false)
  await heading(page, 'Projects')
})

test('the reference and the API stay the server’s own', async () => {
  const context = await installedBrowser()
  const page = await context.newPage()
  await page.goto(`${house.server.url}/sundial/api/v1/server`)
  expect(await page.textContent('body')).toContain('"is_set_up":true')
  const reference = await page.goto(`${house.server.url}/docs`)
  expect(reference?.fromServiceWorker()).toBe(false)
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const requests = await Promise.all(caches_.map((cache) => cache.keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/')
  expect(kept.filter((path) => path.includes('/api/'))).toEqual([])
})

test('a new version waits until it is asked for', async () => {
  const context = await house.browserOf({ as: ines, isInstalled: true })
  const first = await context.newPage()
  await first.goto(doorUrl)
  await installed(first)
  await first.close()
  const page = await context.newPage()
  await page.goto(doorUrl)
  await heading(page, 'Timer')

  later = '\n// A later build.'
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
  await page.getByText('There is a new version of Sundial.').waitFor()
  await page.evaluate(() => Object.assign(window, { isOldPage: true }))
  await page.getByRole('button', { name: 'Reload page' }).click()
  await expect.poll(() => page.evaluate(() => 'isOldPage' in window).catch(() => true)).toBe(false)
  await heading(page, 'Timer')
  expect(await page.getByText('There is a new version of Sundial.').count()).toBe(0)
})

test('over plain http in a network of one’s own nothing is installed, and nothing is said', async () => {
  const page = await house.open('/', { as: ines, host: lanHost, isInstalled: true })
  await heading(page, 'Timer')
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
})
