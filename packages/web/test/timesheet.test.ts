import type { Entry } from '@sundial/sdk'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { addProject, clearEntries, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
const ids = { shop: 0, basket: 0 }
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const website = await addProject(ines, { title: 'Website' })
  ids.shop = (await addProject(ines, { title: 'Shop', parent_id: website.id })).id
  await addProject(ines, { title: 'Garden' })
  const { default_workspace_id: workspace_id } = ines.me
  const task = { workspace_id, project_id: ids.shop, name: 'Fix basket' }
  ids.basket = (await given(ines.api.POST('/tasks', { body: task }))).id
})

beforeEach(() => clearEntries(ines))

const sheet = '/timesheet?day=2026-03-18'

type Given = { day: string; from: string; to: string } & Partial<Pick<Entry, 'title' | 'notes' | 'task_id'>>

/** On the project of the shop, in the winter time of Berlin. */
function note({ day, from, to, ...rest }: Given) {
  const at = (time: string) => `${day}T${time}:00+01:00`
  const body = {
    workspace_id: ines.me.default_workspace_id,
    project_id: ids.shop,
    ...rest,
    started_at: at(from),
    ended_at: at(to),
  }
  return given(ines.api.POST('/entries', { body }))
}

/** What the server has of the week, such as `Shop 18 9:00-10:30`. */
async function noted(): Promise<string[]> {
  const { data } = await given(
    ines.api.GET('/entries', { params: { query: { from: '2026-03-16', to: '2026-03-22' } } }),
  )
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' })
  const time = (at: string | null) => (at ? clock.format(Date.parse(at)) : 'now')
  return data
    .map(({ task_id, started_on, started_at, ended_at }) =>
      [task_id ? 'Basket' : 'Shop', started_on.slice(8), `${time(started_at)}-${time(ended_at)}`].join(' '),
    )
    .sort()
}

function cell(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

async function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}

async function sums(page: Page): Promise<string[]> {
  const cells = await page.getByRole('row').last().getByRole('cell').allInnerTexts()
  return cells.map((text) => text.trim())
}

test('a week is typed cell by cell, every way of writing a time alike, with the keyboard alone', async () => {
  await note({ day: '2026-03-11', from: '09:00', to: '10:00' })
  await note({ day: '2026-03-12', from: '09:00', to: '10:00', task_id: ids.basket })
  const page = await house.open(sheet, { as: ines })
  await page.getByText('No time in this week yet').waitFor()
  await page.getByRole('button', { name: 'Copy last week’s rows', exact: true }).click()
  await cell(page, 'Website ▸ Shop, Mon 16 Mar').waitFor()
  await cell(page, 'Website ▸ Shop, Fix basket, Mon 16 Mar').waitFor()

  await cell(page, 'Website ▸ Shop, Mon 16 Mar').focus()
  for (const [typed, key] of [
    ['1:30', 'ArrowRight'],
    ['1.5', 'Tab'],
    ['90m', 'ArrowRight'],
    ['1h30', 'ArrowDown'],
  ] as const) {
    await page.keyboard.type(typed)
    await page.keyboard.press(key)
  }
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Fix basket, Thu 19 Mar')
  await page.keyboard.type('2')
  await page.keyboard.press('ArrowLeft')
  // The caret goes through what is typed first.
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Fix basket, Thu 19 Mar')
  await page.keyboard.press('Tab')
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Fix basket, Fri 20 Mar')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Thu 19 Mar')
  await expect
    .poll(() => noted())
    .toEqual([
      'Basket 19 10:30-12:30',
      'Shop 16 09:00-10:30',
      'Shop 17 09:00-10:30',
      'Shop 18 09:00-10:30',
      'Shop 19 09:00-10:30',
    ])
  await expect.poll(() => sums(page)).toEqual(['1:30', '1:30', '1:30', '3:30', '–', '–', '–', '8:00'])

  await page.keyboard.press('Backspace')
  await page.keyboard.press('ArrowLeft')
  await page.getByText('Entry deleted.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => noted()).toHaveLength(5)
  await expect.poll(() => sums(page)).toContain('8:00')

  const wednesday = cell(page, 'Website ▸ Shop, Wed 18 Mar')
  await wednesday.fill('half')
  await wednesday.press('Enter')
  await page.getByText('Write a time such as 1:30, 1.5 or 90m').waitFor()
  await wednesday.press('Escape')
  await expect.poll(() => wednesday.inputValue()).toBe('1:30')
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Wed 18 Mar')
  await wednesday.fill('2')
  await wednesday.press('Enter')
  await expect.poll(() => noted()).toContain('Shop 18 09:00-11:00')
  await page.reload()
  await expect.poll(() => wednesday.inputValue()).toBe('2:00')

  // Below the last row there is no cell to go to, and a page that is left takes its cells along.
  const lastRow = 'Website ▸ Shop, Fix basket, Fri 20 Mar'
  await cell(page, lastRow).fill('1:10')
  await cell(page, lastRow).press('Enter')
  await expect.poll(() => noted()).toContain('Basket 20 09:00-10:10')
  await expect.poll(() => focused(page)).toBe(lastRow)
  await page.getByRole('button', { name: 'The week after' }).click()
  await page.getByText('No time in this week yet').waitFor()
  await page.goBack()
  await cell(page, lastRow).fill('1:20')
  await page.goForward()
  await expect.poll(() => noted()).toContain('Basket 20 09:00-10:20')
  await expect.poll(() => noted()).toHaveLength(6)

  // Seconds that are there are seen, so that the sums can be added up by hand.
  await page.goBack()
  await cell(page, lastRow).fill('1:20:40')
  await cell(page, lastRow).press('Enter')
  await expect
    .poll(() => sums(page))
    .toEqual(['1:30', '1:30', '2:00', '3:30', '1:20:40', '–', '–', '9:50:40'])
})

