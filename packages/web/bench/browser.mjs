import { chromium } from 'playwright-core'

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A browser in which somebody of the demo data is signed in, and which has loaded nothing of the app. */
export async function signedIn(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(120_000)
  const answer = await context.request.post(new URL('/sundial/api/v1/session', url).href, {
    data: { email: 'ada@example.com', password: 'look around this demo' },
    headers: { origin: new URL(url).origin },
  })
  if (!answer.ok()) throw new Error(`Nobody is signed in: ${await answer.text()}`)
  return context
}

/** A telephone on a slow network: 1.6 Mbit/s, 150 ms to the server and back, a processor four times as slow. */
export async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return devtools
}
