import type { Page } from 'playwright-core'
import { afterAll, test, vi } from 'vitest'
import { useHouse } from './support/house.ts'
import { fillHouse } from './support/sample-data.ts'
import { openReceiver, type Receiver } from './support/receiver.ts'
import { lookAt } from './support/screens.ts'
import { addProject, given } from './support/seed.ts'
import { setUp, type Person } from './support/server.ts'
import { runLine } from './support/shell.ts'
import { subscribe } from './support/zap.ts'

let ines: Person
let oda: Person
let receiver: Receiver
const ids = { payroll: 0, quiet: 0, own: 0 }
/** A name that breaks nowhere. */
const unbroken = 'backup_of_the_society_for_the_preservation_of_narrow_gauge_railway_timetables'

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
  ids.quiet = (await hook(unbroken, 'http://127.0.0.1:9/hooks', ['*'])).id
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
  await fillOwn()
}

/** The key of integrations, a webhook of somebody's own that is told, and one with an address as long as people have them. */
async function fillOwn() {
  await subscribe(ines, receiver.url)
  const own = (name: string, url: string) =>
    given(ines.api.POST('/me/webhooks', { body: { name, url, events: ['client.*'] } }))
  receiver.answer = { status: 200, body: '' }
  await own('Wall display', receiver.url)
  const workspace_id = ines.me.default_workspace_id
  const heard = receiver.heard.length
  await given(ines.api.POST('/clients', { body: { workspace_id, name: 'Tide Tables' } }))
  await waitFor(() => receiver.heard.length > heard)
  const { id } = await own(
    'Ledger of the International Society for the Preservation of Narrow-Gauge Railway Timetables',
    `${receiver.url}/ledger/of-the-international-society-for-narrow-gauge-railways?key=0123456789abcdef`,
  )
  await given(ines.api.PATCH('/webhooks/{id}', { params: { path: { id } }, body: { is_enabled: false } }))
  ids.own = id
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
      await page
        .getByRole('listitem')
        .filter({ hasText: unbroken })
        .getByText('Off', { exact: true })
        .waitFor()
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
    name: 'integrations',
    path: () => '/settings/integrations',
    open: async (page) => {
      await page.getByRole('button', { name: 'Replace key' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Replace key' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByText('Copy it now').waitFor()
      await page.getByText('last told').first().waitFor()
    },
  },
  {
    name: 'integration-key-replace',
    path: () => '/settings/integrations',
    open: async (page) => {
      await page.getByRole('button', { name: 'Replace key' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'webhook-own',
    path: () => `/settings/integrations/${ids.own}`,
    open: (page) => page.getByText('in every workspace of yours').waitFor(),
  },
  {
    name: 'webhook-fixed',
    path: () => '/settings/integrations',
    open: async (page) => {
      await page.getByRole('link', { name: /^To the books/ }).click()
      await page.getByRole('button', { name: 'Edit webhook' }).click()
      await page.getByText('decides what it is told of').waitFor()
    },
  },
  {
    name: 'connect-waiting',
    path: () => '/settings/connect',
    open: async (page) => {
      await page.getByRole('button', { name: 'Test the connection' }).first().click()
      await page.getByText('Waiting for the first request…').waitFor()
    },
  },
  {
    name: 'connect-heard',
    path: () => '/settings/connect',
    open: async (page) => {
      const [wire] = (await given(ines.api.GET('/server'))).wires
      const section = page.getByRole('region', { name: wire?.title ?? '', exact: true })
      await section.getByRole('button', { name: 'Create key' }).click()
      await section.getByText('Waiting for the first request…').waitFor()
      const line = section.getByRole('group', { name: /^Try it/ }).getByRole('code')
      await runLine((await line.textContent()) ?? '')
      await section.getByText('just now').waitFor()
    },
  },
  {
    name: 'connect-personal',
    path: () => '/settings/connect',
    open: async (page) => {
      const { wires } = await given(ines.api.GET('/server'))
      // The key of integrations is there already.
      for (const { title } of wires.filter(({ key }) => key !== 'integration'))
        await page
          .getByRole('region', { name: title, exact: true })
          .getByRole('button', { name: /key$/ })
          .click()
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

/** Makes the window as high as the page and its dialog, so that a picture shows all of it and axe sees all of it. */
async function showAll(page: Page) {
  const height = await page.evaluate(() => {
    const dialog = document.querySelector('[role="dialog"]')
    // A dialog takes so much of the height at most; see the theme.
    return Math.max(document.documentElement.scrollHeight, Math.ceil((dialog?.scrollHeight ?? 0) / 0.88))
  })
  const { width } = page.viewportSize() ?? { width: 1280 }
  await page.setViewportSize({ width, height: Math.max(740, height) })
}
