import type { Entry } from '@sundial/sdk'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { addProject, clearEntries, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let shop = 0
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  shop = (await addProject(ines, { title: 'Shop', color: '#3F9142' })).id
})

beforeEach(() => clearEntries(ines))

const week = '/calendar?view=week&day=2026-03-18'

type Given = { day: string; from: string; to: string; endDay?: string; title: string }

/** In the winter time of Berlin. */
function note({ day, from, to, endDay = day, title }: Given): Promise<Entry> {
  const body = {
    workspace_id: ines.me.default_workspace_id,
    project_id: shop,
    title,
    started_at: `${day}T${from}:00+01:00`,
    ended_at: `${endDay}T${to}:00+01:00`,
  }
  return given(ines.api.POST('/entries', { body }))
}

/** What the server has of the week, such as `Plan 18 09:00-10:30`. */
async function noted(): Promise<string[]> {
  const { data } = await given(
    ines.api.GET('/entries', { params: { query: { from: '2026-03-14', to: '2026-03-23' } } }),
  )
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' })
  const time = (at: string | null) => (at ? clock.format(Date.parse(at)) : 'now')
  return data
    .map(({ title, started_on, started_at, ended_at }) =>
      [title, started_on.slice(8), `${time(started_at)}-${time(ended_at)}`].join(' '),
    )
    .sort()
}

function block(page: Page, name: string | RegExp): Locator {
  return page.getByRole('group', { name: 'Time by the hour' }).getByRole('button', { name })
}

function slot(page: Page, time: string): Locator {
  return page.getByRole('button', { name: `Add time: ${time}`, exact: true })
}

type Part = { of: Locator; at: number }

/** Drags from a part of one thing to a part of another, as a hand does: not in one leap. */
async function drag(page: Page, from: Part, to: Part): Promise<void> {
  await from.of.scrollIntoViewIfNeeded()
  await to.of.scrollIntoViewIfNeeded()
  const start = await pointOf(from)
  const end = await pointOf(to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 2, start.y + 4, { steps: 2 })
  await page.mouse.move(end.x, end.y, { steps: 6 })
  await page.mouse.up()
}

async function pointOf({ of, at }: Part): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox()
  if (!box) throw new Error('What is dragged is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height * at }
}

