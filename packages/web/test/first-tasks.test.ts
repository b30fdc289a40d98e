import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHand } from './support/hand.ts'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { dayOf } from './support/sample-approvals.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'
import { runLine } from './support/shell.ts'

/** What somebody tries first, each from the timer page; the clicks are those that docs/first-tasks.md notes. */

let ines: Person
let oda: Person
let team: number
const clicked = new Map<string, number>()

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  team = (await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))).id
  await given(ines.api.PATCH('/me', { body: { default_workspace_id: team } }))
  ines.me.default_workspace_id = team
  oda = await join(server, ines, team)
  const client = await given(
    ines.api.POST('/clients', { body: { workspace_id: team, name: 'Harbour Books' } }),
  )
  const project = await addProject(ines, { title: 'Website', client_id: client.id })
  const work = { workspace_id: team, project_id: project.id, from: '9:00', to: '10:00' }
  await addEntry(ines, { ...work, daysAgo: 1, title: 'Draw the harbour' })
  await addEntry(ines, { ...work, daysAgo: 40, title: 'Letters of the first keeper' })
  await addEntry(ines, { ...work, from: '0:00', to: '0:05', title: 'To be deleted' })
})

type Hand = ReturnType<typeof useHand>

/** Does the task on the timer page, and notes the clicks it took. */
async function does(task: string, work: (page: Page, hand: Hand) => Promise<void>): Promise<void> {
  const page = await house.open('/', { as: ines })
  await page.getByRole('heading', { name: 'Timer', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Actions for Draw the harbour' }).waitFor()
  const hand = useHand(page)
  await work(page, hand)
  clicked.set(task, hand.clicks())
}

const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })

async function entries(title: string) {
  const { data } = await given(ines.api.GET('/entries', { params: { query: { workspace_id: team } } }))
  return data.filter((entry) => entry.title === title)
}

test('start a timer', () =>
  does('Start a timer', async (page, hand) => {
    await hand.write(page.getByRole('region', { name: 'Timer' }).getByRole('textbox'), 'Paint the door')
    await hand.press('Enter')
    await page.getByRole('button', { name: 'Stop timer' }).waitFor()
    await expect.poll(async () => (await entries('Paint the door'))[0]?.is_running).toBe(true)
    await given(ines.api.POST('/timer/stop', { body: {} }))
  }))

test('fix yesterday', () =>
  does('Fix yesterday', async (page, hand) => {
    const actions = page.getByRole('button', { name: 'Actions for Draw the harbour' })
    const row = page.getByRole('listitem').filter({ has: actions })
    await hand.write(row.getByLabel('End', { exact: true }), '11:30')
    await hand.press('Enter')
    await expect.poll(async () => (await entries('Draw the harbour'))[0]?.duration_seconds).toBe(9000)
  }))

test('log last week', () =>
  does('Log last week', async (page, hand) => {
    await hand.click(room(page, 'Timesheet'))
    await hand.click(page.getByRole('button', { name: 'The week before' }))
    await hand.click(page.getByRole('button', { name: 'Add a row' }).first())
    const dialog = page.getByRole('dialog')
    const project = dialog.getByRole('button', { name: /^Project: / })
    await expect.poll(() => project.evaluate((button) => button === document.activeElement)).toBe(true)
    await hand.press('Enter')
    await page.getByPlaceholder('Search projects').waitFor()
    await page.keyboard.type('web')
    await page.getByRole('option', { name: /^Website/ }).waitFor()
    await hand.press('Enter')
    await dialog.getByRole('button', { name: 'Project: Website' }).waitFor()
    await hand.click(dialog.getByRole('button', { name: 'Add a row' }))
    await hand.click(page.getByRole('textbox', { name: /^Website, Mon/ }))
    for (let day = 0; day < 5; day++) {
      await page.keyboard.type('8')
      await hand.press('Tab')
    }
    await expect
      .poll(async () => {
        const { data } = await given(
          ines.api.GET('/entries', {
            params: { query: { workspace_id: team, from: dayOf(14), limit: 200 } },
          }),
        )
        return data.filter((entry) => entry.duration_seconds === 8 * 3600).length
      })
      .toBe(5)
  }))

