import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
})

async function pathsOf(place: Locator): Promise<(string | null)[]> {
  const links = await place.getByRole('link').all()
  return Promise.all(links.map((each) => each.getAttribute('href')))
}

test('the palette leads to the Developers page, whose key works and whose links all lead somewhere', async () => {
  const page = await house.open('/', { as: ines })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  const search = page.getByRole('combobox', { name: 'Search, or do something' })
  await search.fill('developers')
  await page.getByRole('option', { name: 'Settings: Developers' }).waitFor()
  await page.keyboard.press('Enter')
  const own = page.getByRole('region', { name: 'Sundial’s own API' })
  await own.getByText('Bearer YOUR_KEY').waitFor()

  await own.getByRole('button', { name: 'Create key' }).click()
  await own.getByText('Copy it now').waitFor()
  const line =
    (await own.getByRole('group', { name: 'Try it in a terminal' }).getByRole('code').textContent()) ?? ''
  const [, url = '', key = ''] = /^curl (\S+) -H 'Authorization: Bearer (\S+)'$/.exec(line) ?? []
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
  expect(await answer.json()).toEqual({ entry: null })

  const main = page.getByRole('main')
  const links = await main.locator('a[href^="/docs"], a[href="/llms.txt"]').all()
  const paths = await Promise.all(links.map((each) => each.getAttribute('href')))
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths) {
    const { status } = await fetch(new URL(path ?? '', house.server.url))
    expect(status, path ?? '').toBe(200)
  }
})

test('every recipe of the server is linked from the Developers page', async () => {
  const page = await house.open('/settings/developers', { as: ines })
  await page.getByRole('region', { name: 'Recipes' }).waitFor()
  const here = await pathsOf(page.getByRole('region', { name: 'Recipes' }))
  await page.goto(new URL('/docs/recipes', house.server.url).href)
  const there = await pathsOf(page.getByRole('navigation', { name: 'Recipes' }))
  const recipes = (paths: readonly (string | null)[]) =>
    paths.filter((path) => path?.startsWith('/docs/recipes/'))
  expect(recipes(there).length).toBeGreaterThan(5)
  expect(recipes(here)).toEqual(recipes(there))
})

test('a recipe has the address of this server, and no key', async () => {
  const page = await house.open('/docs/recipes/phone-shortcuts', { as: ines })
  await page.getByRole('heading', { name: 'Phone shortcuts', level: 1 }).waitFor()
  const text = (await page.getByRole('main').textContent()) ?? ''
  expect(text).toContain(`POST ${house.server.url}/sundial/api/v1/timer/start`)
  expect(text).toContain('Bearer YOUR_KEY')
  expect(text).not.toContain('time.example.com')
})

test('on a phone the list of recipes opens from a button, and an endpoint is found by its words', async () => {
  const page = await house.open('/docs/recipes/zapier', { isPhone: true })
  const list = page.getByRole('button', { name: 'Recipes' })
  await list.click()
  await page.getByRole('navigation', { name: 'Recipes' }).getByRole('link', { name: 'GrandTotal' }).click()
  await page.getByRole('heading', { name: 'GrandTotal', level: 1 }).waitFor()
  await page.goto(new URL('/docs/native', house.server.url).href)
  await page.getByRole('button', { name: 'Endpoints' }).click()
  await page.getByLabel('Find an endpoint').fill('operations undo')
  const found = page.getByRole('navigation', { name: 'Endpoints' }).getByRole('listitem')
  await expect.poll(() => found.count()).toBe(1)
})
