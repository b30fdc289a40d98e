import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { addEntry, addProject, berlinTime, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

const days = 6
const each = 24

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  await addProject(ines, { title: 'Website' })
})

beforeAll(async () => {
  // From the oldest on, so that the last page of the list is known.
  for (let daysAgo = days; daysAgo > 0; daysAgo -= 1) {
    for (let hour = 0; hour < each; hour += 4) {
      await Promise.all(
        [0, 1, 2, 3].map((more) =>
          addEntry(ines, {
            daysAgo,
            from: `${hour + more}:00`,
            to: `${hour + more}:30`,
            title: `Day ${daysAgo}, hour ${hour + more}`,
          }),
        ),
      )
    }
  }
}, 120_000)

const rows = (page: Page) => page.getByRole('main').getByRole('listitem')

/** Goes on to the end of what is there. */
function scrollOn(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight)
  })
}

/** The titles of the lines that are there, from top to bottom. */
async function titles(page: Page): Promise<string[]> {
  return page
    .getByLabel('Title', { exact: true })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
}

test('of a long list only the lines on the screen are there, and its end is reached by scrolling', async () => {
  const page = await house.open('/', { as: ines })
  await rows(page).first().waitFor()
  let most = 0
  await expect
    .poll(async () => {
      await scrollOn(page)
      most = Math.max(most, await rows(page).count())
      return titles(page)
    })
    .toContain(`Day ${days}, hour 23`)
  expect(most).toBeLessThan(60)
  expect(await page.getByRole('button', { name: 'Load earlier entries' }).count()).toBe(0)
  // The heads of days are there as well, and each line knows its place in its day.
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  const last = rows(page).last()
  expect([await last.getAttribute('aria-posinset'), await last.getAttribute('aria-setsize')]).toEqual([
    String(each),
    String(each),
  ])
})

test('what is typed into a line stays while the list moves on', async () => {
  const page = await house.open('/', { as: ines })
  const field = rows(page).first().getByLabel('Title')
  await field.fill('Half a th')
  await scrollOn(page)
  await expect.poll(() => titles(page)).not.toContain('Day 1, hour 1')
  expect(await titles(page)).toContain('Half a th')
  await page.keyboard.type('ought')
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    window.scrollTo(0, 0)
  })
  await expect.poll(() => titles(page)).toContain('Day 1, hour 0')
})

test('ticks stay with their entries when they leave the screen', async () => {
  const page = await house.open('/', { as: ines })
  await page.getByRole('checkbox', { name: 'Select Day 1, hour 0' }).check()
  await scrollOn(page)
  await expect.poll(() => titles(page)).not.toContain('Day 1, hour 1')
  await page
    .getByRole('checkbox', { name: /^Select Day/ })
    .last()
    .check()
  await page.getByRole('toolbar').getByText('2 selected').waitFor()
})

test('the first screen asks for each thing once', async () => {
  const asked: string[] = []
  const page = await house.open('/sign-in', { as: ines })
  // What this page asks for is over before anything is counted.
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/sundial/')) asked.push(pathname.slice('/sundial/api/v1'.length) + search)
  })
  await page.goto(house.server.url)
  await rows(page).first().waitFor()
  await page.waitForLoadState('load')
  await expect.poll(() => asked.filter((path) => path === '/timer').length).toBe(2)
  const workspace = ines.me.default_workspace_id
  expect(asked.toSorted()).toEqual([
    `/entries?workspace_id=${workspace}&limit=100`,
    '/events/stream',
    '/projects?include_archived=true&limit=500',
    '/session',
    '/timer',
    // Once more when the stream is there, as it may have been stopped just then.
    '/timer',
    '/workspaces',
  ])
})

test('while a timer runs, nothing on the page changes but its clock', async () => {
  await given(
    ines.api.POST('/timer/start', {
      body: { title: 'Tick', started_at: berlinTime(0, '0:00').toISOString() },
    }),
  )
  const page = await house.open('/', { as: ines })
  await page.getByRole('button', { name: 'Stop timer' }).waitFor()
  await rows(page).first().waitFor()
  await page.evaluate(watchChanges)
  // The sums of the day and the week grow with the minute; what loads late has an end.
  await expect.poll(() => changedInTwoSeconds(page)).toEqual(['TIME', 'TITLE'])
  await given(ines.api.POST('/timer/stop', { body: {} }))
})

/** What changes in the document while the clock ticks twice. */
async function changedInTwoSeconds(page: Page): Promise<string[]> {
  const changed = await page.evaluate(async () => {
    const { changed: noted } = window as unknown as { changed: string[] }
    noted.length = 0
    await new Promise((over) => setTimeout(over, 2200))
    return noted
  })
  return [...new Set(changed.filter((place) => place !== 'STRONG'))].toSorted()
}

/** Notes the element of everything that changes in the document from now on. */
function watchChanges() {
  const changed: string[] = []
  Object.assign(window, { changed })
  new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement
      changed.push(element?.tagName ?? 'a text of nothing')
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}