test('see this month by client', () =>
  does('See this month by client', async (page, hand) => {
    await hand.click(room(page, 'Reports'))
    await hand.click(page.getByRole('button', { name: /^Days: / }))
    await hand.click(page.getByRole('button', { name: 'This month' }))
    await hand.click(page.getByRole('combobox', { name: 'Grouped by' }))
    await hand.click(page.getByRole('option', { name: 'Client' }))
    await page.getByRole('region', { name: 'Lines of the report' }).getByText('Harbour Books').waitFor()
  }))

test('send a report to a client', () =>
  does('Send a report to a client', async (page, hand) => {
    await hand.click(room(page, 'Reports'))
    await hand.click(page.getByRole('button', { name: 'Share', exact: true }))
    const dialog = page.getByRole('dialog')
    await hand.write(dialog.getByLabel('Name'), 'For Harbour Books')
    await hand.press('Enter')
    await hand.click(dialog.getByRole('button', { name: 'Make link' }))
    const link = dialog.getByRole('code')
    const address = await link.textContent()
    const guest = await house.open(new URL(address ?? '').pathname)
    await guest.getByRole('heading', { name: 'For Harbour Books' }).waitFor()
  }))

test('invite a colleague', () =>
  does('Invite a colleague', async (page, hand) => {
    await hand.click(room(page, 'Team'))
    await hand.click(page.getByRole('button', { name: 'Invite someone' }))
    await hand.write(page.getByRole('dialog').getByLabel('E-mail'), 'per@example.org')
    await hand.press('Enter')
    await page.getByRole('dialog').getByRole('code').waitFor()
    await page.getByText('per@example.org').first().waitFor()
  }))

test('connect a Toggl client', () =>
  does('Connect a Toggl client', async (page, hand) => {
    await hand.click(room(page, 'Settings'))
    await hand.click(
      page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Connect a client' }),
    )
    const section = page.getByRole('region', { name: 'Toggl Track', exact: true })
    await hand.click(section.getByRole('button', { name: /key$/ }))
    await section.getByText('Waiting for the first request…').waitFor()
    const line = await section
      .getByRole('group', { name: /Try it/ })
      .getByRole('code')
      .textContent()
    await runLine(line ?? '')
    await section.getByText(/^Connected/).waitFor()
  }))

test('approve a week', async () => {
  await addEntry(oda, { workspace_id: team, from: '9:00', to: '12:00', daysAgo: 1, title: 'Carry stones' })
  await given(oda.api.POST('/timesheets', { body: { workspace_id: team, day: dayOf(1) } }))
  await does('Approve a week', async (page, hand) => {
    await hand.click(room(page, 'Approvals'))
    await hand.click(page.getByRole('button', { name: /^Approve week/ }))
    await expect
      .poll(async () => {
        const { data } = await given(oda.api.GET('/entries', { params: { query: { workspace_id: team } } }))
        return data.map(({ approval_status }) => approval_status)
      })
      .toEqual(['approved'])
  })
})

test('find an old entry', () =>
  does('Find an old entry', async (page, hand) => {
    await hand.press('Control+k')
    await page.getByRole('combobox', { name: 'Search, or do something' }).waitFor()
    await page.keyboard.type('first keeper')
    await page.getByRole('option', { name: /^Letters of the first keeper/, selected: true }).waitFor()
    await hand.press('Enter')
    await expect
      .poll(() => page.getByRole('dialog').getByLabel('Title').inputValue())
      .toBe('Letters of the first keeper')
  }))

test('undo a deletion', () =>
  does('Undo a deletion', async (page, hand) => {
    await hand.click(page.getByRole('button', { name: 'Actions for To be deleted' }))
    await hand.click(page.getByRole('menuitem', { name: 'Delete entry' }))
    await expect.poll(async () => (await entries('To be deleted')).length).toBe(0)
    await hand.click(page.getByRole('button', { name: 'Undo' }))
    await expect.poll(async () => (await entries('To be deleted')).length).toBe(1)
  }))

test('the clicks are those that are noted', () => {
  const page = readFileSync(new URL('../../../docs/first-tasks.md', import.meta.url), 'utf8')
  const noted = [...page.matchAll(/^\| (.+?) +\| +(\d+) +\|/gm)].map(([, task, clicks]) => [
    task,
    Number(clicks),
  ])
  expect([...clicked]).toEqual(noted)
})
