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

const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** `CPU_THROTTLE=6` shows on a fast machine what a slow one makes of a test: each page runs so many times slower. */
const slowness = Number(process.env.CPU_THROTTLE ?? 1)

export type Look = {
  as?: Person
  isPhone?: boolean
  scheme?: 'light' | 'dark'
  host?: string
  locale?: string
  /** Lets the app be installed; else each page comes from the server, as tests that look at requests expect. */
  isInstalled?: boolean
}

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

  async function newBrowser({ as, isPhone, scheme = 'light', host = '127.0.0.1', ...look }: Look) {
    const context = await house.browser.newContext({
      viewport: isPhone ? phone : desktop,
      hasTouch: isPhone ?? false,
      isMobile: isPhone ?? false,
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: look.locale ?? 'en-GB',
      timezoneId: 'Europe/Berlin',
      serviceWorkers: look.isInstalled ? 'allow' : 'block',
    })
    await context.addInitScript(watchShifts)
    context.setDefaultTimeout(20_000 * slowness)
    if (slowness > 1) context.on('page', (page) => void slowDown(page))
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

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
}

/** Adds up in the page by how much it moved without anybody's doing, as a share of the screen. */
function watchShifts() {
  const shifts = { sum: 0, what: [] as string[] }
  Object.assign(window, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // The observer is given entries of the type it asks for; the library of types has no name for it.
      const shift = entry as PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
      }
      if (shift.hadRecentInput) continue
      shifts.sum += shift.value
      shifts.what.push(
        ...shift.sources.map(({ node, previousRect: from, currentRect: to }) => {
          const what = node instanceof Element ? node.outerHTML.slice(0, 100) : 'text'
          return `${from.y}+${from.height} to ${to.y}+${to.height}: ${what}`
        }),
      )
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

export function addressOf(server: TestServer, path: string, host = '127.0.0.1'): string {
  const url = new URL(path, server.url)
  url.hostname = host
  return url.href
}
