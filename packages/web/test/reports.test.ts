import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, useHouse } from './support/house.ts'
import { fillReports, knownWeek } from './support/report-data.ts'
import { lookAt } from './support/screens.ts'
import { given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
let teamId: number
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  ;({ oda, teamId } = await fillReports(server, ines))
  const question = { from: '2026-03-02', to: '2026-03-08', everyone: true, limit: 1000 }
  await given(
    ines.api.POST('/saved-reports', { body: { workspace_id: teamId, name: 'Known week', question } }),
  )
})

const everyone = `${knownWeek}&everyone=true`

/** The lines of a table as they read, column by column. */
async function readTable(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr, tfoot tr').all()
  const cells = (row: Locator) => row.locator('th, td').allInnerTexts()
  const lines = await Promise.all(rows.map(cells))
  return lines.map((line) => line.map((text) => text.replaceAll(/\s+/g, ' ').trim()))
}

function lines(page: Page): Locator {
  return page.getByRole('region', { name: 'Lines of the report' }).getByRole('table')
}

function total(page: Page): Promise<string> {
  return page.getByLabel('Total', { exact: true }).innerText()
}

async function openTeam(path: string, as = ines): Promise<Page> {
  const page = await house.open(path, { as })
  await page.evaluate((id) => {
    localStorage.setItem('sundial.workspace', String(id))
  }, teamId)
  await page.reload()
  return page
}

test('a summary adds up: hours, billable share, amounts by currency, and every line to its total', async () => {
  const page = await house.open(`/reports?${everyone}&group_by=project`, { as: ines })
  await expect
    .poll(() => readTable(lines(page)))
    .toEqual([
      ['Retainer', '5:00', '€600.00', '€200.00', '€400.00'],
      [expect.stringMatching(/^Catalogue of every/), '4:43', 'US$518.83', '€188.67', '-€188.67 US$518.83'],
      ['Website ▸ Shop', '4:15', '€382.50', '€170.00', '€212.50'],
      ['Website', '4:00', '€360.00', '€160.00', '€200.00'],
      ['No project', '1:00', '–', '€40.00', '-€40.00'],
      ['Total', '18:58', '€1,342.50 US$518.83', '€758.67', '€583.83 US$518.83'],
    ])
  await expect
    .poll(async () => (await total(page)).split('\n'))
    .toEqual(expect.arrayContaining(['18:58', '17:58', '95%', '€1,342.50', 'US$518.83', '7']))
  await page.getByRole('img', { name: /^Chart: hours by Day/ }).waitFor()
  const longest = page.getByRole('list', { name: /^The longest/ }).getByRole('listitem')
  await expect
    .poll(async () => (await longest.first().innerText()).split('\n'))
    .toEqual(['Retainer', '26%', '5:00'])
})

