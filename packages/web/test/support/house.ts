import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startServer, type Person, type TestServer } from './server.ts'

/** A name that is not localhost: over plain http a browser then keeps locks and clipboard shut, as on a home network. */
export const lanHost = 'sundial.test'

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${lanHost} 127.0.0.1`,
]

const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }

export type Look = { as?: Person; isPhone?: boolean; scheme?: 'light' | 'dark'; host?: string }

export type House = {
  server: TestServer
  browser: Browser
  /** A browser of this person and this look; tabs in it share cookies and storage, and all browsers last for the file. */
  browserOf(look: Look): Promise<BrowserContext>
  /** A tab in such a browser, at an address of the server; without a look, nobody is signed in there. */
  open(path: string, look?: Look): Promise<Page>
  /** Says that this test provokes such a line in the console. */
  expectProblem(pattern: RegExp): void
}

/** A server and a browser for the tests of one file. No page may log an error or be refused something by its policy. */
export function useHouse(
  prepare?: (house: House) => Promise<void>,
  settings: Record<string, string> = {},
): House {
  const browsers = new Map<string, Promise<BrowserContext>>()
  let problems: string[] = []
  let expected: RegExp[] = []

  const house: House = {
    // Both are there before the first test runs.
    server: undefined as unknown as TestServer,
    browser: undefined as unknown as Browser,
    browserOf(look) {
      const key = JSON.stringify({ ...look, as: look.as?.email })
      const known = browsers.get(key)
      if (known) return known
      const made = newBrowser(look)
      browsers.set(key, made)
      return made
    },
    async open(path, look = {}) {
      const context = await (look.as ? house.browserOf(look) : newBrowser(look))
      const page = await context.newPage()
      await page.goto(addressOf(house.server, path, look.host))
      return page
    },
    expectProblem: (pattern) => expected.push(pattern),
  }

  async function newBrowser({ as, isPhone = false, scheme = 'light', host = '127.0.0.1' }: Look) {
    const context = await house.browser.newContext({
      viewport: isPhone ? phone : desktop,
      hasTouch: isPhone,
      isMobile: isPhone,
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    })
    context.setDefaultTimeout(8000)
    context.on('console', (line) => {
      if (line.type() === 'error') problems.push(line.text())
    })
    context.on('weberror', (error) => problems.push(String(error.error())))
    const [name = '', value = ''] = as?.session.split('=') ?? []
    if (as) await context.addCookies([{ name, value, domain: host, path: '/', httpOnly: true }])
    return context
  }

  beforeAll(async () => {
    house.server = await startServer(settings)
    house.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: browserArguments,
    })
    await prepare?.(house)
  })

  afterEach(async () => {
    await Promise.all(
      house.browser
        .contexts()
        .flatMap((context) => context.pages())
        .map((page) => page.close()),
    )
    const unexpected = problems.filter((line) => !expected.some((pattern) => pattern.test(line)))
    problems = []
    expected = []
    expect(unexpected).toEqual([])
  })

  afterAll(async () => {
    await house.browser?.close()
    await house.server?.close()
  })

  return house
}

export function addressOf(server: TestServer, path: string, host = '127.0.0.1'): string {
  const url = new URL(path, server.url)
  url.hostname = host
  return url.href
}
