import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createData } from './data.mjs'
import { driver, load, root } from './load.mjs'
import { METRICS_TOKEN, soak } from './soak.mjs'
import { exportCall, floorSql, SCENARIOS, startEverybody } from './scenarios.mjs'

const HELP = `npm run bench -- [options]
  --engine sqlite|postgres   the database; both, one after the other, without it
  --scale N                  a part of the data: 1 is a million entries, 0.01 a smoke run (default 1)
  --only a,b                 these scenarios: ${SCENARIOS.map(({ name }) => name).join(', ')}, exports
  --seconds N                how long each measurement takes (default 3)
  --rounds N                 how often each is taken, floor and server in turn; the best counts (default 3)
  --url URL                  a PostgreSQL to make a database on (default postgres://postgres@127.0.0.1:5432/postgres)
  --keep                     keep the data, and use what an earlier run has kept
  --profile FOLDER           write a CPU profile of the server there
  --soak MINUTES             instead of measuring, watch what the server holds under a steady load; fails where it grows`

const DAY_MS = 24 * 3600 * 1000
const CONNECTIONS = 16
const MOST_UNITS = 200_000
/** About how many entries a file has: many in each format, and those of somebody's years in the quickest. */
const EXPORTS = [
  { format: 'csv', rows: 100_000 },
  { format: 'json', rows: 100_000 },
  { format: 'xlsx', rows: 100_000 },
  { format: 'json', rows: 20_000 },
]
/** What people do all day, in turn, while a server is soaked. */
const SOAKED = ['running', 'start', 'week', 'running-timing', 'week-timing', 'stop', 'team']
/** Of the processor times that Linux counts. */
const TICKS_PER_SECOND = 100

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string' },
    scale: { type: 'string', default: '1' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    url: {
      type: 'string',
      default: process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres',
    },
    keep: { type: 'boolean', default: false },
    profile: { type: 'string' },
    soak: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const scale = Number(options.scale)
const seconds = Number(options.seconds)
const rounds = Number(options.rounds)
const minutes = options.soak === undefined ? undefined : Number(options.soak)
const wanted = options.only?.split(',')
const scenarios = SCENARIOS.filter(({ name }) => wanted?.includes(name) ?? true)
const engines = options.engine ? [options.engine] : ['sqlite', 'postgres']
const makesSense =
  scale > 0 &&
  scale <= 10 &&
  seconds > 0 &&
  seconds <= 600 &&
  rounds >= 1 &&
  rounds <= 100 &&
  (minutes === undefined || (minutes > 0 && minutes <= 24 * 60)) &&
  (scenarios.length > 0 || options.only === 'exports') &&
  engines.every((each) => /^(sqlite|postgres)$/.test(each))

if (options.help || !makesSense) {
  console.log(HELP)
  process.exit(options.help ? 0 : 2)
}
console.log(
  `${cpus().length} cores, Node ${process.versions.node}, scale ${scale}, ${rounds} rounds of ${seconds} s each\n`,
)
for (const engine of engines) await bench(engine)

async function bench(engine) {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
  const storage = await createStorage(engine)
  const children = []
  try {
    const data = createData({ scale, today })
    const started = performance.now()
    if (storage.isNew) {
      const counts = await load(storage.location, data.tables)
      say(
        `${engine}: ${counts.entry} entries, ${counts.entry_tag} tags on them, written in ${since(started)} s`,
      )
    } else {
      // The projects and keys that the scenarios ask for come from the same numbers.
      say(`${engine}: the data of an earlier run`)
    }
    const world = {
      people: data.users.filter((user) => user.projectIds.length > 0),
      manager: data.manager,
      auditor: data.auditor,
      bigTeamId: data.bigTeamId,
      today,
    }
    const server = await startServer(storage.location)
    children.push(server)
    if (minutes !== undefined) return await soakServer(server, world, minutes)
    const floor = await startFloor(storage.location, world)
    children.push(floor)
    await letTimersRun(server, world)
    const lines = []
    for (const scenario of scenarios) {
      lines.push(await measure(scenario, { world, server, floor }))
      say(`${engine}: ${scenario.name} ${JSON.stringify(lines.at(-1))}`)
    }
    print(engine, lines)
    if (!wanted || wanted.includes('exports')) printExports(engine, await measureExports(server, world))
  } finally {
    for (const child of children) await stop(child.process)
    await storage.remove()
  }
}

function since(started) {
  return ((performance.now() - started) / 1000).toFixed(1)
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

// ---- the database ----

async function createStorage(engine) {
  const name = `sundial_bench_${options.keep ? String(scale).replace('.', '_') : `${process.pid}_${Date.now()}`}`
  const dataDir = options.keep
    ? join(tmpdir(), `${name}_${engine}`)
    : mkdtempSync(join(tmpdir(), 'sundial-bench-'))
  mkdirSync(dataDir, { recursive: true })
  const removeFolder = () => (options.keep ? undefined : rmSync(dataDir, { recursive: true, force: true }))
  if (engine === 'sqlite') {
    const isNew = !existsSync(join(dataDir, 'sundial.db'))
    return { location: { dataDir, databaseUrl: null }, isNew, remove: async () => removeFolder() }
  }
  const isNew = !(await onServer(`select 1 from pg_database where datname = '${name}'`))
  if (isNew) await onServer(`create database ${name}`)
  const url = new URL(options.url)
  url.pathname = `/${name}`
  return {
    location: { dataDir, databaseUrl: url.href },
    isNew,
    async remove() {
      removeFolder()
      if (!options.keep) await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(statement) {
  const client = new (driver('pg').Client)({ connectionString: options.url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

// ---- the processes ----

async function startServer({ dataDir, databaseUrl }) {
  const started = performance.now()
  const profile = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  const child = spawn(process.execPath, [...profile, join(root, 'packages/server/dist/main.js')], {
    // A folder without a .env file of somebody's own.
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      RATE_LIMITS: 'off',
      ...(minutes === undefined ? {} : { METRICS_TOKEN }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await firstMatch(child, /serves http:\/\/127\.0\.0\.1:(\d+)/)
  say(`the server was up after ${since(started)} s`)
  return { process: child, port: Number(port) }
}

async function startFloor({ dataDir, databaseUrl }, world) {
  const engine = databaseUrl ? 'postgres' : 'sqlite'
  const child = spawn(process.execPath, [join(root, 'bench/floor.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const routes = SCENARIOS.map(({ name, floor }) => ({
    path: `/${name}`,
    method: name === 'start' || name === 'stop' ? 'POST' : 'GET',
    sql: floorSql(floor.sql(world), engine),
    map: floor.map,
  }))
  child.stdin.end(JSON.stringify({ databaseUrl, file: join(dataDir, 'sundial.db'), routes }))
  return { process: child, port: Number(await firstMatch(child, /^(\d+)$/)) }
}

function firstMatch(child, pattern) {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      const match = pattern.exec(line)
      if (match) resolve(match[1])
      else if (/"level":(50|60)/.test(line)) say(line)
    })
    child.on('exit', (code) => reject(new Error(`A process ended with ${code} before it was ready.`)))
  })
}

async function stop(child) {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

// ---- soaking ----

async function soakServer({ port }, world, minutes) {
  const lists = SCENARIOS.filter(({ name }) => SOAKED.includes(name)).map(({ units }) => units(world))
  const most = Math.max(...lists.map((units) => units.length))
  const mixed = Array.from({ length: most }, (_, index) =>
    lists.map((units) => units[index % units.length] ?? []),
  ).flat()
  const units = mixed.map((calls) => calls.map((call) => request(call, call.path)))
  const hasStayed = await soak({ port, units, minutes, drive, say })
  if (!hasStayed) process.exitCode = 1
}

// ---- measuring ----

/** @typedef {{ p50: number, p95: number, perSecond: number, cpu: number, bytes: number }} Round */

/** Whoever is asked for has a timer that runs, also after an earlier run that stopped it. */
async function letTimersRun({ port }, world) {
  const units = startEverybody(world).map((calls) => calls.map((call) => request(call, call.path)))
  await drive({ port, units, rate: null, seconds: 60, most: units.length, connections: 1 })
}

/** Floor and server take turns, so that what else the machine does falls on both; the best of each figure counts. */
async function measure(scenario, { world, server, floor }) {
  const units = scenario.units(world)
  const ours = units.map((calls) => calls.map((call) => request(call, call.path)))
  const floors = units.map((calls) => calls.map((call) => request(call, `/${call.floor}`)))
  /** @type {{ floor: Round[], ours: Round[] }} */
  const results = { floor: [], ours: [] }
  for (let round = 0; round < rounds; round++) {
    results.floor.push(await runRound(floor, { units: floors, rate: scenario.rate }))
    const beside = scenario.beside ? startBeside(server, scenario.beside(world)) : undefined
    results.ours.push(await runRound(server, { units: ours, rate: scenario.rate }))
    await beside?.end()
  }
  return {
    title: scenario.title,
    rate: scenario.rate,
    floor: bestOf(results.floor),
    ours: bestOf(results.ours),
  }
}

/** Something heavy that goes on all the while, one call after another. */
function startBeside({ port }, calls) {
  const units = [calls.map((call) => request(call, call.path))]
  let isEnding = false
  const going = (async () => {
    while (!isEnding) await drive({ port, units, rate: null, seconds: 0.5, connections: 1 })
  })()
  return {
    async end() {
      isEnding = true
      await going
    },
  }
}

async function runRound({ process: { pid }, port }, { units, rate }) {
  // A moment to warm up, which nobody counts.
  await drive({ port, units, rate: null, seconds: Math.min(1, seconds / 3) })
  const offered = await drive({ port, units, rate, seconds })
  const before = cpuSeconds(pid)
  const saturated = await drive({ port, units, rate: null, seconds })
  const cpu = cpuSeconds(pid) - before
  const refused = { ...offered.refusals, ...saturated.refusals }
  if (Object.keys(refused).length > 0) say(`refused: ${JSON.stringify(refused)}`)
  return {
    p50: offered.p50 ?? Infinity,
    p95: offered.p95 ?? Infinity,
    perSecond: saturated.count / saturated.seconds,
    cpu: (cpu * 1_000_000) / saturated.count,
    bytes: Math.round(saturated.bytes / saturated.count),
  }
}

function bestOf(results) {
  const least = (name) => Math.min(...results.map((result) => result[name]))
  const perSecond = Math.max(...results.map((result) => result.perSecond))
  return {
    p50: least('p50'),
    p95: least('p95'),
    perSecond,
    cpu: least('cpu'),
    bytes: results[0]?.bytes ?? NaN,
  }
}

/** What a process has used of the processors, where the system tells. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return NaN
  }
}

function request(call, path) {
  const body = call.body ? JSON.stringify(call.body) : ''
  return {
    measured: call.measured,
    head: `${call.method} ${path} HTTP/1.1\r\nAuthorization: ${call.authorization ?? `Bearer ${call.secret}`}`,
    body,
  }
}

async function drive({
  port,
  units,
  rate,
  seconds: length,
  most = MOST_UNITS,
  connections = linesFor(units, rate),
}) {
  const child = spawn(process.execPath, [join(root, 'bench/client.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ port, connections, seconds: length, rate, most, units }))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const output = await text(child.stdout)
  if ((await ended) !== 0) throw new Error('The load generator failed; see above.')
  return JSON.parse(output)
}

/** An offered load has lines to spare, so that it hardly ever waits for a free one. */
function linesFor(units, rate) {
  return rate === null ? Math.min(CONNECTIONS, Math.max(units.length, 4)) : CONNECTIONS * 4
}

/** Files of entries: when each begins, when it is done, and what the server holds meanwhile. */
async function measureExports({ process: child, port }, world) {
  const { pid } = child
  const lines = []
  for (const { format, rows } of EXPORTS) {
    const before = heldBytes(pid)
    let most = before
    const watching = setInterval(() => (most = Math.max(most, heldBytes(pid))), 100)
    const begun = performance.now()
    const call = exportCall(world, { format, rows })
    const response = await fetch(`http://127.0.0.1:${port}${call.path}`, {
      headers: { authorization: `Bearer ${call.secret}` },
    })
    let bytes = 0
    let firstByte = NaN
    for await (const chunk of response.body ?? []) {
      if (bytes === 0) firstByte = performance.now() - begun
      bytes += chunk.length
    }
    clearInterval(watching)
    lines.push({
      format,
      rows,
      status: response.status,
      firstByte,
      done: performance.now() - begun,
      bytes,
      grown: most - before,
    })
  }
  return lines
}

/** What a process holds in memory beside the files it maps, where the system tells. */
function heldBytes(pid) {
  try {
    return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  } catch {
    return NaN
  }
}

function printExports(engine, lines) {
  console.log(`### Files of entries, ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}\n`)
  console.log('| format | about | first byte ms | done s | MB | memory grown MB |')
  console.log('| --- | --: | --: | --: | --: | --: |')
  for (const { format, rows, status, firstByte, done, bytes, grown } of lines) {
    const megabytes = (count) => (count / 1024 / 1024).toFixed(1)
    const failed = status === 200 ? '' : ` (${status})`
    console.log(
      `| ${format}${failed} | ${rows} | ${whole(firstByte)} | ${(done / 1000).toFixed(2)} | ${megabytes(bytes)} | ${megabytes(grown)} |`,
    )
  }
  console.log('')
}

// ---- the table ----

function print(engine, lines) {
  const head = [
    'work',
    'offered',
    'p50 ms',
    'p95 ms',
    'floor p95',
    'saturated/s',
    'floor/s',
    'ratio',
    'CPU µs',
    'floor CPU µs',
    'bytes',
    'floor bytes',
  ]
  const rows = lines.map(({ title, rate, ours, floor }) => [
    title,
    `${rate}/s`,
    decimal(ours.p50),
    decimal(ours.p95),
    decimal(floor.p95),
    whole(ours.perSecond),
    whole(floor.perSecond),
    (ours.perSecond / floor.perSecond).toFixed(2),
    whole(ours.cpu),
    whole(floor.cpu),
    whole(ours.bytes),
    whole(floor.bytes),
  ])
  console.log(`### ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}\n`)
  for (const row of [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]) {
    console.log(`| ${row.join(' | ')} |`)
  }
  console.log('')
}

function decimal(value) {
  return Number.isFinite(value) ? value.toFixed(1) : '–'
}

function whole(value) {
  return Number.isFinite(value) ? String(Math.round(value)) : '–'
}
