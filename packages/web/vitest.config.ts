import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const hasBrowser = existsSync(chromium)
if (!hasBrowser) console.warn(`Skipped all that needs a browser: there is no ${chromium}.`)

export default defineConfig({
  test: {
    pool: 'forks',
    // Each file in test/ has a server and a browser of its own.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two browsers on two cores take their time.
    expect: { poll: { timeout: 15_000 } },
    include: ['src/**/*.test.ts', ...(hasBrowser ? ['test/**/*.test.ts'] : [])],
    env: { CHROMIUM_PATH: chromium },
  },
})
