import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { addEntry, addProject, berlinTime, clearEntries, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const website = await addProject(ines, { title: 'Website' })
  await addProject(ines, { title: 'Shop', parent_id: website.id })
})

beforeEach(() => clearEntries(ines))

function line(page: Page): Locator {
  return page.getByRole('region', { name: 'Timer' }).getByRole('textbox')
}

function stopButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Stop timer' })
}

/** The rows of the list as they read: project, title, times and duration. */
async function readRows(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('main').getByRole('listitem').all()
  return Promise.all(
    rows.map(async (row) => {
      const project = await row.getByRole('button', { name: /^Project: / }).textContent()
      const fields = await Promise.all(
        ['Title', 'Start', 'End', 'Duration'].map((name) =>
          row.getByLabel(name, { exact: true }).inputValue(),
        ),
      )
      return [project ?? '', ...fields]
    }),
  )
}

async function firstEntry() {
  const { data } = await given(ines.api.GET('/entries'))
  return data[0]
}

test('starts, stops and continues a timer; the same work on a day folds with its count', async () => {
  const page = await house.open('/', { as: ines })
  await line(page).fill('Write the plan')
  await line(page).press('Enter')
  await stopButton(page).waitFor()
  await expect.poll(() => page.title()).toMatch(/^0:00:0\d · Write the plan$/)
  await stopButton(page).click()
  await page.getByRole('button', { name: 'Start timer' }).waitFor()
  await page.getByRole('button', { name: 'Continue Write the plan' }).click()
  await stopButton(page).waitFor()
  await expect.poll(() => line(page).inputValue()).toBe('Write the plan')
  await expect.poll(async () => (await firstEntry())?.is_running).toBe(true)
  await stopButton(page).click()
  const folded = page.getByRole('button', { name: '2 entries of Write the plan' })
  await folded.click()
  await expect.poll(() => page.getByLabel('Title', { exact: true }).count()).toBe(2)
  await folded.click()
  await expect.poll(() => page.getByLabel('Title', { exact: true }).count()).toBe(0)
})

test('a running timer is edited in the bar, moved to an earlier start, and discarded', async () => {
  const page = await house.open('/', { as: ines })
  await line(page).fill('Read')
  await line(page).press('Enter')
  await stopButton(page).waitFor()
  await line(page).fill('Read the letters @shop #mail')
  await page.getByRole('option', { name: 'Create tag “mail”' }).waitFor()
  await line(page).press('Enter')
  await line(page).press('Enter')
  await expect.poll(async () => (await firstEntry())?.title).toBe('Read the letters')
  await expect.poll(async () => (await firstEntry())?.tags.map(({ name }) => name)).toEqual(['mail'])
  await page.getByRole('button', { name: 'Project: Website ▸ Shop' }).waitFor()

  const before = await firstEntry()
  await page.getByRole('button', { name: 'Change the start, or discard the timer' }).click()
  await page.getByLabel('Started at').fill('0:00')
  await page.getByLabel('Started at').press('Enter')
  await expect.poll(async () => (await firstEntry())?.started_at).not.toBe(before?.started_at)
  await page.getByRole('button', { name: 'Discard timer' }).click()
  await page.getByText('Entry deleted.').waitFor()
  await page.getByText('No time tracked here yet').waitFor()
})

test('one line names project, tag, billing and time', async () => {
  const page = await house.open('/', { as: ines })
  await line(page).fill('Fix basket @shop #bug $ 9:30-11')
  await page.getByRole('button', { name: 'Add entry' }).waitFor()
  await line(page).press('Enter')
  await expect.poll(() => readRows(page)).toEqual([['Website ▸ Shop', 'Fix basket', '9:30', '11:00', '1:30']])
  await page.getByRole('button', { name: 'Tags: bug' }).waitFor()
  await page.getByRole('button', { name: 'Billing: Billable' }).waitFor()

  await line(page).fill('Call 45m')
  await line(page).press('Enter')
  await expect
    .poll(async () => new Set((await readRows(page)).map((row) => row.at(-1))))
    .toEqual(new Set(['0:45', '1:30']))
})