test('time is dragged out, moved and stretched with the mouse, and each step can be taken back', async () => {
  const page = await house.open(week, { as: ines })
  await page.getByText('Nothing tracked here yet').waitFor()
  await drag(
    page,
    { of: slot(page, 'Wed 18 Mar, 9:00–9:15'), at: 0.5 },
    { of: slot(page, 'Wed 18 Mar, 10:15–10:30'), at: 0.5 },
  )
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Plan')
  expect(await dialog.getByLabel('Start').inputValue()).toBe('9:00')
  expect(await dialog.getByLabel('End').inputValue()).toBe('10:30')
  await dialog.getByRole('button', { name: 'Add entry' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(noted).toEqual(['Plan 18 09:00-10:30'])

  // Held by its middle, it stays there under the pointer.
  await drag(
    page,
    { of: block(page, /^Plan, .*9:00–10:30/), at: 0.5 },
    { of: slot(page, 'Fri 20 Mar, 11:45–12:00'), at: 0 },
  )
  await expect.poll(noted).toEqual(['Plan 20 11:00-12:30'])
  await block(page, 'Plan, No project, Fri 20 Mar, 11:00–12:30, 1:30').waitFor()
  await page.getByText('Entry moved.').waitFor()

  await drag(
    page,
    { of: block(page, /^Plan/), at: 0.98 },
    { of: slot(page, 'Fri 20 Mar, 13:00–13:15'), at: 0.05 },
  )
  await expect.poll(noted).toEqual(['Plan 20 11:00-13:00'])
  await page.getByText('Entry changed.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(noted).toEqual(['Plan 20 11:00-12:30'])
  await page.getByRole('link', { name: /^Fri 20\s*1:30/ }).waitFor()
  await page.getByText('This week 1:30').waitFor()

  await slot(page, 'Mon 16 Mar, 9:00–9:15').click()
  expect(await dialog.getByLabel('End').inputValue()).toBe('9:30')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await block(page, /^Plan/).click()
  await dialog.getByRole('button', { name: 'Delete entry' }).click()
  await expect.poll(noted).toEqual([])
})

test('the keyboard goes from block to block, moves and stretches them, and walks through weeks and views', async () => {
  await note({ day: '2026-03-17', from: '09:00', to: '10:00', title: 'Plan' })
  await note({ day: '2026-03-17', from: '11:00', to: '12:00', title: 'Review' })
  await note({ day: '2026-03-19', from: '11:30', to: '12:00', title: 'Call' })
  const page = await house.open(week, { as: ines })
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.split(',')[0])
  await block(page, /^Plan/).focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('Review')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Call')
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toBe('Review')

  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('status').getByText('Tue 17 Mar, 11:15–12:15').waitFor()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(noted).toContain('Review 17 11:15-12:00')
  expect(await focused()).toBe('Review')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Start').inputValue()).toBe('11:15')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(focused).toBe('Review')
  await page.keyboard.press('Delete')
  await expect.poll(noted).toEqual(['Call 19 11:30-12:00', 'Plan 17 09:00-10:00'])
  await expect.poll(focused).toBe('Plan')

  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: /^Another day: 9.+15 Mar/ }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('m')
  await page.getByRole('table', { name: 'Time of each day' }).waitFor()
  await page.getByRole('link', { name: 'Tue 17 Mar: 1:00' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toContain('Wed 18 Mar: –')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Another day: Thu,? 19 Mar/ }).waitFor()
  await block(page, /^Call/).waitFor()
  expect(await block(page, /^Plan/).count()).toBe(0)
  await page.keyboard.press('t')
  await expect.poll(() => new URL(page.url()).searchParams.get('day')).toBe(null)
})

test('over midnight there is a block on each day; what overlaps stands side by side', async () => {
  await note({ day: '2026-03-17', from: '22:30', to: '00:45', endDay: '2026-03-18', title: 'Release' })
  await note({ day: '2026-03-19', from: '09:00', to: '11:00', title: 'Plan' })
  await note({ day: '2026-03-19', from: '10:00', to: '12:00', title: 'Call' })
  const page = await house.open(week, { as: ines })
  await expect.poll(() => block(page, /^Release/).count()).toBe(2)
  const [plan, call] = [await block(page, /^Plan/).boundingBox(), await block(page, /^Call/).boundingBox()]
  expect((plan?.x ?? 0) + (plan?.width ?? 0)).toBeLessThanOrEqual((call?.x ?? 0) + 1)
  await block(page, /^Release/)
    .last()
    .focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(noted).toContain('Release 17 22:45-01:00')
  await block(page, /^Release/)
    .last()
    .press('Enter')
  expect(await page.getByRole('dialog').getByLabel('Start').inputValue()).toBe('22:45')
})

test('what is locked stays, and what the server refuses goes back', async () => {
  const plan = await note({ day: '2026-03-17', from: '09:00', to: '10:00', title: 'Plan' })
  const page = await house.open(week, { as: ines })
  house.expectProblem(/Failed to load resource/)
  await page.route(`**/entries/${plan.id}`, (route) =>
    route.fulfill({
      status: 409,
      json: { code: 'conflict', reason: 'overlap', message: 'There is time there.' },
    }),
  )
  await block(page, /^Plan/).press('Alt+ArrowDown')
  await page.getByRole('alert').waitFor()
  await block(page, /9:00–10:00/).waitFor()
  await page.unroute(`**/entries/${plan.id}`)

  const { default_workspace_id: id } = ines.me
  const lockBefore = (locked_before: string | null) =>
    given(ines.api.PATCH('/workspaces/{id}', { params: { path: { id } }, body: { locked_before } }))
  await lockBefore('2026-03-20')
  await block(page, /These days are locked/).press('Alt+ArrowDown')
  await page.getByRole('status').getByText('These days are locked.').first().waitFor()
  expect(await block(page, /^Plan/).getAttribute('draggable')).not.toBe('true')
  expect(await noted()).toEqual(['Plan 17 09:00-10:00'])
  await lockBefore(null)
})

test('what runs grows by itself, and the lane of app usage makes entries', async () => {
  const { default_workspace_id: workspace_id } = ines.me
  await given(ines.api.POST('/timer/start', { body: { workspace_id, title: 'Now' } }))
  const page = await house.open('/calendar?view=day', { as: ines })
  const running = block(page, /^Now, .* until now/)
  const name = await running.getAttribute('title')
  await expect.poll(() => running.getAttribute('title')).not.toBe(name)
  await given(ines.api.POST('/timer/stop', { body: {} }))
  await block(page, /^Now, .*–/).waitFor()

  const seen = (from: string, to: string, application: string, title: string) => ({
    started_at: `2026-03-18T${from}:00+01:00`,
    ended_at: `2026-03-18T${to}:00+01:00`,
    application,
    title,
  })
  await given(
    ines.api.POST('/app-usage', {
      body: {
        device: 'laptop',
        source: 'windows',
        samples: [seen('09:00', '09:50', 'Drawing', 'Floor plan'), seen('09:50', '10:30', 'Mail', 'Inbox')],
      },
    }),
  )
  await page.goto(new URL(week, page.url()).href)
  const strip = page.getByRole('img', { name: 'Used: Drawing, Wed 18 Mar, 9:00–9:45' })
  await strip.click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('Title').inputValue()).toBe('Floor plan')
  expect(await dialog.getByLabel('End').inputValue()).toBe('9:45')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const mail = page.getByRole('img', { name: /^Used: Mail/ })
  await drag(page, { of: strip, at: 0.1 }, { of: mail, at: 0.9 })
  expect(await dialog.getByLabel('Title').inputValue()).toBe('Floor plan')
  expect(await dialog.getByLabel('Start').inputValue()).toBe('9:00')
  expect(await dialog.getByLabel('End').inputValue()).toBe('10:30')
})
