import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserArguments } from './support/house.ts'
import { setUp, startServer, type TestServer } from './support/server.ts'

const databases = process.env.TEST_DATABASE_URL

type Client = { connect(): Promise<void>; query(sql: string): Promise<unknown>; end(): Promise<void> }

async function execute(sql: string) {
  // The server's own driver; this package needs none.
  const pg = createRequire(new URL('../../server/package.json', import.meta.url))('pg') as {
    Client: new (options: { connectionString?: string }) => Client
  }
  const client = new pg.Client({ connectionString: databases ?? '' })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

test.skipIf(!databases)('what starts on one server is seen on another without asking', async () => {
  const name = `sundial_test_${randomBytes(6).toString('hex')}`
  const url = new URL(databases ?? '')
  url.pathname = `/${name}`
  await execute(`create database ${name}`)
  const servers: TestServer[] = []
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: browserArguments,
  })
  try {
    const settings = { DATABASE_URL: url.href, SECRET_KEY: randomBytes(32).toString('hex') }
    servers.push(await startServer(settings))
    const [one] = servers
    if (!one) throw new Error('It has just been started.')
    const ines = await setUp(one)
    servers.push(await startServer(settings))
    const [cookie = '', value = ''] = ines.session.split('=')
    const context = await browser.newContext()
    await context.addCookies([{ name: cookie, value, domain: '127.0.0.1', path: '/' }])
    const tabs = await Promise.all(
      servers.map(async (server) => {
        const page = await context.newPage()
        await page.goto(server.url)
        await page.getByText('No time tracked here yet').waitFor()
        return page
      }),
    )
    await tabs[0]?.getByLabel('What are you working on?').fill('Across')
    await tabs[0]?.keyboard.press('Enter')
    await tabs[0]?.getByRole('button', { name: 'Stop timer' }).waitFor()
    await tabs[1]?.getByRole('button', { name: 'Stop timer' }).waitFor({ timeout: 10_000 })
    await expect.poll(() => tabs[1]?.getByLabel('What you are working on').inputValue()).toBe('Across')
  } finally {
    await browser.close()
    await Promise.all(servers.map((server) => server.close()))
    await execute(`drop database ${name} with (force)`)
  }
})
