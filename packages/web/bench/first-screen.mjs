/**
 * How long a person with a slow connection and a slow phone looks at an empty page: loads the timer of the demo data, with
 * nothing kept, with the browser's own cache, and from the installed app. Prints a table; no test, as machines differ.
 *
 *   npm run demo && npm start                                  (another terminal)
 *   node packages/web/bench/first-screen.mjs http://127.0.0.1:3000
 */
import { signedIn, slowDown, startBrowser } from './browser.mjs'

const url = process.argv[2] ?? 'http://127.0.0.1:3000'
const showsRequests = process.argv.includes('--requests')

const browser = await startBrowser()
console.log('| the timer page | painted ms | usable ms | requests | kB received | layout shift |')
console.log('| --- | --: | --: | --: | --: | --: |')
for (const [name, serviceWorkers] of [
  ['browser', 'block'],
  ['app', 'allow'],
]) {
  const context = await signedIn(browser, url, { serviceWorkers })
  await measure(context, `${name}, for the first time`)
  if (name === 'app') await installed(context)
  await measure(context, `${name}, again`)
  await context.close()
}
await browser.close()

async function installed(context) {
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.close()
}

async function measure(context, name) {
  const page = await context.newPage()
  const network = await slowDown(page)
  const requests = []
  const startedAt = Date.now()
  page.on('request', (request) =>
    requests.push(`${Date.now() - startedAt} ms ${request.method()} ${request.url()}`),
  )
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.addInitScript(watchShifts)
  await page.goto(url, { waitUntil: 'commit' })
  // Usable: one can start a timer, and the days are there.
  await page.getByRole('button', { name: /^(Start|Stop) timer$/ }).waitFor()
  await page
    .getByRole('button', { name: /^(Continue|\d+ entries of) / })
    .first()
    .waitFor()
  const usable = await page.evaluate(() => performance.now())
  const before = requests.length
  // What comes later, and whether it pushes something away.
  await page.waitForTimeout(2000)
  const { painted, shift } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    shift: window.shifts,
  }))
  const figures = [painted, usable].map((ms) => Math.round(ms))
  console.log(
    `| ${name} | ${figures.join(' | ')} | ${before} | ${Math.round(bytes / 1000)} | ${shift.toFixed(4)} |`,
  )
  if (showsRequests) console.log(requests.join('\n'))
  await page.close()
}

function watchShifts() {
  window.shifts = 0
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value
  }).observe({ type: 'layout-shift', buffered: true })
}