test('a project nobody has is said, and what was typed stays', async () => {
  const page = await house.open('/', { as: ines })
  await line(page).fill('Plan @nowhere')
  await line(page).press('Enter')
  await page.getByText('No single project fits “nowhere”').waitFor()
  await expect.poll(() => line(page).inputValue()).toBe('Plan @nowhere')
})

test('while a mark is typed, it offers what could be meant', async () => {
  const page = await house.open('/', { as: ines })
  await line(page).pressSequentially('Review @sh')
  await page.getByRole('option', { name: 'Website ▸ Shop' }).waitFor()
  await line(page).press('Enter')
  await page.getByRole('button', { name: 'Project: Website ▸ Shop' }).waitFor()
  await expect.poll(async () => (await line(page).inputValue()).trim()).toBe('Review')
})

test('a day reads from morning to evening, and every part of a row is edited where it stands', async () => {
  await addEntry(ines, { daysAgo: 1, from: '14:00', to: '15:00', title: 'Later' })
  await addEntry(ines, { daysAgo: 1, from: '9:00', to: '10:00', title: 'Earlier' })
  const page = await house.open('/', { as: ines })
  await expect.poll(async () => (await readRows(page)).map((row) => row[1])).toEqual(['Earlier', 'Later'])

  const row = page.getByRole('main').getByRole('listitem').first()
  await row.getByLabel('Title').fill('Letters')
  await row.getByLabel('Title').press('Enter')
  await row.getByLabel('Start').fill('830')
  await row.getByLabel('Start').press('Enter')
  await expect
    .poll(async () => (await readRows(page))[0])
    .toEqual(['No project', 'Letters', '8:30', '10:00', '1:30'])
  await row.getByLabel('Duration').fill('45m')
  await row.getByLabel('Duration').press('Enter')
  await expect.poll(async () => (await readRows(page))[0]?.slice(2)).toEqual(['8:30', '9:15', '0:45'])
  await row.getByLabel('Duration').fill('nonsense')
  await row.getByLabel('Duration').press('Enter')
  await expect.poll(() => row.getByLabel('Duration').getAttribute('aria-invalid')).toBe('true')
  await row.getByLabel('Duration').focus()
  await row.getByLabel('Duration').press('Escape')
  await expect.poll(() => row.getByLabel('Duration').inputValue()).toBe('0:45')

  await row.getByRole('button', { name: 'Project: No project' }).click()
  await page.getByRole('option', { name: 'Shop' }).click()
  await row.getByRole('button', { name: 'Project: Website ▸ Shop' }).waitFor()
  await row.getByRole('button', { name: 'Choose tags' }).click()
  await page.getByPlaceholder('Search tags').fill('post')
  await page.getByRole('option', { name: 'Create tag “post”' }).click()
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: 'Tags: post' }).waitFor()
  await row.getByRole('button', { name: /^Billing: / }).click()
  await page.getByRole('menuitem', { name: 'Not billable' }).click()
  await row.getByRole('button', { name: 'Billing: Not billable' }).waitFor()

  await page.reload()
  await expect
    .poll(async () => (await readRows(page))[0])
    .toEqual(['Website ▸ Shop', 'Letters', '8:30', '9:15', '0:45'])
})

