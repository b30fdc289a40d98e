import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './engine.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Where the data lives: a PostgreSQL address, or a folder for the embedded SQLite file. */
export type DatabaseLocation = { databaseUrl: string | null; dataDir: string }

/** Opens a database that is there, for a thread that only reads it. */
export function openForReading({ databaseUrl, dataDir }: DatabaseLocation): Database {
  if (databaseUrl) return openPostgres(databaseUrl, 2)
  return openSqlite(join(dataDir, 'sundial.db'), { readonly: true })
}

/**
 * Opens the database these settings name, without migrating it. With `keysOff`, a whole database can be written into it
 * in any order.
 */
export function openDatabase(location: DatabaseLocation, { keysOff = false } = {}): Database {
  if (location.databaseUrl) return openPostgres(location.databaseUrl)
  mkdirSync(location.dataDir, { recursive: true, mode: 0o700 })
  const path = join(location.dataDir, 'sundial.db')
  const database = openSqlite(path, { keysOff })
  chmodSync(path, 0o600)
  return database
}
