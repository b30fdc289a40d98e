import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { dayOf } from './support/sample-approvals.ts'
import { join } from './support/sample-data.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
let team: number

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  team = (await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))).id
  await given(ines.api.PATCH('/me', { body: { default_workspace_id: team } }))
  ines.me.default_workspace_id = team
  oda = await join(server, ines, team)
  await addProject(ines, { title: 'Website' })
  const before = { workspace_id: team, daysAgo: 2 }
  await addEntry(ines, { ...before, from: '9:00', to: '10:00', title: 'Light the lamp' })
  await addEntry(ines, { ...before, from: '10:00', to: '11:00', title: 'Wind the clock' })
  await addEntry(oda, { workspace_id: team, from: '9:00', to: '12:00', daysAgo: 1, title: 'Carry stones' })
  await given(oda.api.POST('/timesheets', { body: { workspace_id: team, day: dayOf(1) } }))
})

async function entryOf(person: Person, title: string) {
  const { data } = await given(person.api.GET('/entries', { params: { query: { workspace_id: team } } }))
  return data.find((entry) => entry.title === title)
}

/** The seconds of the project on the Monday of this week. */
async function onMonday({ api }: Person): Promise<number> {
  const monday = dayOf((new Date(`${dayOf(0)}T12:00:00Z`).getUTCDay() + 6) % 7)
  const query = { workspace_id: team, from: monday, to: monday }
  const { data } = await given(api.GET('/entries', { params: { query } }))
  return data
    .filter(({ project_id }) => project_id !== null)
    .reduce((sum, { duration_seconds }) => sum + duration_seconds, 0)
}

/** What has the focus, as a screen reader would call it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document
    const label =
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent
    return (element?.getAttribute('aria-label') ?? label ?? '').trim()
  })
}

/** Goes on with the key until what is meant has the focus, as somebody does who sees where it is. */
async function reach(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(name)}, but to ${await focused(page)}`)
}

/** By the palette, which leads everywhere. */
async function goTo(page: Page, room: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search, or do something' }).waitFor()
  await page.keyboard.type(room)
  await page.getByRole('option', { name: new RegExp(`${room}$`), selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: room, level: 1 }).waitFor()
}

test('a whole day is kept, submitted, approved and read with the keyboard alone', async () => {
  const page = await house.open('/', { as: ines })
  await page.getByRole('heading', { name: 'Timer', level: 1 }).waitFor()

  // The morning: a timer, paused for a coffee, and a call that was not written down.
  await page.keyboard.press('n')
  await page.keyboard.type('Plan the week $')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await entryOf(ines, 'Plan the week'))?.is_running).toBe(true)
  await page.keyboard.press('Escape')
  await reach(page, /^Pause timer/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await entryOf(ines, 'Plan the week'))?.paused_at).not.toBeNull()
  await page.keyboard.press('p')
  await expect.poll(async () => (await entryOf(ines, 'Plan the week'))?.paused_at).toBeNull()
  await reach(page, /^Stop timer/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await entryOf(ines, 'Plan the week'))?.is_running).toBe(false)
  await page.keyboard.press('n')
  await page.keyboard.type('Call the harbour @website 0:05-0:35')
  await page.getByRole('button', { name: 'Add entry' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await entryOf(ines, 'Call the harbour'))?.duration_seconds).toBe(1800)

  // What was written wrongly is put right in its row, and taken back.
  await page.keyboard.press('Escape')
  await reach(page, /^Actions for Call the harbour/)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete entry' }).waitFor()
  await reach(page, /^Delete entry/, 'ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => entryOf(ines, 'Call the harbour')).toBeUndefined()
  await reach(page, /^Undo/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await entryOf(ines, 'Call the harbour'))?.duration_seconds).toBe(1800)

  // The arrows go through the rows, to the same thing in the next.
  await page.keyboard.press('Escape')
  await reach(page, /^Continue Light the lamp/)
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('Continue Wind the clock')

  // The week as a grid: one more figure, and off it goes.
  await goTo(page, 'Timesheet')
  await reach(page, /^Website, Mon/)
  await page.keyboard.type('1:30')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toMatch(/^Website, Tue/)
  await expect.poll(() => onMonday(ines)).toBe(5400)
  await reach(page, /^Submit week/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await reach(page, /^Submit week/)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await entryOf(ines, 'Call the harbour'))?.approval_status).toBe('pending')
  await goTo(page, 'Approvals')
  await page.getByText('Carry stones').waitFor()
  await reach(page, new RegExp(`^Approve week of ${oda.me.name}`))
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await entryOf(oda, 'Carry stones'))?.approval_status).toBe('approved')

  // And what it comes to.
  await goTo(page, 'Reports')
  await reach(page, /^Days: /)
  await page.keyboard.press('Enter')
  await reach(page, /^This month/)
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).searchParams.get('range')).toBe('this_month')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})
