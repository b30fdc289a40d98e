import type { Page } from 'playwright-core'
import { afterAll, test, vi } from 'vitest'
import { useHouse } from './support/house.ts'
import { fillHouse } from './support/sample-data.ts'
import { openReceiver, type Receiver } from './support/receiver.ts'
import { lookAt } from './support/screens.ts'
import { addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'

let ines: Person
let oda: Person
let receiver: Receiver
const ids = { payroll: 0, quiet: 0 }

const house = useHouse(
  async ({ server }) => {
    ines = await setUp(server, 'Ines Falk-Overbeck')
    oda = await fillHouse(server, ines)
    const { default_workspace_id } = ines.me
    await given(oda.api.PATCH('/me', { body: { default_workspace_id } }))
    receiver = await openReceiver()
    await fillHooks()
  },
  { WEBHOOK_ALLOW_PRIVATE: '1', WEBHOOK_RETRIES: '1h' },
)

afterAll(() => receiver.close())

/** One that hears all kinds of answers, and others that hear nothing, each for its own reason. */
async function fillHooks() {
  const workspace_id = ines.me.default_workspace_id
  const hook = (name: string, url: string, events: ('*' | 'tag.*' | 'entry.started' | 'project.*')[]) =>
    given(
      ines.api.POST('/workspaces/{id}/webhooks', {
        params: { path: { id: workspace_id } },
        body: { name, url, events },
      }),
    )
  const gone = await openReceiver()
  gone.answer = { status: 410, body: '' }
  await hook('Wall display', gone.url, ['tag.*', 'entry.started'])
  await given(ines.api.POST('/tags', { body: { workspace_id, name: 'urgent' } }))
  ids.quiet = (await hook('Backup', 'http://127.0.0.1:9/hooks', ['*'])).id
  await given(
    ines.api.PATCH('/webhooks/{id}', { params: { path: { id: ids.quiet } }, body: { is_enabled: false } }),
  )
  const { id } = await hook(
    'Payroll of the International Society for the Preservation of Narrow-Gauge Railway Timetables',
    `${receiver.url}/payroll/of-the-international-society-for-narrow-gauge-railways?key=0123456789abcdef`,
    ['project.*', 'entry.started'],
  )
  ids.payroll = id
  const ping = () => given(ines.api.POST('/webhooks/{id}/ping', { params: { path: { id } } }))
  const until = (count: number) => waitFor(() => receiver.heard.length === count)
  await ping()
  await until(1)
  await addProject(ines, { title: 'Observatory' })
  await until(2)
  await given(ines.api.POST('/timer/start', { body: { workspace_id, title: 'Count signal boxes' } }))
  await until(3)
  receiver.answer = {
    status: 503,
    body: JSON.stringify({ error: { code: 'busy', message: 'The payroll is being written. Come back.' } }),
  }
  await addProject(ines, { title: 'Planetarium' })
  await until(4)
  await ping()
  await until(5)
  await waitFor(async () => (await statuses()) === 'failed, waiting, done, done, done')
  await gone.close()
}

async function waitFor(isSo: () => boolean | Promise<boolean>) {
  await vi.waitFor(
    async () => {
      if (!(await isSo())) throw new Error('The messages have not arrived.')
    },
    { timeout: 10_000 },
  )
}

async function statuses() {
  const { data } = await given(
    ines.api.GET('/webhooks/{id}/deliveries', { params: { path: { id: ids.payroll } } }),
  )
  return data.map(({ status }) => status).join(', ')
}

type Screen = { name: string; path: () => string; as?: () => Person; open?: (page: Page) => Promise<void> }

const screens: Screen[] = [
  {
    name: 'webhooks',
    path: () => '/settings/webhooks',
    open: async (page) => {
      await page.getByText('last told').first().waitFor()
      await page.getByText('Switched off, as its receiver said that it is gone.').waitFor()
    },
  },
  {
    name: 'webhooks-not-yours',
    path: () => '/settings/webhooks',
    as: () => oda,
    open: (page) => page.getByText('kept by owners and admins').waitFor(),
  },
  {
    name: 'webhook-dialog',
    path: () => '/settings/webhooks',
    open: async (page) => {
      await page.getByRole('button', { name: 'New webhook' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Only what is ticked').click()
      await dialog.getByRole('checkbox', { name: 'Tags', exact: true }).check()
      await dialog.getByRole('checkbox', { name: 'Projects: Budget reached' }).check()
      await dialog.getByRole('button', { name: 'Create webhook' }).click()
      await dialog.getByText('Give the webhook a name.').waitFor()
    },
  },
  {
    name: 'webhook',
    path: () => `/settings/webhooks/${ids.payroll}`,
    open: async (page) => {
      await page.getByText('503').first().waitFor()
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.getByText(/^whsec_/).waitFor()
    },
  },
  {
    name: 'webhook-delivery',
    path: () => `/settings/webhooks/${ids.payroll}`,
    open: async (page) => {
      await page.getByText('Waiting', { exact: true }).first().click()
      await page.getByRole('list', { name: 'Deliveries' }).getByRole('button').first().click()
      await page.getByText('The receiver answered 503.').waitFor()
    },
  },
  {
    name: 'webhook-empty',
    path: () => `/settings/webhooks/${ids.quiet}`,
    open: (page) => page.getByText('Nothing was sent yet').waitFor(),
  },
  {
    name: 'webhook-delete',
    path: () => `/settings/webhooks/${ids.quiet}`,
    open: async (page) => {
      await page.getByRole('button', { name: /^Actions for/ }).click()
      await page.getByRole('menuitem', { name: 'Delete webhook' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'personal-key',
    path: () => '/settings/profile',
    open: async (page) => {
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.getByRole('region', { name: 'Personal key' }).getByRole('code').waitFor()
    },
  },
  {
    name: 'connect-personal',
    path: () => '/settings/connect',
    open: async (page) => {
      const { wires } = await given(ines.api.GET('/server'))
      for (const { title } of wires)
        await page.getByRole('region', { name: title }).getByRole('button', { name: /key$/ }).click()
      await page.getByText('in your profile').first().waitFor()
    },
  },
]

for (const size of ['desktop', 'phone'] as const) {
  test.each(screens)(`$name on a ${size}`, async ({ name, path, as, open }) => {
    const page = await house.open(path(), { as: as?.() ?? ines, isPhone: size === 'phone' })
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' })
    await open?.(page)
    await showAll(page)
    await lookAt(page, `${name}-${size}`)
  })
}

/** Makes the window as high as the page, so that a picture shows all of it and axe sees all of it. */
async function showAll(page: Page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const { width } = page.viewportSize() ?? { width: 1280 }
  await page.setViewportSize({ width, height: Math.max(740, height) })
}
