import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/sqlite'
import type { Database, Engine } from './engine.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect, type SqliteFiles, TurnsDriver } from './sqlite-driver.ts'
import { sqliteTransfer } from './sqlite-transfer.ts'

const MAPPED_BYTES = 1024 ** 3

/**
 * Opens the database file, making it when there is none; or for reading only, beside those who write. With `keysOff`,
 * rows may come before those that they point at.
 */
export function openSqlite(path: string, { readonly = false, keysOff = false } = {}): Database {
  const writer = new SQLite(path, { readonly })
  if (!readonly) writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  // Folding the log into the database costs two flushes more, and what is written often is folded once: 16 MB at a time.
  writer.pragma('wal_autocheckpoint = 4000')
  writer.pragma(`foreign_keys = ${keysOff ? 'OFF' : 'ON'}`)
  const reader = new SQLite(path, { readonly: true })
  for (const file of [writer, reader]) {
    file.pragma('busy_timeout = 10000')
    file.pragma('cache_size = -32000')
    file.pragma('temp_store = MEMORY')
    // Who only reads reads a great deal: without copying each page, sums take two thirds of the time.
    if (readonly) file.pragma(`mmap_size = ${MAPPED_BYTES}`)
  }
  const driver = new TurnsDriver({ writer, reader })
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(driver) })
  return {
    kysely,
    engine: sqliteEngine({ writer, reader }, driver),
    async close() {
      await kysely.destroy()
      // Kysely leaves alone what was never asked anything.
      await driver.destroy()
    },
  }
}

/**
 * An index of every three letters of an entry's text, kept in step by triggers. Its texts are in lower case already.
 * The workspace is a word of its own beside them, so that a common word of others costs nothing.
 */
const ENTRY_SEARCH_INDEX = [
  `create virtual table entry_search using fts5 (place, text,
    content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`,
  `insert into entry_search (rowid, place, text) select id, '<' || workspace_id || '>', search_text from entry`,
  `create trigger entry_search_insert after insert on entry begin
    insert into entry_search (rowid, place, text) values (new.id, '<' || new.workspace_id || '>', new.search_text);
  end`,
  `create trigger entry_search_update after update of search_text on entry when old.search_text <> new.search_text begin
    delete from entry_search where rowid = old.id;
    insert into entry_search (rowid, place, text) values (new.id, '<' || new.workspace_id || '>', new.search_text);
  end`,
  `create trigger entry_search_delete after delete on entry begin
    delete from entry_search where rowid = old.id;
  end`,
]

const EVENT_POLL_MS = 200
/** With less than this a write may fail before the log is folded into the database. */
const LEAST_FREE_BYTES = 32 * 1024 ** 2

