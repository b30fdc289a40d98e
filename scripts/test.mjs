// `npm test [-- arguments for vitest]`: every test there is, on every engine that answers. Arguments narrow the run to
// the server's tests, as in `npm test -- --project sqlite timer`.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBuilt, ensureInstalled, fail, npm, root, run, tool } from './lib.mjs'
import { failedFiles, numbersOfBoth } from './web-report.mjs'

const localPostgres = 'postgres://postgres@127.0.0.1:5432/postgres'
const localRedis = 'redis://127.0.0.1:6379'
const args = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'sundial-test-'))
const skipped = []
const ranAgain = []
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

const redisUrl = env.TEST_REDIS_URL || localRedis
const redisTrouble = await redisProblem(redisUrl)
if (!redisTrouble) {
  env.TEST_REDIS_URL = redisUrl
} else {
  delete env.TEST_REDIS_URL
  if (env.REQUIRE_REDIS === '1') fail(`Redis is required (REQUIRE_REDIS=1), but ${redisTrouble}`)
  skipped.push(`limits that processes share in Redis: ${redisTrouble}`)
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
for (const what of ranAgain) console.log(what)
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
  return () => web({ ...env, CHROMIUM_PATH: chromium })
}

/**
 * The files that failed run once more from the start, one at a time, each with a server and a browser of its own: on a busy
 * machine a browser misses a moment now and then, and what is wrong is wrong twice. What needed it is said at the end.
 */
async function web(webEnv) {
  const once = (report, ...more) =>
    npm(['test', '-w', 'packages/web', '--', ...reporters(report), ...more], {
      env: webEnv,
      stdio: 'inherit',
    })
  const first = join(reports, 'web.json')
  const firstCode = await once(first)
  const files = failedIn(first)
  if (files.length === 0) return counted(first, firstCode)

  console.log(`\nOnce more from the start: ${files.join(', ')}`)
  const second = join(reports, 'web-again.json')
  const secondCode = await once(second, '--no-file-parallelism', ...files)
  const stillFailed = failedIn(second)
  for (const file of files) {
    const end = secondCode === 0 || !stillFailed.includes(file) ? 'passed then' : 'failed again'
    ranAgain.push(`${file} failed, and was run once more from the start: it ${end}.`)
  }
  const numbers = numbersOfBoth(readReport(first), readReport(second))
  // A second run that broke off vouches for nothing.
  return secondCode === 0 ? numbers : { ...numbers, failed: Math.max(numbers.failed, 1) }
}

/** The files that failed, as vitest takes them for its arguments. */
function failedIn(report) {
  return failedFiles(readReport(report)).map((file) => relative(join(root, 'packages/web'), file))
}

function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
}

function reporters(report) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}

/** The numbers of a report. A run that fails without a failed test (a file that cannot load) counts as one failure. */
async function counted(report, running) {
  const code = await running
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = readReport(report)
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

async function redisProblem(url) {
  const { Redis } = createRequire(join(root, 'packages/server/package.json'))('ioredis')
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 1000,
    commandTimeout: 1000,
    retryStrategy: null,
  })
  let problem
  client.on('error', (error) => (problem = error))
  try {
    await client.connect()
    await client.ping()
    return undefined
  } catch (error) {
    const where = env.TEST_REDIS_URL ? 'the one of TEST_REDIS_URL' : 'a local one (127.0.0.1:6379)'
    return `${where} does not answer (${(problem ?? error).code ?? (problem ?? error).message}).`
  } finally {
    client.disconnect()
  }
}
