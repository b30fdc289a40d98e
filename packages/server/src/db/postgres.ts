import { Kysely, PostgresDialect, sql, type SqlBool } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import pg from 'pg'
import type { Database, Engine } from './engine.ts'
import { postgresTransfer, sequencesOf } from './postgres-transfer.ts'
import type { Schema } from './schema.ts'

/** Opens a pool on a PostgreSQL database. */
export function openPostgres(url: string, connections = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: { getTypeParser: typeParser } })
  // An idle connection that breaks is replaced at its next use; the query that then fails reports it.
  pool.on('error', () => {})
  // The same for one that is in use: without a listener of its own, its end would be the end of the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const names: StatementNames = new Map()
  const dialect = new PostgresDialect({ pool: withNamedStatements(pool, names) })
  const kysely = new Kysely<Schema>({ dialect })
  return { kysely, engine: postgresEngine(url, pool, names), close: () => kysely.destroy() }
}

const INT8 = 20
const NUMERIC = 1700

/** Counts, sums and ids stay below 2^53, so they are numbers here as they are on SQLite. */
function typeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8 || oid === NUMERIC) return Number
  return pg.types.getTypeParser(oid, format)
}

/** By their text the names of the statements that are kept. */
type StatementNames = Map<string, string>

/**
 * A named statement is parsed once a connection, and after five times planned for any values. That is right for those by
 * a key, which are kept; a list is planned anew for its own values, or it may sort a whole workspace for one page.
 */
