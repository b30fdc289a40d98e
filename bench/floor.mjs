import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { answersOf } from './dialects.mjs'
import { driver, serverModule } from './load.mjs'

// The floor: a bare Fastify with one route for each scenario, which runs one prepared statement and gives the bytes
// that the server gives. It checks nothing and compiles nothing; what it takes is what the machine, the database and
// the size of the answer cost. It reads its orders as JSON from stdin and prints its port.

/** @type {{ databaseUrl: string | null, file: string, routes: { path: string, method: string, sql: string, map: string }[] }} */
const orders = JSON.parse(await text(process.stdin))
const { toEntry } = await serverModule('api/map.js')
const { toEntry: toTimingEntry } = await serverModule('dialects/timing/map.js')
const fastify = driver('fastify')
const database = orders.databaseUrl ? openPostgres(orders.databaseUrl) : openSqlite(orders.file)

const MAPS = {
  timer: ([row], now) => ({ entry: row ? toEntry(entryOf(row), now) : null }),
  started: ([row], now) => ({ entry: toEntry(entryOf(row), now), stopped: toEntry(entryOf(row), now) }),
  stopped: ([row], now) => ({ entry: toEntry(entryOf(row), now) }),
  list: (rows, now) => ({
    data: rows.slice(0, 50).map((row) => toEntry(entryOf(row), now)),
    next_cursor: null,
  }),
  counted: (rows) => ({ rows: rows.slice(0, 1000), row_count: rows.length }),
  timing: (rows, now) => ({ data: rows.map((row) => toTimingEntry(entryOf(row), now)) }),
}
const ANSWERS = await answersOf()

const app = fastify()
for (const route of orders.routes) {
  const run = database.prepare(route.sql)
  app.route({
    method: /** @type {'GET' | 'POST'} */ (route.method),
    url: route.path,
    async handler(request, reply) {
      const secret = secretIn(request.headers.authorization ?? '')
      const hash = createHash('sha256').update(secret).digest('hex')
      const now = Math.floor(Date.now() / 1000) * 1000
      const body = /** @type {{ title?: string, project_id?: number }} */ (request.body ?? {})
      const given = { 1: hash, 2: now, 3: body.title, 4: body.project_id }
      const rows = await run(given)
      const answer = ANSWERS[route.map]
      if (answer) return answer(rows.map(entryOf), now)
      if (route.map !== 'redirect') return MAPS[route.map](rows, now)
      const url = `http://${request.host}/timing/api/v1/time-entries/${rows[0]?.id}`
      return reply.code(302).headers({ location: url, 'content-type': 'text/html' }).send(redirectPage(url))
    },
  })
}
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${new URL(address).port}\n`)

function secretIn(authorization) {
  const [scheme, credentials = ''] = authorization.split(' ')
  if (scheme !== 'Basic') return credentials
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] ?? ''
}

function entryOf({ tags, ...row }) {
  return {
    ...row,
    tags: tags ? JSON.parse(tags) : [],
    is_locked: row.locked_before ? row.started_on < row.locked_before : false,
  }
}

function redirectPage(url) {
  return `<!DOCTYPE html>
<html>
    <head>
        <meta charset="UTF-8" />
        <meta http-equiv="refresh" content="0;url='${url}'" />

        <title>Redirecting to ${url}</title>
    </head>
    <body>
        Redirecting to <a href="${url}">${url}</a>.
    </body>
</html>`
}

function openSqlite(path) {
  const SQLite = driver('better-sqlite3')
  const file = new SQLite(path)
  // As the server opens it.
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma('busy_timeout = 10000')
  file.pragma('cache_size = -32000')
  return {
    prepare(sql) {
      const statement = file.prepare(sql)
      const numbers = numbersIn(sql, /\?(\d)/g)
      return async (given) =>
        statement.all(Object.fromEntries(numbers.map((number) => [number, given[number]])))
    },
  }
}

function openPostgres(url) {
  const pg = driver('pg')
  const WHOLE = new Set([20, 1700])
  const types = {
    getTypeParser: (oid, format) => (WHOLE.has(oid) ? Number : pg.types.getTypeParser(oid, format)),
  }
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  let names = 0
  return {
    prepare(sql) {
      // PostgreSQL counts its parameters without gaps.
      const numbers = numbersIn(sql, /\$(\d)/g)
      const text = sql.replace(/\$(\d)/g, (_, number) => `$${numbers.indexOf(Number(number)) + 1}`)
      const name = `floor_${(names += 1)}`
      return async (given) =>
        (await pool.query({ name, text, values: numbers.map((number) => given[number]) })).rows
    },
  }
}

function numbersIn(sql, pattern) {
  const numbers = [...sql.matchAll(pattern)].map((match) => Number(match[1]))
  return [...new Set(numbers)].sort((a, b) => a - b)
}
