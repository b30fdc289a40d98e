import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { join } from './support/sample-data.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
const house = useHouse(async ({ server }) => {
  ines = await setUp(server)
  const team = await given(ines.api.POST('/workspaces', { body: { name: 'Lighthouse Studio' } }))
  await given(ines.api.PATCH('/me', { body: { default_workspace_id: team.id } }))
  ines.me.default_workspace_id = team.id
  oda = await join(server, ines, team.id)
  await given(oda.api.PATCH('/me', { body: { default_workspace_id: team.id } }))
})

const workspaceId = () => ines.me.default_workspace_id

async function theTask(name: string) {
  const { data } = await given(ines.api.GET('/tasks', { params: { query: { workspace_id: workspaceId() } } }))
  return data.find((task) => task.name === name)
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const readColumn = (page: Page, name: string) =>
  column(page, name).getByRole('listitem').getByRole('button').filter({ hasText: /./ }).allInnerTexts()

test('tasks are made in a line, edited and timed', async () => {
  await addProject(ines, { title: 'Harbour' })
  const page = await house.open('/tasks', { as: ines })
  const dialog = page.getByRole('dialog')
  await page.getByText('No tasks yet').waitFor()
  await page.getByLabel('Name of a new task').fill('Draw the map')
  await page.getByRole('button', { name: 'Create task' }).click()
  await page.getByText('Choose the project it belongs to.').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Project: No project' }).click()
  await page.getByRole('option', { name: 'Harbour' }).click()
  await page.getByRole('button', { name: 'Create task' }).click()
  await row(page, 'Draw the map').waitFor()
  await page.getByLabel('Name of a new task').fill('Count the boats')
  await page.keyboard.press('Enter')
  await row(page, 'Count the boats').waitFor()
  await page.getByText('2 tasks').waitFor()

  await row(page, 'Draw the map').getByRole('button', { name: 'Draw the map', exact: true }).click()
  await dialog.getByLabel('Estimate').fill('long')
  await dialog.getByRole('button', { name: 'Save task' }).click()
  await dialog.getByText('Write a length such as').waitFor()
  await dialog.getByLabel('Estimate').fill('1h30')
  await dialog.getByLabel('Priority').click()
  await page.getByRole('option', { name: 'Urgent' }).click()
  await dialog.getByRole('combobox', { name: 'Assignees' }).click()
  await page.getByRole('option', { name: 'Oda Brandt' }).click()
  await dialog.getByRole('button', { name: 'Save task' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row(page, 'Draw the map').getByText('of 1:30').waitFor()
  await expect
    .poll(() => theTask('Draw the map'))
    .toMatchObject({ priority: 'urgent', estimate_seconds: 5400, assignee_ids: [oda.me.id] })

  await page.getByRole('button', { name: 'Start timer for Draw the map' }).click()
  await page.getByRole('button', { name: 'Stop timer of Draw the map' }).waitFor()
  const task = await theTask('Draw the map')
  await expect
    .poll(async () => (await given(ines.api.GET('/timer'))).entry)
    .toMatchObject({ task_id: task?.id, title: 'Draw the map', project_id: task?.project_id })
  await page.getByRole('button', { name: 'Stop timer of Draw the map' }).click()
  await page.getByRole('button', { name: 'Start timer for Draw the map' }).waitFor()
})

test('a task is done by its box, deleted and brought back', async () => {
  const page = await house.open('/tasks', { as: ines })
  // It leaves the list at once, before it could be seen to be checked.
  await page.getByRole('checkbox', { name: 'Done: Count the boats' }).click()
  await row(page, 'Count the boats').waitFor({ state: 'detached' })
  await expect.poll(() => theTask('Count the boats')).toMatchObject({ status: 'done' })
  await page.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'All', exact: true }).click()
  await row(page, 'Count the boats').waitFor()
  await page.getByRole('button', { name: 'Task', exact: true }).click()
  await page
    .getByRole('columnheader', { name: 'Task', exact: true })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor()
  await page.getByRole('button', { name: 'Actions for Count the boats' }).click()
  await page.getByRole('menuitem', { name: 'Delete task' }).click()
  await row(page, 'Count the boats').waitFor({ state: 'detached' })
  await page.getByText('“Count the boats” deleted.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await row(page, 'Count the boats').waitFor()

  await page.getByRole('switch', { name: 'Only mine' }).click({ force: true })
  await page.getByText('No task fits.').waitFor()
  expect(new URL(page.url()).search).toContain('assignee=me')
})

test('the board carries a task by keys and by its menu, and puts back what the server refuses', async () => {
  const page = await house.open('/tasks?view=board', { as: ines })
  await expect.poll(() => readColumn(page, 'To do')).toEqual(['Draw the map'])
  await page.getByRole('button', { name: 'Carry Draw the map' }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Draw the map is over To do.').waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowRight')
  await page.getByText('Draw the map is over In progress.').waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await expect.poll(() => readColumn(page, 'In progress')).toEqual(['Draw the map'])
  await expect.poll(() => theTask('Draw the map')).toMatchObject({ status: 'in_progress' })
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Carry Draw the map')

  await drag(page, 'Draw the map', 'Review')
  await expect.poll(() => theTask('Draw the map')).toMatchObject({ status: 'review' })

  house.expectProblem(/503/)
  await page.route('**/tasks/*', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page.getByRole('button', { name: 'Actions for Draw the map' }).click()
  await page.getByRole('menuitem', { name: 'Done' }).click()
  await page.getByRole('alert').waitFor()
  await expect.poll(() => readColumn(page, 'Review')).toEqual(['Draw the map'])
})

/** With a pause on the way, as a hand makes: the board measures while something is carried. */
async function drag(page: Page, card: string, to: string) {
  const from = await page.getByRole('button', { name: card, exact: true }).boundingBox()
  const target = await column(page, to).boundingBox()
  if (!from || !target) throw new Error('Nothing to drag.')
  await page.mouse.move(from.x + 20, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 })
  await page.mouse.move(target.x + target.width / 2, target.y + 140, { steps: 12 })
  await page.getByText(`${card} is over ${to}.`).waitFor({ state: 'attached' })
  await page.mouse.up()
}

test('a project is carried below another by keys, and to the top by the menu', async () => {
  const boats = await addProject(ines, { title: 'Boats' })
  const page = await house.open('/projects', { as: ines })
  const readParent = async () =>
    (await given(ines.api.GET('/projects/{id}', { params: { path: { id: boats.id } } }))).title_chain
  await page.getByRole('button', { name: 'Carry Boats' }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Boats stays where it was.').waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowUp')
  await page.getByText('Boats goes below Harbour.').waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await page.getByText('“Boats” is below “Harbour” now.').waitFor()
  await expect.poll(readParent).toEqual(['Harbour', 'Boats'])

  await page.getByRole('button', { name: 'Actions for Boats' }).click()
  await page.getByRole('menuitem', { name: 'Move to…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Below which project' }).click()
  await page.getByRole('option', { name: 'Top level' }).click()
  await dialog.getByRole('button', { name: 'Move project' }).click()
  await page.getByText('“Boats” is at the top level now.').waitFor()
  await expect.poll(readParent).toEqual(['Boats'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(readParent).toEqual(['Harbour', 'Boats'])
})

test('a project shows how its budget burns down, and the team page who tracks time now', async () => {
  const { data } = await given(ines.api.GET('/projects'))
  const harbour = data.find(({ title }) => title === 'Harbour')
  await addEntry(ines, {
    daysAgo: 3,
    from: '9:00',
    to: '11:00',
    title: 'Sketch',
    project_id: harbour?.id ?? null,
  })
  await given(
    ines.api.PUT('/projects/{id}/budget', {
      params: { path: { id: harbour?.id ?? 0 } },
      body: { seconds: 36_000 },
    }),
  )
  const page = await house.open(`/projects/${harbour?.id}`, { as: ines })
  const chart = page.getByRole('region', { name: 'Budget burn-down' })
  await chart.getByRole('table').getByRole('row').nth(1).getByText('8:00').waitFor({ state: 'attached' })
  await chart.getByText('Forecast').first().waitFor()
  await page.getByRole('region', { name: 'Tasks' }).getByText('Draw the map').waitFor()

  await page.getByRole('link', { name: 'Team' }).first().click()
  await page.getByText('Nobody tracks time now').waitFor()
  await given(
    oda.api.POST('/timer/start', {
      body: { workspace_id: workspaceId(), title: 'Row out', project_id: harbour?.id ?? null },
    }),
  )
  const oda1 = page.getByRole('listitem').filter({ hasText: 'Oda Brandt' })
  await oda1.getByText('Row out').waitFor()
  await oda1.getByText('Harbour').waitFor()
  await page.getByText('1 person tracks time now').waitFor()
  await given(oda.api.POST('/timer/stop', { body: {} }))
  await page.getByText('Nobody tracks time now').waitFor()

  // A member sees neither.
  const member = await house.open('/team', { as: oda })
  await member.getByText('2 members').waitFor()
  expect(await member.getByText(/tracks? time now/).count()).toBe(0)
})