function withNamedStatements(pool: pg.Pool, names: StatementNames) {
  const wrapped = new WeakMap<pg.PoolClient, pg.PoolClient>()
  function wrap(client: pg.PoolClient): pg.PoolClient {
    const known = wrapped.get(client)
    if (known) return known
    const proxy = new Proxy(client, {
      get(target, property) {
        if (property === 'query') {
          return (text: string, values: unknown[]) => target.query({ name: names.get(text), text, values })
        }
        const value: unknown = Reflect.get(target, property, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    wrapped.set(client, proxy)
    return proxy
  }
  return { connect: async () => wrap(await pool.connect()), end: () => pool.end() }
}

const EVENT_CHANNEL = 'sundial_event'
const MIGRATION_LOCK = 7_368_453

function postgresEngine(url: string, pool: pg.Pool, names: StatementNames): Engine {
  function keepStatement(text: string): void {
    if (!names.has(text)) names.set(text, `sundial_${names.size}`)
  }
  return {
    kind: 'postgres',
    transfer: postgresTransfer,

    columns: (text) =>
      text
        .replace(/\binteger\b/g, 'bigint')
        .replace(/\breal\b/g, 'double precision')
        .replace(/\bblob\b/g, 'bytea'),
    ownId: 'id bigserial primary key',
    idInWorkspace: {
      columns: 'id bigserial, workspace_id bigint not null references workspace (id)',
      keys: 'primary key (workspace_id, id)',
    },
    tableOptions: '',
    entrySearchIndex: [
      // Both come with PostgreSQL and are trusted: whoever owns the database may add them.
      'create extension if not exists pg_trgm',
      'create extension if not exists btree_gin',
      'create index entry_search on entry using gin (workspace_id, search_text gin_trgm_ops) where deleted_at is null',
    ],
    // Without them it takes a third of all entries for long ones, and reads a week's few with the help of other processes.
    entryLengthStatistics: [
      `do $$ begin if current_setting('server_version_num')::int < 140000 then
        raise exception 'PostgreSQL % is too old for this Sundial, which needs 14 or newer.',
          current_setting('server_version'); end if; end $$`,
      'create statistics entry_length on (ended_at - started_at) from entry',
      'analyze entry',
    ],

    async lockRow(tx, table, id) {
      // `for update` would also hold up every insert of a row that points here.
      const locking = sql`select 1 from ${sql.table(table)} where id = ${id} for no key update`.compile(tx)
      keepStatement(locking.sql)
      await tx.executeQuery(locking)
    },
    async lockInstallation(tx) {
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(tx)
    },
    keepRows: sql`for key share`,
    holdRows: sql`for update`,
    skipLocked: sql`for update skip locked`,
    async findEntryIds(kysely, { words, workspaceIds, below, limit }) {
      const rows = await kysely
        .selectFrom('entry')
        .select('id')
        .where('workspace_id', 'in', [...workspaceIds])
        .where('deleted_at', 'is', null)
        .where('id', '<', below)
        .where((eb) =>
          eb.and(
            words.map((word) => sql<SqlBool>`search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
          ),
        )
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id)
    },
    keepStatement,
    reckonedFirst: (rows) => rows,
    rowsAsJson: (rows) => sql`${jsonArrayFrom(rows)}::text`,
    jsonField: (column, name) => sql`${sql.ref(column)}::json ->> ${name}`,
    isUniqueViolation: (error) => hasCode(error, /^23505$/),
    isRetryable: (error) => hasCode(error, /^40(001|P01)$/),
    isUnfit: (error) => hasCode(error, /^22(003|P02)$/),
    isUnavailable: (error) =>
      hasCode(error, /^(57P0|08|53|25006|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/) || isLostConnection(error),

    async announce(tx, operationId) {
      await sql`select pg_notify(${EVENT_CHANNEL}, ${operationId})`.execute(tx)
    },
    async listen(onOperation, onLost) {
      const client = new pg.Client({ connectionString: url, keepAlive: true })
      let isOver = false
      function lose() {
        if (!isOver) onLost()
        isOver = true
      }
      client.on('notification', (message) => message.payload && onOperation(message.payload))
      // An error alone may leave the connection open; its end follows, and both mean the same here.
      client.on('error', () => {
        client.end().catch(() => {})
      })
      client.on('end', lose)
      await client.connect()
      await client.query(`listen ${EVENT_CHANNEL}`)
      return async () => {
        isOver = true
        await client.end().catch(() => {})
      }
    },

    async describe(kysely) {
      const { rows } = await sql<{ version: string; size: number }>`
        select current_setting('server_version') as version, pg_database_size(current_database()) as size`.execute(
        kysely,
      )
      return { version: rows[0]?.version ?? '', sizeBytes: rows[0]?.size ?? 0 }
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async probe(kysely) {
      await kysely.updateTable('job').set({ attempts: 0 }).where('id', '=', 0).execute()
    },
    async findFaults(kysely) {
      const broken = await sql<{ text: string }>`
        select 'the index ' || indexrelid::regclass || ' is not valid' as text from pg_index
          where not indisvalid or not indisready
        union all
        select 'the key ' || conname || ' of ' || conrelid::regclass || ' has not been checked' from pg_constraint
          where not convalidated and connamespace = current_schema()::regnamespace`.execute(kysely)
      return [...broken.rows.map((row) => row.text), ...(await idsToCome(kysely))]
    },
    async dumpSchema(kysely) {
      const columns = await sql<{ table_name: string; text: string }>`
        select table_name, column_name || ' ' || data_type
          || case when is_nullable = 'NO' then ' not null' else '' end
          || coalesce(' default ' || column_default, '') as text
        from information_schema.columns where table_schema = current_schema()
        order by table_name, ordinal_position`.execute(kysely)
      const constraints = await sql<{ table_name: string; text: string }>`
        select conrelid::regclass::text as table_name, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as text
        from pg_constraint where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'c', 'f')
        order by 1, conname`.execute(kysely)
      const indexes = await sql<{ text: string }>`
        select replace(indexdef, current_schema() || '.', '') as text from pg_indexes
        where schemaname = current_schema() order by tablename, indexname`.execute(kysely)
      const statistics = await sql<{ text: string }>`
        select replace(pg_get_statisticsobjdef(oid), current_schema() || '.', '') as text from pg_statistic_ext
        where stxnamespace = current_schema()::regnamespace order by stxname`.execute(kysely)
      const tables = new Map<string, string[]>()
      for (const { table_name, text } of [...columns.rows, ...constraints.rows]) {
        const name = table_name.replaceAll('"', '')
        tables.set(name, [...(tables.get(name) ?? []), text])
      }
      return [
        ...[...tables].map(([name, lines]) => `create table ${name} (\n  ${lines.join(',\n  ')}\n);\n`),
        `${[...indexes.rows, ...statistics.rows].map((row) => `${row.text};`).join('\n')}\n`,
      ].join('\n')
    },
    async isEmpty(kysely) {
      const tables = await sql<{ n: number }>`
        select count(*) as n from information_schema.tables where table_schema = current_schema()`.execute(
        kysely,
      )
      return tables.rows[0]?.n === 0
    },
  }
}

/** Tables whose next id has been given already. */
async function idsToCome(kysely: Kysely<Schema>): Promise<string[]> {
  const faults: string[] = []
  for (const { name, sequence } of await sequencesOf(kysely)) {
    const { rows } = await sql<{ taken: boolean }>`
      select coalesce((select max(id) from ${sql.table(name)}), 0)
        > (select case when is_called then last_value else last_value - 1 end from ${sql.raw(sequence)}) as taken`.execute(
      kysely,
    )
    if (rows[0]?.taken) faults.push(`the next id of ${name} is taken`)
  }
  return faults
}

function hasCode(error: unknown, pattern: RegExp): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && pattern.test(error.code)
  )
}

function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  )
}