test('time already spent is added and edited in a dialog', async () => {
  const page = await house.open('/', { as: ines })
  await page.getByRole('button', { name: 'Add time' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Night shift')
  await dialog.getByLabel('Start').fill('22:30')
  await dialog.getByLabel('End').fill('0:45')
  await dialog.getByText('On the next day').waitFor()
  await dialog.getByRole('button', { name: 'Add entry' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => readRows(page)).toEqual([['No project', 'Night shift', '22:30', '0:45+1', '2:15']])

  await page.getByRole('button', { name: 'Actions for Night shift' }).click()
  await page.getByRole('menuitem', { name: 'Edit details' }).click()
  await dialog.getByLabel('Notes').fill('Rain all night')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await firstEntry())?.notes).toBe('Rain all night')
})

test('ticked rows are changed, deleted and brought back together', async () => {
  await addEntry(ines, { daysAgo: 1, from: '9:00', to: '10:00', title: 'One' })
  await addEntry(ines, { daysAgo: 1, from: '10:00', to: '11:00', title: 'Two' })
  await addEntry(ines, { daysAgo: 1, from: '11:00', to: '12:00', title: 'Three' })
  const page = await house.open('/', { as: ines })
  await page.getByRole('checkbox', { name: 'Select One' }).check()
  await page.getByRole('checkbox', { name: 'Select Three' }).check()
  const tools = page.getByRole('toolbar')
  await tools.getByText('2 selected, 2:00').waitFor()
  await tools.getByRole('button', { name: 'Set project' }).click()
  await page.getByRole('option', { name: 'Shop' }).click()
  await expect
    .poll(async () => (await readRows(page)).map(([project]) => project))
    .toEqual(['Website ▸ Shop', 'No project', 'Website ▸ Shop'])
  await tools.getByRole('button', { name: 'Set billing' }).click()
  await page.getByRole('menuitem', { name: 'Billed' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Billing: Billed' }).count()).toBe(2)
  await tools.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(async () => (await readRows(page)).map((row) => row[1])).toEqual(['Two'])
  await page.getByText('2 entries deleted.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await readRows(page)).map((row) => row[1])).toEqual(['One', 'Two', 'Three'])
})

test('the keyboard does it all: n, s, ? and Escape', async () => {
  const page = await house.open('/projects', { as: ines })
  await page.getByRole('heading', { name: 'Projects' }).waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('Typed')
  await expect.poll(() => line(page).inputValue()).toBe('Typed')
  await page.keyboard.press('Escape')
  await expect.poll(() => line(page).inputValue()).toBe('')
  await page.keyboard.press('n')
  await page.keyboard.type('sorting names?')
  await page.keyboard.press('Enter')
  await stopButton(page).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Start timer' }).waitFor()
  await expect.poll(async () => (await firstEntry())?.title).toBe('sorting names?')
})

test('on a phone a touch opens an entry, and touched rows are changed together', async () => {
  await addEntry(ines, { daysAgo: 1, from: '9:00', to: '10:00', title: 'One' })
  await addEntry(ines, { daysAgo: 1, from: '10:00', to: '11:00', title: 'Two' })
  const page = await house.open('/', { as: ines, isPhone: true })
  await page.getByRole('button', { name: /One/ }).first().tap()
  await page.getByRole('dialog').getByLabel('Title').fill('First')
  await page.getByRole('button', { name: 'Save changes' }).tap()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Select', exact: true }).tap()
  await page.getByRole('checkbox', { name: 'Select First' }).tap()
  await page.getByRole('checkbox', { name: 'Select Two' }).tap()
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).tap()
  await page.getByText('No time tracked here yet').waitFor()
})

test('earlier entries come as one scrolls, and no day ever shows half a sum', async () => {
  const longAgo = Array.from({ length: 130 }, (_, index) => index)
  for (const index of longAgo) {
    const start = Number(berlinTime(3 + Math.floor(index / 20), '8:00')) + (index % 20) * 1_800_000
    await given(
      ines.api.POST('/entries', {
        body: {
          title: `Piece ${index}`,
          started_at: new Date(start).toISOString(),
          ended_at: new Date(start + 1_800_000).toISOString(),
        },
      }),
    )
  }
  const page = await house.open('/', { as: ines })
  const days = page.getByRole('main').getByRole('region')
  await days.first().waitFor()
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.mouse.move(width / 2, height / 2)
  const shown = new Map<string, Set<string>>()
  async function lookOn(): Promise<string[][]> {
    const heads = await days.evaluateAll((regions) =>
      regions.map((region) => ['h2', 'strong'].map((part) => region.querySelector(part)?.textContent)),
    )
    for (const [day, sum] of heads) if (day && sum) shown.set(day, (shown.get(day) ?? new Set()).add(sum))
    await page.mouse.wheel(0, 300)
    return [...shown.values()].map((sums) => [...sums])
  }
  await expect
    .poll(lookOn, { interval: 100 })
    .toEqual([...Array.from({ length: 6 }, () => ['10:00']), ['5:00']])
})
