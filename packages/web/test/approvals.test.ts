import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { addProject, given } from './support/seed.ts'
import { password, setUp, signInAs, type Person, type TestServer } from './support/server.ts'

let ines: Person
let oda: Person
let per: Person
const ids = { team: 0, shop: 0, garden: 0 }

const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  ids.team = (await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))).id
  oda = await join(server, 'Oda Brandt')
  per = await join(server, 'Per Lund')
  for (const { api } of [ines, oda, per])
    await given(api.PATCH('/me', { body: { default_workspace_id: ids.team } }))
  ines.me.default_workspace_id = ids.team
  ids.shop = (await addProject(ines, { title: 'Shop' })).id
  ids.garden = (await addProject(ines, { title: 'Garden' })).id
})

async function join(server: TestServer, name: string): Promise<Person> {
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`
  const { url } = await given(
    ines.api.POST('/workspaces/{id}/invitations', {
      params: { path: { id: ids.team } },
      body: { email, role: 'member' },
    }),
  )
  const invitation = url?.split('/').at(-1) ?? ''
  await given(ines.api.POST('/users', { body: { email, name, password, invitation } }))
  return signInAs(server, email)
}

type Given = { day: string; from: string; to: string; project_id: number; title: string }

/** In the winter time of Berlin. */
async function track({ api }: Person, { day, from, to, ...what }: Given): Promise<number> {
  const at = (time: string) => `${day}T${time}:00+01:00`
  const body = { workspace_id: ids.team, ...what, started_at: at(from), ended_at: at(to) }
  return (await given(api.POST('/entries', { body }))).id
}

/** How somebody's entries stand, such as `Baskets: pending`. */
async function standing({ api }: Person): Promise<string[]> {
  const { data } = await given(api.GET('/entries', { params: { query: { workspace_id: ids.team } } }))
  return data.map(({ title, approval_status }) => `${title}: ${approval_status}`).sort()
}

async function readRows(page: Page): Promise<string[]> {
  const rows = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  return rows.map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** What has the focus, as it is called. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const { activeElement: element } = document
    return element?.getAttribute('aria-label') ?? element?.id
  })
}

const sheet = '/timesheet?day=2026-03-18'

test('owners say who approves what, in which order', async () => {
  const page = await house.open('/settings/approvals', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByText('No policies yet').waitFor()
  await page.getByRole('button', { name: 'New policy' }).click()
  await dialog.getByLabel('Name').fill('Shop time')
  await dialog.getByRole('button', { name: 'Create policy' }).click()
  await dialog.getByText('Choose somebody for each level.').waitFor()
  await expect.poll(() => focused(page)).toBe('Level 1')
  // Enter takes what fits first, and sends nothing.
  await dialog.getByRole('combobox', { name: 'Project' }).fill('sho')
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('combobox', { name: 'Project' }).inputValue()).toBe('Shop')
  await dialog.getByRole('combobox', { name: 'Level 1' }).click()
  await page.getByRole('option', { name: 'Ines Falk' }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Add level' }).click()
  await dialog.getByRole('combobox', { name: 'Level 2' }).click()
  await page.getByRole('option', { name: 'Per Lund' }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Move level 2 up' }).click()
  await dialog.getByRole('button', { name: 'Create policy' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => readRows(page)).toEqual(['Shop time Shop 1. Per Lund 2. Ines Falk'])

  await page.getByRole('button', { name: /^Shop time/ }).click()
  await dialog.getByLabel('Only entries of at least').fill('soon')
  await dialog.getByRole('button', { name: 'Save policy' }).click()
  await dialog.getByText('Write a time such as 4:00 or 90m.').waitFor()
  await dialog.getByLabel('Only entries of at least').fill('30m')
  await dialog.getByRole('button', { name: 'Save policy' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => readRows(page)).toEqual(['Shop time Shop · From 0:30 on 1. Per Lund 2. Ines Falk'])
  await page.getByRole('button', { name: 'Delete policy Shop time' }).click()
  await page.getByText('No policies yet').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readRows(page)).toHaveLength(1)

  const { data } = await given(
    oda.api.GET('/approval-policies', { params: { query: { workspace_id: ids.team } } }),
  )
  expect(data.map(({ project_id, levels, min_seconds }) => [project_id, levels, min_seconds])).toEqual([
    [ids.shop, [[per.me.id], [ines.me.id]], 1800],
  ])
  const settings = await house.open('/settings/approvals', { as: oda })
  await settings.getByText('Approvals are arranged by owners and admins').waitFor()
  await expect
    .poll(() => settings.getByRole('navigation').getByRole('link', { name: 'Approvals' }).count())
    .toBe(0)
})

test('a week is submitted, decided level by level, and comes back with a reason', async () => {
  await track(oda, { day: '2026-03-16', from: '09:00', to: '11:00', project_id: ids.shop, title: 'Baskets' })
  await track(oda, { day: '2026-03-17', from: '09:00', to: '10:00', project_id: ids.garden, title: 'Weeds' })
  const hers = await house.open(sheet, { as: oda })
  await hers.getByText('Not submitted yet.').waitFor()
  await hers.getByRole('button', { name: 'Submit week' }).click()
  await hers.getByLabel('Comment (optional)').fill('A short week.')
  await hers.getByRole('dialog').getByRole('button', { name: 'Submit week' }).click()
  await hers.getByRole('dialog').waitFor({ state: 'detached' })
  await hers.getByText('2 entries wait for a decision.').waitFor()
  const monday = hers.getByRole('textbox', { name: 'Shop, Mon 16 Mar' })
  await monday.focus()
  await hers.getByText('Waits for approval. Take the week back to change it.').waitFor()
  await expect.poll(() => monday.getAttribute('readonly')).not.toBe(null)
  await monday.press('Enter')
  const waiting = hers.getByRole('dialog')
  await waiting.getByText('Baskets').waitFor()
  await waiting.getByText('Waits for approval. Take the week back to change it.').waitFor()
  await expect.poll(() => waiting.getByRole('button').allTextContents()).toEqual([''])
  await hers.keyboard.press('Escape')

  const his = await house.open('/approvals', { as: per })
  await his.getByRole('link', { name: 'Approvals 1 waits for you' }).waitFor()
  await his.getByRole('heading', { name: /^Oda Brandt 16.+22 Mar$/ }).waitFor()
  await his.getByText('A short week.').waitFor()
  await expect.poll(() => readRows(his)).toEqual(['Mon 16 Mar Baskets Shop Level 1 of 2 2:00'])
  await his.getByRole('button', { name: 'Approve Baskets' }).click()
  await his.getByText('1 entry goes on to the next level.').waitFor()
  await his.getByText('Nothing to decide').waitFor()
  await expect.poll(() => focused(his)).toBe('content')

  const owners = await house.open('/approvals', { as: ines })
  await expect
    .poll(() => readRows(owners))
    .toEqual(['Mon 16 Mar Baskets Shop Level 2 of 2 2:00', 'Tue 17 Mar Weeds Garden 1:00'])
  await owners.getByRole('button', { name: /^Reject week of Oda Brandt/ }).click()
  const dialog = owners.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await dialog.getByText('Say why it is rejected.').waitFor()
  await dialog.getByLabel('Reason').fill('Which baskets?')
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await dialog.waitFor({ state: 'detached' })
  await owners.getByText('Nothing to decide').waitFor()
  await expect.poll(() => standing(oda)).toEqual(['Baskets: rejected', 'Weeds: rejected'])

  await hers.getByText('2 entries were rejected.').waitFor()
  const reasons = hers.getByRole('list', { name: 'Why entries were rejected' })
  await expect
    .poll(() => reasons.innerText())
    .toMatch(/^Which baskets\?\s+Ines Falk · Baskets, Mon 16 Mar · Weeds, Tue 17 Mar$/)
})

test('what came back is mended, submitted again, approved for good, and opened again by an owner', async () => {
  await track(oda, { day: '2026-02-16', from: '09:00', to: '11:00', project_id: ids.shop, title: 'Shelves' })
  await track(oda, { day: '2026-02-17', from: '09:00', to: '10:00', project_id: ids.garden, title: 'Roses' })
  const body = { workspace_id: ids.team, day: '2026-02-16' }
  const { id } = await given(oda.api.POST('/timesheets', { body }))
  const path = { id }
  const reason = 'Which shelves?'
  await given(ines.api.POST('/timesheets/{id}/reject', { params: { path }, body: { reason } }))
  const ofWeek = async () => (await standing(oda)).filter((line) => /^(Shelves|Roses)/.test(line))

  const hers = await house.open('/timesheet?day=2026-02-18', { as: oda })
  await hers.getByText('Which shelves?').waitFor()
  const monday = hers.getByRole('textbox', { name: 'Shop, Mon 16 Feb' })
  await monday.fill('1:30')
  await monday.press('Tab')
  await hers.getByText('1:30 noted.').waitFor()
  await hers.getByRole('button', { name: 'Submit again' }).click()
  const submit = hers.getByRole('dialog').getByRole('button', { name: 'Submit week' })
  await submit.click()
  await hers.getByRole('button', { name: 'Take back' }).click()
  await hers.getByText('Week taken back.').waitFor()
  await expect.poll(() => ofWeek()).toEqual(['Roses: null', 'Shelves: null'])
  await hers.getByRole('button', { name: 'Submit week' }).click()
  await submit.click()
  await hers.getByText('2 entries wait for a decision.').waitFor()

  const { data } = await given(
    per.api.GET('/approvals', { params: { query: { view: 'to_decide', workspace_id: ids.team } } }),
  )
  const due = data.map((approval) => approval.id)
  await given(per.api.POST('/approvals/approve', { body: { ids: due } }))
  const owners = await house.open('/approvals', { as: ines })
  await owners.getByText('Level 2 of 2').waitFor()
  await owners.getByRole('button', { name: /^Approve week of Oda Brandt/ }).click()
  await hers.getByText('This week is approved.').waitFor()
  await expect.poll(() => ofWeek()).toEqual(['Roses: approved', 'Shelves: approved'])
  await monday.focus()
  await hers.getByText('Approved, and locked.').waitFor()

  const report = await house.open('/reports/detailed?from=2026-02-16&to=2026-02-22&everyone=true', {
    as: ines,
  })
  await report.getByRole('button', { name: 'Roses' }).click()
  await report.getByRole('button', { name: 'Open approved time again' }).click()
  await expect.poll(ofWeek).toEqual(['Roses: null', 'Shelves: approved'])
  await hers.getByText('1 entry is not submitted.').waitFor()
})

test('single entries are submitted from the timer, and decided together or not at all', async () => {
  for (const [from, to, title] of [
    ['09:00', '09:10', 'Mail'],
    ['10:00', '10:10', 'Call'],
    ['11:00', '11:10', 'Post'],
  ] as const)
    await track(oda, { day: '2026-03-25', from, to, title, project_id: ids.garden })
  const hers = await house.open('/', { as: oda })
  for (const title of ['Mail', 'Call', 'Post'])
    await hers.getByRole('checkbox', { name: `Select ${title}` }).check()
  await hers.getByRole('button', { name: 'Submit for approval' }).click()
  await hers.getByText('3 entries submitted.').waitFor()
  await expect.poll(() => hers.getByRole('img', { name: 'Waits for approval' }).count()).toBe(3)

  const owners = await house.open('/approvals', { as: ines })
  await owners.getByRole('checkbox', { name: /^Select all of Oda Brandt/ }).check()
  await owners.getByRole('checkbox', { name: 'Select Post' }).uncheck()
  const { data } = await given(
    oda.api.GET('/approvals', { params: { query: { view: 'requested', status: 'pending' } } }),
  )
  const mail = data.find(({ entry }) => entry.title === 'Mail')!
  // She takes one back in the moment in which it is approved.
  await owners.route('**/approvals/approve', async (route) => {
    await given(oda.api.POST('/approvals/{id}/cancel', { params: { path: { id: mail.id } } }))
    await route.continue()
  })
  await owners.getByRole('toolbar').getByRole('button', { name: 'Approve' }).click()
  await owners.getByText('1 entry could not be decided').waitFor()
  await owners.getByText('Mail, Wed 25 Mar: This was decided or taken back already.').waitFor()
  await owners.getByText('1 entry approved.').waitFor()

  // Of all that is still here the focus is on what stands where the decision was made.
  await expect.poll(() => focused(owners)).toBe('Approve Post')

  await owners.getByRole('radiogroup').getByText('All', { exact: true }).click()
  await owners.getByText('Approved by Ines Falk').first().waitFor()
  await owners.getByLabel('Search approvals').fill('mail')
  await expect.poll(() => readRows(owners)).toEqual(['Wed 25 Mar Mail Garden Taken back by Oda Brandt 0:10'])

  // Nobody asks her for a decision, so that the page begins with what she asked for.
  const requests = await house.open('/approvals', { as: oda })
  await requests.getByRole('button', { name: 'Take back Post' }).click()
  await expect
    .poll(async () => (await standing(oda)).filter((line) => /^(Mail|Call|Post)/.test(line)))
    .toEqual(['Call: approved', 'Mail: null', 'Post: null'])
  await expect.poll(() => hers.getByRole('img', { name: 'Approved' }).count()).toBeGreaterThan(0)
})

test('whoever works alone, or has switched approvals off, sees nothing of them', async () => {
  await given(
    ines.api.PATCH('/workspaces/{id}', {
      params: { path: { id: ids.team } },
      body: { disabled_modules: ['time_approvals'] },
    }),
  )
  const page = await house.open(sheet, { as: ines })
  await page.getByRole('button', { name: 'Add a row' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Approvals/ }).count()).toBe(0)
  await expect.poll(() => page.getByRole('button', { name: 'Submit week' }).count()).toBe(0)
  await page.goto(new URL('/approvals', page.url()).href)
  await page.getByText('Approvals are switched off here').waitFor()
  await page.getByRole('link', { name: 'Go to the workspace settings' }).click()
  await page.getByRole('switch', { name: 'Approvals' }).waitFor()
})
