import { parentPort, workerData } from 'node:worker_threads'
import type { Ctx } from '../core/context.ts'
import { openForReading } from '../db/open.ts'
import { type FromThread, pack, type ToThread, type Workplace } from './protocol.ts'
import { type FileWriter, FILES, READS } from './reads.ts'

/** A thread that answers heavy questions over a connection of its own. */

const port = parentPort
if (!port) throw new Error('This runs as a thread of the server')
// Whoever starts the thread gives it a `Workplace`.
const db = openForReading(workerData as Workplace)
const files = new Map<number, FileAtWork>()

type FileAtWork = { pieces: AsyncIterator<Uint8Array>; stopping: AbortController; rows: number }

port.on('message', (message: ToThread) => {
  handle(message).catch((error: unknown) => tell({ kind: 'failed', id: message.id, error: pack(error) }))
})

async function handle(message: ToThread): Promise<void> {
  switch (message.kind) {
    case 'ask': {
      // The sender goes by the same names, with the input of each.
      const read = READS[message.name] as (ctx: Ctx, input: unknown) => Promise<unknown>
      return tell({ kind: 'answer', id: message.id, value: await read(contextFor(message), message.input) })
    }
    case 'file': {
      const stopping = new AbortController()
      const file: FileAtWork = { stopping, rows: 0, pieces: undefined as never }
      // As above.
      const write = FILES[message.name] as FileWriter
      const progress = { signal: stopping.signal, onRows: (done: number) => void (file.rows = done) }
      file.pieces = write(contextFor(message), message.input, progress)[Symbol.asyncIterator]()
      files.set(message.id, file)
      return next(message.id)
    }
    case 'more':
      return next(message.id)
    case 'stop':
      return stop(message.id)
  }
}

async function next(id: number): Promise<void> {
  const file = files.get(id)
  if (!file) return
  try {
    const piece = await file.pieces.next()
    if (!files.has(id)) return
    if (!piece.done) return tell({ kind: 'piece', id, bytes: piece.value, rows: file.rows })
    files.delete(id)
    tell({ kind: 'end', id, rows: file.rows })
  } catch (error) {
    files.delete(id)
    if (!file.stopping.signal.aborted) throw error
  }
}

async function stop(id: number): Promise<void> {
  const file = files.get(id)
  files.delete(id)
  file?.stopping.abort()
  await file?.pieces.return?.().catch(() => {})
}

function contextFor({ asker }: Extract<ToThread, { asker: unknown }>): Ctx {
  const closed = () => {
    throw new Error('A reading thread has no secrets')
  }
  return {
    ...asker,
    db,
    operation: { id: '', hasWritten: false },
    secrets: { seal: closed, open: closed, reseal: closed, code: closed },
    log: { info() {}, error() {} },
  }
}

function tell(message: FromThread): void {
  port?.postMessage(message)
}
