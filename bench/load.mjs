import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Writes rows straight into a migrated database, past every verb: a million entries through the verbs take an hour.

export const root = fileURLToPath(new URL('..', import.meta.url))
const requireOfServer = createRequire(join(root, 'packages/server/package.json'))

/** A driver that the server depends on. */
export function driver(name) {
  return requireOfServer(name)
}

/** A module of the built server. */
export function serverModule(path) {
  return import(pathToFileURL(join(root, 'packages/server/dist', path)).href)
}

/** Brings the database to the server's schema, then fills it. Gives the number of rows by table. */
export async function load(location, tables) {
  const { openDatabase } = await serverModule('db/open.js')
  const { migrate } = await serverModule('db/migrate.js')
  const database = openDatabase(location)
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
  return location.databaseUrl
    ? loadPostgres(location.databaseUrl, tables)
    : loadSqlite(join(location.dataDir, 'sundial.db'), tables)
}

function loadSqlite(path, tables) {
  const SQLite = driver('better-sqlite3')
  const file = new SQLite(path)
  // Nobody else reads yet, and a half-written file is thrown away. The driver does not allow to have no journal at all.
  file.pragma('journal_mode = MEMORY')
  file.pragma('synchronous = OFF')
  file.pragma('foreign_keys = OFF')
  file.pragma('cache_size = -4000000')
  const counts = {}
  file.exec('begin')
  for (const { table, rows } of tables) {
    let insert
    counts[table] = 0
    for (const row of rows()) {
      insert ??= file.prepare(
        `insert into "${table}" (${Object.keys(row).join(', ')}) values (${Object.keys(row).fill('?').join(', ')})`,
      )
      insert.run(Object.values(row))
      counts[table] += 1
    }
  }
  file.exec('commit')
  file.pragma('journal_mode = WAL')
  file.close()
  return counts
}

const ROWS_PER_STATEMENT = 5000

async function loadPostgres(url, tables) {
  const pg = driver('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const counts = {}
  try {
    // A superuser may leave out the foreign key checks, which are half of the time; others wait.
    await client.query('set session_replication_role = replica').catch(() => {})
    await client.query('set synchronous_commit = off')
    for (const { table, rows } of tables) counts[table] = await fill(client, table, rows())
    for (const { table } of tables) await resetSequence(client, table)
    // Autovacuum would get there in its own time.
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
  return counts
}

async function fill(client, table, rows) {
  const types = await columnTypes(client, table)
  let count = 0
  let batch = []
  async function flush() {
    if (batch.length === 0) return
    const names = Object.keys(batch[0])
    const arrays = names.map((name) => batch.map((row) => row[name]))
    const columns = names.map((name, index) => `$${index + 1}::${types.get(name)}[]`)
    await client.query(
      `insert into "${table}" (${names.join(', ')}) select * from unnest(${columns.join(', ')})`,
      arrays,
    )
    count += batch.length
    batch = []
  }
  for (const row of rows) {
    batch.push(row)
    if (batch.length === ROWS_PER_STATEMENT) await flush()
  }
  await flush()
  return count
}

async function columnTypes(client, table) {
  const { rows } = await client.query(
    'select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = $1',
    [table],
  )
  return new Map(rows.map((row) => [row.column_name, row.data_type]))
}

async function resetSequence(client, table) {
  const { rows } = await client.query(
    `select pg_get_serial_sequence(format('%I', $1::text), column_name) as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and column_name = 'id'`,
    [table],
  )
  if (rows[0]?.name) await client.query(`select setval($1, (select max(id) from "${table}"))`, [rows[0].name])
}
