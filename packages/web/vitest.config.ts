import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const hasBrowser = existsSync(chromium)
if (!hasBrowser) console.warn(`Skipped all that needs a browser: there is no ${chromium}.`)

// How much slower the browsers are made; see test/support/house.ts.
const slowness = Number(process.env.CPU_THROTTLE ?? 1)

export default defineConfig({
  test: {
    pool: 'forks',
    // Each file in test/ has a server and a browser of its own.
    maxWorkers: 2,
    // A slow machine is no failure: what is waited for is there, only later. What passes takes no longer for it.
    testTimeout: 180_000 * slowness,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 * slowness } },
    // The tests of a file build on each other's data, so one that failed is not tried again in the middle of it:
    // scripts/test.mjs runs the whole file once more, on a server of its own.
    retry: 0,
    include: ['src/**/*.test.ts', ...(hasBrowser ? ['test/**/*.test.ts'] : [])],
    env: { CHROMIUM_PATH: chromium },
  },
})
