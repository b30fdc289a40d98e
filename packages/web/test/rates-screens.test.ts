import type { Project } from '@sundial/sdk'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useHouse } from './support/house.ts'
import { fillHouse } from './support/sample-data.ts'
import { lookAt } from './support/screens.ts'
import { addEntry, addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let projects: Map<string, Project>

const house = useHouse(async ({ server }) => {
  ines = await setUp(server, 'Ines Falk-Overbeck')
  await fillHouse(server, ines)
  await addProject(ines, { title: 'Nothing yet', color: '#3B76D6' })
  const { data } = await given(ines.api.GET('/projects'))
  projects = new Map(data.map((project) => [project.title, project]))
  await fillMoney()
})

/** Rates on every level, and a budget in every state. */
async function fillMoney() {
  const { api, me } = ines
  const workspace_id = me.default_workspace_id
  const rate = (body: object, amount: number | null, kind: 'billable' | 'cost' = 'billable') =>
    given(api.POST('/rates', { body: { workspace_id, kind, amount, ...body } }))
  const { data: members } = await given(
    api.GET('/workspaces/{id}/members', { params: { path: { id: workspace_id } } }),
  )
  const oda = members.find(({ name }) => name === 'Oda Brandt')?.user_id ?? 0
  await rate({}, 8000)
  await rate({ effective_from: '2026-01-01' }, 8550)
  await rate({ effective_from: '2099-01-01' }, 9000)
  await rate({}, 4000, 'cost')
  await rate({ user_id: oda }, 12_000)
  await rate({ user_id: oda, effective_from: '2026-02-01' }, null)
  await rate({ user_id: oda }, 5500, 'cost')
  const website = idOf('Website')
  await rate({ project_id: website }, 9500)
  await rate({ project_id: website, effective_from: '2026-03-01' }, 10_250)
  await rate({ project_id: website, user_id: oda }, 13_500)
  const task = await given(
    api.POST('/tasks', {
      body: {
        workspace_id,
        project_id: website,
        name: 'Compare every printed timetable with the ones in the archive, page by page',
      },
    }),
  )
  await given(api.POST('/tasks', { body: { workspace_id, project_id: website, name: 'Review' } }))
  await rate({ task_id: task.id }, 6000)
  for (const daysAgo of [2, 8, 9, 16, 24, 30, 31, 45, 66]) {
    await addEntry(ines, {
      workspace_id,
      project_id: website,
      daysAgo,
      from: '13:00',
      to: '18:20',
      title: 'Templates',
      billing_status: 'billable',
    })
  }
  const budget = (title: string, body: object) =>
    given(api.PUT('/projects/{id}/budget', { params: { path: { id: idOf(title) } }, body }))
  await budget('Website', { seconds: 80 * 3600 })
  await budget('Shop', { seconds: 2 * 3600 })
  await budget('Retainer', { amount: 30_000, currency: 'EUR', period: 'month', alert_percent: 50 })
  await budget(longTitle, { amount: 123_456_700, currency: 'EUR', alert_percent: null })
}

const longTitle = 'Catalogue of every surviving timetable, station clock and signal box north of the river'

function idOf(title: string): number {
  const project = projects.get(title)
  if (!project) throw new Error(`There is no project ${title}.`)
  return project.id
}

type Screen = { name: string; path: () => string; open?: (page: Page) => Promise<void> }

const projectPath = (title: string) => () => `/projects/${idOf(title)}`

const screens: Screen[] = [
  { name: 'project', path: projectPath('Website') },
  { name: 'project-over', path: projectPath('Shop') },
  { name: 'project-long', path: projectPath(longTitle) },
  { name: 'project-empty', path: projectPath('Nothing yet') },
  {
    name: 'project-private',
    path: projectPath('Newsletter'),
    open: async (page) => {
      await page.getByText('Who sees this private project').waitFor()
      await page.getByText('Month', { exact: true }).click()
    },
  },
  { name: 'project-gone', path: () => '/projects/999999' },
  {
    name: 'project-rate-form',
    path: projectPath('Website'),
    open: async (page) => {
      await page.getByRole('button', { name: 'Set billable rate' }).click()
      await page.getByLabel('An hour').fill('9x')
      await page.getByRole('button', { name: 'Set rate' }).click()
    },
  },
  {
    name: 'project-rate-calendar',
    path: projectPath('Website'),
    open: async (page) => {
      await page.getByRole('button', { name: 'Set billable rate' }).click()
      await page.getByRole('button', { name: 'From', exact: true }).click()
      await page.getByRole('button', { name: 'Next month' }).waitFor()
    },
  },
  {
    name: 'budget-dialog-money',
    path: projectPath('Retainer'),
    open: async (page) => {
      await page.getByRole('button', { name: 'Change budget' }).click()
      await page.getByRole('dialog').getByLabel('Currency').click()
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'person-rates-dialog',
    path: projectPath('Website'),
    open: async (page) => {
      await page.getByRole('button', { name: /^Rates of Oda/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Set cost rate' }).click()
    },
  },
  { name: 'projects-budgets', path: () => '/projects' },
  {
    name: 'team-rates',
    path: () => '/team',
    open: (page) => page.getByRole('button', { name: /^Rates of Oda/ }).waitFor(),
  },
  {
    name: 'client-rates-dialog',
    path: () => '/clients',
    open: async (page) => {
      await page.getByRole('button', { name: /^Rates of client International/ }).click()
      await page.getByRole('dialog').getByText('No rate here').first().waitFor()
    },
  },
  {
    name: 'workspace-money',
    path: () => '/settings/workspace',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Reports round time' }).click()
      await page.getByRole('option', { name: 'Up' }).click()
    },
  },
]

for (const size of ['desktop', 'phone'] as const) {
  test.each(screens)(`$name on a ${size}`, async ({ name, path, open }) => {
    const page = await house.open(path(), { as: ines, isPhone: size === 'phone' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' })
    await showAll(page)
    await open?.(page)
    await lookAt(page, `${name}-${size}`)
  })
}

/** Makes the window as high as the page, so that a picture shows all of it and axe sees all of it. */
async function showAll(page: Page) {
  // What is drawn after its numbers are there.
  await expect.poll(() => page.locator('.mantine-Skeleton-root').count()).toBe(0)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const { width } = page.viewportSize() ?? { width: 1280 }
  await page.setViewportSize({ width, height: Math.max(740, height) })
}