test('several entries are looked at, not rewritten; what one types of them touches the last alone', async () => {
  await note({ day: '2026-03-18', from: '09:00', to: '10:00', title: 'Plan', notes: 'With Oda' })
  await note({ day: '2026-03-18', from: '13:00', to: '13:30', title: 'Review' })
  const page = await house.open(sheet, { as: ines })
  const wednesday = cell(page, 'Website ▸ Shop, Wed 18 Mar')
  await expect.poll(() => wednesday.inputValue()).toBe('1:30')
  await page.getByRole('button', { name: 'Add a row' }).press('Enter')
  await expect.poll(() => focused(page)).toBe('Project: No project')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add a row')
  await wednesday.fill('1:15')
  await wednesday.press('Tab')
  await expect.poll(() => noted()).toEqual(['Shop 18 09:00-10:00', 'Shop 18 13:00-13:15'])

  await wednesday.fill('0:30')
  await wednesday.press('Tab')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Several entries make up this time').waitFor()
  await dialog.getByText('9:00–10:00 · With Oda').waitFor()
  await expect.poll(() => noted()).toHaveLength(2)
  await dialog.getByRole('button', { name: 'Plan' }).first().click()
  await dialog.getByLabel('End').fill('9:15')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.getByText('9:00–9:15').waitFor()
  await dialog.getByRole('button', { name: 'Delete entry Review' }).click()
  await expect.poll(() => noted()).toEqual(['Shop 18 09:00-09:15'])
  await page.keyboard.press('Escape')
  await expect.poll(() => wednesday.inputValue()).toBe('0:15')
  await wednesday.press('Enter')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Wed 18 Mar')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('button', { name: '2 entries of Website ▸ Shop, Wed 18 Mar' }).waitFor()

  await given(
    ines.api.POST('/timer/start', {
      body: { workspace_id: ines.me.default_workspace_id, project_id: ids.shop, title: 'Now' },
    }),
  )
  await page.goto(new URL('/timesheet', page.url()).href)
  const running = page.locator('td[data-today] input').first()
  await running.waitFor()
  await running.focus()
  await page.getByText('The timer runs here. Stop it to change this time.').first().waitFor()
  await expect.poll(() => running.getAttribute('readonly')).not.toBe(null)
})

test('last week is copied with its times where there is room, and taken back at once', async () => {
  await note({ day: '2026-03-10', from: '09:00', to: '10:30', title: 'Plan' })
  await note({ day: '2026-03-11', from: '13:00', to: '14:00', task_id: ids.basket })
  await note({ day: '2026-03-18', from: '08:00', to: '08:30', task_id: ids.basket })
  const page = await house.open(sheet, { as: ines })
  await expect.poll(() => cell(page, 'Website ▸ Shop, Fix basket, Wed 18 Mar').inputValue()).toBe('0:30')
  await page.getByRole('button', { name: 'Copy last week’s rows and times' }).click()
  await page.getByText('1 entry copied. 1 was left out').waitFor()
  await expect.poll(() => noted()).toEqual(['Basket 18 08:00-08:30', 'Shop 17 09:00-10:30'])
  await expect.poll(() => cell(page, 'Website ▸ Shop, Tue 17 Mar').inputValue()).toBe('1:30')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => noted()).toEqual(['Basket 18 08:00-08:30'])
})

test('on a phone a day is typed under the thumb, in rows one adds, week after week', async () => {
  await note({ day: '2026-03-17', from: '09:00', to: '10:00' })
  const page = await house.open('/timesheet?day=2026-03-24', { as: ines, isPhone: true })
  await page.getByRole('button', { name: 'The week before' }).click()
  await page.getByRole('button', { name: /^Week: 16.+22 Mar/ }).waitFor()
  await page.getByRole('button', { name: /^Tue\s*17/ }).click()
  await expect.poll(() => cell(page, 'Website ▸ Shop, Tue 17 Mar').inputValue()).toBe('1:00')

  await page.getByRole('button', { name: 'Add a row' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Project: No project' }).click()
  await page.getByRole('option', { name: 'Shop' }).click()
  await dialog.getByRole('combobox', { name: 'Task' }).click()
  await page.getByRole('option', { name: 'Fix basket' }).click()
  await dialog.getByRole('button', { name: 'Add a row' }).click()
  await dialog.waitFor({ state: 'detached' })
  const basket = cell(page, 'Website ▸ Shop, Fix basket, Tue 17 Mar')
  await basket.fill('45m')
  await basket.press('Enter')
  await expect.poll(() => noted()).toEqual(['Basket 17 10:00-10:45', 'Shop 17 09:00-10:00'])
  await page.getByText('1:45').first().waitFor()
  await page.getByRole('button', { name: /^Wed\s*18/ }).click()
  await expect.poll(() => cell(page, 'Website ▸ Shop, Fix basket, Wed 18 Mar').inputValue()).toBe('')
  await cell(page, 'Website ▸ Shop, Wed 18 Mar').fill('0:30')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Website ▸ Shop, Fix basket, Wed 18 Mar')
  await expect.poll(() => noted()).toContain('Shop 18 09:00-09:30')
})
