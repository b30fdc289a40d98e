// `npm test [-- arguments for vitest]`: every test there is, on every engine that answers. Arguments narrow the run to
// the server's tests, as in `npm test -- --project sqlite timer`.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, fail, npm, root, run, tool } from './lib.mjs'

const localPostgres = 'postgres://postgres@127.0.0.1:5432/postgres'
const args = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'sundial-test-'))
const skipped = []
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

await ensureInstalled()
await ensureBuilt()

const env = { ...process.env }
const url = env.TEST_DATABASE_URL || localPostgres
const problem = await postgresProblem(url)
if (!problem) {
  env.TEST_DATABASE_URL = url
} else {
  delete env.TEST_DATABASE_URL
  if (env.REQUIRE_POSTGRES === '1') fail(`PostgreSQL is required (REQUIRE_POSTGRES=1), but ${problem}`)
  skipped.push(`everything on PostgreSQL: ${problem}`)
}

const suites = [() => vitest('server', join(root, 'packages/server'))]
if (args.length > 0) {
  skipped.push('all but the server: arguments were given.')
} else {
  suites.unshift(scripts)
  const web = webSuite()
  if (web) suites.push(web)
}

const total = { passed: 0, failed: 0, skipped: 0 }
for (const suite of suites) add(await suite())

console.log()
for (const what of skipped) console.log(`Skipped ${what}`)
if (total.skipped > 0) console.log(`Skipped as marked in their own files: ${total.skipped}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** The scripts' own tests run on Node's runner, so that the root needs no dependency for them. */
async function scripts() {
  const report = join(reports, 'scripts.tap')
  const files = readdirSync(join(root, 'scripts')).filter((file) => file.endsWith('.test.mjs'))
  const to = (reporter, destination) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${destination}`,
  ]
  const command = ['--test', ...to('spec', 'stdout'), ...to('tap', report), ...files]
  const code = await run(process.execPath, command, { cwd: join(root, 'scripts'), stdio: 'inherit' })
  const count = (what) =>
    Number(readFileSync(report, 'utf8').match(new RegExp(`^# ${what} (\\d+)$`, 'm'))?.[1] ?? 0)
  return {
    passed: count('pass'),
    failed: Math.max(count('fail'), code === 0 ? 0 : 1),
    skipped: count('skipped'),
  }
}

function vitest(name, cwd) {
  const report = join(reports, `${name}.json`)
  const command = [tool('vitest', 'vitest.mjs'), 'run', ...reporters(report), ...args]
  return counted(report, run(process.execPath, command, { cwd, env, stdio: 'inherit' }))
}

/** The web app's tests drive a real browser; undefined when there are none or no browser. */
function webSuite() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'packages/web/package.json'), 'utf8'))
  if (!scripts.test) return undefined
  const chromium = env.CHROMIUM_PATH || '/usr/bin/chromium'
  if (!existsSync(chromium)) {
    skipped.push(`the web app in a browser: there is no ${chromium}; install it or set CHROMIUM_PATH.`)
    return undefined
  }
  const report = join(reports, 'web.json')
  const command = ['test', '-w', 'packages/web', '--', ...reporters(report)]
  const options = { env: { ...env, CHROMIUM_PATH: chromium }, stdio: 'inherit' }
  return () => counted(report, npm(command, options))
}

function reporters(report) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}

/** The numbers of a report. A run that fails without a failed test (a file that cannot load) counts as one failure. */
async function counted(report, running) {
  const code = await running
  const numbers = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = numbers
  const failed = code === 0 ? numFailedTests : Math.max(numFailedTests, 1)
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
}

function add(numbers) {
  for (const key of Object.keys(total)) total[key] += numbers[key]
}

async function postgresProblem(connectionString) {
  const pg = createRequire(join(root, 'packages/server/package.json'))('pg')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    const where = env.TEST_DATABASE_URL ? 'the one of TEST_DATABASE_URL' : 'a local one (127.0.0.1:5432)'
    return `${where} does not answer (${error.code ?? error.message}).`
  } finally {
    await client.end().catch(() => {})
  }
}
