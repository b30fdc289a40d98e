import { chmodSync, mkdirSync, statSync } from 'node:fs'
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
  try {
    mkdirSync(location.dataDir, { recursive: true, mode: 0o700 })
    const path = join(location.dataDir, 'sundial.db')
    const database = openSqlite(path, { keysOff })
    if ((statSync(path).mode & 0o777) !== 0o600) chmodSync(path, 0o600)
    return database
  } catch (error) {
    throw unwritable(location.dataDir, error)
  }
}

/** Says which folder it is, and what to do about it. */
export function unwritable(dataDir: string, error: unknown): Error {
  const words = error instanceof Error ? error.message : String(error)
  return new Error(
    `The data folder ${dataDir} cannot be used: ${words}. Whoever runs Sundial has to be able to write there; DATA_DIR names another.`,
    { cause: error },
  )
}
