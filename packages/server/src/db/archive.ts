import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { TableShape, Values } from './transfer.ts'

/**
 * A backup as a file: lines of JSON, compressed. The first says what it is, then each table has a line of its own before
 * a line for each of its rows, and the last says how much there was and what all of it comes to.
 */

/** What the first line says. */
export type ArchiveHead = {
  sundial: 'backup'
  format: 1
  /** The version that wrote it, and the steps that its schema had seen. */
  version: string
  migrations: string[]
  made_at: string
  engine: 'sqlite' | 'postgres'
  /** Recognises the secret key without telling it. */
  secret_key: string
}

export type ArchiveTable = Pick<TableShape, 'name' | 'columns'>
type TableLine = { table: string; columns: string[] }
type LastLine = { end: true; rows: Record<string, number>; last_ids: Record<string, number>; sha256: string }

/** Puts lines together and keeps count of them. */
export function archiveLines() {
  const sum = createHash('sha256')
  const rows: Record<string, number> = {}
  let table = ''
  function line(value: unknown): string {
    const text = `${JSON.stringify(value)}\n`
    sum.update(text)
    return text
  }
  return {
    rows,
    head: (head: ArchiveHead) => line(head),
    table({ name, columns }: ArchiveTable): string {
      table = name
      rows[name] = 0
      return line({ table: name, columns } satisfies TableLine)
    },
    row(values: Values): string {
      rows[table] = (rows[table] ?? 0) + 1
      return line(
        values.map((value) => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value)),
      )
    },
    end(lastIds: Record<string, number>): string {
      const last: LastLine = { end: true, rows, last_ids: lastIds, sha256: sum.digest('hex') }
      return `${JSON.stringify(last)}\n`
    },
  }
}

/** What is found in a file, one after the other. */
export type ArchivePart =
  | { kind: 'head'; head: ArchiveHead }
  | { kind: 'table'; table: ArchiveTable }
  | { kind: 'row'; values: Values }
  | { kind: 'end'; rows: Record<string, number>; lastIds: Record<string, number> }

/** Reads a file to its end. Throws where it is no backup, is cut, or is not as it was written; at the end at the latest. */
export async function* readArchive(path: string): AsyncGenerator<ArchivePart, void> {
  const sum = createHash('sha256')
  const rows: Record<string, number> = {}
  let last: ArchivePart['kind'] | undefined
  let table = ''
  for await (const line of readLines(path)) {
    if (last === 'end') throw damaged('something follows its end')
    const part = partOf(parse(line), { isFirst: last === undefined, rows, sum })
    last = part.kind
    if (part.kind === 'table') rows[(table = part.table.name)] = 0
    if (part.kind === 'row') rows[table] = (rows[table] ?? 0) + 1
    if (part.kind !== 'end') sum.update(line).update('\n')
    yield part
  }
  if (last !== 'end') throw damaged('it ends too soon')
}

/** What has been read before a line. */
type Before = { isFirst: boolean; rows: Record<string, number>; sum: Hash }

function partOf(value: unknown, before: Before): ArchivePart {
  if (before.isFirst) return { kind: 'head', head: toHead(value) }
  if (Array.isArray(value)) return { kind: 'row', values: value.map(toValue) }
  if (isTable(value)) return { kind: 'table', table: { name: value.table, columns: value.columns } }
  return toEnd(value, before)
}

function toEnd(value: unknown, { rows: read, sum }: Before): ArchivePart {
  const { rows, last_ids: lastIds, sha256 } = value as Partial<LastLine>
  if (!isNumbers(rows) || !isNumbers(lastIds)) throw damaged('it ends in another way than a backup')
  if (sum.digest('hex') !== sha256 || JSON.stringify(read) !== JSON.stringify(rows))
    throw damaged('its sum is not that of its rows')
  return { kind: 'end', rows, lastIds }
}

function isNumbers(value: unknown): value is Record<string, number> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => Number.isSafeInteger(each))
  )
}

function isTable(value: unknown): value is TableLine {
  return typeof value === 'object' && value !== null && 'table' in value && 'columns' in value
}

function toHead(value: unknown): ArchiveHead {
  if (typeof value !== 'object' || value === null || !('sundial' in value) || value.sundial !== 'backup')
    throw damaged('it is no backup of Sundial')
  // Whoever changes it is found out by the sum of the whole file.
  const head = value as ArchiveHead
  const format: number = head.format
  if (format !== 1) throw new Error(`This backup has the format ${format}, which a newer Sundial writes.`)
  return head
}

function toValue(value: unknown): Values[number] {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'object' && 'base64' in value && typeof value.base64 === 'string')
    return Buffer.from(value.base64, 'base64')
  throw damaged('a row holds what no row holds')
}

const LINE_FEED = 10

async function* readLines(path: string): AsyncGenerator<Buffer, void> {
  let rest: Buffer[] = []
  for await (const chunk of unzipped(path)) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end)
      yield rest.length === 0 ? piece : Buffer.concat([...rest, piece])
      rest = []
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
  }
  if (rest.length > 0) throw damaged('it ends within a line')
}

async function* unzipped(path: string): AsyncGenerator<Buffer, void> {
  const file = createReadStream(path)
  const unzip = createGunzip()
  // A stream that fails does not tell the next one.
  file.on('error', (error) => unzip.destroy(error))
  try {
    yield* file.pipe(unzip) as AsyncIterable<Buffer>
  } catch (error) {
    const isZip = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    throw isZip ? damaged(error.message) : error
  } finally {
    file.destroy()
    unzip.destroy()
  }
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    throw damaged('a line is not as it was written')
  }
}

function damaged(why: string): Error {
  return new Error(`This file cannot be restored: ${why}.`)
}
