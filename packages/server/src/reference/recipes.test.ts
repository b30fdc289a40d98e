import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createToken } from '../core/tokens.ts'
import { makeHome, missingPrograms, runScript, runShell, startCommand } from '../testing/commands.ts'
import { type Block, blocksOf, requestOf, scopesOf } from '../testing/recipe-blocks.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listRecipes, recipeFiles, recipeText } from './recipes.ts'

const missing = missingPrograms('bash', 'curl', 'jq')
if (missing.length > 0) console.warn(`Recipes are not run: this machine has no ${missing.join(', ')}.`)

let server: TestServer
let address: string
let person: Person
let cwd: string

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

beforeEach(async () => {
  // What a recipe starts by the clock of this machine must not lie in the future.
  server.clock.now = Date.now()
  cwd = mkdtempSync(join(tmpdir(), 'sundial-recipe-'))
  person = await server.person({ name: 'Ines' })
  const { workspaceId } = person
  await person.call('PATCH', `/sundial/api/v1/workspaces/${workspaceId}`, { currency: 'EUR' })
  const client = await person.call('POST', '/sundial/api/v1/clients', {
    workspace_id: workspaceId,
    name: 'Harbour Books',
  })
  const project = await person.call('POST', '/sundial/api/v1/projects', {
    workspace_id: workspaceId,
    title: 'Website',
    client_id: client.body.id,
  })
  await person.call('POST', '/sundial/api/v1/rates', {
    workspace_id: workspaceId,
    kind: 'billable',
    amount: 9550,
    currency: 'EUR',
    effective_from: '2020-01-01',
  })
  for (const [from, to, title] of [
    ['09:00', '10:20', 'Basket, "rounding"'],
    ['11:00', '11:10', '=1+1'],
  ]) {
    const made = await person.call('POST', '/sundial/api/v1/entries', {
      project_id: project.body.id,
      title,
      started_at: `2026-02-16T${from}:00Z`,
      ended_at: `2026-02-16T${to}:00Z`,
      billing_status: 'billable',
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
  }
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

async function keyFor(markdown: string): Promise<string> {
  const { secret } = await createToken(person.ctx(), {
    name: 'recipe',
    kind: 'timetracker',
    scopes: scopesOf(markdown),
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
  })
  return secret
}

/** A recipe as its reader has it: with this server's address and the reader's key. */
async function pageOf(slug: string) {
  const markdown = recipeText(`${slug}.md`, address)
  const key = await keyFor(markdown)
  return { key, blocks: blocksOf(markdown.replaceAll('YOUR_KEY', key)) }
}

const place = () => ({ cwd, env: makeHome(cwd) })

async function startTimer(title: string) {
  await person.call('POST', '/sundial/api/v1/timer/start', { title })
}

async function run({ language, runsOn, code }: Block, answer: unknown): Promise<unknown> {
  if (runsOn) return runOn(language, code)
  switch (language) {
    case 'sh':
      return runShell(code.replaceAll(/\bnode (?=\S+\.mjs)/g, `${process.execPath} `), place())
    case 'js':
      return runScript(code, place())
    case 'http': {
      const { url, init } = requestOf(code)
      const response = await fetch(url, init)
      const text = await response.text()
      expect(response.ok, `${code}${text}`).toBe(true)
      return JSON.parse(text)
    }
    case 'json':
      // What is shown is part of what was answered; how long it has run is not.
      expect(namesIn(answer)).toEqual(expect.arrayContaining(namesIn(JSON.parse(code))))
      return answer
    default:
      return answer
  }
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => [
    name,
    ...namesIn(each).map((below) => `${name}.${below}`),
  ])
}

async function runOn(language: string, code: string): Promise<string> {
  const running =
    language === 'js'
      ? startCommand([process.execPath, '--input-type=module', '-e', code], place())
      : startCommand(['bash', '-c', code], place())
  try {
    // It says something only once it listens, so it is told until it does.
    await expect
      .poll(
        async () => {
          await startTimer('Overheard')
          return running.printed()
        },
        { timeout: 20_000, interval: 300 },
      )
      .toMatch(/entry\.started|Overheard runs/)
  } finally {
    await running.stop()
  }
  return running.printed()
}

test('the index names every recipe, and nothing that is not there', () => {
  const pages = recipeFiles().filter((file) => file.endsWith('.md') && file !== 'README.md')
  expect(listRecipes().map(({ slug }) => `${slug}.md`)).toEqual(expect.arrayContaining(pages))
  expect(listRecipes()).toHaveLength(pages.length)
})

describe.skipIf(missing.length > 0)('what a recipe says is done', () => {
  test.each(listRecipes().map(({ slug }) => slug))('%s', { timeout: 60_000 }, async (slug) => {
    const { blocks } = await pageOf(slug)
    expect(blocks.length).toBeGreaterThan(0)
    let answer: unknown
    for (const block of blocks) answer = await run(block, answer)
  })
})

describe.skipIf(missing.length > 0)('the status line', () => {
  test('says what runs, and that nothing does', { timeout: 60_000 }, async () => {
    const { blocks } = await pageOf('terminal-status')
    const [line] = blocks
    expect(await run(line!, undefined)).toBe('no timer\n')
    await startTimer('Soldering')
    for (const block of blocks.filter(({ language }) => language === 'sh'))
      expect(await run(block, undefined)).toMatch(/^(Soldering 0 min\n|)$/)
  })
})

describe.skipIf(missing.length > 0)('the billing export', () => {
  async function bill(...options: string[]) {
    const code = recipeText('billing-export.mjs', address)
    const key = await keyFor(recipeText('billing-export.md', address))
    const env = { ...makeHome(cwd), SUNDIAL_URL: address, SUNDIAL_KEY: key }
    const script = join(cwd, 'billing-export.mjs')
    writeFileSync(script, code)
    const printed = await runShell(
      `"${process.execPath}" billing-export.mjs --month 2026-02 ${options.join(' ')} 2>&1 || true`,
      { cwd, env },
    )
    return { printed, csv: readFileSync(join(cwd, 'billing-2026-02.csv'), 'utf8') }
  }

  const entries = async () =>
    (await person.call('GET', '/sundial/api/v1/entries?from=2026-02-01&to=2026-02-28')).body.data as {
      id: number
      billing_status: string
      invoice_number: string | null
      version: number
    }[]

  const head = '\uFEFFClient,Project,Task,Person,Title,Date,Hours,Rate,Amount,Currency,Entry\r\n'

  test('is a look first, to the cent, and changes nothing', { timeout: 60_000 }, async () => {
    const { printed, csv } = await bill()
    const [short, long] = await entries()
    expect(csv).toBe(
      head +
        `Harbour Books,Website,,Ines,"Basket, ""rounding""",2026-02-16,1.33,95.50,127.33,EUR,${long?.id}\r\n` +
        `Harbour Books,Website,,Ines,'=1+1,2026-02-16,0.17,95.50,15.92,EUR,${short?.id}\r\n`,
    )
    expect(printed).toBe(
      'Harbour Books, EUR: 1.50 h, 143.25\n2 entries in billing-2026-02.csv; nothing is marked.\n',
    )
    expect((await entries()).map((each) => each.billing_status)).toEqual(['billable', 'billable'])
  })

  test('marks what it wrote, and run again does and says the same', { timeout: 60_000 }, async () => {
    const first = await bill('--mark')
    const marked = await entries()
    expect(marked.map((each) => [each.billing_status, each.invoice_number])).toEqual([
      ['billed', '2026-02'],
      ['billed', '2026-02'],
    ])
    const again = await bill('--mark')
    expect(again).toEqual(first)
    expect((await entries()).map((each) => each.version)).toEqual(marked.map((each) => each.version))
  })

  test('leaves out what another invoice has billed', { timeout: 60_000 }, async () => {
    const [short] = await entries()
    await person.call('PATCH', `/sundial/api/v1/entries/${short?.id}`, {
      billing_status: 'billed',
      invoice_number: '2026-01',
    })
    const { printed, csv } = await bill('--mark')
    expect(printed).toContain('1 entries')
    expect(csv.split('\r\n')).toHaveLength(3)
    expect((await entries())[0]?.invoice_number).toBe('2026-01')
  })
})