test('the address holds the question: it survives a reload, and back is the question before', async () => {
  const page = await house.open(`/reports?${everyone}`, { as: ines })
  await page.getByRole('button', { name: 'Project', exact: true }).click()
  await page.getByRole('option', { name: 'Website' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => total(page)).toContain('8:15')
  await page.getByRole('button', { name: 'Billing', exact: true }).click()
  await page.getByRole('option', { name: 'Billable', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => total(page)).toContain('6:00')
  const { searchParams } = new URL(page.url())
  expect(searchParams.get('billing_status')).toBe('billable')
  expect(searchParams.get('from')).toBe('2026-03-02')

  await page.reload()
  await expect.poll(() => total(page)).toContain('6:00')
  await page.getByRole('button', { name: 'Project: Website' }).waitFor()
  await page.goBack()
  await expect.poll(() => total(page)).toContain('8:15')
  await page.getByRole('button', { name: 'Clear the filter Project' }).click()
  await expect.poll(() => total(page)).toContain('18:58')
  await page.getByRole('searchbox', { name: 'Title or notes' }).fill('tickets')
  await expect.poll(() => total(page)).toContain('5:00')
  await page.getByRole('button', { name: 'The days before' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2026-02-23')
})

test('lines are grouped by up to three things, opened by keyboard, and sorted by their heads', async () => {
  const page = await house.open(`/reports?${everyone}`, { as: ines })
  await page.getByRole('combobox', { name: 'Grouped by' }).click()
  await page.getByRole('option', { name: 'Person' }).click()
  await page.getByRole('combobox', { name: 'Then by', exact: true }).click()
  await page.getByRole('option', { name: 'Project' }).click()
  await expect
    .poll(async () => (await readTable(lines(page))).map(([name, hours]) => [name, hours]))
    .toEqual([
      ['Ines Falk', '13:28'],
      [expect.stringMatching(/^Catalogue/), '4:43'],
      ['Website ▸ Shop', '4:15'],
      ['Retainer', '3:30'],
      ['No project', '1:00'],
      ['Oda Brandt', '5:30'],
      ['Website', '4:00'],
      ['Retainer', '1:30'],
      ['Total', '18:58'],
    ])
  await page.getByRole('button', { name: 'Ines Falk', exact: true }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await readTable(lines(page))).length).toBe(3)
  await page.getByRole('button', { name: 'Open all' }).click()
  await page.getByRole('button', { name: 'Hours', exact: true }).click()
  await page.getByRole('button', { name: 'Hours', exact: true }).click()
  await expect.poll(async () => (await readTable(lines(page)))[0]?.[0]).toBe('Oda Brandt')
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Hours' }).getAttribute('aria-sort'))
    .toBe('ascending')
  expect(new URL(page.url()).searchParams.getAll('group_by')).toEqual(['user', 'project'])
})

test('time is rounded as one asks, and the lines still add up', async () => {
  const page = await house.open(`/reports?${everyone}&group_by=project`, { as: ines })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('combobox', { name: 'Rounding' }).click()
  await page.getByRole('option', { name: 'Up' }).click()
  await page.getByRole('combobox', { name: 'To', exact: true }).click()
  await page.getByRole('option', { name: '60 minutes' }).click()
  await expect
    .poll(async () => (await readTable(lines(page))).map(([, hours]) => hours))
    .toEqual(['6:00', '5:00', '5:00', '4:00', '1:00', '21:00'])
})

test('in detail, ticked entries of everybody get their billing status at once, and undo takes it back', async () => {
  const page = await house.open(`/reports/detailed?${everyone}`, { as: ines })
  const table = page.getByRole('table', { name: 'Entries' })
  await table.getByRole('button', { name: 'Write copy' }).waitFor()
  await expect.poll(() => table.getByRole('row').count()).toBe(8)
  await expect.poll(() => total(page)).toContain('18:58')
  for (const box of await table.getByRole('checkbox', { name: 'Select Support tickets' }).all())
    await box.check()
  await page.getByText('2 selected, 5:00').waitFor()
  await page.getByRole('button', { name: 'Set billing' }).click()
  await page.getByRole('menuitem', { name: 'Billed' }).click()
  await page.getByText('2 entries: Billed.').waitFor()
  const statuses = async (person: Person) => {
    const query = { user_id: [person.me.id], q: 'support', from: '2026-03-02', to: '2026-03-08' }
    const { data } = await given(ines.api.GET('/reports/entries', { params: { query } }))
    return data.map(({ billing_status }) => billing_status)
  }
  await expect.poll(() => statuses(oda)).toEqual(['billed'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => statuses(oda)).toEqual(['billable'])
  await expect.poll(() => statuses(ines)).toEqual(['billable'])
})

test('an entry of somebody else opens from the report, and what is changed there is in the report', async () => {
  const page = await house.open(`/reports/detailed?${everyone}`, { as: ines })
  await page.getByRole('button', { name: 'Write copy' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Write the copy')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Write the copy' }).waitFor()
  const query = { user_id: [oda.me.id], q: 'write the copy' }
  const { data } = await given(ines.api.GET('/reports/entries', { params: { query } }))
  expect(data.map(({ user }) => user)).toEqual(['Oda Brandt'])
})

test('only the rows on the screen are there, and all come as one scrolls', async () => {
  const page = await house.open('/reports/detailed?from=2026-01-01&to=2026-03-31&everyone=true', { as: ines })
  const table = page.getByRole('table', { name: 'Entries' })
  await table.getByRole('row').nth(5).waitFor()
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('78')
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(50)
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight)
  })
  await expect.poll(() => table.getByRole('row').last().getAttribute('aria-rowindex')).toBe('78')
})

test('a week is a grid of things and days, with the weeks before and after', async () => {
  const page = await house.open(`/reports/weekly?${everyone}`, { as: ines })
  const grid = page.getByRole('region', { name: 'The week' }).getByRole('table')
  await expect
    .poll(async () => (await readTable(grid)).at(-1))
    .toEqual(['Total', '7:00', '3:30', '2:15', '4:43', '1:30', '–', '–', '18:58'])
  await expect
    .poll(() => readTable(grid))
    .toContainEqual(['Website ▸ Shop', '2:00', '–', '2:15', '–', '–', '–', '–', '4:15'])
  // The night to Thursday belongs to both days once it is split at midnight.
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('combobox', { name: 'Across midnight' }).click()
  await page.getByRole('option', { name: /split/ }).click()
  await expect.poll(async () => (await readTable(grid)).at(-1)?.slice(3, 5)).toEqual(['1:30', '5:28'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'The week before' }).click()
  await page.getByRole('button', { name: /^Days: 23 Feb/ }).waitFor()
})

test('a report is saved, changed, renamed, deleted and brought back', async () => {
  const page = await house.open(`/reports?${everyone}&group_by=client`, { as: ines })
  const dialog = page.getByRole('dialog')
  const choose = async (item: string | RegExp) => {
    await page.getByRole('button', { name: 'Saved reports' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Save report')
  await dialog.getByLabel('Name').fill('By client')
  await dialog.getByRole('button', { name: 'Save report' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'By client', level: 1 }).waitFor()
  await page.getByRole('combobox', { name: 'Grouped by' }).click()
  await page.getByRole('option', { name: 'Person' }).click()
  await choose('Update “By client”')
  await page.getByText('“By client” asks this now.').waitFor()

  await choose('Rename or share')
  await dialog.getByLabel('Name').fill('By person')
  await dialog.getByLabel('Everybody in this workspace finds it').check()
  await dialog.getByRole('button', { name: 'Save report' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'By person', level: 1 }).waitFor()

  await page.goto(addressOf(house.server, '/reports'))
  await choose('By person')
  await expect.poll(async () => (await readTable(lines(page)))[0]?.[0]).toBe('Ines Falk')
  await choose('Delete “By person”')
  await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back.').waitFor()
  const { data } = await given(oda.api.GET('/saved-reports'))
  expect(data.map(({ name }) => name)).toEqual(['By person'])
})

test('whoever has the link sees the report without signing in, until the link is revoked', async () => {
  house.expectProblem(/404/)
  const page = await house.open(`/reports?${everyone}&group_by=project`, { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Share' }).click()
  await dialog.getByLabel('Name').fill('For Orchard')
  await dialog.getByRole('button', { name: 'Save report' }).click()
  await dialog.getByLabel('Show amounts').check()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const field = dialog.getByRole('group', { name: /^With amounts/ })
  const link = (await field.getByRole('code').textContent()) ?? ''

  const guest = await house.open(new URL(link).pathname)
  await guest.getByRole('heading', { name: 'For Orchard', level: 1 }).waitFor()
  await guest.getByText('Lighthouse Studio · 2 – 8 Mar').waitFor()
  await expect.poll(async () => (await readTable(lines(guest)))[0]).toEqual(['Retainer', '5:00', '€600.00'])
  await expect.poll(() => guest.getByText('Cost').count()).toBe(0)
  const downloading = guest.waitForEvent('download')
  await guest.getByRole('link', { name: 'CSV' }).click()
  await expect.poll(async () => readFile(await (await downloading).path(), 'utf8')).toContain('Retainer')

  await dialog.getByRole('button', { name: 'Revoke link' }).click()
  await field.waitFor({ state: 'detached' })
  await guest.reload()
  await guest.getByRole('heading', { name: 'This report is no longer shared' }).waitFor()
})

test('an export is written while one goes on, comes by itself, and stays in the list', async () => {
  const page = await house.open(`/reports?${everyone}&group_by=project`, { as: ines })
  await page.getByRole('button', { name: 'Export' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  await page.getByText(/^Report\.csv is written|^Writing Report\.csv/).waitFor()
  await page.getByRole('link', { name: 'Timer', exact: true }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  expect(file).toContain('Website')
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'Download Report.csv' }).waitFor()
  await page.getByRole('button', { name: 'Throw Report.csv away' }).click()
  await page.getByRole('button', { name: 'Download Report.csv' }).waitFor({ state: 'detached' })
})

test('a member sees what their own time is billed for, but no cost and no colleagues', async () => {
  const page = await openTeam(`/reports?${everyone}&group_by=project`, oda)
  await expect
    .poll(() => readTable(lines(page)))
    .toEqual([
      ['Website', '4:00', '€360.00'],
      ['Retainer', '1:30', '€180.00'],
      ['Total', '5:30', '€540.00'],
    ])
  await expect.poll(() => page.getByRole('button', { name: 'People' }).count()).toBe(0)
  await expect.poll(() => page.getByText('Profit').count()).toBe(0)
})

test('a report on the screen follows what is tracked elsewhere', async () => {
  const page = await house.open('/reports?range=today&everyone=true&group_by=project', { as: ines })
  await page.getByText('No time here').waitFor()
  const now = Date.now()
  const entry = {
    workspace_id: teamId,
    title: 'From a phone',
    started_at: new Date(now - 1000).toISOString(),
    ended_at: new Date(now).toISOString(),
  }
  await given(oda.api.POST('/entries', { body: entry }))
  await lines(page).waitFor()
  await expect.poll(async () => (await readTable(lines(page)))[0]?.[0]).toBe('No project')
})

const quarter = 'from=2026-01-01&to=2026-03-31&everyone=true'

type Look = { name: string; path: string; heading?: string; open?: (page: Page) => Promise<void> }

const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click()
}

const looks: Look[] = [
  { name: 'reports', path: `/reports?${everyone}&group_by=client&group_by=project` },
  { name: 'reports-quarter', path: `/reports?${quarter}&group_by=project&group_by=user` },
  {
    name: 'reports-filtered',
    path: `/reports?${everyone}&billing_status=billable&billing_status=billed&tag_id=1&no_tag=true&q=t&group_by=tag`,
  },
  { name: 'reports-empty', path: '/reports' },
  {
    name: 'reports-range',
    path: `/reports?${everyone}`,
    open: (page) => page.getByRole('button', { name: /^Days: / }).click(),
  },
  {
    name: 'reports-project-filter',
    path: `/reports?${everyone}`,
    open: async (page) => {
      const sheet = page.getByRole('button', { name: 'Filters' })
      if (await sheet.isVisible()) await sheet.click()
      await page.getByLabel('Project', { exact: true }).click()
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'reports-more',
    path: `/reports?${everyone}&rounding=up&rounding_minutes=15&rounding_per=entry`,
    open: async (page) => {
      const sheet = page.getByRole('button', { name: 'Filters' })
      if (await sheet.isVisible()) await sheet.click()
      await page.getByRole('button', { name: /^More: / }).click()
      await page.getByRole('combobox', { name: 'Rounding' }).waitFor()
    },
  },
  { name: 'reports-saved', path: `/reports?${everyone}`, open: press('Saved reports') },
  { name: 'reports-export', path: `/reports?${everyone}`, open: press('Export') },
  {
    name: 'reports-share',
    path: `/reports?${everyone}`,
    open: async (page) => {
      await press('Saved reports')(page)
      await page.getByRole('menuitem', { name: 'Known week' }).click()
      await page.getByRole('heading', { name: 'Known week', level: 1 }).waitFor()
      await press('Share')(page)
      await page.getByRole('button', { name: 'Make link' }).click()
      await page
        .getByRole('group', { name: /^Without amounts/ })
        .first()
        .waitFor()
    },
  },
  { name: 'reports-detailed', path: `/reports/detailed?${quarter}` },
  {
    name: 'reports-detailed-selection',
    path: `/reports/detailed?${everyone}`,
    open: async (page) => {
      await page.getByRole('checkbox', { name: 'Select all loaded entries' }).check()
      await page.getByRole('toolbar').waitFor()
    },
  },
  { name: 'reports-weekly', path: `/reports/weekly?${everyone}` },
]

test.each(
  looks.flatMap((look) => [
    { ...look, size: 'desktop' },
    { ...look, size: 'phone' },
  ]),
)('$name on a $size', async ({ name, path, open, size }) => {
  const page = await house.open(path, { as: ines, isPhone: size === 'phone' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page
    .getByText(/^(Total|Entries|No time here)$/)
    .first()
    .waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('.mantine-Skeleton-root').count()).toBe(0)
  await open?.(page)
  await lookAt(page, `${name}-${size}`)
})

test.each(['desktop', 'phone'])('the public page on a %s', async (size) => {
  const question = {
    from: '2026-01-01',
    to: '2026-03-31',
    everyone: true,
    group_by: ['week', 'project'],
    limit: 1000,
  }
  const saved = await given(
    ines.api.POST('/saved-reports', { body: { workspace_id: teamId, name: 'Quarter by week', question } }),
  )
  const link = await given(
    ines.api.POST('/saved-reports/{id}/links', {
      params: { path: { id: saved.id } },
      body: { shows_amounts: true },
    }),
  )
  const page = await house.open(new URL(link.url).pathname, { isPhone: size === 'phone' })
  await page.getByRole('heading', { name: 'Quarter by week' }).waitFor()
  await page.getByRole('img', { name: /^Chart/ }).waitFor()
  await lookAt(page, `shared-${size}`)
})