function sqliteEngine({ writer: file, reader }: SqliteFiles, driver: TurnsDriver): Engine {
  return {
    kind: 'sqlite',
    transfer: sqliteTransfer(file),

    columns: (text) => text,
    ownId: 'id integer primary key autoincrement',
    idInWorkspace: {
      columns:
        'id integer primary key autoincrement, workspace_id integer not null references workspace (id)',
      keys: 'unique (workspace_id, id)',
    },
    tableOptions: 'strict',
    entrySearchIndex: ENTRY_SEARCH_INDEX,
    // Its plans go by the shape of a statement.
    entryLengthStatistics: [],

    // `begin immediate` has already made this transaction the only writer.
    lockRow: async () => {},
    lockInstallation: async () => {},
    keepRows: sql``,
    holdRows: sql``,
    skipLocked: sql``,
    async findEntryIds(kysely, { words, workspaceIds, below, limit }) {
      const places = workspaceIds.map((id) => `place:"<${id}>"`).join(' OR ')
      const texts = words.map((word) => `text:"${word.replaceAll('"', '""')}"`)
      // The index hands them out by descending rowid, and stops when there are enough.
      const { rows } = await sql<{ id: number }>`
        select rowid as id from entry_search
        where entry_search match ${[`(${places})`, ...texts].join(' AND ')} and rowid < ${below}
        order by rowid desc limit ${sql.lit(limit)}`.execute(kysely)
      return rows.map((row) => row.id)
    },
    // The driver keeps those that were asked last.
    keepStatement() {},
    reckonedFirst: (rows) => rows.limit(-1),
    rowsAsJson: (rows) => sql`${jsonArrayFrom(rows)}`,
    jsonField: (column, name) => sql`json_extract(${sql.ref(column)}, ${`$."${name}"`})`,
    isUniqueViolation: (error) => hasCode(error, /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/),
    isRetryable: () => false,
    // It compares anything with anything.
    isUnfit: () => false,
    isUnavailable: (error) => hasCode(error, /^SQLITE_(BUSY|FULL|READONLY|IOERR|CANTOPEN)/),

    announce: async () => {},
    async listen(onOperation) {
      // Polling also sees what the admin commands write from their own process, for one indexed read each time.
      const newest = reader.prepare<[], { id: number }>('select coalesce(max(id), 0) as id from event')
      const since = reader.prepare<[number], { id: number; operation_id: string }>(
        'select max(id) as id, operation_id from event where id > ? group by operation_id order by 1',
      )
      let seen = newest.get()?.id ?? 0
      const timer = setInterval(() => {
        for (const { id, operation_id } of since.all(seen)) {
          seen = Math.max(seen, id)
          onOperation(operation_id)
        }
      }, EVENT_POLL_MS)
      timer.unref()
      return async () => clearInterval(timer)
    },

    async describe(kysely) {
      const { rows } = await sql<{ version: string; size: number }>`
        select sqlite_version() as version, page_count * page_size as size
        from pragma_page_count(), pragma_page_size()`.execute(kysely)
      return { version: rows[0]?.version ?? '', sizeBytes: rows[0]?.size ?? 0 }
    },
    connections: () => ({ open: 2, idle: driver.isWriting ? 1 : 2, waiting: driver.waiting }),
    async probe(kysely) {
      const { bavail, bsize } = await statfs(dirname(file.name))
      if (bavail * bsize < LEAST_FREE_BYTES) throw new Error('The disk of DATA_DIR is full')
      // An update of nothing takes the write lock, which a read-only folder refuses.
      await kysely.updateTable('job').set({ attempts: 0 }).where('id', '=', 0).execute()
    },
    async findFaults() {
      // The check of the index of words does not look whether another process has written since; a question to it does.
      file.prepare(`select rowid from entry_search where entry_search match '"---"' limit 1`).all()
      const pages = file.pragma('integrity_check') as { integrity_check: string }[]
      const orphans = file.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
      const unfound = file
        .prepare<[], { id: number }>(
          `select id from entry where id not in (select id from entry_search_docsize)
          union all select id from entry_search_docsize where id not in (select id from entry)`,
        )
        .all()
      return [
        ...pages.map((page) => page.integrity_check).filter((text) => text !== 'ok'),
        ...orphans.map(({ table, rowid, parent }) => `${table} ${rowid} points at no ${parent}`),
        ...unfound.map(({ id }) => `entry ${id} and its index of words are not in step`),
        ...idsToCome(file),
      ]
    },
    async dumpSchema() {
      const parts = file
        .prepare<[], { sql: string }>(
          "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by tbl_name, type desc, name",
        )
        .all()
      return parts.map((part) => `${part.sql};\n`).join('\n')
    },
    async isEmpty(kysely) {
      const tables = await sql<{
        n: number
      }>`select count(*) as n from sqlite_master where type = 'table'`.execute(kysely)
      return tables.rows[0]?.n === 0
    },
  }
}

/** Tables whose next id has been given already. */
function idsToCome(file: SQLite.Database): string[] {
  const tables = file
    .prepare<[], { name: string; seq: number }>('select name, seq from sqlite_sequence')
    .all()
  return tables.flatMap(({ name, seq }) => {
    const last = file.prepare<[], { id: number | null }>(`select max(id) as id from "${name}"`).get()?.id ?? 0
    return last > seq ? [`the next id of ${name} is taken`] : []
  })
}

function hasCode(error: unknown, pattern: RegExp): boolean {
  return error instanceof SQLite.SqliteError && pattern.test(error.code)
}
