import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

type Settings = Pick<Config, 'secretKey' | 'secretKeyBefore' | 'dataDir'>

/**
 * The installation's keys, the newest first: that of the settings, or the one kept in the data folder, which is made at the
 * first start and readable only by its owner; then the former ones. The file is looked at each time, so that a running
 * server seals with a new key as soon as there is one.
 */
export function secretKeysOf({ secretKey, secretKeyBefore, dataDir }: Settings): () => readonly string[] {
  const path = pathIn(dataDir)
  if (secretKey === null) makeFirstKey(dataDir)
  let seen: string | undefined
  let keys: readonly string[] = []
  return () => {
    const now = stampOf(path)
    if (now === seen) return keys
    seen = now
    const [newest, ...rest] = [
      ...(secretKey === null ? [] : [secretKey]),
      ...readKeys(path),
      ...secretKeyBefore,
    ]
    if (newest === undefined) throw new Error(`${path} holds no key. Put back the one there was.`)
    keys = [...new Set([newest, ...rest])]
    return keys
  }
}

/** Puts a new key before the one in the data folder, unless a rotation that was cut short has done so already. */
export function addSecretKey(dataDir: string): void {
  const keys = readKeys(pathIn(dataDir))
  if (keys.length === 1) writeKeys(dataDir, [randomKey(), ...keys])
}

/** Leaves the newest key of the data folder alone there. */
export function dropFormerKeys(dataDir: string): void {
  writeKeys(dataDir, readKeys(pathIn(dataDir)).slice(0, 1))
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'secret-key')
}

function randomKey(): string {
  return randomBytes(32).toString('base64url')
}

function makeFirstKey(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(pathIn(dataDir), randomKey(), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    // Made before, or this very moment by another process that starts beside this one.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** One in a line, the newest first. */
function readKeys(path: string): string[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** All at once: whoever reads the file, even after a power cut, finds either these keys or those before. */
function writeKeys(dataDir: string, keys: readonly string[]): void {
  const fresh = join(dataDir, `secret-key.${process.pid}`)
  rmSync(fresh, { force: true })
  writeFileSync(fresh, keys.join('\n'), { mode: 0o600, flag: 'wx', flush: true })
  renameSync(fresh, pathIn(dataDir))
}

/** Another one for every file that has been put in its place; the same while there is none. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : ''
}
